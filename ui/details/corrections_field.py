"""The corrections that stand at the end of the page: each with its day, editable and removable."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor_app.domain.article import Correction
from editor_app.translation import _
from ui.theme.spacing import XS, M
from ui.widgets.date_words import day_text
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel


class CorrectionsField(QWidget):
    """Shows corrections in their order; `changed` comes when somebody changed or removed one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[_Entry] = []
        self._none = QuietLabel(_("None. Article → Correct… adds one to a published article."))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._column.addWidget(self._none)

    def corrections(self) -> tuple[Correction, ...]:
        """Return what is written, also what is blank: nothing typed goes unasked."""
        return tuple(entry.correction() for entry in self._entries)

    def show_corrections(self, corrections: Iterable[Correction]) -> None:
        """Show `corrections`, without telling anybody; where they are the same, the cursor stays."""
        wanted = tuple(corrections)
        if wanted == self.corrections():
            return
        for entry in list(self._entries):
            self._drop(entry)
        for correction in wanted:
            entry = _Entry(correction)
            entry.changed.connect(self.changed)
            entry.remove_asked.connect(self._remove)
            self._entries.append(entry)
            self._column.addWidget(entry)
        self._none.setVisible(not self._entries)

    def _remove(self, entry: "_Entry") -> None:
        place = self._entries.index(entry)
        self._drop(entry)
        self._none.setVisible(not self._entries)
        self.changed.emit()
        if self._entries:
            self._entries[min(place, len(self._entries) - 1)].setFocus()

    def _drop(self, entry: "_Entry") -> None:
        self._entries.remove(entry)
        entry.hide()
        entry.deleteLater()


class _Entry(QWidget):
    """One correction: its day, its words, and what removes it, which carries the entry itself."""

    changed = Signal()
    remove_asked = Signal(object)

    def __init__(self, correction: Correction) -> None:
        super().__init__()
        self._correction = correction
        day = day_text(correction.day)
        self.words = GrowingTextEdit(fewest=2)
        self.words.setObjectName("correction")
        self.words.setAccessibleName(_("Correction of {date}").format(date=day))
        self.words.show_text(correction.words)
        self.words.document().setModified(False)
        self.words.textChanged.connect(self.changed)
        remove = IconButton(
            "x", _("Remove the correction of {date}").format(date=day), object_name="remove_correction"
        )
        remove.clicked.connect(lambda: self.remove_asked.emit(self))
        self.setFocusProxy(self.words)
        head = QHBoxLayout()
        head.addWidget(QLabel(day), 1)
        head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addLayout(head)
        column.addWidget(self.words)

    def correction(self) -> Correction:
        """Return the correction as it is written."""
        # Qt gives back some characters, such as no-break spaces, as others.
        if not self.words.document().isModified():
            return self._correction
        return replace(self._correction, words=self.words.text())
