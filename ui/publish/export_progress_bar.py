"""A bar with words on what an export is doing."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from editor_app.desk.export_progress import ExportProgress
from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.labels import QuietLabel

_WHOLE = 1000


class ExportProgressBar(QWidget):
    """Hidden while nothing is under way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the export"))
        self.words = QuietLabel("")
        self.words.setObjectName("progress_words")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self._bar)
        column.addWidget(self.words)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that what `words` say is under way, of which nothing more is known yet."""
        self._bar.setRange(0, 0)
        self.words.setText(words)
        self.show()

    def show_progress(self, progress: ExportProgress) -> None:
        """Show how far it is."""
        self.words.setText(progress.words)
        self.show_share(progress.share)

    def show_share(self, share: float | None) -> None:
        """Show which share of it is done, from 0 to 1."""
        self._bar.setRange(0, 0 if share is None else _WHOLE)
        if share is not None:
            self._bar.setValue(round(_WHOLE * share))
