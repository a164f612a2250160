"""The export, from the folder to what happened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton

from editor_app.archive.errors import ArchiveBusy
from editor_app.desk.values import ExportOutlook, ExportResult
from editor_app.domain.lost_link import LostLink
from ui.desk_worker import DeskWorker
from ui.publish.export_dialog import ExportDialog
from ui.publish.export_words import what_happened, what_will_happen
from ui.settings.preferences import Preferences, user_settings
from ui.widgets.explained import explained


class FakeDesk:
    """Exports two pages, but never into a folder called `taken`."""

    def export(self, target, *, by):  # noqa: ARG002 - as the desk has it
        if target.name == "taken":
            raise ArchiveBusy(target)
        lost = (LostLink("park", "Parken växer", "bridge", "Bron stängs"),) if target.name == "lost" else ()
        return ExportResult(target, 2, ("index.html", "a.html"), (), (), not_due=1, lost=lost)

    def close(self):
        pass


@pytest.fixture
def worker(qapp):
    worker = DeskWorker(FakeDesk)
    yield worker
    worker.close()


@pytest.fixture
def dialog(qtbot, worker):
    dialog = ExportDialog(
        worker, ExportOutlook(exported=1, edited=0, waiting=0, left_out=0), Preferences(user_settings())
    )
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_it_tells_what_was_written_and_remembers_the_folder(qtbot, dialog, tmp_path):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "site"))

    press(qtbot, dialog, "export")
    outcome = dialog.findChild(QLabel, "outcome")
    qtbot.waitUntil(outcome.isVisible)

    assert outcome.text().splitlines() == [
        "The site has 2 pages.",
        "New files: 2, changed: 0, removed: 0.",
        "1 approved article is not due and was left out.",
    ]
    assert dialog.findChild(QPushButton, "open").isVisible()
    assert Preferences(user_settings()).export_folder == tmp_path / "site"


@pytest.mark.parametrize(("has_browser", "told"), [(True, "The site has"), (False, "No web browser")])
def test_enter_opens_the_page_that_was_exported(qtbot, dialog, tmp_path, monkeypatch, has_browser, told):
    opened = []

    def open_url(url):
        opened.append(Path(url.toLocalFile()))
        return has_browser

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "site"))

    qtbot.keyClick(dialog.findChild(QLineEdit, "folder"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "open").hasFocus())
    qtbot.keyClick(dialog.findChild(QPushButton, "open"), Qt.Key.Key_Return)

    assert opened == [tmp_path / "site" / "index.html"]
    assert dialog.findChild(QLabel, "outcome").text().startswith(told)


def test_an_export_leads_on_to_its_publishing(qtbot, dialog, tmp_path):
    asked = []
    dialog.publishing_asked.connect(asked.append)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "site"))
    publish = dialog.findChild(QPushButton, "publish")
    was_offered = publish.isVisible()

    press(qtbot, dialog, "export")
    qtbot.waitUntil(publish.isVisible)
    press(qtbot, dialog, "publish")

    assert asked == [tmp_path / "site"]
    assert not was_offered and not dialog.isVisible()


def test_pages_that_lost_a_link_are_named_and_opened(qtbot, dialog, tmp_path):
    asked = []
    dialog.article_asked.connect(asked.append)
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "lost"))
    press(qtbot, dialog, "export")
    lost = dialog.findChild(QListWidget, "lost_links")
    qtbot.waitUntil(lost.isVisible)

    named = [lost.item(row).text() for row in range(lost.count())]
    press(qtbot, dialog, "open_article")

    assert named == ["“Parken växer” leads to “Bron stängs”"]
    assert asked == ["park"]
    assert not dialog.isVisible()


def test_nothing_is_said_of_links_where_none_is_lost(qtbot, dialog, tmp_path):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "site"))
    press(qtbot, dialog, "export")
    qtbot.waitUntil(dialog.findChild(QLabel, "outcome").isVisible)

    assert not dialog.findChild(QListWidget, "lost_links").isVisible()


def test_it_cannot_be_closed_in_the_middle(qtbot, dialog, tmp_path):
    dialog.findChild(QLineEdit, "folder").setText(str(tmp_path / "site"))
    press(qtbot, dialog, "export")

    dialog.reject()
    dialog.close()

    assert dialog.isVisible()
    qtbot.waitUntil(lambda: dialog.result_of_export is not None)
    dialog.reject()
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_used_is_told_beside_it(qtbot, dialog, tmp_path):
    dialog.findChild(QLineEdit, "folder").setText(str(tmp_path / "taken"))

    press(qtbot, dialog, "export")

    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "export").isEnabled())
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert explained(ArchiveBusy(tmp_path / "taken")) in shown
    assert dialog.result_of_export is None


def test_without_a_folder_there_is_nothing_to_press(dialog):
    assert not dialog.findChild(QPushButton, "export").isEnabled()


def test_it_says_what_leaves_and_what_stays():
    sentences = what_will_happen(ExportOutlook(exported=2, edited=1, waiting=1, left_out=2))

    assert sentences == [
        "2 approved articles are exported.",
        "1 of them has newer edits: the approved text is exported.",
        "1 published article waits for its time.",
        "2 articles have never been published and stay here.",
    ]


def test_an_export_that_changed_nothing_says_so(tmp_path):
    told = what_happened(ExportResult(tmp_path, 1, (), (), (), not_due=0))

    assert told == ["The site has 1 page.", "Nothing has changed since the last export."]
