"""Finds words in title, lead and body as in one text, marks them and puts others in their place."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from editor_app.domain.occurrences import Wanted
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import one_step
from ui.editor.hits import Hit, hits_in
from ui.editor.line_field import LineField
from ui.editor.object_format import OBJECT_CHARACTER
from ui.theme.palette import colours
from ui.widgets.timers import once_after

LAYER = "found"
PAUSE_MS = 150
NOTHING = Wanted("")


class Replaced(NamedTuple):
    """How many words were replaced, and how many were left because they stand in tables or at images."""

    done: int
    left: int


class ArticleSearch(QObject):
    """Looks for words in `fields`, which are in reading order, and keeps up with what is typed there.

    `changed` comes with other hits, and where another one is selected.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[LineField | BodyEditor], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._field = len(fields) - 1
        self._wanted = NOTHING
        self._hits: list[Hit] = []
        self._is_stale = False
        self._origin = (0, 0)
        self._timer = once_after(PAUSE_MS, self._look_again, self)
        for number, field in enumerate(fields):
            field.entered.connect(partial(self._enter, number))
            field.document().contentsChanged.connect(self._note_change)
            field.selectionChanged.connect(self._tell_change)
            field.verticalScrollBar().valueChanged.connect(self.mark)
            field.verticalScrollBar().rangeChanged.connect(self.mark)

    @property
    def count(self) -> int:
        """How many hits there are."""
        return len(self._hits)

    @property
    def number(self) -> int:
        """Which hit is selected, from 1; 0 where none is."""
        index = self._selected()
        return 0 if index is None else index + 1

    @property
    def field(self) -> LineField | BodyEditor:
        """The field that the cursor is in, or the selected hit."""
        return self._fields[self._field]

    @property
    def is_in_object(self) -> bool:
        """Tell whether the selected hit stands in a table or at an image, where it cannot be replaced."""
        index = self._selected()
        return index is not None and self._hits[index].in_object

    def begin(self) -> None:
        """Look from the cursor on."""
        cursor = self.field.textCursor()
        self._origin = (self._field, cursor.selectionStart())

    def selected_words(self) -> str:
        """Return what is selected where the cursor is, empty where that is not within one block."""
        words = self.field.textCursor().selectedText()
        return "" if any(sign in words for sign in ("\u2029", "\u2028", OBJECT_CHARACTER)) else words

    def look_for(self, wanted: Wanted) -> None:
        """Find and mark `wanted` from now on."""
        self._wanted = wanted
        self._look()
        self.changed.emit()

    def select_nearest(self) -> None:
        """Select the first hit from where the search began."""
        if self._hits:
            self._select(self._hits[bisect_left(self._hits, self._origin) % len(self._hits)])
            self.changed.emit()

    def stop(self) -> None:
        """Find nothing any more and take the marks away; what is selected stays so."""
        self._wanted = NOTHING
        self._look()

    def go(self, step: int) -> bool:
        """Select the next hit, or the one before where `step` is -1; tell whether it went round the end."""
        self._look_if_stale()
        if not self._hits:
            return False
        cursor = self.field.textCursor()
        if step > 0:
            index = bisect_left(self._hits, (self._field, cursor.selectionEnd()))
        else:
            index = bisect_left(self._hits, (self._field, cursor.selectionStart())) - 1
        hit = self._hits[index % len(self._hits)]
        self._select(hit)
        self._origin = (hit.field, hit.start)
        self.changed.emit()
        return not 0 <= index < len(self._hits)

    def replace(self, words: str) -> bool:
        """Put `words` in the place of the selected hit, if one is, and go on; as `go` returns."""
        self._look_if_stale()
        index = self._selected()
        if index is not None and not self._hits[index].in_object:
            field = self.field
            cursor = field.textCursor()
            with one_step(cursor):
                _put(cursor, self._hits[index], words)
            field.setTextCursor(cursor)
        return self.go(1)

    def replace_all(self, words: str) -> Replaced:
        """Put `words` in the place of each hit; in each field that is one step to undo."""
        self._look_if_stale()
        hits = [hit for hit in self._hits if not hit.in_object]
        replaced = Replaced(len(hits), len(self._hits) - len(hits))
        for number, field in enumerate(self._fields):
            here = [hit for hit in hits if hit.field == number]
            if here:
                _put_all(QTextCursor(field.document()), here, words)
        self._look()
        self.changed.emit()
        return replaced

    def mark(self) -> None:
        """Mark the hits that are in sight, in the colours that the fields have now."""
        for number, field in enumerate(self._fields):
            first, last = _seen(field) if self._hits else (0, 0)
            start = bisect_left(self._hits, (number, first))
            look = QTextCharFormat()
            look.setBackground(QColor(colours(field.palette()).found))
            places = []
            for hit in self._hits[start:]:
                if (hit.field, hit.start) > (number, last):
                    break
                places.append(_selecting(field, hit))
            if places:
                field.overlays.show(LAYER, places, look)
            else:
                field.overlays.clear(LAYER)

    def _enter(self, number: int) -> None:
        self._field = number

    def _note_change(self) -> None:
        if self._wanted.words:
            self._is_stale = True
            self._timer.start()

    def _tell_change(self) -> None:
        if self._wanted.words and not self._is_stale:
            self.changed.emit()

    def _look_again(self) -> None:
        self._look()
        self.changed.emit()

    def _look_if_stale(self) -> None:
        if self._is_stale:
            self._look()

    def _look(self) -> None:
        self._timer.stop()
        self._is_stale = False
        self._hits = [
            hit
            for number, field in enumerate(self._fields)
            for hit in hits_in(field.document(), self._wanted, number)
        ]
        self.mark()

    def _selected(self) -> int | None:
        """Return which of the hits is just what is selected."""
        cursor = self.field.textCursor()
        index = bisect_left(self._hits, (self._field, cursor.selectionStart()))
        is_hit = self._hits[index : index + 1] and self._hits[index][:3] == (
            self._field,
            cursor.selectionStart(),
            cursor.selectionEnd(),
        )
        return index if is_hit else None

    def _select(self, hit: Hit) -> None:
        for number, field in enumerate(self._fields):
            if number == hit.field:
                field.setTextCursor(_selecting(field, hit))
                field.ensureCursorVisible()
            elif field.textCursor().hasSelection():
                cursor = field.textCursor()
                cursor.clearSelection()
                field.setTextCursor(cursor)
        self._field = hit.field


def _selecting(field: LineField | BodyEditor, hit: Hit) -> QTextCursor:
    cursor = QTextCursor(field.document())
    # What was found may have gone since.
    last = field.document().characterCount() - 1
    cursor.setPosition(min(hit.start, last))
    cursor.setPosition(min(hit.end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _seen(field: LineField | BodyEditor) -> tuple[int, int]:
    """Return the first and the last position in sight."""
    inside = field.viewport().rect()
    first = field.cursorForPosition(inside.topLeft()).position()
    return first, field.cursorForPosition(inside.bottomRight()).position()


def _put_all(cursor: QTextCursor, hits: Sequence[Hit], words: str) -> None:
    with one_step(cursor):
        # From the end, so that the places of those above stay right.
        for hit in reversed(hits):
            _put(cursor, hit, words)


def _put(cursor: QTextCursor, hit: Hit, words: str) -> None:
    cursor.setPosition(hit.start + 1)
    # The marks of the first letter, which would be lost with it.
    form = cursor.charFormat()
    cursor.setPosition(hit.start)
    cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words, form)
