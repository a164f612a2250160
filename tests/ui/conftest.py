"""What tests of the window share."""

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QApplication

# The browser engine asks for it before the application is made.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


@pytest.fixture(autouse=True)
def _own_settings(home):
    folder = str(home / "settings")
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, folder)
        QSettings.setPath(form, QSettings.Scope.SystemScope, folder)


@pytest.fixture(autouse=True)
def _empty_clipboard(request):
    """Empty the clipboard: what Python put there and left, Qt asks for after Python has gone."""
    yield
    if "qtbot" in request.fixturenames:
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _no_window_left_behind(request):
    """Fail a test that leaves a visible top-level window: it would take part in the next test."""
    yield
    if "qtbot" not in request.fixturenames:
        return
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    assert not left, f"left behind: {left}"
