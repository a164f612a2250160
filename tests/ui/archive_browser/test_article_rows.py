"""Many articles as rows: only what is looked at is fetched."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.article_rows import KEPT, PAGE, ArticleRows
from ui.archive_browser.article_view import ArticleView

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)
IDS = [f"{number:06}" for number in range(100_000)]


def summary(article_id, title=None):
    return ArticleSummary(
        article_id,
        title or f"Titel {article_id}",
        Kind.NEWS,
        "sv",
        "",
        State.DRAFT,
        LiveSide.NOT_PUBLISHED,
        None,
        NOON,
        "Åsa",
    )


@pytest.fixture
def rows(qapp):
    rows = ArticleRows()
    rows.show_ids(IDS)
    return rows


@pytest.fixture
def asked(rows):
    pages = []
    rows.rows_wanted.connect(pages.append)
    return pages


def title(rows, row):
    return rows.index(row, 0).data()


def answer(rows, asked):
    rows.take(map(summary, asked[-1]))


def test_a_row_that_is_seen_is_fetched_with_its_page(rows, asked):
    first = title(rows, 250)
    QCoreApplication.processEvents()
    answer(rows, asked)

    assert first is None
    assert asked == [tuple(IDS[PAGE : 2 * PAGE])]
    assert title(rows, 250) == "Titel 000250"


def test_one_page_is_asked_for_at_a_time_and_what_was_scrolled_past_never(rows, asked):
    title(rows, 0)
    QCoreApplication.processEvents()
    for row in range(PAGE, 50 * PAGE, PAGE):
        title(rows, row)
    QCoreApplication.processEvents()
    under_way = len(asked)
    answer(rows, asked)

    assert under_way == 1
    assert asked[1][0] == IDS[49 * PAGE]
    answer(rows, asked)
    answer(rows, asked)
    QCoreApplication.processEvents()
    assert len(asked) == 3


def test_the_same_articles_asked_for_again_keep_what_they_show_until_it_comes_anew(rows, asked):
    title(rows, 0)
    QCoreApplication.processEvents()
    answer(rows, asked)

    rows.show_ids(IDS)

    assert title(rows, 0) == "Titel 000000"
    QCoreApplication.processEvents()
    rows.take([summary(IDS[0], "Ny titel")])
    assert title(rows, 0) == "Ny titel"


def test_an_article_that_is_gone_stays_an_empty_row_and_is_not_asked_for_at_each_look(rows, asked):
    title(rows, 0)
    QCoreApplication.processEvents()
    rows.take([])

    seen = title(rows, 0)
    QCoreApplication.processEvents()

    assert seen is None
    assert len(asked) == 1


def test_memory_holds_what_was_seen_last(rows, asked):
    for row in range(0, 3 * KEPT, PAGE):
        title(rows, row)
        QCoreApplication.processEvents()
        answer(rows, asked)

    assert title(rows, 3 * KEPT - 1) is not None
    assert title(rows, 0) is None


def test_a_saved_article_moves_to_the_top_and_the_chosen_row_with_it(qtbot, rows):
    view = ArticleView(rows)
    qtbot.addWidget(view)
    view.setCurrentIndex(rows.index(70_000, 0))

    rows.update(summary(IDS[70_000], "Sparad"), to_top=True)

    assert view.currentIndex().row() == 0
    assert [title(rows, 0), rows.ids[1], rows.ids[70_000]] == ["Sparad", IDS[0], IDS[69_999]]


def test_what_is_shown_anew_and_is_older_than_the_first_stays_where_it_is(rows):
    newest = msgspec.structs.replace(summary(IDS[0], "Nyast"), updated_at=NOON + timedelta(hours=1))
    rows.update(newest, to_top=True)

    rows.update(summary(IDS[5], "Omläst"), to_top=True)

    assert [rows.ids[0], title(rows, 5)] == [IDS[0], "Omläst"]


def test_a_view_of_all_articles_asks_for_one_screen(qtbot, rows, asked):
    view = ArticleView(rows)
    qtbot.addWidget(view)
    view.resize(260, 700)
    view.show()
    qtbot.waitUntil(lambda: bool(asked))

    answer(rows, asked)
    view.grab()
    QCoreApplication.processEvents()

    assert len(asked) == 1
