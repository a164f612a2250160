"""The archive as a table: sorted, filtered, selected from and left again."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.article_query import ArticleSort, SortKey
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.archive_page import ArchivePage
from ui.archive_browser.columns import COLUMNS
from ui.archive_browser.days_dialog import DaysDialog
from ui.archive_browser.query_bar import QueryBar
from ui.archive_browser.saved_filters_menu import SavedFiltersDialog

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def summary(title, state=State.DRAFT):
    return ArticleSummary(
        title,
        title,
        Kind.NEWS,
        "sv",
        "Miljö",
        state,
        LiveSide.NOT_PUBLISHED,
        None,
        NOON,
        "Åsa",
        contacts=("Bo Lind",),
    )


THREE = (summary("Bron"), summary("Torget", State.IN_REVIEW), summary("Parken", State.APPROVED))


@pytest.fixture
def page(qtbot, finding, choices, settings, show):
    show(THREE)
    page = ArchivePage(finding, choices, settings)
    qtbot.addWidget(page)
    page.resize(1200, 500)
    page.show()
    page.grab()
    QCoreApplication.processEvents()
    return page


def column(heading):
    return next(place for place, one in enumerate(COLUMNS) if one.heading == heading)


def titles(page):
    rows = page.table.model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def click_header(qtbot, page, heading):
    header = page.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column(heading)) + 20, 8)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def chips(page):
    # Qt shows what is added to a layout only then.
    QCoreApplication.processEvents()
    return [chip.text() for chip in page.findChildren(QToolButton, "chip") if chip.isVisible()]


def test_a_row_shows_what_is_known_of_an_article(page):
    rows = page.table.model()

    shown = {one.heading: rows.index(1, place).data() for place, one in enumerate(COLUMNS)}

    assert shown["Title"] == "Torget"
    assert shown["State"] == "In review"
    assert (shown["Category"], shown["Contact"], shown["Changed by"]) == ("Miljö", "Bo Lind", "Åsa")


def test_a_click_on_a_header_sorts_and_a_second_one_the_other_way_round(qtbot, page, archive):
    click_header(qtbot, page, "Title")
    click_header(qtbot, page, "Title")
    click_header(qtbot, page, "Changed")

    assert archive.sorts[-3:] == [
        ArticleSort(SortKey.TITLE, descending=False),
        ArticleSort(SortKey.TITLE, descending=True),
        ArticleSort(SortKey.CHANGED, descending=True),
    ]


def test_a_column_that_nothing_can_be_sorted_by_leaves_the_order(qtbot, page, archive):
    before = len(archive.sorts)
    page.table.horizontalHeader().moveSection(column("Contact"), 1)

    click_header(qtbot, page, "Contact")

    assert len(archive.sorts) == before
    assert page.table.horizontalHeader().sortIndicatorSection() == column("Changed")


def test_columns_are_chosen_and_kept(qtbot, page, finding, choices, settings):
    menu = page.table.column_menu(page)
    next(action for action in menu.actions() if action.text() == "Kind").trigger()

    again = ArchivePage(finding, choices, settings)
    qtbot.addWidget(again)

    assert page.table.isColumnHidden(column("Kind"))
    assert again.table.isColumnHidden(column("Kind"))
    assert not again.table.isColumnHidden(column("State"))


def test_several_articles_are_selected_with_shift_and_counted(qtbot, page):
    table = page.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, 0))

    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert table.selected_ids() == ("Bron", "Torget")
    assert page.count.text() == "3 articles · 2 selected"


def test_all_articles_are_selected_with_one_key(qtbot, page):
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert page.table.selected_ids() == ("Bron", "Torget", "Parken")


def test_enter_opens_the_chosen_article_and_escape_leaves(qtbot, page):
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.model().index(2, 0))

    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.table, Qt.Key.Key_Escape)

    assert opened.args == ["Parken"]


def test_end_goes_to_the_last_article(qtbot, page):
    page.table.setFocus()
    page.table.selectionModel().setCurrentIndex(
        page.table.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )

    qtbot.keyClick(page.table, Qt.Key.Key_End)

    assert page.table.currentIndex().row() == 2


def test_a_filter_from_the_menu_is_written_into_the_box_and_stands_as_a_chip(qtbot, page):
    choose(page, "State", "In review")

    assert page.bar.field.text() == 'status:"in review" status:unpublished'
    assert chips(page) == ["In review", "Not published"]
    assert titles(page) == ["Torget"]


def test_what_is_planned_is_a_filter_of_the_menu(page):
    choose(page, "State", "Planned to appear")

    assert page.bar.field.text() == "status:planned"
    assert chips(page) == ["Planned to appear"]


def test_the_box_says_what_can_be_typed_in_it(page):
    said = page.bar.field.toolTip()

    assert "status:draft category:Traffic mine" in said
    assert "status:published is what is on the website now" in said
    assert page.bar.field.accessibleDescription() == said


def choose_days(page, first, last):
    """Open the dialog for the days, and set them in it."""
    page.bar.filters.aboutToShow.emit()
    page.bar.filters.findChild(QAction, "filter_days").trigger()
    dialog = page.window().findChild(DaysDialog)
    dialog.first.show_day(first)
    dialog.last.show_day(last)
    return dialog


def test_any_days_can_be_chosen_and_one_end_left_open(qtbot, page):
    dialog = choose_days(page, date(2026, 1, 12), None)

    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)

    assert page.bar.field.text() == "from:2026-01-12"
    assert chips(page) == ["From 2026-01-12"]


def test_days_that_end_before_they_begin_are_not_taken(qtbot, page):
    dialog = choose_days(page, date(2026, 1, 12), date(2026, 1, 11))

    qtbot.mouseClick(dialog.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)

    assert dialog.problem() == "The last day is before the first."
    assert page.bar.field.text() == ""
    dialog.reject()


def test_a_chip_takes_its_filter_away(qtbot, page):
    page.bar.field.setText("status:draft type:news o")
    chip = next(one for one in page.findChildren(QToolButton, "chip") if one.text() == "Draft")

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert page.bar.field.text() == "o type:news"
    assert chips(page) == ["News"]


def test_what_cannot_be_understood_is_said_on_a_chip(page):
    page.bar.field.setText("status:blue")

    assert chips(page) == ["Not understood: status:blue"]


def test_a_filter_that_is_being_typed_is_not_called_wrong(qtbot, page):
    page.bar.field.setFocus()

    qtbot.keyClicks(page.bar.field, "status:dr")
    begun = chips(page)
    qtbot.keyClicks(page.bar.field, "aft")

    assert begun == []
    assert chips(page) == ["Draft"]


def test_with_enter_all_that_is_not_understood_is_said(qtbot, page):
    page.bar.field.setFocus()
    qtbot.keyClicks(page.bar.field, "status:blue type:red")
    begun = chips(page)

    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)

    assert begun == ["Not understood: status:blue"]
    assert chips(page) == ["Not understood: status:blue", "Not understood: type:red"]


def test_periods_are_days_of_the_change(page):
    choose(page, "Changed", "The last 7 days")

    assert page.bar.field.text() == "from:2026-02-27"


def test_all_filters_go_at_once_and_the_words_stay(page):
    page.bar.field.setText("bro status:draft mine")

    choose(page, "Remove all filters")

    assert page.bar.field.text() == "bro"


def test_two_bars_on_one_finding_show_the_same(qtbot, page, finding, choices):
    other = QueryBar(finding, choices)
    qtbot.addWidget(other)

    qtbot.keyClicks(page.bar.field, "bron")

    assert other.field.text() == "bron"


def test_nothing_found_says_what_to_do(qtbot, page):
    page.bar.field.setText("zzz")

    assert page._nothing.isVisible()
    assert page._nothing.text() == "No title or lead matches"
    qtbot.keyClick(page.bar.field, Qt.Key.Key_Return)
    assert page._nothing.text() == "No article matches"


def test_a_category_that_is_not_there_is_told(page):
    page.bar.field.setText("zzz kategori:Trafik")

    assert page._nothing.text() == "No article matches"
    assert page._advice.text() == "There is no category “Trafik”. Try fewer words, or take filters away."
    page.bar.field.setText("zzz kategori:miljö")
    assert page._nothing.text() == "No title or lead matches"


def test_a_saved_filter_comes_back_from_the_menu(page, choices):
    page.bar.field.setText("status:draft")
    choices.saved.save("  My  drafts ", page.bar.field.text())
    page.bar.field.clear()
    page.bar.saved.aboutToShow.emit()

    page.bar.saved.actions()[0].trigger()

    assert page.bar.saved.actions()[0].text() == "My drafts"
    assert page.bar.field.text() == "status:draft"


def test_saved_filters_get_other_names_and_go(qtbot, choices):
    choices.saved.save("One", "status:draft")
    choices.saved.save("Two", "mine")
    dialog = SavedFiltersDialog(choices.saved)
    qtbot.addWidget(dialog)

    dialog.list.item(0).setText("First")
    dialog.list.setCurrentRow(1)
    dialog.findChild(object, "remove_filter").click()

    assert choices.saved.queries == {"First": "status:draft"}


def choose(page, *words):
    """Choose from the filter menu, one word per level."""
    menu = page.bar.filters
    menu.aboutToShow.emit()
    for word in words:
        action = next(one for one in menu.actions() if one.text() == word)
        menu = action.menu() or menu
    action.trigger()
