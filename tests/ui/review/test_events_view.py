"""The story of an article as a list: narrowed down, searched, and leading to versions."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from editor_app.desk.version_values import StoryEvent
from editor_app.domain.audit import Act
from ui.review.events_view import EventsView, Part

NOON = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)
EVENTS = (
    StoryEvent(NOON, Act.APPROVED_BY_FORCE, "Eva Nord", 2, "Ingen annan i tjänst"),
    StoryEvent(NOON, Act.RETURNED, "Bo Ek", 1, "Vem bygger?"),
    StoryEvent(NOON, Act.EDITED, "Eva Nord"),
)


@pytest.fixture
def view(qtbot):
    made = EventsView(NOON)
    qtbot.addWidget(made)
    made.resize(480, 400)
    made.show()
    made.show_events(EVENTS)
    yield made
    made.close()


def shown(view):
    rows = range(view.list.count())
    return [view.list.item(row).text() for row in rows if not view.list.isRowHidden(row)]


def test_each_event_says_what_who_when_and_why_to_those_who_hear_it(view):
    heard = [view.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(view.list.count())]

    assert heard == [
        "Approved against the rules · Version 2, Eva Nord · today 12:00, Ingen annan i tjänst",
        "Returned with a comment · Version 1, Bo Ek · today 12:00, Vem bygger?",
        "Edited, Eva Nord · today 12:00",
    ]


def test_the_list_is_narrowed_to_approval_or_to_the_text(qtbot, view):
    qtbot.keyClick(view.part, Qt.Key.Key_Down)
    approval = view.part.currentData(), shown(view)
    qtbot.keyClick(view.part, Qt.Key.Key_Down)

    assert approval == (Part.APPROVAL, ["Approved against the rules", "Returned with a comment"])
    assert shown(view) == ["Edited"]
    assert view.findChild(QLabel, "event_count").text() == "1 event"


def test_events_are_found_by_person_and_by_words(qtbot, view):
    qtbot.keyClicks(view.search, "bo vem")

    assert shown(view) == ["Returned with a comment"]


def test_enter_leads_to_the_version(qtbot, view):
    view.list.setCurrentRow(1)

    with qtbot.waitSignal(view.version_asked) as asked:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)

    assert asked.args == [1]


def test_long_words_are_wrapped_and_not_cut(view):
    long = StoryEvent(NOON, Act.RETURNED, "Bo Ek", 1, "Skriv vem som bygger och vad det kostar. " * 12)
    view.show_events((long, EVENTS[2]))

    tall, low = (view.list.sizeHintForIndex(view.list.model().index(row, 0)).height() for row in (0, 1))

    assert tall > low + 3 * view.list.fontMetrics().lineSpacing()
