"""Dates and times, Swedish on the screen and UTC within."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDateTimeEdit,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from editor_app.translation import interface_language
from ui.details.moment_field import MomentField

NOW = datetime(2024, 2, 26, 13, 2, 41, tzinfo=UTC)


@pytest.fixture
def field(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = MomentField("Publish date", clock=lambda: NOW)
    column = QVBoxLayout(window)
    column.addWidget(QWidget())
    column.addWidget(made)
    made.changes = []
    made.changed.connect(lambda: made.changes.append(made.moment()))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    window.close()


def at(*parts, **more):
    return datetime(*parts, tzinfo=UTC, **more)


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (at(2024, 2, 26, 13, 2), "2024-02-26 14:02"),
        (at(2024, 7, 1, 22, 30), "2024-07-02 00:30"),
        (at(2024, 3, 31, 0, 59), "2024-03-31 01:59"),
        (at(2024, 3, 31, 1, 0), "2024-03-31 03:00"),
        (at(2024, 10, 27, 0, 30), "2024-10-27 02:30"),
        (at(2024, 10, 27, 1, 30), "2024-10-27 02:30"),
        (at(2024, 2, 26, 13, 2, 41, microsecond=123), "2024-02-26 14:02"),
    ],
)
def test_a_moment_is_shown_in_swedish_time_and_given_back_exactly(field, moment, shown):
    field.show_moment(moment)

    assert field.edit.text() == shown
    assert field.moment() == moment
    assert field.changes == []


@pytest.mark.parametrize(
    ("shown", "keys", "meant"),
    [
        (at(2024, 1, 10, 9, 0), "2024-07-10", at(2024, 7, 10, 8, 0)),
        (at(2024, 7, 10, 8, 0), "2024-01-10", at(2024, 1, 10, 9, 0)),
        (at(2024, 1, 10, 1, 30, 15), "2024-03-31", at(2024, 3, 31, 1, 30)),
        (at(2024, 1, 10, 1, 30), "2024-10-27", at(2024, 10, 27, 0, 30)),
        (at(2024, 1, 10, 1, 30), "20240710", at(2024, 7, 10, 0, 30)),
        (at(2024, 1, 10, 1, 30), "2026-12-24 08:15", at(2026, 12, 24, 7, 15)),
        (at(2024, 1, 10, 1, 30), "2026-3-4 8:15", at(2026, 3, 4, 7, 15)),
    ],
)
def test_a_date_that_is_typed_means_swedish_time_in_summer_and_winter(qtbot, field, shown, keys, meant):
    field.show_moment(shown)
    field.edit.setFocus()
    field.edit.setSelectedSection(QDateTimeEdit.Section.YearSection)

    qtbot.keyClicks(field.edit, keys)
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)

    assert field.moment() == meant
    assert field.changes[-1] == meant


def test_home_goes_to_the_year_which_is_then_typed_anew(qtbot, field):
    field.show_moment(at(2024, 1, 10, 9, 0))
    field.edit.setFocus()

    qtbot.keyClick(field.edit, Qt.Key.Key_Home)
    qtbot.keyClicks(field.edit, "2027-03-28")

    assert field.edit.text() == "2027-03-28 10:00"


def test_a_change_that_is_taken_back_gives_the_seconds_back(qtbot, field):
    field.show_moment(at(2024, 2, 26, 13, 2, 41))
    field.edit.setFocus()

    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    changed = field.moment()
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)

    assert changed != at(2024, 2, 26, 13, 2, 41)
    assert field.moment() == at(2024, 2, 26, 13, 2, 41)


def test_an_open_date_is_set_to_the_next_hour_and_can_be_cleared(qtbot, field):
    assert field.moment() is None

    qtbot.mouseClick(field.set_button, Qt.MouseButton.LeftButton)
    assert field.edit.hasFocus()
    qtbot.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)

    assert field.changes == [at(2024, 2, 26, 14, 0), None]
    assert field.set_button.hasFocus()


def test_the_week_of_the_calendar_starts_on_monday(qtbot, field):
    field.show_moment(NOW)
    option = QStyleOptionComboBox()
    option.initFrom(field.edit)
    arrow = field.edit.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, field.edit
    )

    qtbot.mousePress(field.edit, Qt.MouseButton.LeftButton, pos=arrow.center())

    popup = QApplication.activePopupWidget()
    calendar = field.edit.calendarWidget()
    is_shown = popup.isVisible() and popup.isAncestorOf(calendar)
    popup.close()
    assert is_shown
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.locale().language() is QLocale(interface_language()).language()


def test_no_calendar_is_made_for_a_date_that_is_only_shown(field):
    field.show_moment(NOW)

    assert field.edit.findChild(QCalendarWidget) is None


def test_scrolling_over_a_date_leaves_it_alone_until_it_has_the_focus(qtbot, field):
    field.show_moment(NOW)

    def roll():
        middle = QPointF(field.edit.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(field.edit.mapToGlobal(middle.toPoint())),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field.edit, event)

    field.clear_button.setFocus()
    roll()
    assert field.changes == []
    field.edit.setFocus()
    roll()
    assert len(field.changes) == 1


def test_a_time_that_comes_twice_asks_which_one_is_meant(qtbot, field):
    field.show_moment(at(2026, 10, 25, 12, 0))
    field.edit.setFocus()
    field.edit.setSelectedSection(QDateTimeEdit.Section.YearSection)

    qtbot.keyClicks(field.edit, "2026-10-25 02:30")
    first = field.moment()
    field.clock_change.first.setFocus()
    qtbot.keyClick(field.clock_change.first, Qt.Key.Key_Down)

    assert field.clock_change.note.text().startswith("02:30 comes twice this night")
    assert first == at(2026, 10, 25, 0, 30)
    assert field.changes[-1] == field.moment() == at(2026, 10, 25, 1, 30)


def test_a_time_that_never_comes_says_what_becomes_of_it(qtbot, field):
    field.show_moment(at(2026, 3, 29, 12, 0))
    field.edit.setFocus()
    field.edit.setSelectedSection(QDateTimeEdit.Section.HourSection)

    qtbot.keyClicks(field.edit, "02:30")

    assert field.clock_change.note.text() == (
        "There is no 02:30 this night: the clocks are put forward an hour. It becomes 03:30."
    )
    assert not field.clock_change.second.isVisible()
    assert field.moment() == at(2026, 3, 29, 1, 30)


def test_an_ordinary_time_is_not_explained(qtbot, field):
    field.show_moment(at(2026, 10, 25, 1, 30))
    was_said = field.clock_change.isVisible()

    field.show_moment(at(2026, 10, 26, 1, 30))

    assert was_said
    assert not field.clock_change.isVisible()


def test_the_second_time_is_shown_as_such_and_given_back(field):
    field.show_moment(at(2026, 10, 25, 1, 30, 7))

    assert field.clock_change.second.isChecked()
    assert field.moment() == at(2026, 10, 25, 1, 30, 7)
    assert field.changes == []


@pytest.fixture
def day_field(qtbot):
    made = MomentField("Take down", clock=lambda: NOW, by_day=True)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_day_is_asked_for_without_a_time_and_means_its_begin(day_field, qtbot):
    qtbot.mouseClick(day_field.set_button, Qt.MouseButton.LeftButton)

    assert day_field.edit.text() == "2024-02-27"
    assert day_field.moment() == at(2024, 2, 26, 23, 0)


def test_a_time_of_day_is_given_and_taken_away_again(day_field, qtbot):
    day_field.show_moment(at(2024, 6, 30, 22, 0))
    changes = []
    day_field.changed.connect(lambda: changes.append(day_field.moment()))

    qtbot.keyClick(day_field.with_time, Qt.Key.Key_Space)
    day_field.edit.setSelectedSection(QDateTimeEdit.Section.HourSection)
    qtbot.keyClicks(day_field.edit, "1530")
    with_time = (day_field.edit.text(), day_field.moment())
    qtbot.keyClick(day_field.with_time, Qt.Key.Key_Space)

    assert with_time == ("2024-07-01 15:30", at(2024, 7, 1, 13, 30))
    assert (day_field.edit.text(), day_field.moment()) == ("2024-07-01", at(2024, 6, 30, 22, 0))
    assert changes[-1] == at(2024, 6, 30, 22, 0)


def test_a_moment_that_is_no_begin_of_a_day_is_shown_with_its_time(day_field):
    day_field.show_moment(at(2024, 2, 26, 13, 2))

    assert day_field.edit.text() == "2024-02-26 14:02"
    assert day_field.with_time.isChecked()


@pytest.mark.parametrize(
    ("now", "shown"),
    [(at(2024, 3, 30, 23, 30), "2024-04-01"), (at(2024, 10, 26, 22, 30), "2024-10-28")],
)
def test_the_days_on_which_clocks_change_are_days_too(qtbot, now, shown):
    made = MomentField("Take down", clock=lambda: now, by_day=True)
    qtbot.addWidget(made)
    made.show()

    qtbot.mouseClick(made.set_button, Qt.MouseButton.LeftButton)

    assert made.edit.text() == shown
