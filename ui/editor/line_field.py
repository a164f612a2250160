"""The title and the lead: one paragraph of plain text each, set as it will be read."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from ui.editor.overlays import Overlays
from ui.editor.underlines import Underlines
from ui.theme.font_sizes import resized
from ui.widgets.growing_text import GrowingTextEdit

MOST_LINES = 8
FEWEST_LETTERS = 20
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class LineField(GrowingTextEdit):
    """Wraps and grows; holds no line breaks, and Enter goes on to the next field.

    `typed` carries what has just been typed, by keys or by an input method. `overlays` and
    `underlines` are what others lay over the text. `menu_asked` comes with the context menu before it is
    shown, and a cursor where it was asked for, so that others may add to it.
    """

    edited = Signal()
    finished = Signal()
    entered = Signal()
    typed = Signal(str)
    menu_asked = Signal(QMenu, QTextCursor)

    def __init__(
        self, name: str, placeholder: str, size: float, weight: QFont.Weight, parent: QWidget | None = None
    ) -> None:
        super().__init__(fewest=1, most=MOST_LINES, parent=parent)
        self._tells_edits = True
        self.overlays = Overlays(self)
        self.underlines = Underlines(self)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self._usual_font = QFont(self.font())
        self._usual_font.setWeight(weight)
        self.set_size(size)
        self.textChanged.connect(self._report)

    def set_size(self, size: float) -> None:
        """Set the text in `size` times the size of the window's."""
        self.setFont(resized(self._usual_font, size))

    def minimumSizeHint(self) -> QSize:
        # Large letters take more lines, not a wider window.
        width = QFontMetrics(self._usual_font).averageCharWidth() * FEWEST_LETTERS
        return QSize(width, super().minimumSizeHint().height())

    def words(self) -> str:
        """Return the text, breaks turned to spaces."""
        return without_breaks(self.toPlainText())

    def show_words(self, text: str) -> None:
        """Show `text` with an empty undo history, without telling anybody."""
        self._tells_edits = False
        self.setPlainText(without_breaks(text))
        self._tells_edits = True

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Let the words run in `direction`; where it is automatic, as they are."""
        runs_left = direction == Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(direction if runs_left else Qt.LayoutDirection.LeftToRight)
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        # Without a column of its own, a line stays where it is unless it is told the side.
        option.setAlignment(_AT_RIGHT if runs_left else Qt.AlignmentFlag.AlignLeft)
        self._tells_edits = False
        self.document().setDefaultTextOption(option)
        self._tells_edits = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
            self._follow_typing(event.text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.context_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def context_menu(self, position: QPoint) -> QMenu:
        """Return the menu for a click at `position` in the field."""
        menu = self.createStandardContextMenu(position)
        self.menu_asked.emit(menu, self.cursorForPosition(position))
        return menu

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._follow_typing(event.commitString())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.underlines.paint(painter, (0, self.document().characterCount()), self._place_of)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(" ".join(source.text().split()))

    def _place_of(self, block: QTextBlock) -> QPointF:
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()

    def _follow_typing(self, text: str) -> None:
        if text and text.isprintable():
            self.typed.emit(text)

    def _report(self) -> None:
        if self._tells_edits:
            self.edited.emit()


def without_breaks(text: str) -> str:
    """Return `text` as one line."""
    return " ".join(text.splitlines())
