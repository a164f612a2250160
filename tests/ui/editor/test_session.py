"""The autosave and the acts of an open article, over a real desk on a real archive."""

import shutil
from dataclasses import dataclass, field

import msgspec
import pytest

from editor_app.desk.errors import EditConflict
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Phone
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import NotPossibleNow, State
from tests.blank_archives import new_desk
from tests.cards import card
from ui.desk_worker import DeskWorker
from ui.editor.save_timers import Pace
from ui.editor.session import ArticleSession

QUICK = Pace(pause=20, latest=200, retry=30)


class DiskTrouble(EditorAppError):
    """Stands for whatever keeps the archive from being written."""


@dataclass
class Typist:
    """What stands in the editors, and how often it was read."""

    title: str = ""
    reads: int = 0
    log: list[str] = field(default_factory=list)

    def apply_to(self, article):
        self.reads += 1
        return msgspec.structs.replace(article, title=self.title)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def desk(path):
    """Another person's desk on the same archive."""
    desk = new_desk(path)
    yield desk
    desk.close()


@pytest.fixture
def article(desk):
    return desk.create(by="Ada").article


@pytest.fixture
def troubles():
    """While it holds an error, nothing can be saved."""
    return []


@pytest.fixture
def session(qtbot, path, article, troubles):
    worker = DeskWorker(lambda: _troubled(open_desk(path), troubles))
    session = ArticleSession(worker, lambda: "Ada", pace=QUICK)
    with qtbot.waitSignal(session.opened):
        session.open(article.id)
    yield session
    session.close()
    worker.close()


@pytest.fixture
def typist():
    return Typist()


def type_title(session, typist, title):
    typist.title = title
    session.note_edit(typist.apply_to)


def _troubled(desk, troubles):
    save = desk.save

    def save_unless_troubled(*arguments, **named):
        if troubles:
            raise troubles[0]
        return save(*arguments, **named)

    desk.save = save_unless_troubled
    return desk


def test_what_was_typed_is_saved_after_a_pause_and_read_once(qtbot, session, typist, desk, article):
    with qtbot.waitSignal(session.saved):
        for length in range(1, 6):
            type_title(session, typist, "Rubrik"[:length])

    assert desk.open(article.id).article.title == "Rubri"
    assert typist.reads == 1


def test_without_a_pause_it_is_saved_at_the_latest_after_a_while(qtbot, session, typist):
    saved = []
    session.saved.connect(saved.append)

    def go_on_typing():
        type_title(session, typist, typist.title + "x")
        return bool(saved)

    qtbot.waitUntil(go_on_typing, timeout=2000)


def test_an_edit_that_changes_nothing_is_not_saved(qtbot, session, typist):
    with qtbot.assertNotEmitted(session.saving, wait=60):
        type_title(session, typist, "")


def test_flush_saves_at_once_and_then_goes_on(qtbot, session, typist, desk, article):
    type_title(session, typist, "Rubrik")
    titles = []

    session.flush(lambda: titles.append(desk.open(article.id).article.title))

    qtbot.waitUntil(lambda: titles == ["Rubrik"])


def test_what_is_typed_during_a_save_is_saved_by_the_next_one(qtbot, session, typist, desk, article):
    type_title(session, typist, "Ett")
    session.saving.connect(lambda: typist.log.append(typist.title))
    session.flush(lambda: None)
    type_title(session, typist, "Två")

    qtbot.waitUntil(lambda: typist.log == ["Ett", "Två"])
    qtbot.waitUntil(lambda: not session.is_dirty)

    assert desk.open(article.id).article.title == "Två"
    assert session.current.version == desk.open(article.id).version


def test_a_failed_save_is_told_and_tried_again(qtbot, session, typist, troubles, desk, article):
    troubles.append(DiskTrouble())
    with qtbot.waitSignal(session.save_failed):
        type_title(session, typist, "Rubrik")

    with qtbot.waitSignal(session.saved):
        troubles.clear()

    assert desk.open(article.id).article.title == "Rubrik"


def test_an_article_that_cannot_be_saved_is_not_left(qtbot, session, typist, troubles, desk, article):
    other = desk.create(by="Ada").article
    troubles.append(DiskTrouble())
    type_title(session, typist, "Rubrik")

    with qtbot.waitSignal(session.save_failed):
        session.open(other.id)

    assert session.current.article.id == article.id
    troubles.clear()
    qtbot.waitUntil(lambda: not session.is_dirty)


def test_the_reason_is_told_before_a_flush_gives_up(qtbot, session, typist, troubles):
    troubles.append(DiskTrouble())
    told = []
    session.save_failed.connect(lambda _error: told.append("reason"))
    type_title(session, typist, "Rubrik")

    session.flush(lambda: told.append("done"), lambda: told.append("gave up"))

    qtbot.waitUntil(lambda: "gave up" in told)
    assert told == ["reason", "gave up"]


def test_a_bug_in_a_save_is_raised_and_the_next_save_comes(qtbot, session, typist, troubles, desk, article):
    troubles.append(ZeroDivisionError())
    with qtbot.captureExceptions() as raised:
        type_title(session, typist, "Rubrik")
        qtbot.waitUntil(lambda: bool(raised))
        troubles.clear()
        qtbot.waitUntil(lambda: not session.is_dirty)

    assert raised[0][0] is ZeroDivisionError
    assert desk.open(article.id).article.title == "Rubrik"


def test_switching_saves_first(qtbot, session, typist, desk, article):
    other = desk.create(by="Ada").article
    type_title(session, typist, "Rubrik")

    with qtbot.waitSignal(session.opened) as opened:
        session.open(other.id)

    assert opened.args[0].article.id == other.id
    assert desk.open(article.id).article.title == "Rubrik"


def test_an_act_saves_first_and_is_refused_with_its_reason(qtbot, session, typist, desk, article):
    type_title(session, typist, "Rubrik")

    with qtbot.waitSignal(session.refused) as refused:
        session.take_back("Ada")

    assert isinstance(refused.args[0], NotPossibleNow)
    assert desk.open(article.id).article.title == "Rubrik"
    assert session.current.state is State.DRAFT


class TestConflict:
    @pytest.fixture
    def conflict(self, qtbot, session, typist, desk, article):
        theirs = msgspec.structs.replace(article, title="Deras")
        desk.save(theirs, version=session.current.version, by="Bo")
        with qtbot.waitSignal(session.conflicted) as conflicted:
            type_title(session, typist, "Min")
        return conflicted.args[0]

    def test_it_is_told_and_nothing_is_saved_meanwhile(self, qtbot, session, typist, conflict, desk, article):
        assert isinstance(conflict, EditConflict)
        with qtbot.assertNotEmitted(session.saving, wait=60):
            type_title(session, typist, "Min igen")

        assert desk.open(article.id).article.title == "Deras"

    @pytest.mark.usefixtures("conflict")
    def test_mine_goes_on_as_an_article_of_its_own(self, qtbot, session, desk, article):
        with qtbot.waitSignal(session.opened) as opened:
            session.keep_mine_as_copy()

        mine = opened.args[0].article
        assert mine.id != article.id
        assert desk.open(mine.id).article.title == "Min"
        assert desk.open(article.id).article.title == "Deras"

    @pytest.mark.usefixtures("conflict")
    def test_theirs_is_shown_and_mine_is_in_the_archive(self, qtbot, session, desk):
        with qtbot.waitSignal(session.opened) as opened:
            session.take_theirs()

        assert opened.args[0].article.title == "Deras"
        assert sorted(each.title for each in desk.articles()) == ["Deras", "Min"]

    @pytest.mark.usefixtures("conflict")
    @pytest.mark.parametrize(("choose", "shown"), [("keep_mine_as_copy", "Min"), ("take_theirs", "Deras")])
    def test_what_is_chosen_while_the_archive_is_asked_stays_chosen(
        self, qtbot, session, desk, choose, shown
    ):
        session.look_again()
        with qtbot.waitSignal(session.opened) as opened:
            getattr(session, choose)()

        assert opened.args[0].article.title == shown
        assert sorted(each.title for each in desk.articles()) == ["Deras", "Min"]
        assert not session.is_in_conflict

    @pytest.mark.usefixtures("conflict")
    def test_writing_goes_on_in_the_copy(self, qtbot, session, typist, desk):
        with qtbot.waitSignal(session.opened) as opened:
            session.keep_mine_as_copy()

        with qtbot.waitSignal(session.saved):
            type_title(session, typist, "Min, senare")

        assert desk.open(opened.args[0].article.id).article.title == "Min, senare"


def test_a_contact_that_changes_shows_the_article_as_a_draft_again(qtbot, session, typist, desk, article):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))
    category = desk.add_category("Trafik")
    ready = msgspec.structs.replace(
        article, title="Ny bro", lead="Klar i maj.", category_id=category.id, contact_ids=(contact.id,)
    )
    with qtbot.waitSignal(session.opened):
        session.adopt(desk.save(ready, version=1, by="Ada"))
    with qtbot.waitSignal(session.state_changed):
        session.submit("Ada")

    desk.save_contact(msgspec.structs.replace(contact, phones=(Phone("070-174 06 13"),)))
    with qtbot.waitSignal(session.state_changed):
        session.look_again()

    assert session.current.state is State.DRAFT


def saved_by_bo(desk, article, title):
    here = desk.open(article.id)
    return desk.save(msgspec.structs.replace(here.article, title=title), version=here.version, by="Bo")


def test_words_that_somebody_else_saved_are_shown_where_nothing_was_typed(qtbot, session, desk, article):
    saved_by_bo(desk, article, "Någon annans")

    with qtbot.waitSignal(session.overtaken) as overtaken:
        session.look_again()

    assert overtaken.args[0].updated_by == "Bo"
    assert session.current.article.title == "Någon annans"


def test_writing_goes_on_in_the_words_that_were_shown(qtbot, session, typist, desk, article):
    saved_by_bo(desk, article, "Någon annans")
    with qtbot.waitSignal(session.overtaken):
        session.look_again()

    with qtbot.waitSignal(session.saved):
        type_title(session, typist, "Någon annans och min")

    assert desk.open(article.id).article.title == "Någon annans och min"


def test_words_that_somebody_else_saved_meet_those_that_were_typed(qtbot, session, typist, desk, article):
    saved_by_bo(desk, article, "Deras")
    type_title(session, typist, "Min")

    with qtbot.waitSignal(session.conflicted) as conflicted, qtbot.assertNotEmitted(session.overtaken):
        session.look_again()

    assert conflicted.args[0].theirs.article.title == "Deras"
    assert desk.open(article.id).article.title == "Deras"


def test_what_is_typed_while_somebody_looks_is_not_replaced(qtbot, session, typist, desk, article):
    saved_by_bo(desk, article, "Deras")

    with qtbot.waitSignal(session.conflicted), qtbot.assertNotEmitted(session.overtaken):
        session.look_again()
        type_title(session, typist, "Min")

    assert desk.open(article.id).article.title == "Deras"


def test_a_conflict_follows_what_the_other_one_goes_on_to_write(qtbot, session, typist, desk, article):
    saved_by_bo(desk, article, "Deras")
    with qtbot.waitSignal(session.conflicted):
        type_title(session, typist, "Min")
    saved_by_bo(desk, article, "Deras, mer")

    with qtbot.waitSignal(session.conflicted) as conflicted:
        session.look_again()

    assert conflicted.args[0].theirs.article.title == "Deras, mer"


def test_an_article_that_nobody_changed_is_looked_at_in_silence(qtbot, session):
    with qtbot.assertNotEmitted(session.state_changed, wait=60), qtbot.assertNotEmitted(session.overtaken):
        session.look_again()

    assert not session.is_dirty


def test_an_older_archive_in_the_place_of_this_one_does_not_take_the_words(
    qtbot, session, typist, desk, article, path, tmp_path
):
    shutil.copy(path, tmp_path / "yesterday.sqlite3")
    with qtbot.waitSignal(session.saved):
        type_title(session, typist, "Det enda exemplaret")
    (tmp_path / "yesterday.sqlite3").replace(path)

    with qtbot.waitSignal(session.conflicted), qtbot.assertNotEmitted(session.overtaken):
        session.look_again()
    with qtbot.waitSignal(session.opened):
        session.keep_mine_as_copy()

    assert sorted(each.title for each in desk.articles()) == ["", "Det enda exemplaret"]


def ready_article(qtbot, session, desk, article):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))
    ready = msgspec.structs.replace(
        article,
        title="Ny bro",
        lead="Klar i maj.",
        category_id=desk.add_category("Trafik").id,
        contact_ids=(contact.id,),
    )
    with qtbot.waitSignal(session.opened):
        session.adopt(desk.save(ready, version=1, by="Ada"))


def test_taking_back_what_somebody_else_changed_shows_their_words_first(qtbot, session, desk, article):
    ready_article(qtbot, session, desk, article)
    with qtbot.waitSignal(session.state_changed):
        session.submit("Ada")
    saved_by_bo(desk, article, "Ny bro i maj")
    theirs = desk.submit(article.id, by="Bo")

    with qtbot.waitSignal(session.overtaken):
        session.take_back("Ada")

    assert session.current == theirs
    assert desk.open(article.id).state is State.IN_REVIEW


def test_what_is_typed_while_it_is_taken_back_meets_what_somebody_else_wrote(
    qtbot, session, typist, desk, article
):
    ready_article(qtbot, session, desk, article)
    with qtbot.waitSignal(session.state_changed):
        session.submit("Ada")
    saved_by_bo(desk, article, "Deras")

    with qtbot.waitSignal(session.conflicted):
        session.take_back("Ada")
        type_title(session, typist, "Min")

    assert desk.open(article.id).article.title == "Deras"


def test_somebody_elses_approval_is_seen(qtbot, session, desk, article):
    ready_article(qtbot, session, desk, article)
    with qtbot.waitSignal(session.state_changed):
        session.submit("Ada")
    desk.approve(article.id, by="Bo")

    with qtbot.waitSignal(session.state_changed), qtbot.assertNotEmitted(session.overtaken):
        session.look_again()

    assert session.current.state is State.APPROVED


def test_what_is_typed_during_a_restore_meets_the_restored_words(qtbot, session, typist, desk, article):
    type_title(session, typist, "Först")
    with qtbot.waitSignal(session.saved):
        pass
    session.save_version("Ada", "Utkast", lambda: None)
    qtbot.waitUntil(lambda: not session.is_dirty)
    with qtbot.waitSignal(session.saved):
        type_title(session, typist, "Sedan")

    with qtbot.waitSignal(session.conflicted):
        session.restore(1, "Ada", lambda _notes: None)
        type_title(session, typist, "Sedan och mer")
    with qtbot.waitSignal(session.opened):
        session.keep_mine_as_copy()

    assert {"Först", "Sedan och mer"} <= {each.title for each in desk.articles()}
