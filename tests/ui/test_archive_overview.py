"""The table of the archive in the window: there and back again."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def window(qtbot, tmp_path):
    """A window on the samples, the newest of them open."""
    path = tmp_path / "archive.sqlite3"
    preferences = Preferences(user_settings())
    preferences.name = "Ada Ek"
    window = MainWindow(lambda: new_desk(path, with_samples=True), path, preferences)
    window.show()
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def page(qtbot, window):
    with qtbot.waitSignal(window.overview.shown, timeout=WAIT):
        window.findChild(object, "show_table").trigger()
    return window.findChild(object, "archive_page")


def test_the_table_stands_in_the_place_of_the_article_and_what_acts_on_that_waits(qtbot, window, page):
    assert page.isVisible()
    assert not window.place.isVisible()
    assert not window._actions["format_menu"].isEnabled()
    # The phone, which starts meanwhile, may have the focus for a moment.
    qtbot.waitUntil(lambda: window.focusWidget() is page.bar.field, timeout=WAIT)


def test_what_is_chosen_in_the_table_is_opened_in_the_place_of_the_table(qtbot, window, page):
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 5, timeout=WAIT)
    wanted = window.newsroom.finding.rows.ids[3]
    page.table.setCurrentIndex(page.table.model().index(3, 0))

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert window.session.current.article.id == wanted
    assert window.place.isVisible()
    assert window._actions["format_menu"].isEnabled()


def test_escape_goes_back_to_the_article(qtbot, window, page):
    page.table.setFocus()

    qtbot.keyClick(page.table, Qt.Key.Key_Escape)

    assert window.place.isVisible()
    assert window._actions["format_menu"].isEnabled()


def test_a_new_article_begun_at_the_table_comes_up_to_be_written(qtbot, window, page):
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        window.findChild(object, "new_article").trigger()

    assert window.place.isVisible()
    assert window.focusWidget() is window.place.editor.title
