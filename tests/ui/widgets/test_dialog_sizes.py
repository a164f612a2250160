"""Dialogs are as large as their words."""

from PySide6.QtWidgets import QDialog

from ui.widgets.dialogs import resize_by_letters


def sized(qtbot, times, letters):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    font = dialog.font()
    font.setPixelSize(12 * times)
    dialog.setFont(font)
    resize_by_letters(dialog, letters, 10)
    return dialog


def test_a_dialog_grows_with_its_letters(qtbot):
    small, large = sized(qtbot, 1, 30), sized(qtbot, 2, 30)

    assert large.width() >= 1.8 * small.width()
    assert large.height() >= 1.8 * small.height()


def test_a_dialog_is_never_larger_than_the_screen(qtbot):
    dialog = sized(qtbot, 4, 300)

    assert dialog.width() == dialog.screen().availableSize().width()
