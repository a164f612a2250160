"""Chosen things in their order, each on a card that can be moved, edited and taken away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.theme.palette import colours
from ui.theme.spacing import XS, S
from ui.widgets.icon_button import IconButton
from ui.widgets.tone import RADIUS

MakeContent = Callable[[str], QWidget]
NameOf = Callable[[str], str]


class Card(QFrame):
    """`content` with buttons to move, edit and remove it.

    By keyboard: Alt and an arrow moves it, Delete removes it, Enter or F2 edits it.
    """

    move_asked = Signal(int)
    edit_asked = Signal()
    remove_asked = Signal()

    def __init__(self, name: str, content: QWidget, *, editable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self._editable = editable
        column = QVBoxLayout(self)
        column.setContentsMargins(S, S, S, XS)
        column.setSpacing(XS)
        column.addWidget(content)
        self._up = IconButton("arrow-up", _("Move {name} up").format(name=name), object_name="move_up")
        self._up.clicked.connect(lambda: self.move_asked.emit(-1))
        self._down = IconButton(
            "arrow-down", _("Move {name} down").format(name=name), object_name="move_down"
        )
        self._down.clicked.connect(lambda: self.move_asked.emit(1))
        edit = IconButton("pencil", _("Edit {name}").format(name=name), object_name="edit")
        edit.clicked.connect(self.edit_asked)
        remove = IconButton("x", _("Remove {name}").format(name=name), object_name="remove")
        remove.clicked.connect(self.remove_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch()
        for button in (self._up, self._down, *([edit] if editable else []), remove):
            buttons.addWidget(button)
        column.addLayout(buttons)

    def set_place(self, index: int, count: int) -> None:
        """Know where the card stands, so that it offers only moves that are possible."""
        self._up.setEnabled(index > 0)
        self._down.setEnabled(index < count - 1)
        self._up.setVisible(count > 1)
        self._down.setVisible(count > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.move_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.remove_asked.emit()
        elif self._editable and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        scheme = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() else scheme.border), width))
        painter.setBrush(QColor(scheme.base))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


class OrderedCards(QWidget):
    """One card for each key, in order; `changed` comes when somebody moved or removed one.

    `emptied` comes when the last card that could take the focus has been removed.
    """

    changed = Signal()
    edit_asked = Signal(str)
    emptied = Signal()

    def __init__(
        self,
        make_content: MakeContent,
        name_of: NameOf,
        *,
        editable: Callable[[str], bool] = lambda _key: False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_content = make_content
        self._name_of = name_of
        self._editable = editable
        self._keys: tuple[str, ...] = ()
        self._cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)

    def keys(self) -> tuple[str, ...]:
        """Return the keys in their order."""
        return self._keys

    def cards(self) -> tuple[Card, ...]:
        """Return the cards in their order."""
        return tuple(self._cards)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show a card for each of `keys`, made anew, without telling anybody."""
        self._keys = tuple(keys)
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._make_card(key) for key in self._keys]
        for index, card in enumerate(self._cards):
            self._column.addWidget(card)
            card.set_place(index, len(self._cards))
            card.show()
        self.setVisible(bool(self._cards))

    def move_key(self, key: str, by: int) -> None:
        """Move the card of `key` by that many places, as far as there are places."""
        index = self._keys.index(key)
        to = max(0, min(index + by, len(self._keys) - 1))
        if to == index:
            return
        keys = list(self._keys)
        keys.insert(to, keys.pop(index))
        button = self._focused_button(index)
        self.show_keys(keys)
        card = self._cards[to]
        focused = card.findChild(QToolButton, button) if button else None
        (focused if focused is not None and focused.isEnabled() else card).setFocus()
        self.changed.emit()

    def remove_key(self, key: str) -> None:
        """Take the card of `key` away; the focus goes to the one that takes its place."""
        index = self._keys.index(key)
        self.show_keys([other for other in self._keys if other != key])
        if self._cards:
            self._cards[min(index, len(self._cards) - 1)].setFocus()
        else:
            self.emptied.emit()
        self.changed.emit()

    def _make_card(self, key: str) -> Card:
        name = self._name_of(key)
        card = Card(name, self._make_content(key), editable=self._editable(key))
        card.move_asked.connect(lambda by: self.move_key(key, by))
        card.remove_asked.connect(lambda: self.remove_key(key))
        card.edit_asked.connect(lambda: self.edit_asked.emit(key))
        return card

    def _focused_button(self, index: int) -> str:
        buttons = self._cards[index].findChildren(QToolButton)
        return next((button.objectName() for button in buttons if button.hasFocus()), "")
