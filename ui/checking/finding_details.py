"""One finding in words: what is wrong, why that matters, what it rests on, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QStyle, QVBoxLayout, QWidget

from editor_app.checks.findings import CONTACT, Finding, Severity
from editor_app.translation import _
from ui.checking.finding_words import SEVERITY_WORDS, fix_words
from ui.theme.spacing import XS, M, S
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.number_words import number
from ui.widgets.plain_button import plain_button
from ui.widgets.tone import Tone, ToneFrame

_TONES = {Severity.BLOCKS: Tone.ERROR, Severity.WARNS: Tone.WARNING, Severity.HINTS: Tone.INFO}


class FindingDetails(ToneFrame):
    """Explains a finding; its buttons ask for what can be done about it."""

    visit_asked = Signal()
    fix_asked = Signal()
    fix_all_asked = Signal()
    dismiss_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.NEUTRAL, parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("About the finding"))
        self._severity = QuietLabel()
        self._message = SectionHeading("")
        self._passage = QuietLabel()
        self._why = SectionHeading(_("Why?"))
        self._explanation = WrappingLabel()
        self._explanation.setObjectName("explanation")
        self._source = QuietLabel()
        self._source.setObjectName("source")
        self.fix_button = _button("check", "fix_finding")
        self.fix_button.clicked.connect(self.fix_asked)
        self.fix_all_button = _button("select-all", "fix_findings")
        self.fix_all_button.clicked.connect(self.fix_all_asked)
        self.dismiss_button = _button("x", "dismiss_finding")
        self.dismiss_button.setText(_("Dismiss…"))
        self.dismiss_button.clicked.connect(self.dismiss_asked)
        self.visit_button = _button("arrow-right", "visit_finding")
        self.visit_button.clicked.connect(self.visit_asked)
        self._lay_out()

    def show_finding(self, finding: Finding, passage: str, alike: int) -> None:
        """Explain `finding` of `passage`; `alike` is how many of its kind could be mended at once."""
        # Nothing is found before the rules are loaded.
        from editor_app.checks.rule_book import explanation, message, source

        self.set_tone(_TONES[finding.severity])
        self._severity.setText(_(SEVERITY_WORDS[finding.severity]))
        self._message.setText(message(finding))
        self._passage.setText(passage)
        self._explanation.setText(explanation(finding))
        self._source.setText(_("Source: {source}").format(source=source(finding)))
        self.fix_button.setText(fix_words(finding))
        self.fix_button.setVisible(finding.fix is not None)
        self.fix_all_button.setText(_("Mend all {count}").format(count=number(alike)))
        self.fix_all_button.setVisible(alike > 1)
        self.visit_button.setText(_("Open the card…") if CONTACT in finding.values else _("Go there"))
        self.dismiss_button.setVisible(finding.severity is not Severity.BLOCKS)
        for button in self._buttons:
            button.setAccessibleDescription(f"{message(finding)}. {passage}")

    def heightForWidth(self, width: int) -> int:
        # Once a scroll bar is there, Qt takes it away only where the narrower words have room as well.
        narrower = width - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self._inside.heightForWidth(narrower) + XS + self._bar.heightForWidth(width)

    def make_read_only(self) -> None:
        """Let what is found be read and visited, and mended no more."""
        for button in (self.fix_button, self.fix_all_button, self.dismiss_button):
            button.setEnabled(False)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.fix_button, self.fix_all_button, self.dismiss_button, self.visit_button

    def _lay_out(self) -> None:
        inside = self._inside = QWidget()
        text = QVBoxLayout(inside)
        text.setContentsMargins(M, S, S, 0)
        text.setSpacing(XS)
        what: tuple[QWidget, ...] = (self._severity, self._message, self._passage)
        why: tuple[QWidget, ...] = (self._why, self._explanation, self._source)
        for labels in (what, why):
            for label in labels:
                text.addWidget(label)
            text.addSpacing(XS)
        text.addStretch()
        scroll = FittingScroll(inside)
        # The tone shows through.
        for part in (scroll.viewport(), inside):
            part.setAutoFillBackground(False)
        # In sight however large the text is.
        self._bar = QWidget()
        around = QVBoxLayout(self._bar)
        around.setContentsMargins(M, 0, S, S)
        buttons = FlowLayout()
        around.addLayout(buttons)
        for button in self._buttons:
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(scroll, 1)
        column.addWidget(self._bar)


def _button(picture: str, name: str) -> QPushButton:
    button = plain_button("", name, picture)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
