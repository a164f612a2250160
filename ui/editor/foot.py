"""The line below the text: how long it is, how large it is shown, and the way out of focus mode."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor_app.domain.text_length import WORDS_PER_MINUTE, TextLength
from editor_app.translation import _, ngettext
from ui.theme.spacing import XS, M
from ui.widgets.labels import ElidedLabel, QuietLabel
from ui.widgets.number_words import number


class Foot(QWidget):
    """`zoom_reset` asks for the text in its usual size, `way_out_asked` to leave focus mode.

    `misspelling_asked` asks for the next misspelled word, `findings_asked` for the list of findings.
    """

    zoom_reset = Signal()
    way_out_asked = Signal()
    misspelling_asked = Signal()
    findings_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.length = ElidedLabel()
        self.length.setObjectName("word_count")
        self.length.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.length.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.zoom = _quiet_button("zoom")
        self.zoom.clicked.connect(self.zoom_reset)
        self.misspellings = _quiet_button("misspellings")
        self.misspellings.setToolTip(_("Go to the next one (F7)"))
        self.misspellings.clicked.connect(self.misspelling_asked)
        self.findings = _quiet_button("findings_count")
        self.findings.setToolTip(_("Show the list of findings (Ctrl+F11)"))
        self.findings.clicked.connect(self.findings_asked)
        self.readability = QuietLabel()
        self.readability.setObjectName("foot_readability")
        self.readability.setToolTip(
            _("Average words in a sentence, and the percentage of words of more than six letters, added up.")
        )
        self.way_out = _quiet_button("leave_focus_mode")
        self.way_out.setText(_("Leave focus mode (Esc)"))
        self.way_out.clicked.connect(self.way_out_asked)
        self.way_out.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(M, XS, M, XS)
        row.setSpacing(M)
        row.addWidget(self.way_out)
        row.addWidget(self.length, 1)
        row.addWidget(self.readability)
        row.addWidget(self.findings)
        row.addWidget(self.misspellings)
        row.addWidget(self.zoom)
        self.show_zoom(100)
        self.show_misspellings(0)
        self.show_readability("")
        self.show_findings(0)

    def show_length(self, whole: TextLength, selected: TextLength) -> None:
        """Say how long the article is, and what is selected of it where that is anything."""
        some = selected if selected.characters else None
        reading = _("{minutes} min to read").format(minutes=number((some or whole).minutes))
        self.length.set_text(" · ".join((_words(whole, some), _characters(whole, some), reading)))
        self.length.setToolTip(
            _("{count} characters without spaces. Reading time at {rate} words a minute.").format(
                count=number((some or whole).without_spaces), rate=WORDS_PER_MINUTE
            )
        )

    def show_misspellings(self, count: int) -> None:
        """Say how many words are misspelled, where any are."""
        words = ngettext("{count} misspelling", "{count} misspellings", count)
        self.misspellings.setText(words.format(count=number(count)))
        self.misspellings.setVisible(count > 0)

    def show_findings(self, count: int) -> None:
        """Say how much the rules found, where that is anything."""
        words = ngettext("{count} finding", "{count} findings", count)
        self.findings.setText(words.format(count=number(count)))
        self.findings.setVisible(count > 0)

    def show_readability(self, words: str) -> None:
        """Say how easy the text is to read, where there is enough of it to tell."""
        self.readability.setText(words)
        self.readability.setVisible(bool(words))

    def show_zoom(self, percent: int) -> None:
        """Say in how many hundredths of its usual size the text is shown."""
        self.zoom.setText(_("{percent}%").format(percent=percent))
        self.zoom.setAccessibleName(_("Text size {percent}%").format(percent=percent))
        self.zoom.setToolTip(_("Size of the text here. Press for the usual size (Ctrl+Shift+0)."))


def _words(whole: TextLength, some: TextLength | None) -> str:
    if some is None:
        return ngettext("{count} word", "{count} words", whole.words).format(count=number(whole.words))
    return ngettext("{some} of {count} word", "{some} of {count} words", whole.words).format(
        some=number(some.words), count=number(whole.words)
    )


def _characters(whole: TextLength, some: TextLength | None) -> str:
    count = whole.characters if some is None else some.characters
    return ngettext("{count} character", "{count} characters", count).format(count=number(count))


def _quiet_button(name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
