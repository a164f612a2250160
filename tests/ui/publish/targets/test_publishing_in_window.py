"""The website published from the window: exported, handed to a target, and noted in the log."""

import zipfile
from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.audit import Act
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.publish_target import TargetKind
from ui.main_window import MainWindow
from ui.publish.targets.publish_dialog import PublishDialog
from ui.publish.targets.target_dialog import TargetDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.sqlite3"
    with closing(open_desk(path, create=True)) as desk:
        desk.export(tmp_path / "site", by="Ada")
    return path


@pytest.fixture
def window(qtbot, archive):
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    window = MainWindow(lambda: open_desk(archive), archive, preferences)
    window.show()
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def times_logged(archive):
    with closing(open_desk(archive)) as desk:
        return len(desk.find_log_entries(LogFilter(act=Act.SITE_PUBLISHED)))


def test_the_newest_export_is_published_to_a_new_target(qtbot, window, archive, tmp_path):
    file = tmp_path / "webben.zip"

    window.findChild(QAction, "publish_site").trigger()
    qtbot.waitUntil(lambda: window.findChild(PublishDialog) is not None, timeout=WAIT)
    dialog = window.findChild(PublishDialog)
    press(qtbot, dialog, "add")
    form = dialog.findChild(TargetDialog)
    form.name.setText("Paket")
    form.kind.setCurrentIndex(form.kind.findData(TargetKind.ZIP))
    form.findChild(QLineEdit, "target_address").setText(str(file))
    press(qtbot, form, "save")
    qtbot.waitUntil(lambda: dialog.list.count() == 1, timeout=WAIT)
    press(qtbot, dialog, "publish")
    outcome = dialog.findChild(QLabel, "outcome")
    qtbot.waitUntil(outcome.isVisible, timeout=WAIT)
    told = outcome.text()
    qtbot.waitUntil(lambda: times_logged(archive) == 1, timeout=WAIT)
    dialog.reject()

    assert told.startswith(f"Published to {file}.")
    with zipfile.ZipFile(file) as package:
        assert {"index.html", "pressklar.json"} <= set(package.namelist())
