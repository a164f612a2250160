"""The dialog that writes the approved articles as a website."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import ArticleSummary, ExportResult
from editor_app.domain.errors import EditorAppError
from editor_app.domain.workflow import State
from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker
from ui.settings.preferences import Preferences
from ui.theme.icons import icon
from ui.theme.spacing import XL, L, S
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton


class ExportDialog(QDialog):
    """Asks for a folder, says what will be in it, exports on the worker and tells how it went."""

    def __init__(
        self,
        worker: DeskWorker,
        summaries: Iterable[ArticleSummary],
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export the site"))
        self.setMinimumWidth(480)
        self._worker = worker
        self._preferences = preferences
        self._running = False
        self._result: ExportResult | None = None
        self._summaries = tuple(summaries)
        self._folder = QLineEdit(str(preferences.export_folder or ""))
        self._folder.setObjectName("folder")
        self._folder.textChanged.connect(self._tell_what_can_be_done)
        self._field = FormField(
            _("Folder"), self._folder_row(), _("A new or empty folder, or one exported to before.")
        )
        self._field.control.setAccessibleName("")
        self._folder.setAccessibleName(_("Folder"))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("Exporting…"))
        self._progress.hide()
        self._outcome = QLabel()
        self._outcome.setObjectName("outcome")
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setWordWrap(True)
        self._outcome.hide()
        self._open = self._button(_("Open the page"), "open", self._open_page)
        self._open.setIcon(icon("external-link"))
        self._open.hide()
        self._close = self._button(_("Close"), "close", self.reject)
        self._export = PrimaryButton(_("Export"))
        self._export.setObjectName("export")
        self._export.clicked.connect(self._start)
        self._lay_out()
        self._tell_what_can_be_done()

    @property
    def result_of_export(self) -> ExportResult | None:
        """What the last export of this dialog did, None before."""
        return self._result

    def reject(self) -> None:
        # An export is whole or not there: it is left to finish.
        if not self._running:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            event.ignore()
        else:
            super().closeEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        for number, sentence in enumerate(what_will_happen(self._summaries)):
            line = QLabel(sentence) if number == 0 else QuietLabel(sentence)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addSpacing(S)
        column.addWidget(self._field)
        column.addWidget(self._progress)
        column.addWidget(self._outcome)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch()
        for button in (self._open, self._export, self._close):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def _folder_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self._folder, 1)
        choose = self._button(_("Choose…"), "choose", self._choose)
        choose.setIcon(icon("folder"))
        layout.addWidget(choose)
        row.setFocusProxy(self._folder)
        return row

    def _button(self, text: str, name: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where to export the site"), self._folder.text())
        if folder:
            self._folder.setText(folder)

    def _start(self) -> None:
        target = Path(self._folder.text().strip()).expanduser()
        self._set_running(True)
        self._field.show_problem("")
        self._outcome.hide()
        self._open.hide()
        self._worker.run(lambda desk: desk.export(target), self._done, self._failed)

    def _done(self, result: ExportResult) -> None:
        self._result = result
        self._set_running(False)
        self._preferences.export_folder = result.target
        self._outcome.setText("\n".join(what_happened(result)))
        self._outcome.show()
        self._export.setText(_("Export again"))
        self._open.show()
        # Enter presses what has the focus, and not Export once more.
        self._open.setAutoDefault(True)
        self._open.setFocus()

    def _failed(self, error: EditorAppError) -> None:
        self._set_running(False)
        self._field.show_problem(explained(error))
        self._folder.setFocus()

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._progress.setVisible(running)
        self._field.setEnabled(not running)
        self._close.setEnabled(not running)
        self._export.setEnabled(not running)

    def _tell_what_can_be_done(self) -> None:
        self._export.setEnabled(bool(self._folder.text().strip()) and not self._running)

    def _open_page(self) -> None:
        if self._result is not None:
            page = self._result.target / "index.html"
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
                self._outcome.setText(
                    _("No web browser could be opened. The page is {path}.").format(path=page)
                )


def what_will_happen(summaries: Iterable[ArticleSummary]) -> list[str]:
    """Return sentences on what an export of these articles holds and leaves out."""
    kept = tuple(summaries)
    live = [one for one in kept if one.is_live]
    edited = sum(one.state is not State.APPROVED for one in live)
    left_out = len(kept) - len(live)
    sentences = [
        ngettext(
            "{n} approved article is exported.", "{n} approved articles are exported.", len(live)
        ).format(n=len(live))
    ]
    if edited:
        sentences.append(
            ngettext(
                "{n} of them has newer edits: the approved text is exported.",
                "{n} of them have newer edits: the approved texts are exported.",
                edited,
            ).format(n=edited)
        )
    if left_out:
        sentences.append(
            ngettext(
                "{n} article has never been approved and stays here.",
                "{n} articles have never been approved and stay here.",
                left_out,
            ).format(n=left_out)
        )
    return sentences


def what_happened(result: ExportResult) -> list[str]:
    """Return sentences on what an export did."""
    touched = len(result.added) + len(result.changed) + len(result.removed)
    sentences = [
        ngettext("The site has {n} page.", "The site has {n} pages.", result.pages).format(n=result.pages),
        _("New files: {added}, changed: {changed}, removed: {removed}.").format(
            added=len(result.added), changed=len(result.changed), removed=len(result.removed)
        )
        if touched
        else _("Nothing has changed since the last export."),
    ]
    if result.not_due:
        sentences.append(
            ngettext(
                "{n} approved article is not due and was left out.",
                "{n} approved articles are not due and were left out.",
                result.not_due,
            ).format(n=result.not_due)
        )
    return sentences
