"""The open article is handed over from the window, as far as it is approved."""

from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from editor_app.archive.archive import open_archive
from editor_app.desk.errors import NothingApproved
from editor_app.domain.audit import Act
from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.publish.handover_dialog import HandoverDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def articles(path):
    """Of the samples, one that can be handed over and has an image, and one that nobody approved."""
    with closing(new_desk(path, with_samples=True)) as desk:
        kits, drafts = [], []
        for summary in desk.articles():
            try:
                kits.append(desk.kit(summary.id))
            except NothingApproved:
                drafts.append(summary.id)
        return next(kit for kit in kits if kit.images), drafts[0]


@pytest.fixture
def make_window(qtbot, path):
    windows = []

    def make(article_id):
        preferences = Preferences(user_settings())
        preferences.name = "Ada Lind"
        window = MainWindow(lambda: new_desk(path), path, preferences, article_id)
        windows.append(window)
        with qtbot.waitSignal(window.session.opened, timeout=WAIT):
            window.show()
        return window

    yield make
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def open_dialog(qtbot, window):
    window.findChild(object, "hand_over").trigger()
    qtbot.waitUntil(lambda: window.findChild(HandoverDialog) is not None, timeout=WAIT)
    return window.findChild(HandoverDialog)


def logged(path):
    with closing(open_archive(path)) as archive, archive.reading() as holdings:
        return [entry for entry in holdings.log.entries() if entry.act == Act.HANDED_OVER]


def test_what_is_copied_is_what_was_approved_and_the_log_tells_of_it(qtbot, make_window, articles, path):
    kit, _draft = articles
    dialog = open_dialog(qtbot, make_window(kit.article_id))

    dialog.rows[0].button.click()
    dialog.rows[1].button.click()

    assert QApplication.clipboard().text() == kit.lead
    qtbot.waitUntil(lambda: len(logged(path)) == 1, timeout=WAIT)
    (entry,) = logged(path)
    assert (entry.by, entry.article_id, entry.revision_hash) == ("Ada Lind", kit.article_id, kit.given.hash)
    dialog.reject()


def test_its_images_are_saved_to_a_folder_of_their_own(qtbot, make_window, articles, tmp_path, monkeypatch):
    kit, _draft = articles
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    dialog = open_dialog(qtbot, make_window(kit.article_id))

    for folder in (tmp_path / kit.slug, tmp_path / f"{kit.slug}-2"):
        dialog.findChild(QPushButton, "save_images").click()
        qtbot.waitUntil(folder.exists, timeout=WAIT)

        assert {file.name: file.read_bytes() for file in folder.iterdir()} == {
            image.name: image.data for image in kit.images
        }
    dialog.reject()


def test_what_nobody_approved_is_refused_with_the_next_step(qtbot, make_window, articles):
    _kit, draft = articles
    window = make_window(draft)

    window.findChild(object, "hand_over").trigger()

    qtbot.waitUntil(
        lambda: any("have it approved first" in text for text in window.place.messages.texts()), timeout=WAIT
    )
    assert window.findChild(HandoverDialog) is None
