"""The first step: where a text from elsewhere is pasted, or a file is opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, Problem
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button


class SourcePage(QWidget):
    """Holds the words that were pasted; they stay there until they are stored."""

    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit()
        self._text.setObjectName("page_text")
        self._text.setTabChangesFocus(True)
        # The dialog takes dropped files; a text field would insert their addresses.
        self._text.setAcceptDrops(False)
        self._text.setPlaceholderText(_("Paste the page here"))
        self._field = FormField(_("Text of the page"), self._text)
        self._text.textChanged.connect(lambda: self._field.show_problem(""))
        self._problem = Problem()
        self._file_button = plain_button(_("Open a file…"), "open_file", "folder")
        self._file_button.clicked.connect(self.file_asked)
        self._lay_out()
        self.setFocusProxy(self._text)

    def text(self) -> str:
        """Return the words in the field."""
        return self._text.toPlainText()

    def problem(self) -> str:
        """Return the sentence on what stood in the way, empty where nothing did."""
        return self._field.problem() or self._problem.text()

    def ask_for_words(self) -> None:
        """Say that there is nothing to take in as yet."""
        self._field.show_problem(_("Paste the text of a news page first, or open a file."))
        self._text.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say what stood in the way; an empty sentence takes it back."""
        self._problem.show_sentence(sentence)

    def wait(self, waiting: bool) -> None:
        """Let nothing be changed while the words are read."""
        self._file_button.setEnabled(not waiting)
        self._text.setReadOnly(waiting)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(
            QuietLabel(
                _(
                    "Copy a whole news page in the browser and paste it here, or open or drop a document: "
                    "Word, OpenDocument, a saved web page, Markdown or plain text. Nothing is stored before "
                    "you have seen what becomes what."
                )
            )
        )
        column.addWidget(self._field, 1)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(self._file_button)
        row.addStretch()
        column.addLayout(row)
