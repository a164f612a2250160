"""Choosing the articles that a page leads on to."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.workflow import State
from tests.ui.pickers.listed import suggestions
from ui.pickers.related_picker import RelatedPicker


def summary(article_id, title):
    noon = datetime(2024, 2, 26, 12, tzinfo=UTC)
    return ArticleSummary(
        article_id, title, Kind.NEWS, "sv", "Kultur", State.DRAFT, False, None, noon, "Eva Nord"
    )


@pytest.fixture
def picker(in_window):
    made = RelatedPicker()
    made.set_summaries([summary("1", "Ny lekplats"), summary("2", "Öppen hamn"), summary("3", "")])
    made.show_related([], own_id="1")
    return in_window(made)


def test_every_other_article_is_offered(qtbot, picker):
    qtbot.mouseClick(picker.field, Qt.MouseButton.LeftButton)

    assert suggestions(picker) == ["Öppen hamn", "Without a title"]


def test_a_title_is_found_and_chosen_and_not_offered_again(qtbot, picker):
    qtbot.keyClicks(picker.field, "hamn")
    with qtbot.waitSignal(picker.changed):
        qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.mouseClick(picker.field, Qt.MouseButton.LeftButton)

    assert picker.chosen() == ("2",)
    assert suggestions(picker) == ["Without a title"]


def test_related_articles_are_ordered_and_removed_by_keyboard(qtbot, picker):
    picker.show_related(["2", "3", "gone"], own_id="1")
    last = picker.cards.cards()[2]

    qtbot.keyClick(last, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(picker.cards.cards()[0], Qt.Key.Key_Delete)

    assert picker.chosen() == ("gone", "3")
    assert picker.cards.cards()[0].accessibleName() == "An article that is not in the archive"
