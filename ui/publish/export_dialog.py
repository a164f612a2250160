"""The dialog that shows what an export of the website would do, and does it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.desk.export_progress import (
    ExportProgress,
    ExportStopped,
    FolderCheck,
    PlanOutdated,
    Telling,
    WouldDestroy,
)
from editor_app.desk.plan_words import FileGroup, plan_groups
from editor_app.desk.values import ExportOutlook, ExportPlan, ExportResult
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.publish.export_run import ExportRun
from ui.publish.export_view import CHANGING, Doing, ExportView
from ui.publish.export_words import what_happened
from ui.publish.going_back import GoingBack
from ui.publish.stop_question import StopQuestion
from ui.settings.preferences import Preferences
from ui.stepping import Stepping
from ui.theme.spacing import XL, L
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import resize_by_letters
from ui.widgets.explained import explained

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

LETTERS, LINES = 88, 34
# What is in each website that was exported.
MANIFEST = "pressklar.json"


class _Planned(Struct, frozen=True):
    plan: ExportPlan
    groups: tuple[FileGroup, ...]
    is_there: bool


class ExportDialog(QDialog):
    """Asks for a folder, says what an export changes there and why, exports and tells how it went.

    `article_asked` carries the id of an article that somebody wants to open instead, `publishing_asked` the
    folder of an export that is to be published.
    """

    article_asked = Signal(str)
    publishing_asked = Signal(Path)

    def __init__(
        self,
        worker: DeskWorker,
        outlook: ExportOutlook,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export the site"))
        self._worker = worker
        self._preferences = preferences
        self._doing = Doing.NOTHING
        self._result: ExportResult | None = None
        self._plan: ExportPlan | None = None
        self._is_there = False
        self._groups: Sequence[FileGroup] = ()
        self._run = ExportRun(worker, self)
        self._question = StopQuestion(self)
        self._stepping = Stepping(worker, self)
        self._view = view = ExportView(outlook, str(preferences.export_folder or ""))
        self._fields, self._findings, self._buttons = view.fields, view.findings, view.buttons
        self._back = GoingBack(worker, preferences, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(XL, L, XL, L)
        whole.addWidget(view)
        self._connect()
        resize_by_letters(self, LETTERS, LINES)
        self._tell_what_can_be_done()
        if self._fields.folder():
            self._look()

    @property
    def result_of_export(self) -> ExportResult | None:
        """What the last export of this dialog did, None before."""
        return self._result

    @property
    def plan(self) -> ExportPlan | None:
        """What an export would do to the folder, None while that is not known."""
        return self._plan

    def reject(self) -> None:
        if self._doing in CHANGING:
            self._ask_to_stop()
        else:
            self._run.stop()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._doing in CHANGING:
            event.ignore()
            self._ask_to_stop()
        else:
            self._run.stop()
            super().closeEvent(event)

    def _ask_to_stop(self) -> None:
        if self._doing is Doing.EXPORTING:
            self._question.ask()

    def _stop_and_close(self) -> None:
        if self._doing in CHANGING and self._run.stop():
            super().reject()

    def _connect(self) -> None:
        self._fields.folder_changed.connect(self._begin_anew)
        self._fields.changed.connect(self._tell_what_can_be_done)
        self._question.answered.connect(self._stop_and_close)
        self._findings.overwriting_chosen.connect(self._tell_what_can_be_done)
        self._findings.article_asked.connect(self._ask_for_article)
        self._run.told.connect(self._show_progress)
        self._stepping.told.connect(self._view.progress.show_share)
        self._back.done.connect(self._tell_back)
        self._back.failed.connect(self._fail)
        buttons = self._buttons
        buttons.main.clicked.connect(lambda: self._look() if self._plan is None else self._start())
        buttons.stop.clicked.connect(self._stop)
        buttons.close_button.clicked.connect(self.reject)
        buttons.open_page.clicked.connect(self._open_page)
        buttons.publish.clicked.connect(self._ask_to_publish)
        buttons.check.clicked.connect(self._check)
        buttons.back.clicked.connect(lambda: self._back.ask(self._target(), self._findings.overwrites))

    def _target(self) -> Path:
        return Path(self._fields.folder()).expanduser().absolute()

    def _begin_anew(self) -> None:
        self._plan, self._is_there = None, False
        self._fields.field.show_problem("")
        self._findings.clear()
        self._tell_what_can_be_done()

    # The plan

    def _look(self) -> None:
        """Find out what an export would do."""
        target = self._target()

        def planned(desk: "Desk", telling: Telling) -> _Planned:
            plan = desk.plan_export(target, tell=telling)
            return _Planned(plan, plan_groups(plan.changes), (target / MANIFEST).is_file())

        self._begin_anew()
        self._begin(Doing.LOOKING, _("Looking at what changes…"))
        self._run.begin(planned, self._show_plan, self._fail)

    def _show_plan(self, planned: "_Planned") -> None:
        self._plan, self._groups, self._is_there = planned.plan, planned.groups, planned.is_there
        self._fields.show_releases(self._plan.is_by_releases)
        self._findings.show_plan(self._plan, self._groups)
        self._end()
        self._buttons.focus_first(is_exported=not self._plan.changes)

    # The export

    def _start(self) -> None:
        plan, name, overwrite = self._plan, self._preferences.name, self._findings.overwrites
        assert plan is not None
        wanted = self._fields.wants_releases
        releases = None if wanted == plan.is_by_releases else wanted

        def exported(desk: "Desk", telling: Telling) -> ExportResult:
            return desk.export(
                plan.target, by=name, overwrite=overwrite, releases=releases, as_planned=plan, tell=telling
            )

        self._fields.field.show_problem("")
        self._begin(Doing.EXPORTING, _("Exporting…"))
        self._run.begin(exported, self._tell_done, self._fail)

    def _tell_done(self, result: ExportResult) -> None:
        self._result, self._plan, self._is_there = result, None, True
        self._preferences.export_folder = result.target
        self._findings.show_result(what_happened(result), self._groups, result.lost)
        self._end()
        # Enter opens what has been made, and does not begin once more.
        self._buttons.focus_first(is_exported=True)

    def _fail(self, error: EditorAppError) -> None:
        self._end()
        if isinstance(error, ExportStopped):
            self._findings.say([explained(error)])
        elif isinstance(error, WouldDestroy):
            self._findings.show_trouble(error)
        else:
            self._fields.field.show_problem(explained(error))
            self._fields.line.setFocus()
        if isinstance(error, PlanOutdated):
            self._plan = None
            self._findings.clear()
            self._tell_what_can_be_done()

    def _show_progress(self, progress: ExportProgress) -> None:
        self._view.progress.show_progress(progress)
        if progress.is_final:
            self._doing = Doing.SWITCHING
            self._question.withdraw()
            self._buttons.let_finish()

    def _stop(self) -> None:
        if self._doing is Doing.CHECKING:
            # Nobody is told of the end of what is given up.
            self._stepping.give_up()
            self._end()
        else:
            self._buttons.stop.setEnabled(False)
            self._run.stop()

    # What else can be done with the folder

    def _check(self) -> None:
        target = self._target()
        self._findings.clear()
        self._begin(Doing.CHECKING, _("Reading the folder…"))
        self._stepping.begin(
            lambda desk: desk.verify_site(target), self._tell_check, while_alive(self, self._fail)
        )

    def _tell_check(self, check: FolderCheck) -> None:
        self._plan = None
        self._findings.show_check(check)
        self._end()

    def _tell_back(self, sentences: Sequence[str]) -> None:
        self._begin_anew()
        self._is_there = True
        self._tell_what_can_be_done()
        self._findings.say(sentences)

    def _ask_for_article(self, article_id: str) -> None:
        self.accept()
        self.article_asked.emit(article_id)

    def _ask_to_publish(self) -> None:
        self.accept()
        self.publishing_asked.emit(self._target())

    def _open_page(self) -> None:
        page = self._target() / "index.html"
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            words = _("No web browser could be opened. The page is {path}.")
            self._findings.say([words.format(path=page)])

    # What can be pressed

    def _end(self) -> None:
        self._begin(Doing.NOTHING, "")

    def _begin(self, doing: Doing, words: str) -> None:
        """Show that what `words` say is under way, in place of what was."""
        self._doing = doing
        self._question.withdraw()
        self._view.show_under_way(words)
        self._tell_what_can_be_done()

    def _tell_what_can_be_done(self) -> None:
        has_folder = bool(self._fields.folder())
        self._buttons.show_state(
            can_act=has_folder and (self._plan is None or self._is_worth_exporting(self._plan)),
            is_planned=self._plan is not None,
            is_running=self._doing is not Doing.NOTHING,
            is_exporting=self._doing in CHANGING,
            is_there=self._is_there,
        )

    def _is_worth_exporting(self, plan: ExportPlan) -> bool:
        is_free = not plan.conflicts or self._findings.overwrites
        return is_free and bool(plan.changes or self._fields.wants_releases != plan.is_by_releases)
