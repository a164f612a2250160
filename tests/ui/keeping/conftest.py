"""A window on an archive with an article, and what it stands on."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.desk.opening import open_desk
from tests.archive.salvage.conftest import fill
from ui.application import Windows
from ui.archive_opening import opener
from ui.settings.preferences import Preferences, user_settings
from ui.theme.application_look import Scheme

WAIT = 20000


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    path = tmp_path_factory.mktemp("filled") / "archive.sqlite3"
    fill(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, filled):
    path = tmp_path / "archive.sqlite3"
    path.write_bytes(filled)
    return path


@pytest.fixture
def windows(qapp):
    preferences = Preferences(user_settings())
    preferences.name, preferences.language, preferences.scheme = "Åsa Ek", "en", Scheme.LIGHT
    before = (qapp.palette(), qapp.font(), qapp.style().objectName())
    windows = Windows(qapp, preferences, None)
    yield windows
    windows.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.fixture
def open_window(qtbot, windows, path):
    def open_it():
        window = windows.open(opener(path), path)
        with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
            pass
        return window

    return open_it


def titles(path):
    desk = open_desk(path)
    found = sorted(line.title for line in desk.articles())
    desk.close()
    return found
