"""Where a copied news page is pasted, or opened from a text file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import TakenIn
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.theme.icons import icon
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, Problem
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton

Done = Callable[[TakenIn], Any]
WIDTH, HEIGHT = 640, 560


class IntakeDialog(QDialog):
    """Hands the pasted words, or a file, over to be taken in; `taken` carries what became of them.

    `take_in` gets the text, `take_in_file` a path, each with what to do on success and on failure.
    On failure the words stay in the field, with a sentence on why.
    """

    taken = Signal(object)

    def __init__(
        self,
        take_in: Callable[[str, Done, Failed], Any],
        take_in_file: Callable[[Path, Done, Failed], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._take_in = take_in
        self._take_in_file = take_in_file
        self.setWindowTitle(_("Take in a copied page"))
        self.resize(WIDTH, HEIGHT)
        # The window takes dropped files; a text field would insert their addresses.
        self.setAcceptDrops(True)
        self._text = QPlainTextEdit()
        self._text.setObjectName("page_text")
        self._text.setTabChangesFocus(True)
        self._text.setAcceptDrops(False)
        self._text.setPlaceholderText(_("Paste the page here"))
        self._field = FormField(_("Text of the page"), self._text)
        self._text.textChanged.connect(lambda: self._field.show_problem(""))
        self._problem = Problem()
        self._lay_out()
        self._text.setFocus()

    def text(self) -> str:
        """Return the words in the field."""
        return self._text.toPlainText()

    def problem(self) -> str:
        """Return the sentence on why nothing was taken in, empty where nothing went wrong."""
        return self._field.problem() or self._problem.text()

    def accept(self) -> None:
        """Take in what was pasted."""
        if not self.text().strip():
            self._field.show_problem(_("Paste the text of a news page first."))
            self._text.setFocus()
            return
        self._wait(True)
        self._take_in(self.text(), self._done, self._failed)

    def reject(self) -> None:
        """Close without taking anything in, unless that is just happening."""
        if self._accept_button.isEnabled():
            super().reject()

    def choose_file(self) -> None:
        """Ask for a text file and take it in."""
        formats = _("Text files") + " (*.txt *.text *.md);;" + _("All files") + " (*)"
        path, _filter = QFileDialog.getOpenFileName(self, _("Open a text file"), "", formats)
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Take in the text file at `path`."""
        self._wait(True)
        self._take_in_file(path, self._done, self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(
            QuietLabel(
                _(
                    "Copy a whole news page in the browser and paste it here. It becomes a draft with "
                    "headline, date, category, lead, body and contacts. "
                    "Menus and the like are left out; what is not recognised stays as text."
                )
            )
        )
        column.addWidget(self._field, 1)
        column.addWidget(self._problem)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self._file_button = QPushButton(icon("folder"), _("Open a text file…"))
        self._file_button.setObjectName("open_file")
        self._file_button.setAutoDefault(False)
        self._file_button.clicked.connect(self.choose_file)
        self._accept_button = PrimaryButton(_("Take in"))
        self._accept_button.setObjectName("accept")
        row = QHBoxLayout()
        row.addWidget(self._file_button)
        row.addStretch()
        row.addWidget(closing_buttons(self, self._accept_button))
        return row

    def _wait(self, waiting: bool) -> None:
        self._accept_button.setEnabled(not waiting)
        self._file_button.setEnabled(not waiting)
        self._text.setReadOnly(waiting)
        if waiting:
            self._problem.show_sentence("")

    def _done(self, taken: TakenIn) -> None:
        self.taken.emit(taken)
        super().accept()

    def _failed(self, error: EditorAppError) -> None:
        self._wait(False)
        self._problem.show_sentence(explained(error))
        # It had gone on to Cancel as the other buttons were disabled.
        self._text.setFocus()


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is being dropped, None where it is anything else."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
