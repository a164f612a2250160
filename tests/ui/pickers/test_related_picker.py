"""Choosing the articles that a page leads on to."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State
from tests.ui.pickers.listed import suggestions
from ui.pickers.related_picker import RelatedPicker, RelatedSource
from ui.widgets.folding import matches
from ui.widgets.icon_button import IconButton

WAIT = 20000


def summary(article_id, title, live=LiveSide.LIVE):
    noon = datetime(2024, 2, 26, 12, tzinfo=UTC)
    return ArticleSummary(
        article_id, title, Kind.NEWS, "sv", "Kultur", State.DRAFT, live, None, noon, "Eva Nord"
    )


class Archive:
    """Answers when it is told to, as a worker does."""

    def __init__(self):
        self.asked = []
        self.suggested_for = []
        self.waiting = []
        self.articles = [summary("1", "Ny lekplats"), summary("2", "Öppen hamn"), summary("3", "")]
        self.alike = [summary("4", "Hamnen öppnar"), summary("2", "Öppen hamn")]

    def source(self):
        return RelatedSource(find=self._find, rows=self._rows, suggest=self._suggest)

    def answer(self):
        waiting, self.waiting = self.waiting, []
        for done, summaries in waiting:
            done(summaries)

    def _find(self, typed, done, _failed):
        self.asked.append(typed)
        self.waiting.append((done, [one for one in self.articles if matches(typed, one.title)]))

    def _rows(self, ids, done, _failed):
        self.waiting.append((done, [one for one in self.articles if one.id in ids]))

    def _suggest(self, article_id, done, _failed):
        self.suggested_for.append(article_id)
        self.waiting.append((done, self.alike))


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def picker(qtbot, archive, in_window):
    made = in_window(RelatedPicker(archive.source()))
    made.show_related([], own_id="1")
    wait_for_suggestions_for(qtbot, archive, "1")
    archive.answer()
    return made


def wait_for_suggestions_for(qtbot, archive, own_id):
    qtbot.waitUntil(lambda: archive.suggested_for[-1:] == [own_id], timeout=WAIT)


def add_buttons(picker):
    return [button for button in picker.findChildren(IconButton, "add_suggested") if button.isVisible()]


def test_every_other_article_is_offered(qtbot, picker, archive):
    qtbot.mouseClick(picker.field, Qt.MouseButton.LeftButton)
    archive.answer()

    assert suggestions(picker) == ["Öppen hamn", "Without a title"]


def test_a_title_is_found_and_chosen_and_not_offered_again(qtbot, picker, archive):
    qtbot.keyClicks(picker.field, "hamn")
    archive.answer()
    with qtbot.waitSignal(picker.changed):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.mouseClick(picker.field, Qt.MouseButton.LeftButton)
    archive.answer()

    assert picker.chosen() == ("2",)
    assert suggestions(picker) == ["Without a title"]


def test_only_the_answer_to_the_last_question_counts(qtbot, picker, archive):
    qtbot.keyClicks(picker.field, "ny")
    first = archive.waiting[-1]
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    qtbot.keyClick(picker.field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(picker.field, "ha")
    archive.answer()

    first[0](first[1])

    assert archive.asked[-1] == "ha"
    assert suggestions(picker) == ["Öppen hamn"]


def test_what_the_archive_suggests_is_taken_with_one_click(qtbot, picker):
    assert picker.suggestions.titles() == ("Hamnen öppnar", "Öppen hamn")
    assert [button.accessibleName() for button in add_buttons(picker)] == [
        "Add Hamnen öppnar",
        "Add Öppen hamn",
    ]

    with qtbot.waitSignal(picker.changed):
        qtbot.mouseClick(add_buttons(picker)[0], Qt.MouseButton.LeftButton)

    assert picker.chosen() == ("4",)
    assert picker.suggestions.titles() == ("Öppen hamn",)


def test_suggestions_for_an_article_that_is_shown_no_more_are_not_shown(qtbot, picker, archive):
    picker.show_related([], own_id="2")
    wait_for_suggestions_for(qtbot, archive, "2")
    late = archive.waiting
    archive.waiting = []
    archive.alike = []
    picker.show_related([], own_id="3")
    wait_for_suggestions_for(qtbot, archive, "3")
    archive.answer()

    for done, summaries in late:
        done(summaries)

    assert picker.suggestions.titles() == ()
    assert not picker.suggestions.isVisible()


def test_who_leafs_through_articles_waits_for_no_suggestions_but_of_the_last(qtbot, qapp, picker, archive):
    for own_id in ("2", "3", "4"):
        picker.show_related([], own_id=own_id)
        qapp.processEvents()

    wait_for_suggestions_for(qtbot, archive, "4")
    assert archive.suggested_for == ["1", "4"]


def test_a_chosen_article_that_was_withdrawn_since_says_so(picker, archive):
    archive.articles.append(summary("4", "Hamnen"))
    picker.show_related(["2", "4"], own_id="1")
    archive.answer()
    archive.articles[1] = summary("2", "Öppen hamn", LiveSide.WITHDRAWN)

    picker.look_again()
    archive.answer()

    labels = [label.text() for label in picker.cards.findChildren(QLabel)]
    assert labels.count("Withdrawn, so the page does not lead to it any more.") == 1


def test_related_articles_are_ordered_and_removed_by_keyboard(qtbot, picker, archive):
    picker.show_related(["2", "3", "gone"], own_id="1")
    before = picker.cards.cards()[2].accessibleName()
    archive.answer()
    last = picker.cards.cards()[2]

    qtbot.keyClick(last, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(picker.cards.cards()[0], Qt.Key.Key_Delete)

    assert picker.chosen() == ("gone", "3")
    assert before == "…"
    assert picker.cards.cards()[0].accessibleName() == "An article that is not in the archive"
