"""A window on an archive with one article, for tests of what the rules find in it."""

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph
from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "archive.sqlite3"
    new_desk(path).close()
    return path


@pytest.fixture
def open_window(qtbot, archive):
    """Open a window on an article with these words, and wait until it has been checked."""
    windows = []

    def open_window(*blocks, title="Ny väg", lead="Vägen öppnar i maj.", contact=None):
        desk = open_desk(archive)
        created = desk.create(by="Ada")
        body = Document(tuple(paragraph(one) if isinstance(one, str) else one for one in blocks))
        contact_ids = () if contact is None else (desk.save_contact(contact, by="Ada").id,)
        article = msgspec.structs.replace(
            created.article, title=title, lead=lead, body=body, contact_ids=contact_ids
        )
        desk.save(article, version=created.version, by="Ada")
        desk.close()
        preferences = Preferences(user_settings())
        preferences.name = "Åsa Ek"
        window = MainWindow(lambda: open_desk(archive), archive, preferences)
        windows.append(window)
        window.resize(1500, 900)
        with qtbot.waitSignal(window.article.checking.shown, timeout=WAIT):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
        return window

    yield open_window
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
