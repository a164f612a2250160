"""Pickers stand in a window, as their suggestions do."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def in_window(qtbot):
    """Return a function that shows a picker at the top of a window of its own."""
    windows = []

    def show(picker, height=500):
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(300, height)
        column = QVBoxLayout(window)
        column.addWidget(picker)
        column.addStretch()
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return picker

    yield show
    for window in windows:
        window.close()
