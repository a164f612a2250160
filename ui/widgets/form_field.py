"""A field with its label above and, when something is wrong, a sentence below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.theme.spacing import XS, S
from ui.widgets.announce import announce
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon

# Words in a line then begin where those in choices and in longer texts do.
LINE_INSET = 2


class Problem(ToneFrame):
    """A sentence on what is wrong, hidden while nothing is; it is read aloud as it appears.

    An error interrupts what is being read.
    """

    def __init__(self, tone: Tone = Tone.ERROR, parent: QWidget | None = None) -> None:
        super().__init__(tone, parent)
        self.setObjectName("problem")
        self._label = WrappingLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, XS, S, XS)
        row.setSpacing(S)
        row.addWidget(ToneIcon(tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self.hide()

    def text(self) -> str:
        """Return the sentence, empty while nothing is wrong."""
        return self._label.text()

    def show_sentence(self, sentence: str) -> None:
        """Show `sentence`; an empty one takes the frame away."""
        changed = sentence != self._label.text()
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence and changed:
            announce(self, sentence, urgent=self.tone is Tone.ERROR)


class FormField(QWidget):
    """`control` under the label `name`, which is its accessible name too; `hint` is a quiet line below."""

    def __init__(self, name: str, control: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        label = QLabel(name)
        label.setBuddy(control)
        label.setWordWrap(True)
        if not control.accessibleName():
            control.setAccessibleName(name)
        control.setAccessibleDescription(hint)
        self._hint = hint
        self._problem = Problem()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(label)
        column.addWidget(control)
        if hint:
            column.addWidget(QuietLabel(hint))
        column.addWidget(self._problem)

    def problem(self) -> str:
        """Return the sentence on what is wrong with the field, empty where nothing is."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the field; an empty sentence takes it back."""
        self._problem.show_sentence(sentence)
        self.control.setAccessibleDescription(sentence or self._hint)


def named_line(object_name: str, text: str = "") -> QLineEdit:
    """Return a line that holds `text`, to be found by `object_name`."""
    line = QLineEdit(text)
    line.setObjectName(object_name)
    line.setTextMargins(LINE_INSET, 0, LINE_INSET, 0)
    return line
