"""The history in the window: named versions, what differs, and the way back."""

import msgspec
import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QInputDialog, QLineEdit, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, paragraph
from tests.blank_archives import new_desk
from ui.main_window import MainWindow
from ui.pickers.image_source import as_png
from ui.review.compare_view import CompareView
from ui.review.versions_dialog import VersionsDialog
from ui.settings.preferences import Preferences

WAIT = 15_000


@pytest.fixture
def archive(tmp_path):
    """An archive with one article that has a saved version and was changed since."""
    path = tmp_path / "archive.sqlite3"
    desk = new_desk(path)
    created = desk.create(by="Ada")
    image = desk.add_image(as_png(QImage(60, 40, QImage.Format.Format_RGB32)), name="bro.png", by="Ada")
    article = msgspec.structs.replace(
        created.article, title="Bron stängs", body=Document((paragraph("Den 4 maj."), Figure(image.id)))
    )
    first = desk.save(article, version=created.version, by="Ada")
    desk.save_version(article.id, version=first.version, by="Ada", name="Till nämnden")
    desk.save(msgspec.structs.replace(article, title="Bron stängs i maj"), version=first.version, by="Ada")
    desk.close()
    return path


@pytest.fixture
def window(qtbot, archive, tmp_path):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.name = "Eva"
    made = MainWindow(lambda: open_desk(archive), archive, preferences)
    made.article.editing.say = lambda error: pytest.fail(str(error))
    with qtbot.waitSignal(made.session.opened, timeout=WAIT):
        made.show()
    yield made
    made.dispose()


def dialog(qtbot, window, kind):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)), timeout=WAIT)
    return next(one for one in window.findChildren(kind) if one.isVisible())


def open_versions(qtbot, window):
    window.findChild(object, "versions").trigger()
    shown = dialog(qtbot, window, VersionsDialog)
    qtbot.waitUntil(lambda: bool(shown.view.summary()), timeout=WAIT)
    return shown


def stored_versions(archive, article_id):
    desk = open_desk(archive)
    versions = desk.versions(article_id)
    desk.close()
    return versions


def test_the_newest_version_is_compared_with_what_is_in_the_window(qtbot, window):
    shown = open_versions(qtbot, window)

    assert shown.list.model().index(0).data().startswith("Till nämnden · Ada · today ")
    assert shown.view.summary() == "2 words added, 0 removed"
    assert [change.sentence for change in shown.view.changes] == ["Added: “i maj”"]
    shown.reject()


def test_images_are_seen_in_a_comparison(qtbot, window):
    shown = open_versions(qtbot, window)
    (_words, figure) = window.session.current.article.body.blocks

    def seen():
        kind = QTextDocument.ResourceType.ImageResource.value
        return shown.view.text.document().resource(kind, QUrl(figure.image_id)).width()

    qtbot.waitUntil(lambda: seen() == 60, timeout=WAIT)
    shown.reject()


def test_a_version_is_renamed_in_place(qtbot, window, archive):
    shown = open_versions(qtbot, window)

    shown.name.selectAll()
    qtbot.keyClicks(shown.name, "Den som gick ut")
    qtbot.keyClick(shown.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.list.model().index(0).data().startswith("Den som gick ut"), timeout=WAIT)
    shown.reject()

    assert stored_versions(archive, window.session.current.article.id)[0].name == "Den som gick ut"


def test_restoring_shows_the_old_words_and_keeps_the_new_ones(qtbot, window, archive):
    shown = open_versions(qtbot, window)

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        qtbot.mouseClick(shown.findChild(QPushButton, "restore"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(window.place.messages.isVisible, timeout=WAIT)

    assert window.session.current.article.title == "Bron stängs"
    assert "kept in the history" in window.place.messages.texts()[0]
    versions = stored_versions(archive, window.session.current.article.id)
    assert [version.occasion for version in versions] == ["before_restore", "saved"]


def test_a_version_is_saved_under_the_name_that_is_asked_for(qtbot, window, archive):
    window.findChild(object, "save_version").trigger()
    asking = dialog(qtbot, window, QInputDialog)
    line = asking.findChild(QLineEdit)
    qtbot.keyClicks(line, "Efter samrådet")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(window.place.messages.isVisible, timeout=WAIT)

    versions = stored_versions(archive, window.session.current.article.id)
    assert [(version.name, version.created_by) for version in versions] == [
        ("Efter samrådet", "Eva"),
        ("Till nämnden", "Ada"),
    ]


def test_changes_since_an_approval_that_never_was_are_said_to_be_none(qtbot, window):
    window.findChild(object, "since_approved").trigger()

    assert window.place.messages.texts() == ("The article has not been approved yet.",)


def test_two_texts_in_conflict_are_compared_before_one_is_chosen(qtbot, window, archive):
    other = open_desk(archive)
    copy = other.open(window.session.current.article.id)
    theirs = Article(copy.article.id, title="Bron öppnar")
    other.save(theirs, version=copy.version, by="Bo")
    other.close()
    qtbot.keyClick(window.place.editor.title, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.place.editor.title, " nu")
    with qtbot.waitSignal(window.session.conflicted, timeout=WAIT):
        pass

    buttons = window.place.messages.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Compare").click()
    qtbot.waitUntil(lambda: any(view.summary() for view in window.findChildren(CompareView)), timeout=WAIT)
    view = next(view for view in window.findChildren(CompareView) if view.summary())
    assert view.changes[0].sentence == "“öppnar” became “stängs i maj nu”"
    view.window().reject()

    texts = [button.text() for button in window.place.messages.findChildren(QPushButton)]
    assert "Keep my text as a copy" in texts
    assert "Show the other text" in texts
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        keep = window.place.messages.findChildren(QPushButton)
        next(one for one in keep if one.isVisible() and one.text() == "Keep my text as a copy").click()
