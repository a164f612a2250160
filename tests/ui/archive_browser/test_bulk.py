"""Many articles at once: what will be done, what was done, and what was refused and why."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from editor_app.desk.opening import open_desk
from editor_app.domain.article_query import ArticleQuery
from editor_app.domain.document import Document, paragraph
from editor_app.domain.policy import Policy
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, State
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.archive_browser.bulk_acts import BULK_ACTS
from ui.archive_browser.bulk_dialog import BulkDialog
from ui.desk_worker import DeskWorker

WAIT = 20000


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def desk(path):
    """A desk of its own on the archive, in this thread."""
    desk = new_desk(path)
    yield desk
    desk.close()


@pytest.fixture
def worker(qtbot, path, desk):
    worker = DeskWorker(lambda: open_desk(path))
    yield worker
    worker.close()


def draft(desk, title, category, lead="Bygget börjar i maj."):
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title=title,
        lead=lead,
        body=Document((paragraph("Vägen blir fyra kilometer lång."),)),
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    return desk.save(article, version=created.version, by="Ada").article.id


def live(desk, title, category):
    article_id = draft(desk, title, category)
    desk.submit(article_id, by="Ada")
    desk.approve(article_id, by="Bo")
    return article_id


@pytest.fixture
def category(desk):
    return desk.add_category("Bygga och bo")


@pytest.fixture
def ask(qtbot, worker, desk):
    """Return the dialog on an act for all articles of the archive."""

    def show(name):
        articles = desk.rows(desk.find(ArticleQuery()))
        dialog = BulkDialog(worker, BULK_ACTS[name], articles, desk.categories(), "Cia")
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def press(qtbot, dialog):
    with qtbot.waitSignal(dialog.ended, timeout=WAIT):
        qtbot.mouseClick(dialog.findChild(object, "accept"), Qt.MouseButton.LeftButton)


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def standings(desk):
    return {line.title: (line.state, line.live) for line in desk.articles()}


def test_it_says_before_what_will_be_done_and_to_how_many(ask, desk, category):
    live(desk, "Bron", category)
    live(desk, "Torget", category)
    draft(desk, "Parken", category)

    dialog = ask("bulk_withdraw")

    assert dialog.words.text() == "2 pages say from the next export on that they were withdrawn."
    assert "1 of those selected stands where this cannot be done" in dialog.aside.text()
    assert sorted(listed(dialog)) == ["Bron", "Torget"]


def test_articles_are_withdrawn_with_the_reason(qtbot, ask, desk, category):
    article_id = live(desk, "Bron", category)
    live(desk, "Torget", category)
    dialog = ask("bulk_withdraw")
    dialog._reason.show_value(WithdrawalReason.WRONG.value)

    press(qtbot, dialog)

    assert {side for _state, side in standings(desk).values()} == {LiveSide.WITHDRAWN}
    assert desk.open(article_id).withdrawal.reason is WithdrawalReason.WRONG
    assert dialog.words.text() == "2 articles were withdrawn."


@pytest.mark.parametrize("name", ["bulk_withdraw", "bulk_category"])
def test_nothing_is_done_before_the_reason_or_the_category_is_chosen(ask, desk, category, name):
    live(desk, "Bron", category)

    dialog = ask(name)

    assert not dialog.findChild(object, "accept").isEnabled()


def test_another_reason_needs_words(qtbot, ask, desk, category):
    live(desk, "Bron", category)
    dialog = ask("bulk_withdraw")

    dialog._reason.show_value(WithdrawalReason.OTHER.value)
    without = dialog.findChild(object, "accept").isEnabled()
    qtbot.keyClicks(dialog.findChild(object, "public_words"), "Uppgiften var fel.")

    assert not without
    assert dialog.findChild(object, "accept").isEnabled()


def test_what_is_refused_is_told_with_its_reason_and_the_others_are_done(qtbot, ask, desk, category):
    draft(desk, "Bron", category)
    draft(desk, "Utan ingress", category, lead="")
    dialog = ask("bulk_submit")

    press(qtbot, dialog)

    assert standings(desk)["Bron"][0] is State.IN_REVIEW
    assert standings(desk)["Utan ingress"][0] is State.DRAFT
    assert dialog.words.text() == "1 article was submitted. 1 was refused:"
    assert listed(dialog)[0].startswith("Utan ingress: ")


def test_approved_articles_are_published(qtbot, ask, desk, category):
    desk.save_policy(Policy(publishes_on_approval=False), by="Ada")
    live(desk, "Bron", category)
    before = standings(desk)["Bron"]
    dialog = ask("bulk_publish")

    press(qtbot, dialog)

    assert before == (State.APPROVED, LiveSide.NOT_PUBLISHED)
    assert standings(desk)["Bron"] == (State.APPROVED, LiveSide.LIVE)


def test_the_category_changes_and_what_is_live_stays(qtbot, ask, desk, category):
    article_id = live(desk, "Bron", category)
    other = desk.add_category("Trafik")
    dialog = ask("bulk_category")
    dialog._category.show_value(other.id)

    press(qtbot, dialog)

    assert desk.open(article_id).article.category_id == other.id
    assert standings(desk)["Bron"] == (State.DRAFT, LiveSide.LIVE)


def test_word_documents_are_written_even_where_titles_are_the_same(
    qtbot, ask, desk, category, tmp_path, monkeypatch
):
    draft(desk, "Bron", category)
    draft(desk, "Bron", category)
    folder = tmp_path / "word"
    folder.mkdir()
    monkeypatch.setattr(
        "ui.archive_browser.bulk_dialog.QFileDialog.getExistingDirectory", lambda *_asked: str(folder)
    )
    dialog = ask("bulk_word")

    press(qtbot, dialog)

    assert len(list(folder.glob("Bron *.docx"))) == 2


def test_what_was_stopped_is_left_as_it_was(qtbot, ask, desk, category):
    for number in range(30):
        draft(desk, f"Bro {number}", category)
    dialog = ask("bulk_submit")
    dialog._run.progressed.connect(lambda looked_at: looked_at == 3 and dialog.reject())

    press(qtbot, dialog)

    in_review = [state for state, _side in standings(desk).values() if state is State.IN_REVIEW]
    assert len(in_review) == 3
    assert "27 were not reached." in dialog.words.text()


def test_approving_is_never_done_to_many_at_once():
    assert not any("approve" in name for name in BULK_ACTS)


def test_only_what_was_never_published_is_deleted(qtbot, ask, desk, category):
    live(desk, "Bron", category)
    draft(desk, "Parken", category)
    draft(desk, "Torget", category)
    dialog = ask("bulk_delete")
    named = sorted(listed(dialog))

    press(qtbot, dialog)

    assert named == ["Parken", "Torget"]
    assert list(standings(desk)) == ["Bron"]
    assert dialog.words.text() == "2 articles were deleted."


def test_each_article_is_preserved_as_a_package_in_the_folder(
    qtbot, monkeypatch, tmp_path, ask, desk, category
):
    live(desk, "Bron", category)
    draft(desk, "Parken", category)
    folder = tmp_path / "packages"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    dialog = ask("bulk_preserve")

    press(qtbot, dialog)

    packages = sorted(folder.iterdir())
    assert dialog.words.text() == "2 packages were written."
    assert [desk.check_package(package).is_whole for package in packages] == [True, True]
