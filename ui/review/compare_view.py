"""One text that shows what became of another, change by change."""

from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from editor_app.desk.change_words import summary
from editor_app.desk.comparison import Comparison, count_words
from editor_app.translation import _
from ui.editor.decorations import Decorations
from ui.review.comparison_looks import IMAGE_WIDTH
from ui.review.comparison_writer import Change, ComparisonWriter
from ui.theme.spacing import L, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel, SectionHeading
from ui.widgets.timers import once_after

# What the window's thread may spend at one go, so that a key is answered in between.
SLICE_SECONDS = 0.004
NEXT_KEYS, PREVIOUS_KEYS = "Alt+Down", "Alt+Up"

LoadImage = Callable[[str, Callable[[QImage], Any]], Any]


class ComparisonText(QTextBrowser):
    """The text itself: read, selected and copied, never edited."""

    def __init__(self, load_image: LoadImage | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._load_image = load_image
        self._asked: set[str] = set()
        self._decorations = Decorations(self.document())
        self.setObjectName("comparison")
        self.setAccessibleName(_("Comparison"))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(L)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        image_id = name if isinstance(name, str) else name.toString()
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        if self._load_image is not None and image_id not in self._asked:
            self._asked.add(image_id)
            # Who asks is in the midst of laying out, which an image at once would change.
            QTimer.singleShot(0, self, partial(self._fetch_image, image_id))
        return QImage()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.translate(-offset)
        seen = QRectF(event.rect().translated(offset))
        self._decorations.paint_behind(painter, seen, self.palette())
        self._decorations.paint_beside(painter, seen, self.palette())
        painter.end()
        super().paintEvent(event)

    def _fetch_image(self, image_id: str) -> None:
        if self._load_image is not None:
            self._load_image(image_id, while_alive(self, partial(self._show_image, image_id)))

    def _show_image(self, image_id: str, image: QImage) -> None:
        if image.width() > IMAGE_WIDTH:
            image = image.scaledToWidth(IMAGE_WIDTH, Qt.TransformationMode.SmoothTransformation)
        document = self.document()
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(image_id), image)
        document.markContentsDirty(0, document.characterCount())


class CompareView(QWidget):
    """Shows a Comparison: what was added is underlined, what was removed is struck through.

    Alt+Down and Alt+Up go from change to change, each said in words below the text.
    """

    def __init__(self, load_image: LoadImage | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._parts: Iterator[None] | None = None
        self._writer: ComparisonWriter | None = None
        self._place = -1
        self._timer = once_after(0, self._write_on, self)
        self.text = ComparisonText(load_image)
        self._summary = SectionHeading("")
        self._summary.setObjectName("summary")
        self._unchanged = QCheckBox(_("Show unchanged paragraphs"))
        self._unchanged.setObjectName("unchanged")
        self._unchanged.toggled.connect(self._write)
        self._line = ElidedLabel()
        self._line.setObjectName("change")
        self._next = self._button("arrow-down", _("Next change"), NEXT_KEYS, self.next_change)
        self._previous = self._button("arrow-up", _("Previous change"), PREVIOUS_KEYS, self.previous_change)
        self._lay_out()
        self.setFocusProxy(self.text)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes in the text as far as it is written, in reading order."""
        return () if self._writer is None else tuple(self._writer.changes)

    @property
    def is_written(self) -> bool:
        """Tell whether the whole of the comparison stands there."""
        return self._parts is None

    def summary(self) -> str:
        """Return the line on how much changed."""
        return self._summary.text()

    def change_line(self) -> str:
        """Return what is said of the change that was gone to."""
        return self._line.text()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show `comparison` from its top."""
        self._comparison = comparison
        self._write()

    def say(self, sentence: str) -> None:
        """Show `sentence` in the place of a comparison."""
        self._comparison = None
        self._timer.stop()
        self._parts = self._writer = None
        self.text.clear()
        self._summary.setText(sentence)
        self._line.set_text("")
        self._enable()

    def next_change(self) -> None:
        """Go to the change below, from the last one to the first."""
        self._go(1)

    def previous_change(self) -> None:
        """Go to the change above, from the first one to the last."""
        self._go(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_next"):
            self._write()

    def _write(self) -> None:
        if self._comparison is None:
            return
        self.text.clear()
        self._place = -1
        self._line.set_text("")
        self._writer = ComparisonWriter(
            self.text.document(), self.text.palette(), with_unchanged=self._unchanged.isChecked()
        )
        self._parts = self._writer.parts(self._comparison)
        self._write_on()

    def _write_on(self) -> None:
        if self._parts is None:
            return
        # Laid out once for all that is written now; a table is laid out whole for each change in it.
        writing = QTextCursor(self.text.document())
        writing.beginEditBlock()
        is_whole = self._write_slice(self._parts)
        writing.endEditBlock()
        if is_whole:
            self._parts = None
            self._finish()
        else:
            self._timer.start()

    def _write_slice(self, parts: Iterator[None]) -> bool:
        """Write what there is time for; tell whether that was the rest of it."""
        end = perf_counter() + SLICE_SECONDS
        return all(perf_counter() <= end for _part in parts)

    def _finish(self) -> None:
        if self._comparison is None or self._writer is None:
            return
        words = summary(count_words(self._comparison), len(self._writer.changes))
        self._summary.setText(words)
        self.text.setAccessibleDescription(words)
        self._enable()
        announce(self, words)

    def _enable(self) -> None:
        for button in (self._next, self._previous):
            button.setEnabled(bool(self.changes))
        self._unchanged.setEnabled(self._comparison is not None)

    def _go(self, step: int) -> None:
        changes = self.changes
        if not changes:
            return
        first = 0 if step > 0 else len(changes) - 1
        self._place = first if self._place < 0 else (self._place + step) % len(changes)
        change = changes[self._place]
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(change.start)
        cursor.setPosition(change.end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        words = _("Change {number} of {count}: {what}").format(
            number=self._place + 1, count=len(changes), what=change.sentence
        )
        self._line.set_text(words)
        announce(self, words)

    def _button(self, picture: str, words: str, keys: str, act: Callable[[], None]) -> IconButton:
        tooltip = f"{words} ({QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)})"
        button = IconButton(picture, words, tooltip=tooltip, object_name=picture)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(keys), self, act)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self._summary, 1)
        for widget in (self._unchanged, self._previous, self._next):
            top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addWidget(self._line)
        self._enable()
