"""The export asked for from the window, while an article is being written."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction

from editor_app.desk.desk import Desk
from editor_app.desk.opening import open_desk
from tests.blank_archives import blank_archive
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def window(qtbot, tmp_path):
    archive = blank_archive(tmp_path / "archive.sqlite3")
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    preferences.export_folder = tmp_path / "site"
    window = MainWindow(lambda: open_desk(archive), archive, preferences)
    window.show()
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_what_is_typed_is_saved_before_the_export_covers_it(qtbot, window, monkeypatch):
    found, plan_export = [], Desk.plan_export

    def look_and_plan(desk, target, **options):
        found.extend(summary.title for summary in desk.articles())
        return plan_export(desk, target, **options)

    monkeypatch.setattr(Desk, "plan_export", look_and_plan)
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        window.findChild(QAction, "new_article").trigger()

    qtbot.keyClicks(window.place.editor.title, "Ny bro")
    window.findChild(QAction, "export").trigger()
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)

    assert found == ["Ny bro"]
