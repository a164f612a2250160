"""The dialog that writes the approved articles as a website."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import ExportOutlook, ExportResult
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.publish.export_words import what_happened, what_will_happen
from ui.publish.lost_links import LostLinks
from ui.settings.preferences import Preferences
from ui.theme.icons import icon
from ui.theme.spacing import XL, L, S
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton


class ExportDialog(QDialog):
    """Asks for a folder, says what will be in it, exports on the worker and tells how it went.

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
        self.setMinimumWidth(480)
        self._worker = worker
        self._preferences = preferences
        self._running = False
        self._result: ExportResult | None = None
        self._outlook = outlook
        self._make_folder()
        self._make_outcome()
        self._make_buttons()
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

    def _make_folder(self) -> None:
        self._folder = named_line("folder", str(self._preferences.export_folder or ""))
        self._folder.setAccessibleName(_("Folder"))
        self._folder.textChanged.connect(self._tell_what_can_be_done)
        self._field = FormField(
            _("Folder"), self._folder_row(), _("A new or empty folder, or one exported to before.")
        )
        # The line has the name, and is not to be heard twice.
        self._field.control.setAccessibleName("")

    def _make_outcome(self) -> None:
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("Exporting…"))
        self._progress.hide()
        self._outcome = QLabel()
        self._outcome.setObjectName("outcome")
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setWordWrap(True)
        self._outcome.hide()
        self._lost = LostLinks()
        self._lost.article_asked.connect(self._ask_for_article)

    def _ask_for_article(self, article_id: str) -> None:
        self.accept()
        self.article_asked.emit(article_id)

    def _ask_to_publish(self) -> None:
        if self._result is not None:
            self.accept()
            self.publishing_asked.emit(self._result.target)

    def _make_buttons(self) -> None:
        self._open_button = self._button(_("Open the page"), "open", self._open_page)
        self._open_button.setIcon(icon("external-link"))
        self._open_button.hide()
        self._publish_button = self._button(_("Publish…"), "publish", self._ask_to_publish)
        self._publish_button.setIcon(icon("cloud-upload"))
        self._publish_button.hide()
        self._close_button = self._button(_("Close"), "close", self.reject)
        self._export_button = PrimaryButton(_("Export"))
        self._export_button.setObjectName("export")
        self._export_button.clicked.connect(self._start)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        for number, sentence in enumerate(what_will_happen(self._outlook)):
            line = QLabel(sentence) if number == 0 else QuietLabel(sentence)
            line.setWordWrap(True)
            column.addWidget(line)
        column.addSpacing(S)
        column.addWidget(self._field)
        column.addWidget(self._progress)
        column.addWidget(self._outcome)
        column.addWidget(self._lost)
        column.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch()
        for button in (self._open_button, self._publish_button, self._export_button, self._close_button):
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

    def _button(self, text: str, name: str, act: Callable[[], Any]) -> QPushButton:
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
        self._lost.hide()
        self._open_button.hide()
        self._publish_button.hide()
        name = self._preferences.name
        self._worker.run(lambda desk: desk.export(target, by=name), self._done, self._failed)

    def _done(self, result: ExportResult) -> None:
        self._result = result
        self._set_running(False)
        self._preferences.export_folder = result.target
        self._outcome.setText("\n".join(what_happened(result)))
        self._outcome.show()
        self._lost.show_links(result.lost)
        self._export_button.setText(_("Export again"))
        self._open_button.show()
        self._publish_button.show()
        # Enter presses what has the focus, and not Export once more.
        self._open_button.setAutoDefault(True)
        self._open_button.setFocus()

    def _failed(self, error: EditorAppError) -> None:
        self._set_running(False)
        self._field.show_problem(explained(error))
        self._folder.setFocus()

    def _set_running(self, running: bool) -> None:
        self._running = running
        self._progress.setVisible(running)
        self._field.setEnabled(not running)
        self._close_button.setEnabled(not running)
        self._export_button.setEnabled(not running)

    def _tell_what_can_be_done(self) -> None:
        self._export_button.setEnabled(bool(self._folder.text().strip()) and not self._running)

    def _open_page(self) -> None:
        if self._result is not None:
            page = self._result.target / "index.html"
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
                self._outcome.setText(
                    _("No web browser could be opened. The page is {path}.").format(path=page)
                )
