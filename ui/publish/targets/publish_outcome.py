"""How far publishing is, and what became of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from editor_app.desk.publish_job import Progress
from editor_app.desk.publish_words import progress_words
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.announce import announce
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.labels import QuietLabel, WrappingLabel

_WHOLE = 1000


class PublishOutcome(QWidget):
    """A bar with words while something runs, then sentences or what went wrong; else nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Publishing"))
        self.words = QuietLabel("")
        self.words.setObjectName("progress_words")
        self.sentences = WrappingLabel()
        self.sentences.setObjectName("outcome")
        self.problem = Problem()
        self._password = named_line("password_once")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password_field = FormField(
            _("Password"), self._password, _("It is used this once and not kept anywhere.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for part in (self._bar, self.words, self.sentences, self.problem, self._password_field):
            column.addWidget(part)
            part.hide()

    def clear(self) -> None:
        """Show nothing."""
        self._password.clear()
        for part in (self.words, self.sentences, self._password_field):
            part.hide()
        self.problem.show_sentence("")

    def set_running(self, running: bool) -> None:
        """Show that something is under way, of which nothing is known yet, or that nothing is."""
        self._bar.setRange(0, 0)
        self._bar.setVisible(running)
        if running:
            self.words.setText(_("Connecting…"))
        self.words.setVisible(running)

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is: by bytes where bytes are sent, else by files."""
        done, whole = (
            (progress.bytes, progress.all_bytes)
            if progress.all_bytes
            else (progress.files, progress.all_files)
        )
        self._bar.setRange(0, _WHOLE)
        self._bar.setValue(_WHOLE * done // whole if whole else 0)
        self.words.setText(progress_words(progress))

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show what was done, which is read aloud too."""
        text = "\n".join(sentences)
        self.sentences.setText(text)
        self.sentences.show()
        announce(self, text)

    def show_trouble(self, error: EditorAppError) -> None:
        """Show what went wrong and the next step."""
        self.problem.show_sentence(explained(error))

    def ask_for_password(self) -> None:
        """Offer to write the password for this once."""
        self._password_field.show()
        self._password.setFocus()

    def password(self) -> str:
        """Return what was written as the password for this once."""
        return self._password.text()
