"""The list at the left: what it shows, finds and opens."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from ui.archive_browser.archive_list import ArchiveList
from ui.archive_browser.article_rows import ArticleRows
from ui.widgets.date_words import short_date
from ui.widgets.folding import fold

NOON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC)


def summary(title, *, state=State.DRAFT, category="Miljö", live=LiveSide.NOT_PUBLISHED):
    return ArticleSummary(
        id=title,
        title=title,
        kind=Kind.NEWS,
        language="sv",
        category=category,
        state=state,
        live=live,
        publish_at=None,
        updated_at=NOON,
        updated_by="Åsa",
    )


THREE = (summary("Får på ängen"), summary("Faran är över"), summary("Café i parken"))


@pytest.fixture
def archive_list(qtbot, finding, choices):
    widget = ArchiveList(finding, choices)
    qtbot.addWidget(widget)
    widget.resize(240, 400)
    widget.show()
    return widget


@pytest.fixture
def chosen(archive_list):
    ids = []
    archive_list.chosen.connect(ids.append)
    return ids


def test_search_filters_as_one_types_and_keeps_swedish_letters_apart(qtbot, archive_list, show):
    show(THREE)

    qtbot.keyClicks(archive_list.search, "får")
    assert archive_list.shown_titles() == ("Får på ängen",)

    archive_list.search.clear()
    qtbot.keyClicks(archive_list.search, "far")
    assert archive_list.shown_titles() == ("Faran är över",)

    archive_list.search.clear()
    qtbot.keyClicks(archive_list.search, "PARKEN cafe")
    assert archive_list.shown_titles() == ("Café i parken",)


def test_a_click_chooses_and_a_refresh_keeps_the_choice_without_choosing_again(
    qtbot, archive_list, chosen, show
):
    show(THREE)
    view = archive_list.view
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    show((summary("New one"), *THREE))

    assert chosen == ["Faran är över"]
    assert view.currentIndex().data() == "Faran är över"


def test_the_article_that_is_open_is_marked_also_where_the_list_had_the_focus_first(archive_list, show):
    show(THREE)
    archive_list.view.setFocus()

    archive_list.select("Får på ängen")

    assert archive_list.view.selectionModel().isSelected(archive_list.view.model().index(0, 0))


def test_keys_choose(qtbot, archive_list, chosen, show):
    show(THREE)
    archive_list.select("Får på ängen")

    qtbot.keyClick(archive_list.view, Qt.Key.Key_Down)

    assert chosen == ["Faran är över"]


def test_enter_looks_in_whole_texts_and_a_second_one_opens_the_best(
    qtbot, archive, archive_list, chosen, show
):
    show(THREE)
    archive.texts = {"Café i parken": "Här serveras 😀 våfflor hela sommaren."}
    archive_list.search.setText("våfflor")
    in_titles = archive_list.shown_titles()
    advice = _words(archive_list)

    qtbot.keyClick(archive_list.search, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    found = archive_list.shown_titles()
    passage = archive_list.view.model().snippet(archive_list.view.model().index(0, 0))
    archive_list.grab()
    qtbot.keyClick(archive_list.search, Qt.Key.Key_Return)

    assert in_titles == ()
    assert "Press Enter to look in the whole texts." in advice
    assert found == ("Café i parken",)
    assert passage.text.startswith("Här serveras")
    assert chosen == ["Café i parken"]


def test_while_titles_are_looked_at_the_list_says_what_enter_does(qtbot, archive_list, show):
    show(THREE)
    before = _words(archive_list)

    qtbot.keyClicks(archive_list.search, "caf")

    assert "3 articles" in before
    assert "In titles and leads: 1 article. Enter looks in whole texts." in _words(archive_list)


def test_signs_alone_are_said_to_ask_for_nothing_and_open_nothing(qtbot, archive_list, chosen, show):
    show(THREE)

    qtbot.keyClicks(archive_list.search, "!?")
    qtbot.keyClick(archive_list.search, Qt.Key.Key_Return)

    said = "Nothing to search for: write a letter or a figure. All articles are shown."
    assert said in _words(archive_list)
    assert chosen == []


def test_typing_on_goes_back_to_titles(qtbot, archive, archive_list, finding, show):
    show(THREE)
    archive_list.search.setText("parken")
    qtbot.keyClick(archive_list.search, Qt.Key.Key_Return)
    ranked = finding.is_ranked

    archive_list.search.setText("park")

    assert (ranked, finding.is_ranked) == (True, False)
    assert archive.searches == ["parken"]


def test_enter_with_filters_alone_opens_the_first_match(qtbot, archive_list, chosen, show):
    show(THREE)
    archive_list.search.setText("status:draft")

    qtbot.keyClick(archive_list.search, Qt.Key.Key_Return)

    assert chosen == ["Får på ängen"]


def test_a_filter_that_hides_the_open_article_does_not_open_another(qtbot, archive_list, chosen, show):
    show(THREE)
    archive_list.select("Får på ängen")

    qtbot.keyClicks(archive_list.search, "caf")
    archive_list.search.clear()

    assert chosen == []
    assert archive_list.view.currentIndex().data() == "Får på ängen"


def test_an_empty_archive_and_a_search_without_a_match_say_what_to_do(qtbot, archive_list, show):
    show(())
    assert not archive_list.view.isVisible()
    assert "No articles yet" in _words(archive_list)

    show(THREE)
    assert archive_list.view.isVisible()

    qtbot.keyClicks(archive_list.search, "zzz")
    assert not archive_list.view.isVisible()
    assert "No title or lead matches" in _words(archive_list)


def test_a_saved_article_comes_to_the_top_without_a_question_for_all_others(
    qtbot, archive, archive_list, finding, show
):
    show(THREE)
    archive.questions.clear()
    archive.summaries = (*THREE[:2], replace(THREE[2], title="Café vid ån"))

    finding.note_saved("Café i parken")

    qtbot.waitUntil(lambda: archive_list.shown_titles()[0] == "Café vid ån")
    assert archive_list.shown_titles() == ("Café vid ån", "Får på ängen", "Faran är över")
    assert archive.questions == []


def test_the_first_rows_are_asked_for_before_what_comes_after_the_answer(qtbot, archive, finding):
    archive.summaries = THREE
    shown = []

    finding.refresh_before(lambda: shown.append(finding.rows.index(0, 0).data()), shown.append)

    assert shown == ["Får på ängen"]


def test_a_new_article_that_is_saved_is_asked_for(qtbot, archive, archive_list, finding, show):
    show(THREE)
    archive.summaries = (summary("Ny"), *THREE)

    finding.note_saved("Ny")

    qtbot.waitUntil(lambda: archive_list.shown_titles()[0] == "Ny")


def test_the_buttons_ask(qtbot, archive_list):
    for name, signal in (("new_article", archive_list.new_asked), ("take_in", archive_list.take_in_asked)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(archive_list.findChild(object, name), Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_where_the_article_stands(qtbot):
    rows = ArticleRows(clock=lambda: NOON.replace(day=6))
    rows.show_ids(["Får på ängen"])
    with qtbot.waitSignal(rows.rows_wanted):
        before = rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    rows.take([summary("Får på ängen", state=State.IN_REVIEW, live=LiveSide.LIVE)])

    heard = rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert before == "Being fetched"
    assert heard == "Får på ängen, Published · waits for approval, Miljö, 5 Mar"


def test_an_article_without_a_title_is_called_so(archive_list, show):
    show((summary("  "),))

    assert archive_list.shown_titles() == ("No title yet",)


def test_the_date_says_no_more_than_it_needs():
    assert short_date(NOON, NOON.replace(year=2027)) == "5 Mar 2026"
    assert short_date(NOON, NOON) == "13:00"


def test_letters_that_only_carry_an_accent_are_found_without_it():
    assert fold("Agén ÅÄÖ ＡI") == "agen åäö ａi"


def test_an_archive_that_is_being_opened_is_not_called_empty(archive_list, show):
    assert "The archive is being opened" in _words(archive_list)

    show(())

    assert "No articles yet" in _words(archive_list)
    assert "The archive is being opened" not in _words(archive_list)


def _words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
