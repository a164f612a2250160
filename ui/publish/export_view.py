"""What the dialog of an export shows: a folder, how far it is, what was found, and what can be pressed."""

from enum import Enum, auto

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor_app.desk.values import ExportOutlook
from ui.publish.export_buttons import ExportButtons
from ui.publish.export_fields import ExportFields
from ui.publish.export_findings import ExportFindings
from ui.publish.export_progress_bar import ExportProgressBar
from ui.publish.export_words import what_will_happen
from ui.theme.spacing import S
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.labels import QuietLabel, WrappingLabel


class Doing(Enum):
    """What is under way."""

    NOTHING = auto()
    LOOKING = auto()
    CHECKING = auto()
    EXPORTING = auto()
    # It can no longer be stopped, takes a moment, and then tells what was done.
    SWITCHING = auto()


# What may change something at the target is not left before it is stopped or done.
CHANGING = (Doing.EXPORTING, Doing.SWITCHING)


class ExportView(QWidget):
    """The parts below each other, after sentences on the `outlook`; `folder` is one to begin with."""

    def __init__(self, outlook: ExportOutlook, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = ExportFields(folder)
        self.progress = ExportProgressBar()
        self.findings = ExportFindings()
        self.buttons = ExportButtons()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(S)
        # What is in the way, lost links and large text may need more room than a small screen has.
        whole.addWidget(FittingScroll(self._inside(outlook)), 1)
        whole.addWidget(self.buttons)

    def show_under_way(self, words: str) -> None:
        """Show that what `words` say is under way, or with none that nothing is."""
        if words:
            self.progress.begin(words)
        else:
            self.progress.hide()
        self.fields.setEnabled(not words)
        self.findings.setEnabled(not words)

    def _inside(self, outlook: ExportOutlook) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        for number, sentence in enumerate(what_will_happen(outlook)):
            line: QLabel = WrappingLabel(sentence) if number == 0 else QuietLabel(sentence)
            column.addWidget(line)
        column.addSpacing(S)
        column.addWidget(self.fields)
        column.addSpacing(S)
        column.addWidget(self.progress)
        column.addWidget(self.findings, 1)
        return inside
