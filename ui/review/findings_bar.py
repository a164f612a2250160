"""What has to be mended before an article can be approved."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor_app.translation import _, ngettext
from ui.theme.icons import icon
from ui.theme.spacing import XS, M, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon

if TYPE_CHECKING:
    # The rules know the renderer and its libraries, which the first paint does not wait for.
    from editor_app.checks.readiness import Finding


class FindingsBar(ToneFrame):
    """Lists findings; `place_asked` carries the one whose place in the body somebody wants to see."""

    place_asked = Signal(object)
    dismissed = Signal()

    def __init__(self, findings: "Sequence[Finding]", parent: QWidget | None = None) -> None:
        super().__init__(Tone.WARNING, parent)
        self.setObjectName("findings")
        count = len(findings)
        heading = ngettext(
            "{count} thing to mend before the article can be approved",
            "{count} things to mend before the article can be approved",
            count,
        ).format(count=count)
        self.setAccessibleName(heading)
        words = QVBoxLayout()
        words.setSpacing(XS)
        words.addWidget(SectionHeading(heading))
        for finding in findings:
            words.addLayout(self._line(finding))
        words.addWidget(QuietLabel(_("Mend them, then submit the article again.")))
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET + S, S, S, S)
        row.setSpacing(M)
        row.addWidget(ToneIcon(Tone.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close_button(), 0, Qt.AlignmentFlag.AlignTop)
        announce(self, ". ".join([heading, *(finding.message for finding in findings)]), urgent=True)

    def dismiss(self) -> None:
        """Take the list away."""
        self.hide()
        self.dismissed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _line(self, finding: "Finding") -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(S)
        sentence = WrappingLabel(f"• {finding.message}")
        sentence.setObjectName("finding")
        row.addWidget(sentence, 1)
        if finding.block is not None:
            show = QPushButton(_("Show"))
            show.setAutoDefault(False)
            show.setAccessibleName(_("Show where: {message}").format(message=finding.message))
            show.clicked.connect(lambda: self.place_asked.emit(finding))
            row.addWidget(show)
        return row

    def _close_button(self) -> QToolButton:
        close = QToolButton()
        close.setObjectName("dismiss")
        close.setIcon(icon("x"))
        close.setAutoRaise(True)
        close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close.setAccessibleName(_("Close the list"))
        close.setToolTip(_("Close the list"))
        close.clicked.connect(self.dismiss)
        return close
