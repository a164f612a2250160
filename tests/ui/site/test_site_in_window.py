"""The website set from the window, kept in the archive and worn by the preview."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.site_settings import Appearance, Notice
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings
from ui.site.site_dialog import SiteDialog

WAIT = 20000


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def window(qtbot, archive):
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    window = MainWindow(lambda: open_desk(archive, create=True), archive, preferences)
    window.show()
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def settings_in(archive):
    desk = open_desk(archive)
    try:
        return desk.site_settings()
    finally:
        desk.close()


def test_a_new_notice_is_kept_and_leads_on_to_the_export(qtbot, window, archive):
    window.findChild(QAction, "begin_notice").trigger()
    dialog = window.findChild(SiteDialog)
    dialog.focusWidget().setPlainText("Koka vattnet.")

    dialog.accept()

    messages = window.place.messages
    qtbot.waitUntil(
        lambda: any("when it has been exported" in text for text in messages.texts()), timeout=WAIT
    )
    assert settings_in(archive).notices == (Notice(text="Koka vattnet."),)
    assert any("Export" in button.text() for button in messages.findChildren(QPushButton))


def test_the_preview_is_read_anew_in_a_new_colour(qtbot, window, archive):
    window.findChild(QAction, "site").trigger()
    dialog = window.findChild(SiteDialog)
    dialog.findChild(QLineEdit, "accent").setText("#7a1f4b")

    with qtbot.waitSignal(window.newsroom.look_changed, timeout=WAIT):
        dialog.accept()

    assert window.newsroom.site_settings == replace(settings_in(archive), appearance=Appearance("#7a1f4b"))
