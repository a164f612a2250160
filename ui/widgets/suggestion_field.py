"""A line to type in that suggests what to choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme.icons import icon
from ui.widgets.suggestion_list import Suggestion, SuggestionList

Find = Callable[[str], Sequence[Suggestion]]
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class SuggestionField(QLineEdit):
    """Suggests what `find` answers to the words typed since the last `setText`.

    Arrows choose, Enter or a click picks, Escape closes the list. `picked` carries the key of the
    suggestion, `abandoned` comes with Escape, `left` when the focus goes elsewhere.
    """

    picked = Signal(object)
    abandoned = Signal()
    left = Signal()

    def __init__(self, name: str, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._list: SuggestionList | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self.suggest)

    def suggest(self) -> None:
        """Show what fits the typed words; everything where nothing has been typed."""
        if self.isReadOnly():
            return
        typed = self.text() if self.isModified() else ""
        self._suggestions().offer(self._find(typed), choose_first=bool(typed.strip()))

    def is_suggesting(self) -> bool:
        """Tell whether the list is open."""
        return self._list is not None and self._list.isVisible()

    def close_suggestions(self) -> None:
        """Close the list."""
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS and event.modifiers() in {_NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier}:
            self._step(STEPS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._list and self._list.pick_choice():
            return
        elif key == Qt.Key.Key_Escape and (self.is_suggesting() or self.isModified()):
            self.close_suggestions()
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.suggest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_suggestions()
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_suggestions()
        super().hideEvent(event)

    def _step(self, by: int) -> None:
        if self.is_suggesting():
            self._suggestions().move_choice(by)
        elif by > 0:
            self.suggest()

    def _suggestions(self) -> SuggestionList:
        if self._list is None:
            self._list = SuggestionList(self)
            self._list.picked.connect(self.picked)
            # The list is a child of the window, which may outlive the field.
            self.destroyed.connect(self._list.deleteLater)
        return self._list


_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
