"""Lines of one kind below each other, as many as there is something to write in."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.spacing import XS
from ui.widgets.form_field import FormField, named_line
from ui.widgets.icon_button import IconButton
from ui.widgets.plain_button import plain_button

Entry = tuple[str, str]
LABEL_LETTERS = 14


@dataclass(frozen=True)
class Kind:
    """What the lines are: `name` for people, `object_name` for the code, `add` on the button that adds one.

    With a `label_name`, each line has a shorter one beside it for what it is for, as in `labels`.
    """

    name: str
    object_name: str
    add: str
    label_name: str = ""
    labels: tuple[str, ...] = ()
    hints: Qt.InputMethodHint = Qt.InputMethodHint.ImhNone


@dataclass(frozen=True)
class _Row:
    line: QLineEdit
    label: QLineEdit | None
    remove: IconButton

    def widgets(self) -> tuple[QWidget, ...]:
        return (self.line, self.remove) if self.label is None else (self.line, self.label, self.remove)

    def entry(self) -> Entry:
        return _tidy(self.line), "" if self.label is None else _tidy(self.label)


class SeveralLines(QWidget):
    """A line for each of `entries`, pairs of text and label, at least one line; others can be added.

    `line_left` carries a line when the focus has gone from it; `grown` comes when another was added.
    """

    line_left = Signal(object)
    grown = Signal()

    def __init__(self, kind: Kind, entries: Iterable[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(XS)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(self._grid)
        for text, label in tuple(entries) or (("", ""),):
            self._add(text, label)
        self.add_button = plain_button(kind.add, f"add_{kind.object_name}", "plus")
        self.add_button.setFlat(True)
        self.add_button.clicked.connect(self._add_empty)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._settle()

    def entries(self) -> tuple[Entry, ...]:
        """Return text and label of each line in which something is written."""
        return tuple(row.entry() for row in self._rows if any(row.entry()))

    def lines(self) -> tuple[QLineEdit, ...]:
        """Return the lines in their order."""
        return tuple(row.line for row in self._rows)

    def _add_empty(self) -> None:
        self._add("", "")
        for widget in self._rows[-1].widgets():
            widget.show()
        self._settle()
        self._rows[-1].line.setFocus()
        self.grown.emit()

    def _add(self, text: str, label: str) -> None:
        line = named_line(self._kind.object_name, text)
        line.setInputMethodHints(self._kind.hints)
        line.editingFinished.connect(lambda: self.line_left.emit(line))
        row = _Row(line, self._label_line(label), IconButton("x", ""))
        row.remove.clicked.connect(lambda: self._remove(row))
        self._rows.append(row)
        for column, widget in enumerate(row.widgets()):
            self._grid.addWidget(widget, len(self._rows), column)

    def _label_line(self, label: str) -> QLineEdit | None:
        if not self._kind.label_name:
            return None
        line = named_line(f"{self._kind.object_name}_label", label)
        line.setPlaceholderText(self._kind.label_name)
        line.setFixedWidth(LABEL_LETTERS * line.fontMetrics().averageCharWidth())
        completer = QCompleter(self._kind.labels, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        return line

    def _remove(self, row: _Row) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        for widget in row.widgets():
            self._grid.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._settle()
        self._rows[min(place, len(self._rows) - 1)].line.setFocus()

    def _settle(self) -> None:
        """Number the lines, for those who hear them; the only one cannot be removed."""
        self.setFocusProxy(self._rows[0].line)
        before: QWidget = self._rows[0].line
        for number, row in enumerate(self._rows, start=1):
            name = self._kind.name if number == 1 else f"{self._kind.name} {number}"
            row.line.setObjectName(_numbered(self._kind.object_name, number))
            row.line.setAccessibleName(name)
            if row.label is not None:
                row.label.setObjectName(_numbered(f"{self._kind.object_name}_label", number))
                row.label.setAccessibleName(f"{name}: {self._kind.label_name}")
            words = _("Remove {name}").format(name=name)
            row.remove.setObjectName(_numbered(f"remove_{self._kind.object_name}", number))
            row.remove.setAccessibleName(words)
            row.remove.setToolTip(words)
            row.remove.setVisible(len(self._rows) > 1)
            for widget in row.widgets():
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.add_button)


class SeveralField(FormField):
    """Several lines below one label; what is wrong with them is said by each."""

    def __init__(self, kind: Kind, entries: Iterable[Entry], parent: QWidget | None = None) -> None:
        self.several = SeveralLines(kind, entries)
        super().__init__(kind.name, self.several, parent=parent)

    def show_problem(self, sentence: str) -> None:
        super().show_problem(sentence)
        for line in self.several.lines():
            line.setAccessibleDescription(sentence)


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_{number}"


def _tidy(line: QLineEdit) -> str:
    return " ".join(line.text().split())
