"""The main job, done in the real window as a person would do it, with pictures of it."""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from editor_app.desk.values import WorkingCopy
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import State
from editor_app.resource_files import RESOURCES
from editor_app.translation import _, system_language
from ui.application import Windows, make_application
from ui.archive_opening import opener
from ui.demonstration_folder import FolderTaken, prepare
from ui.intake_dialog.intake_dialog import IntakeDialog
from ui.main_window import MainWindow
from ui.person import NothingHappened, Person
from ui.publish.export_dialog import ExportDialog
from ui.review.approve_dialog import ApproveDialog
from ui.settings.preferences import Preferences
from ui.theme.application_look import Scheme, wear
from ui.widgets.explained import explained

SAMPLE_PAGE = RESOURCES / "sample" / "news_page.txt"
WRITER, APPROVER = "Åsa Ekdahl", "Bo Lindgren"
SIZE = (1680, 1050)
OFF_SCREEN_WORDS = ("propagateSizeHints", "QRhiGles2", "Failed to create RHI")


def demonstrate(out: Path, archive: Path | None, language: str | None) -> int:
    """Do the main job on `archive`, or on a new one with samples, and leave everything in `out`.

    Returns 0, or 1 with a sentence on stderr where a step did not come about or `out` is no folder
    of ours.
    """
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
    try:
        path = prepare(out, archive)
        with tempfile.TemporaryDirectory() as settings_folder:
            _run(out, path, language or system_language(), Path(settings_folder), new=archive is None)
    except (FolderTaken, NothingHappened) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _run(out: Path, path: Path, language: str, settings_folder: Path, *, new: bool) -> None:
    application = make_application()
    settings = QSettings(str(settings_folder / "settings.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.name = WRITER
    preferences.scheme = Scheme.LIGHT
    windows = Windows(application, preferences, language)
    person = Person()
    before, sys.excepthook = sys.excepthook, person.notice_bug
    qInstallMessageHandler(_pass_on)
    try:
        window = windows.open(opener(path, create=new, with_samples=new), path)
        window.resize(*SIZE)
        page = _main_job(window, person, out)
        _take_pictures(application, window, person, out)
        _tell(out, path, page)
    finally:
        sys.excepthook = before
        windows.close()
        qInstallMessageHandler(None)


def _pass_on(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """Print what Qt says, but not what it says of a machine without screen and graphics card."""
    if not any(known in words for known in OFF_SCREEN_WORDS):
        print(words, file=sys.stderr)


def _main_job(window: MainWindow, person: Person, out: Path) -> Path:
    """Take in, choose, submit, approve and export; returns the page that came of it."""
    outcome: list[EditorAppError | None] = []
    window.newsroom.opened.connect(lambda: outcome.append(None))
    window.newsroom.not_opened.connect(outcome.append)
    person.wait_for(lambda: outcome, _("the archive opens"))
    if outcome[0] is not None:
        raise NothingHappened(_("the archive opens"), explained(outcome[0]))
    # The newest article comes up by itself.
    person.wait_for(lambda: _current(window) or not window.newsroom.finding.rows.ids, _("an article is open"))
    _take_in(window, person)
    _choose_category_and_contact(window, person)
    _wait_for_phone(window, person)
    _submit_and_approve(window, person)
    return _export(window, person, out / "site")


def _take_in(window: MainWindow, person: Person) -> None:
    before = _current(window)
    person.press(window.place.list, "take_in")
    dialog = person.dialog(window, IntakeDialog)
    person.paste(dialog, "page_text", SAMPLE_PAGE.read_text(encoding="utf-8"))
    person.press(dialog, "accept")
    person.wait_for(lambda: dialog.shows_outcome, _("it is shown what becomes what"))
    person.press(dialog, "accept")
    person.wait_for(lambda: _is_another(before, _current(window)), _("the copied page becomes a draft"))


def _is_another(before: WorkingCopy | None, now: WorkingCopy | None) -> bool:
    return now is not None and (before is None or before.article.id != now.article.id)


def _choose_category_and_contact(window: MainWindow, person: Person) -> None:
    details = window.place.details
    category = details.category.chosen()
    person.choose(details.category.field, details.category.field.text())
    person.wait_for(lambda: details.category.chosen() == category is not None, _("a category is chosen"))
    taken = details.contacts.chosen()
    others = [one for one in window.newsroom.contacts if one.id not in taken]
    if others:
        person.choose(details.contacts.field, others[0].name)
        person.wait_for(lambda: details.contacts.chosen() != taken, _("a contact is chosen"))


def _wait_for_phone(window: MainWindow, person: Person) -> None:
    preview = window.place.preview
    person.wait_for(lambda: preview.view is not None, _("the browser engine starts"))
    title = window.place.editor.title.text()
    script = "document.querySelector('h1')?.textContent?.trim() + '|' + document.images.length + '|' + \
        [...document.images].every(image => image.complete)"

    def shown() -> bool:
        answers: list[str] = []
        if preview.view is not None:
            preview.view.page().runJavaScript(script, answers.append)
        person.wait_for(lambda: answers, _("the page answers"))
        heading, _images, complete = str(answers[0]).rsplit("|", 2)
        return heading == title.strip() and complete == "true"

    person.wait_for(shown, _("the phone shows the article"))


def _submit_and_approve(window: MainWindow, person: Person) -> None:
    person.press(window.place.bar, "next_step")
    person.wait_for(lambda: _state(window) is State.IN_REVIEW, _("the article is submitted"))
    person.press(window.place.bar, "next_step")
    dialog = person.dialog(window, ApproveDialog)
    person.write(dialog, "approver", APPROVER)
    person.press(dialog, "accept")
    person.wait_for(lambda: _state(window) is State.APPROVED, _("the article is approved"))


def _export(window: MainWindow, person: Person, site: Path) -> Path:
    person.press(window.place.bar, "next_step")
    dialog = person.dialog(window, ExportDialog)
    person.write(dialog, "folder", str(site))
    person.press(dialog, "export")
    person.wait_for(lambda: dialog.plan is not None, _("what the export changes is shown"))
    person.press(dialog, "export")
    person.wait_for(lambda: dialog.result_of_export is not None, _("the site is exported"))
    person.press(dialog, "close")
    current = _current(window)
    pages = [] if current is None else list(site.rglob(f"{current.article.slug}/index.html"))
    return pages[0] if pages else site / "index.html"


def _take_pictures(application: QApplication, window: MainWindow, person: Person, out: Path) -> None:
    for scheme, ending in ((Scheme.LIGHT, ""), (Scheme.DARK, "-dark")):
        wear(application, scheme)
        window.place.preview.trials.actions["dark"].setChecked(scheme is Scheme.DARK)
        _wait_for_phone(window, person)
        person.pause(400)
        window.grab().save(str(out / f"window{ending}.png"))
        frame = window.place.preview.frame
        frame.grab(frame.phone_rect()).save(str(out / f"phone{ending}.png"))


def _tell(out: Path, archive: Path, page: Path) -> None:
    for words, path in (
        (_("The archive"), archive),
        (_("The site"), out / "site" / "index.html"),
        (_("The page"), page),
        (_("The window"), out / "window.png"),
        (_("The window, dark"), out / "window-dark.png"),
        (_("The phone"), out / "phone.png"),
        (_("The phone, dark"), out / "phone-dark.png"),
    ):
        print(f"{words}: {path}")


def _current(window: MainWindow) -> WorkingCopy | None:
    return window.session.current


def _state(window: MainWindow) -> State | None:
    current = _current(window)
    return None if current is None else current.state
