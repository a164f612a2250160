"""The export, from the folder to what happened."""

import time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QMessageBox, QPushButton, QTreeView

from editor_app.archive.errors import ArchiveBusy
from editor_app.desk.values import ExportOutlook, ExportPlan, ExportResult
from editor_app.domain.audit import Head
from editor_app.domain.lost_link import Gone, LostLink
from editor_app.site.errors import ExportStopped, PlanOutdated
from editor_app.site.output.values import ChangeKind, Conflict, ConflictKind, Generation, Switched
from editor_app.site.output.verification import Finding, FindingKind, FolderCheck
from editor_app.site.planning.values import Cause, PlannedChange, Reason
from editor_app.site.progress import ExportStep
from ui.desk_worker import DeskWorker
from ui.publish.export_dialog import ExportDialog
from ui.publish.export_words import what_happened, what_will_happen
from ui.settings.preferences import Preferences, user_settings
from ui.widgets.explained import explained

LOST = (
    LostLink("park", "Parken växer", "bridge", "Bron stängs", Gone.WITHDRAWN),
    LostLink("", "Halka", "ice", "", Gone.UNKNOWN),
)
BRIDGE = Reason(Cause.CHANGED, "bridge", "Bron stängs", ("title",))


class FakeDesk:
    """Exports two pages, but never into a folder called `taken`; what is in the way shows in its name."""

    def __init__(self):
        self.wait_to_stop = False
        self.kept = None
        self.may_go_back = Event()
        self.may_go_back.set()
        self.done = []
        self.stopped = 0
        self.may_end = Event()
        self.may_end.set()

    def plan_export(self, target, *, tell):
        if target.name == "taken":
            raise ArchiveBusy(target)
        while self.wait_to_stop:
            tell(ExportStep.PAGES, 256, 1024)
        count = {"same": 0, "many": 20_000}.get(target.name, 2)
        changed = tuple(PlannedChange(f"{n}.html", ChangeKind.CHANGED, (BRIDGE,)) for n in range(count))
        conflicts = (Conflict("0.html", ConflictKind.ALTERED),) if target.name == "altered" else ()
        if count != 2:
            target.mkdir(parents=True)
            (target / "pressklar.json").touch()
        return ExportPlan(target, count, changed, conflicts, not_due=0)

    def export(self, target, *, tell, **asked):
        self.done.append(asked)
        if target.name == "outdated" and len(self.done) == 1:
            raise PlanOutdated(target)
        self._go_on_until_let(tell)
        tell(ExportStep.SWITCHING, 0, 0)
        assert self.may_end.wait(20)
        lost = LOST if target.name == "lost" else ()
        return ExportResult(target, 2, ("index.html", "a.html"), (), (), not_due=1, lost=lost)

    def _go_on_until_let(self, tell):
        begun = time.monotonic()
        while self.wait_to_stop and time.monotonic() < begun + 20:
            try:
                tell(ExportStep.CHECKING, 256, 1024)
            except ExportStopped:
                self.stopped += 1
                raise

    def last_kept(self, _target):
        return self.kept

    def roll_back(self, target, **asked):
        assert self.may_go_back.wait(20)
        self.done.append((target.name, asked))
        return Switched(added=1, changed=2, removed=0)

    def verify_site(self, _target):
        yield 0.5
        while self.wait_to_stop:
            yield 0.5
        return FolderCheck(2, Head(), None, (Finding("0.html", FindingKind.ALTERED),))

    def close(self):
        pass


@pytest.fixture
def desk():
    return FakeDesk()


@pytest.fixture
def worker(qapp, desk):
    worker = DeskWorker(lambda: desk)
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


def look(qtbot, dialog, folder):
    """Write `folder` and wait for what an export would do to it."""
    dialog.findChild(QLineEdit, "folder").clear()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(folder))
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: dialog.plan is not None)


def export(qtbot, dialog, folder):
    """Look, then export to `folder`."""
    look(qtbot, dialog, folder)
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: dialog.result_of_export is not None)


def outcome(dialog):
    return dialog.findChild(QLabel, "outcome").text()


def rows(dialog):
    """Return what the list of files shows, the groups and what is unfolded of them."""
    files = dialog.findChild(QTreeView, "files")
    model, found = files.model(), []
    for row in range(model.rowCount()):
        group = model.index(row, 0)
        found.append(group.data())
        if files.isExpanded(group):
            found += [model.index(n, 0, group).data() for n in range(model.rowCount(group))]
    return found


def test_it_tells_what_was_written_and_remembers_the_folder(qtbot, dialog, tmp_path):
    export(qtbot, dialog, tmp_path / "site")

    assert outcome(dialog).splitlines() == [
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
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "export").hasFocus())
    qtbot.keyClick(dialog.findChild(QPushButton, "export"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "open").hasFocus())
    qtbot.keyClick(dialog.findChild(QPushButton, "open"), Qt.Key.Key_Return)

    assert opened == [tmp_path / "site" / "index.html"]
    assert outcome(dialog).startswith(told)


def test_an_export_leads_on_to_its_publishing(qtbot, dialog, tmp_path):
    asked = []
    dialog.publishing_asked.connect(asked.append)
    publish = dialog.findChild(QPushButton, "publish")
    was_offered = publish.isVisible()

    export(qtbot, dialog, tmp_path / "site")
    press(qtbot, dialog, "publish")

    assert asked == [tmp_path / "site"]
    assert not was_offered and not dialog.isVisible()


def test_pages_that_lost_a_link_are_named_and_opened(qtbot, dialog, tmp_path):
    asked = []
    dialog.article_asked.connect(asked.append)
    export(qtbot, dialog, tmp_path / "lost")
    lost = dialog.findChild(QListWidget, "lost_links")

    named = [lost.item(row).text() for row in range(lost.count())]
    press(qtbot, dialog, "open_article")

    assert named == [
        "“Parken växer” leads to “Bron stängs”, which was withdrawn",
        "The notice “Halka” leads to an article that is not in the archive",
    ]
    assert asked == ["park"]
    assert not dialog.isVisible()


def test_a_notice_that_leads_nowhere_is_no_article_to_be_opened(qtbot, dialog, tmp_path):
    export(qtbot, dialog, tmp_path / "lost")
    opening = dialog.findChild(QPushButton, "open_article")
    of_a_page = opening.isEnabled()

    dialog.findChild(QListWidget, "lost_links").setCurrentRow(1)

    assert (of_a_page, opening.isEnabled()) == (True, False)


def test_nothing_is_said_of_links_where_none_is_lost(qtbot, dialog, tmp_path):
    export(qtbot, dialog, tmp_path / "site")

    assert not dialog.findChild(QListWidget, "lost_links").isVisible()


@pytest.fixture
def exporting(qtbot, dialog, desk, tmp_path):
    """The dialog in the middle of an export, which tells that it checks until it is let go on."""
    look(qtbot, dialog, tmp_path / "site")
    desk.wait_to_stop = True
    press(qtbot, dialog, "export")
    words = dialog.findChild(QLabel, "progress_words")
    qtbot.waitUntil(lambda: words.text().startswith("Reading back what was written"))
    yield dialog
    desk.wait_to_stop = False
    desk.may_end.set()


def question(dialog):
    """Return the box that asks whether to stop, None while nobody is asked."""
    boxes = [box for box in dialog.findChildren(QMessageBox, "stop_export") if box.isVisible()]
    return boxes[0] if boxes else None


def press_close(dialog):
    dialog.findChild(QPushButton, "close").click()


@pytest.mark.parametrize("leave", (ExportDialog.reject, ExportDialog.close, press_close))
def test_closed_in_the_middle_it_asks_and_may_go_on(qtbot, exporting, desk, leave):
    leave(exporting)
    leave(exporting)
    asked = question(exporting)
    press(qtbot, asked, "go_on")
    desk.wait_to_stop = False

    qtbot.waitUntil(lambda: exporting.result_of_export is not None)
    assert exporting.isVisible()
    assert question(exporting) is None
    exporting.reject()
    assert not exporting.isVisible()


def test_closed_in_the_middle_it_stops_the_export_where_that_is_wanted(qtbot, exporting, desk):
    exporting.close()

    press(qtbot, question(exporting), "stop_and_close")

    assert not exporting.isVisible()
    qtbot.waitUntil(lambda: desk.stopped == 1)
    assert exporting.result_of_export is None


def test_nobody_is_asked_to_stop_what_has_been_done_meanwhile(qtbot, exporting, desk):
    exporting.close()
    asked = question(exporting)
    desk.wait_to_stop = False
    qtbot.waitUntil(lambda: exporting.result_of_export is not None)

    qtbot.waitUntil(lambda: question(exporting) is None)
    assert asked is not None
    assert exporting.isVisible()


def test_a_switch_that_has_begun_is_neither_stopped_nor_left(qtbot, exporting, desk):
    exporting.close()
    desk.may_end.clear()
    desk.wait_to_stop = False
    words = exporting.findChild(QLabel, "progress_words")
    qtbot.waitUntil(lambda: words.text() == "Changing to the new pages…")
    asked = question(exporting)
    can_end = [exporting.findChild(QPushButton, name).isEnabled() for name in ("stop", "close")]
    exporting.close()
    is_left = not exporting.isVisible()
    asked_again = question(exporting)
    desk.may_end.set()

    qtbot.waitUntil(lambda: exporting.result_of_export is not None)
    assert (asked, can_end, is_left, asked_again) == (None, [False, False], False, None)
    assert exporting.findChild(QPushButton, "close").isEnabled()


def test_a_folder_that_cannot_be_used_is_told_beside_it(qtbot, dialog, tmp_path):
    dialog.findChild(QLineEdit, "folder").setText(str(tmp_path / "taken"))

    press(qtbot, dialog, "export")

    qtbot.waitUntil(lambda: dialog.findChild(QPushButton, "export").isEnabled())
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert explained(ArchiveBusy(tmp_path / "taken")) in shown
    assert dialog.result_of_export is None


def test_without_a_folder_there_is_nothing_to_press(dialog):
    assert not dialog.findChild(QPushButton, "export").isEnabled()


def test_it_shows_what_changes_and_why_before_anything_is_done(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "site")
    files = dialog.findChild(QTreeView, "files")
    qtbot.keyClick(files, Qt.Key.Key_Right)

    assert outcome(dialog) == "Files: 0 new, 2 changed, 0 removed."
    assert rows(dialog) == [
        "2 files change because “Bron stängs” has changed: the title.",
        "0.html · changed file",
        "1.html · changed file",
    ]
    assert desk.done == []


def test_the_export_is_bound_to_what_was_shown(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "site")
    shown = dialog.plan
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: dialog.result_of_export is not None)

    assert [asked["as_planned"] for asked in desk.done] == [shown]


def test_what_changed_meanwhile_is_shown_before_it_is_exported(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "outdated")
    press(qtbot, dialog, "export")
    main = dialog.findChild(QPushButton, "export")
    qtbot.waitUntil(lambda: main.text() == "Show what changes" and main.isEnabled())

    assert dialog.result_of_export is None
    assert explained(PlanOutdated(tmp_path / "outdated")) in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    export(qtbot, dialog, tmp_path / "outdated")
    assert len(desk.done) == 2


def test_where_nothing_would_change_there_is_nothing_to_export(qtbot, dialog, tmp_path):
    look(qtbot, dialog, tmp_path / "same")

    assert outcome(dialog) == "Nothing would change."
    assert not dialog.findChild(QPushButton, "export").isEnabled()
    assert dialog.findChild(QPushButton, "open").isVisible()


def test_whole_releases_can_be_chosen_where_no_page_changes(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "same")
    qtbot.keyClick(dialog.findChild(QCheckBox, "releases"), Qt.Key.Key_Space)
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: dialog.result_of_export is not None)

    assert [asked["releases"] for asked in desk.done] == [True]


def test_work_of_others_is_replaced_only_when_asked(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "altered")
    could_export = dialog.findChild(QPushButton, "export").isEnabled()
    shown = rows(dialog)
    qtbot.keyClick(dialog.findChild(QCheckBox, "overwrite"), Qt.Key.Key_Space)
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: dialog.result_of_export is not None)

    assert not could_export
    assert shown[:2] == ["1 file there is the work of somebody else.", "0.html · changed by somebody"]
    assert [asked["overwrite"] for asked in desk.done] == [True]


def test_an_export_is_stopped_and_the_dialog_says_so(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "site")
    desk.wait_to_stop = True
    press(qtbot, dialog, "export")
    words = dialog.findChild(QLabel, "progress_words")
    qtbot.waitUntil(lambda: words.text().startswith("Reading back what was written: 256 of 1024"))

    press(qtbot, dialog, "stop")

    qtbot.waitUntil(lambda: not words.isVisible())
    assert outcome(dialog).startswith("The export was stopped.")
    assert dialog.result_of_export is None
    assert dialog.plan is not None


def test_a_look_that_takes_long_is_left_by_closing(qtbot, dialog, desk, worker, tmp_path):
    desk.wait_to_stop = True
    qtbot.keyClicks(dialog.findChild(QLineEdit, "folder"), str(tmp_path / "site"))
    press(qtbot, dialog, "export")
    qtbot.waitUntil(lambda: "256" in dialog.findChild(QLabel, "progress_words").text())

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answered = []
    worker.run(lambda _desk: 1, answered.append)
    qtbot.waitUntil(lambda: answered == [1])
    assert not dialog.isVisible()


def test_thousands_of_files_unfold_at_once(qtbot, dialog, tmp_path):
    look(qtbot, dialog, tmp_path / "many")
    files = dialog.findChild(QTreeView, "files")
    began = time.process_time()
    qtbot.keyClick(files, Qt.Key.Key_Right)
    files.grab()

    assert time.process_time() - began < 1.5
    assert len(rows(dialog)) == 20_001


def test_the_folder_is_checked_for_what_others_changed(qtbot, dialog, tmp_path):
    look(qtbot, dialog, tmp_path / "same")
    press(qtbot, dialog, "check")
    qtbot.waitUntil(lambda: outcome(dialog) == "1 file is not as it was written.")

    assert rows(dialog) == ["1 file: changed by somebody", "0.html · changed by somebody"]


def test_a_check_that_takes_long_is_stopped(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "same")
    desk.wait_to_stop = True
    press(qtbot, dialog, "check")
    words = dialog.findChild(QLabel, "progress_words")
    qtbot.waitUntil(words.isVisible)

    press(qtbot, dialog, "stop")

    assert not words.isVisible()
    assert dialog.findChild(QPushButton, "check").isEnabled()


def test_the_last_export_is_undone_after_a_look_at_what_comes_back(qtbot, dialog, desk, worker, tmp_path):
    desk.kept = Generation(1, None, added=1, changed=2, removed=3)
    look(qtbot, dialog, tmp_path / "same")
    press(qtbot, dialog, "roll_back")
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "going_back") is not None)
    box = dialog.findChild(QMessageBox, "going_back")
    told = box.informativeText()
    # What is saved meanwhile does not wait for it.
    desk.may_go_back.clear()
    press(qtbot, box, "undo_export")
    saved = []
    worker.run(lambda _desk: True, saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    assert desk.done == []
    desk.may_go_back.set()
    qtbot.waitUntil(lambda: bool(desk.done))

    assert told == "Files: 3 come back, 2 are as they were, 1 go."
    qtbot.waitUntil(lambda: outcome(dialog).startswith("The website is what it was"))
    assert [folder for folder, _asked in desk.done] == ["same"]


def test_an_export_is_undone_once_however_often_that_is_asked_for(qtbot, dialog, desk, worker, tmp_path):
    desk.kept = Generation(1, None, added=1, changed=2, removed=3)
    look(qtbot, dialog, tmp_path / "same")

    def boxes():
        return [box for box in dialog.findChildren(QMessageBox, "going_back") if box.isVisible()]

    def settle():
        settled = []
        worker.run_beside(lambda _desk: True, settled.append, settled.append)
        qtbot.waitUntil(lambda: bool(settled))

    for _time in range(2):
        press(qtbot, dialog, "roll_back")
    settle()
    (refused,) = boxes()
    refused.reject()
    press(qtbot, dialog, "roll_back")
    settle()
    (box,) = boxes()
    desk.may_go_back.clear()
    press(qtbot, box, "undo_export")
    press(qtbot, dialog, "roll_back")
    desk.may_go_back.set()
    settle()

    assert boxes() == []
    assert len(desk.done) == 1


def test_where_nothing_is_kept_there_is_nothing_to_undo(qtbot, dialog, desk, tmp_path):
    look(qtbot, dialog, tmp_path / "same")
    press(qtbot, dialog, "roll_back")

    qtbot.waitUntil(lambda: outcome(dialog).startswith("No earlier state of the site"))
    assert desk.done == []


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
