"""A translation of the open article, begun in the whole window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton

from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings
from ui.translating import TranslationDialog

WAIT = 20_000


@pytest.fixture
def window(qtbot, tmp_path):
    """A window on an archive with one draft, which is open."""
    path = tmp_path / "archive.sqlite3"
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    made = MainWindow(lambda: new_desk(path), path, preferences)
    made.show()
    with qtbot.waitSignal(made.newsroom.opened, timeout=WAIT):
        pass
    with qtbot.waitSignal(made.session.opened, timeout=WAIT):
        made.findChild(object, "new_article").trigger()
    qtbot.keyClicks(made.place.editor.title, "Ny bro")
    yield made
    made.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_translation_is_begun_with_what_was_typed_a_moment_ago(qtbot, window):
    original = window.session.current.article.id
    window.findChild(object, "translate").trigger()
    qtbot.waitUntil(lambda: window.findChild(TranslationDialog) is not None, timeout=WAIT)
    dialog = window.findChild(TranslationDialog)
    dialog._language.show_value("fi")

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        dialog.findChild(QPushButton, "accept").click()

    draft = window.session.current.article
    assert (draft.title, draft.language) == ("Ny bro", "fi")
    assert draft.version_of.article_id == original
    field = window.place.details.original
    qtbot.waitUntil(lambda: field.cards.keys() == (original,), timeout=WAIT)
    assert field.original() == draft.version_of
