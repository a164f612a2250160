"""What the window knows of an archive that is larger than what it offers."""

import pytest

from editor_app.desk.opening import open_desk
from ui import newsroom as module
from ui.desk_worker import DeskWorker
from ui.newsroom import Newsroom

WAIT = 20000


@pytest.fixture
def ids(tmp_path):
    """The ids of three articles, the oldest first."""
    desk = open_desk(tmp_path / "archive.sqlite3", create=True)
    made = [desk.create(by="Ada").article.id for _ in range(3)]
    desk.close()
    return made


@pytest.fixture
def newsroom(qtbot, tmp_path, ids, monkeypatch):
    monkeypatch.setattr(module, "MOST_OFFERED", 1)
    worker = DeskWorker(lambda: open_desk(tmp_path / "archive.sqlite3"))
    newsroom = Newsroom(worker, lambda: "Ada", worker)
    newsroom.open()
    qtbot.waitUntil(lambda: len(newsroom.summaries) == 1, timeout=WAIT)
    yield newsroom
    worker.close()


def known(newsroom):
    return {summary.id for summary in newsroom.summaries}


def test_the_list_holds_every_article_and_the_pickers_offer_the_newest(newsroom, ids):
    assert list(newsroom.finding.rows.ids) == ids[::-1]
    assert known(newsroom) == {ids[2]}


def test_an_older_article_that_the_open_one_leads_to_is_known_and_stays_so(qtbot, newsroom, ids):
    newsroom.know([ids[0], ids[2]])
    qtbot.waitUntil(lambda: known(newsroom) == {ids[0], ids[2]}, timeout=WAIT)

    newsroom.refresh_list()

    with qtbot.waitSignal(newsroom.choices_changed, timeout=WAIT) as changed:
        pass
    assert {summary.id for summary in changed.args[2]} == {ids[0], ids[2]}
