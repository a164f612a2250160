"""Words that are added to the dictionary in the window, and taken away in the settings."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings
from ui.settings.word_list import WordList


@pytest.fixture
def window(qtbot, tmp_path):
    path = tmp_path / "archive.sqlite3"
    window = MainWindow(lambda: new_desk(path), path, Preferences(user_settings()))
    with qtbot.waitSignal(window.newsroom.opened, timeout=20_000):
        window.show()
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_word_is_kept_in_the_archive_until_it_is_removed_in_the_settings(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.spelling.words.changed):
        window.spelling.words.add("sv", "klarebrobon")
    words = WordList(window.spelling.words)
    qtbot.addWidget(words)
    words.list.setCurrentRow(0)
    stored = _stored(tmp_path)

    with qtbot.waitSignal(window.spelling.words.changed):
        qtbot.mouseClick(words.remove, Qt.MouseButton.LeftButton)

    assert stored == {"sv": ("klarebrobon",)}
    assert _stored(tmp_path) == {}
    assert words.list.count() == 0


def _stored(folder):
    desk = open_desk(folder / "archive.sqlite3")
    try:
        return desk.words()
    finally:
        desk.close()
