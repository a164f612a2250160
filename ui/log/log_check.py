"""The check of the log: how far it is, and what it found, in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import XS, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon

if TYPE_CHECKING:
    from editor_app.domain.log_report import LogReport

WHOLE = 100


class LogCheck(ToneFrame):
    """Says first what a check can show and what not; then how far one is; then what it found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFO, parent)
        self.setObjectName("check")
        self._icon = ToneIcon(Tone.INFO)
        self._verdict = WrappingLabel()
        self._verdict.setObjectName("verdict")
        self._findings = WrappingLabel()
        self._findings.setObjectName("findings")
        self._rest = QuietLabel()
        self._progress = QProgressBar()
        self._progress.setRange(0, WHOLE)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, S, S, S)
        row.setSpacing(S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(XS)
        for part in (self._verdict, self._findings, self._progress, self._rest):
            column.addWidget(part)
        column.addStretch()
        row.addLayout(column, 1)
        self.show_limits()

    def show_limits(self) -> None:
        """Say what a check can show and what it cannot."""
        from editor_app.desk.log_words import limits

        self._say(
            Tone.INFO, _("Each entry holds the hash of the one before, so that a change shows."), limits()
        )

    def show_progress(self, share: float, doing: str = "") -> None:
        """Say how far one is with what is `doing`, which is said once."""
        if doing:
            self._say(Tone.INFO, doing, ())
            self._progress.setAccessibleName(doing)
        self._progress.setValue(round(share * WHOLE))
        self._progress.show()

    def show_report(self, report: "LogReport") -> None:
        """Say what was found."""
        from editor_app.desk.log_words import findings, limits, remarks, verdict

        tone = Tone.SUCCESS if report.is_whole else Tone.ERROR
        self._say(tone, verdict(report), (*remarks(report), *limits()), tuple(findings(report)))
        announce(self, verdict(report), urgent=not report.is_whole)

    def show_cancelled(self) -> None:
        """Say that it was given up, and what a check can show."""
        self._say(Tone.INFO, _("Cancelled. Nothing was changed."), ())
        announce(self, _("Cancelled. Nothing was changed."))

    def show_done(self, sentence: str) -> None:
        """Say what was done."""
        self._say(Tone.SUCCESS, sentence, ())
        announce(self, sentence)

    def show_problem(self, sentence: str) -> None:
        """Say what stood in the way."""
        self._say(Tone.ERROR, sentence, ())
        announce(self, sentence, urgent=True)

    def _say(self, tone: Tone, verdict: str, rest: tuple[str, ...], findings: tuple[str, ...] = ()) -> None:
        self.set_tone(tone)
        self._icon.set_tone(tone)
        self._verdict.setText(verdict)
        self._findings.setText("\n".join(findings))
        self._findings.setVisible(bool(findings))
        self._rest.setText(" ".join(rest))
        self._rest.setVisible(bool(rest))
        self._progress.hide()
