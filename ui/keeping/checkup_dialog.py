"""A look at the archive, its place and its backups: what is wrong, and what to do."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.keeping.file_work import FileWork, Tell
from ui.theme.spacing import XL, L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.explained import explained
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon

if TYPE_CHECKING:
    from editor_app.desk.keeping import Finding, Report, Step

WIDTH, HEIGHT = 640, 480
# By the words that scripts get for how grave a finding is.
TONES = {"severe": Tone.ERROR, "warning": Tone.WARNING, "note": Tone.INFO}


class CheckupDialog(QDialog):
    """Checks the archive at `path` as it opens, off the window's thread; Cancel stops it."""

    def __init__(self, path: Path, work: FileWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._work = work
        self._text = ""
        self.setWindowTitle(_("Check the archive"))
        self.resize(WIDTH, HEIGHT)
        self.outcome = QLabel()
        self.outcome.setObjectName("outcome")
        self.outcome.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(_("Check the archive"))
        self._details = QuietLabel("")
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(_("What was found"))
        self._copy = QPushButton(_("Copy"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        self._again = QPushButton(_("Check again"))
        self._again.setAutoDefault(False)
        self._again.clicked.connect(self.check)
        self._mend = QPushButton(_("Mend"))
        self._mend.setAutoDefault(False)
        self._mend.setToolTip(_("Make anew what follows from the texts; nothing that was written is changed"))
        self._mend.clicked.connect(self.mend)
        self._close = PrimaryButton(_("Cancel"))
        self._close.clicked.connect(self.reject)
        self._lay_out()
        self.check()
        self.finished.connect(self._stop)

    def check(self) -> None:
        """Begin to check."""
        path = self._path

        def look(tell: Tell) -> "Report":
            from editor_app.desk.clock import utc_now
            from editor_app.desk.keeping import check

            return check(path, now=utc_now(), progress=tell)

        self.outcome.setText(_("Checking…"))
        self._details.setText(str(path))
        self._progress.setRange(0, 0)
        self._progress.show()
        self._area.hide()
        self._copy.setEnabled(False)
        self._mend.hide()
        self._again.setEnabled(False)
        self._close.setText(_("Cancel"))
        self._under_way = self._work.run(
            look,
            while_alive(self, self._show),
            while_alive(self, self._fail),
            while_alive(self, self._tell_step),
        )

    def _stop(self) -> None:
        # Whatever is under way by then.
        self._under_way.stop()

    def findings(self) -> list[str]:
        """Return what was found, in words, the gravest first."""
        return [label.text() for label in self._area.findChildren(QLabel, "finding")]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        column.addWidget(self.outcome)
        column.addWidget(self._progress)
        column.addWidget(self._area, 1)
        column.addStretch()
        column.addWidget(self._details)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch()
        for button in (self._copy, self._mend, self._again, self._close):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def mend(self) -> None:
        """Make anew what the program can make, and check again."""
        path = self._path

        def make_anew(_tell: Tell) -> None:
            from editor_app.desk.keeping import mend

            mend(path)

        self.outcome.setText(_("Mending…"))
        self._mend.setEnabled(False)
        self._under_way = self._work.run(
            make_anew, while_alive(self, lambda _done: self.check()), while_alive(self, self._fail)
        )

    def _tell_step(self, step: "Step", done: int, total: int) -> None:
        from editor_app.desk.checkup_words import STEP_WORDS

        self.outcome.setText(_(STEP_WORDS[step]))
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _show(self, report: "Report") -> None:
        from editor_app.desk.checkup_words import versions_words

        self._end()
        count = len(report.findings)
        words = (
            ngettext("{count} thing needs a look.", "{count} things need a look.", count).format(count=count)
            if count
            else _("Nothing is wrong. All of the archive was read, and each part is as it was stored.")
        )
        self.outcome.setText(words)
        self._details.setText(f"{self._path}\n{versions_words(report)}")
        self._area.setWidget(self._list(report))
        self._area.setVisible(count > 0)
        self._text = "\n".join((words, *self.findings(), self._details.text()))
        self._copy.setEnabled(True)
        self._mend.setEnabled(True)
        self._mend.setVisible(report.can_be_mended)
        announce(self, words)

    def _list(self, report: "Report") -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        for finding in report.findings:
            column.addWidget(_row(finding))
        column.addStretch()
        return inside

    def _fail(self, error: EditorAppError) -> None:
        self._end()
        self.outcome.setText(explained(error))
        announce(self, self.outcome.text())

    def _end(self) -> None:
        self._progress.hide()
        self._again.setEnabled(True)
        self._close.setText(_("Close"))
        self._close.setFocus()


def _row(finding: "Finding") -> QWidget:
    from editor_app.desk.checkup_words import SEVERITY_WORDS, finding_words

    what, next_step = finding_words(finding)
    tone = TONES[finding.severity.value]
    frame = ToneFrame(tone)
    row = QHBoxLayout(frame)
    row.setContentsMargins(INSET + S, S, S, S)
    row.setSpacing(M)
    label = QLabel(f"{_(SEVERITY_WORDS[finding.severity]).capitalize()}: {what} {next_step}")
    label.setObjectName("finding")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(ToneIcon(tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label, 1)
    return frame
