"""The engine's flags, and one window in the place of another: language, colours, archive."""

import gc
import os

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QIcon

from editor_app.translation import interface_language
from tests.blank_archives import new_desk
from ui.application import ENGINE_FLAGS, ENGINE_HEAP, Windows, bound_engine_heap
from ui.settings.preferences import Preferences, user_settings
from ui.settings.settings_dialog import SettingsDialog
from ui.theme.application_look import Scheme
from ui.theme.palette import DARK, LIGHT, colours
from ui.widgets.primary_button import PrimaryButton

WAIT = 20000


@pytest.fixture
def preferences():
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    preferences.language = "en"
    preferences.scheme = Scheme.LIGHT
    return preferences


@pytest.fixture
def windows(qapp, preferences):
    before = (qapp.palette(), qapp.font(), qapp.style().objectName())
    windows = Windows(qapp, preferences, None)
    yield windows
    windows.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])
    qapp.setFont(before[1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ENGINE_HEAP),
        ("--disable-gpu", f"--disable-gpu {ENGINE_HEAP}"),
        ("--js-flags=--jitless", "--js-flags=--jitless"),
    ],
)
def test_the_engine_gets_a_bounded_heap_unless_somebody_says_otherwise(monkeypatch, before, after):
    monkeypatch.setenv(ENGINE_FLAGS, before)

    bound_engine_heap()

    assert os.environ[ENGINE_FLAGS] == after


@pytest.fixture
def window(qtbot, windows, tmp_path):
    archive = tmp_path / "archive.sqlite3"
    window = windows.open(lambda: new_desk(archive), archive)
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    return window


def change_settings(qtbot, window, **chosen):
    window.acts.show_settings()
    dialog = window.findChild(SettingsDialog)
    for name, value in chosen.items():
        box = dialog.findChild(object, name)
        box.setCurrentIndex(box.findData(value))
    dialog.findChild(PrimaryButton).click()


def test_another_language_speaks_at_once_and_the_article_stays_open(qtbot, windows, window):
    window.acts.new_article()
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass
    qtbot.keyClicks(window.place.editor.title, "Bron")
    article_id = window.session.current.article.id
    window.resize(window.width(), 611)

    change_settings(qtbot, window, language="sv")
    qtbot.waitUntil(lambda: windows.window is not window, timeout=WAIT)

    again = windows.window
    qtbot.waitUntil(lambda: again.session.current is not None, timeout=WAIT)
    assert interface_language() == "sv"
    assert again.menuBar().actions()[0].text() == "&Arkiv"
    assert again.session.current.article.id == article_id
    assert again.place.editor.title.text() == "Bron"
    assert again.height() == 611
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"


def test_other_colours_are_worn_at_once_by_the_same_window(qtbot, windows, window):
    assert colours(window.palette()) is LIGHT

    change_settings(qtbot, window, scheme="dark")

    assert windows.window is window
    qtbot.waitUntil(lambda: colours(window.palette()) is DARK)


def test_another_archive_takes_the_place_of_the_first(qtbot, windows, window, tmp_path, monkeypatch):
    other = tmp_path / "other.sqlite3"
    monkeypatch.setattr("ui.other_archives.QFileDialog.getSaveFileName", lambda *_: (str(other), ""))

    window.acts.make_archive()
    qtbot.waitUntil(lambda: windows.window is not window, timeout=WAIT)
    with qtbot.waitSignal(windows.window.newsroom.opened, timeout=WAIT):
        pass

    assert other.exists()


def test_a_bug_does_not_end_the_program(qtbot, windows, window, capsys):
    error = ZeroDivisionError("x")

    windows.tell_of_bug(ZeroDivisionError, error, None)

    assert "ZeroDivisionError" in window.place.messages.texts()[0]
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_garbage_is_looked_for_again_when_the_archive_is_open(qtbot, windows, tmp_path):
    archive = tmp_path / "archive.sqlite3"
    gc.unfreeze()
    gc.disable()

    window = windows.open(lambda: new_desk(archive), archive)
    was_enabled = gc.isenabled()
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    kept = gc.get_freeze_count()
    gc.unfreeze()

    assert not was_enabled
    assert gc.isenabled()
    assert kept > 0


def test_what_is_loaded_by_the_first_page_is_no_more_searched_for_garbage(windows, window):
    gc.unfreeze()

    window.place.preview.updated.emit()
    kept = gc.get_freeze_count()
    gc.unfreeze()
    window.place.preview.updated.emit()

    assert kept > 0
    assert gc.get_freeze_count() == 0


def test_no_icon_is_kept_in_the_window_where_garbage_would_crash_the_program(window):
    gc.collect()

    assert [kept for kept in gc.get_objects() if isinstance(kept, QIcon)] == []
