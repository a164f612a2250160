"""What was dismissed is listed below the findings."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor_app.desk.opening import open_desk
from tests.ui.checking.conftest import WAIT
from tests.ui.checking.test_findings import finding, press, rules, show_panel

REASON = "Det är ett citat."


def dismiss(qtbot, window, archive, rule):
    desk = open_desk(archive)
    article = window.article.editing.article()
    desk.dismiss_finding(article, finding(window, rule), reason=REASON, by="Ada")
    desk.close()
    window.article.checking._live.check_soon()
    qtbot.waitUntil(lambda: rule not in rules(window), timeout=WAIT)


def test_what_was_dismissed_is_unfolded_with_its_reason_and_brought_back(qtbot, open_window, archive):
    window = open_window("Hur många?? Det vet ingen.")
    panel = show_panel(window)
    was_shown = panel.dismissed.isVisible()
    dismiss(qtbot, window, archive, "Y12")

    press(qtbot, panel.dismissed, "dismissed")
    listed = [label.text() for label in panel.dismissed.findChildren(QLabel) if label.isVisible()]
    press(qtbot, panel.dismissed, "bring_back")

    assert not was_shown
    assert panel.dismissed.fold.text() == "1 dismissed finding"
    assert listed[:2] == ["One mark is enough", "“??”"]
    assert listed[2].startswith("Ada, ")
    assert listed[2].endswith(REASON)
    qtbot.waitUntil(lambda: "Y12" in rules(window), timeout=WAIT)
    assert not panel.dismissed.isVisible()


def test_nothing_is_brought_back_where_all_is_only_read(qtbot, open_window, archive):
    window = open_window("Hur många?? Det vet ingen.")
    panel = show_panel(window)
    dismiss(qtbot, window, archive, "Y12")

    window.place.make_read_only("The archive is damaged.")

    assert not panel.dismissed.findChild(QPushButton, "bring_back").isEnabled()


def test_the_list_is_walked_by_key(qtbot, open_window, archive):
    window = open_window("Hur många?? Det vet ingen.")
    panel = show_panel(window)
    dismiss(qtbot, window, archive, "Y12")
    panel.dismissed.fold.setFocus()

    qtbot.keyClick(panel.dismissed.fold, Qt.Key.Key_Space)
    qtbot.keyClick(panel.dismissed.fold, Qt.Key.Key_Tab)

    assert window.focusWidget().objectName() == "bring_back"
