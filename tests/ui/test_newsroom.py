"""What the window asks of an archive that is larger than what it offers at once."""

import msgspec
import pytest

from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk
from ui import newsroom as module
from ui.desk_worker import DeskWorker
from ui.newsroom import Newsroom

WAIT = 20000


@pytest.fixture
def ids(tmp_path):
    """The ids of three articles, the oldest first, which alone is of a bridge."""
    desk = new_desk(tmp_path / "archive.sqlite3")
    copies = [desk.create(by="Ada") for _ in range(3)]
    for copy, title in zip(copies, ("Bron över ån", "Badhuset", "Badhuset i juni"), strict=True):
        desk.save(msgspec.structs.replace(copy.article, title=title), version=copy.version, by="Ada")
    desk.close()
    return [copy.article.id for copy in copies]


@pytest.fixture
def newsroom(qtbot, tmp_path, ids, monkeypatch):
    monkeypatch.setattr(module, "MOST_SUGGESTIONS", 1)
    worker = DeskWorker(lambda: open_desk(tmp_path / "archive.sqlite3"))
    newsroom = Newsroom(worker, lambda: "Ada", worker)
    with qtbot.waitSignal(newsroom.opened, timeout=WAIT):
        newsroom.open()
    yield newsroom
    worker.close()


@pytest.fixture
def answer(qtbot):
    """Wait for the answer to a question to the archive."""

    def ask(question, asked_for):
        answers = []
        question(asked_for, answers.append, pytest.fail)
        qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
        return answers[0]

    return ask


def test_of_what_fits_the_typed_words_the_newest_is_offered(newsroom, ids, answer):
    found = answer(newsroom.related.find, "badh")

    assert list(newsroom.finding.rows.ids) == ids[::-1]
    assert [one.id for one in found] == [ids[2]]


def test_the_oldest_article_is_found_by_its_title_and_its_title_by_its_id(newsroom, ids, answer):
    found = answer(newsroom.related.find, "bron")
    looked_up = answer(newsroom.related.look_up, ids[0])

    assert [one.id for one in found] == [ids[0]]
    assert looked_up == found[0]
    assert answer(newsroom.related.look_up, "gone") is None
