"""Misspelled words in one field, found a few blocks at a time and underlined."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor

from editor_app.checks.spelling.wording import language_known, words
from editor_app.domain.document import ObjectBlock
from ui.editor.blocks import end_of, fragments
from ui.editor.body_editor import BodyEditor
from ui.editor.line_field import LineField
from ui.editor.marks import language_of
from ui.editor.object_format import object_of
from ui.editor.object_spelling import object_words
from ui.theme.palette import colours
from ui.widgets.timers import once_after

LAYER, OBJECT_LAYER = "spelling", "spelling_in_objects"
PAUSE_MS = 150
# What one turn may take of the window's thread.
TURN_SECONDS = 0.005

Field = LineField | BodyEditor
IsMisspelled = Callable[[str, str], bool | None]


@dataclass(frozen=True)
class Misspelling:
    """A misspelled word: `cursor` selects it, whatever is typed around it.

    One `in_object` stands in the table or at the image that `cursor` selects.
    """

    cursor: QTextCursor
    language: str
    form: str
    in_object: bool = False


class SpellingMarks(QObject):
    """Underlines what is misspelled in `field` and keeps up with what is typed there.

    `is_misspelled` answers None while it does not know; call `ask_again` once it does. A word is
    marked only when the cursor has left it. `names` and `ignored` are words that are let pass; names
    that the text shows to be such are added. `changed` comes when other words are marked.
    """

    changed = Signal()

    def __init__(
        self,
        field: Field,
        is_misspelled: IsMisspelled,
        language: Callable[[], str],
        names: set[str],
        ignored: set[str],
    ) -> None:
        super().__init__(field)
        self._field = field
        self._is_misspelled = is_misspelled
        self._language = language
        self._names = names
        self._ignored = ignored
        self._enabled = False
        self._is_typing = False
        self._names_shown = 0
        self._found: list[Misspelling] = []
        self._stale: tuple[int, int] | None = None
        self._unjudged: list[QTextCursor] = []
        self._held: QTextCursor | None = None
        self._pause = once_after(PAUSE_MS, self._check, self)
        self._turn = once_after(0, self._check, self)
        field.document().contentsChange.connect(self._note_change)
        field.cursorPositionChanged.connect(self._leave_word)
        field.installEventFilter(self)

    def misspellings(self) -> list[Misspelling]:
        """Return what is marked, in reading order."""
        shown = [one for one in self._found if self._is_shown(one)]
        return sorted(shown, key=lambda one: one.cursor.selectionStart())

    def misspelling_at(self, position: int) -> Misspelling | None:
        """Return the marked word that `position` touches, or None."""
        for one in self._found:
            if one.cursor.selectionStart() <= position <= one.cursor.selectionEnd() and self._is_shown(one):
                return one
        return None

    def set_enabled(self, enabled: bool) -> None:
        """Check the words of the field, or leave them alone."""
        self._enabled = enabled
        self.check_all()

    def check_all(self) -> None:
        """Look at every word again, as after a change of language."""
        self._found, self._unjudged, self._stale = [], [], None
        self._show()
        self._note_change(0, 0, self._field.document().characterCount())

    def ask_again(self) -> None:
        """Look again at the blocks that hold words of which nothing was known."""
        unjudged, self._unjudged = self._unjudged, []
        for cursor in unjudged:
            self._note_place(cursor.position(), cursor.position())
        self._let_names_pass()

    def show_again(self) -> None:
        """Show what is left after more words are let pass."""
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._show()
        elif event.type() == QEvent.Type.FocusOut:
            self._is_typing = False
            self._release()
        return False

    def _let_names_pass(self) -> None:
        if len(self._names) != self._names_shown:
            self._show()

    def _note_change(self, position: int, removed: int, added: int) -> None:
        self._is_typing = self._field.hasFocus()
        # A cursor would follow by itself, but one made while Qt reports a change is not let go by it.
        if self._stale is not None:
            start, end = (
                max(position, place + added - removed) if place > position else place for place in self._stale
            )
            self._stale = start, end
        self._note_place(position, position + added)

    def _note_place(self, start: int, end: int) -> None:
        if not self._enabled:
            return
        if self._stale is not None:
            start, end = min(start, self._stale[0]), max(end, self._stale[1])
        self._stale = start, end
        self._pause.start()

    def _check(self) -> None:
        """Look at stale blocks for one turn, and go on in the next."""
        if self._stale is None:
            return
        deadline = time.perf_counter() + TURN_SECONDS
        start, end = self._stale
        document = self._field.document()
        block = document.findBlock(start)
        if not block.isValid():
            block = document.lastBlock()
        checked_from, fresh = block.position(), list[Misspelling]()
        checked_to = checked_from
        while block.isValid() and block.position() <= end:
            fresh += self._misspellings_in(block)
            checked_to = end_of(block)
            block = block.next()
            if time.perf_counter() > deadline:
                break
        self._stale = None
        if block.isValid() and block.position() <= end:
            self._note_place(block.position(), end)
            self._pause.stop()
            self._turn.start()
        self._put(checked_from, checked_to, fresh)

    def _put(self, start: int, end: int, fresh: list[Misspelling]) -> None:
        kept: list[Misspelling] = []
        gone: list[Misspelling] = []
        for one in self._found:
            is_here = start <= one.cursor.selectionStart() <= end
            (gone if is_here or not one.cursor.hasSelection() else kept).append(one)
        self._found = kept + fresh
        if {_place(one) for one in gone} != {_place(one) for one in fresh}:
            self._show()
        else:
            self._let_names_pass()

    def _misspellings_in(self, block: QTextBlock) -> Iterator[Misspelling]:
        value = object_of(block)
        if value is not None:
            yield from self._misspellings_of(value, block)
            return
        text = block.text()
        first = block.position()
        runs = [(f.position() + f.length() - first, language_of(f.charFormat())) for f in fragments(block)]
        place_of = _places(text)
        is_unjudged = False
        for word in words(text):
            if word.is_named:
                self._names.add(word.form)
                continue
            start = place_of(word.start)
            tag = next((tag for run_end, tag in runs if start < run_end), "")
            language = language_known(tag or self._language())
            verdict = False if language is None else self._is_misspelled(language, word.form)
            is_unjudged |= verdict is None
            if verdict and language is not None:
                cursor = _selecting(block, start, place_of(word.end))
                if not self._holds(cursor):
                    yield Misspelling(cursor, language, word.form.removesuffix("-"))
        if is_unjudged:
            self._unjudged.append(QTextCursor(block))

    def _misspellings_of(self, value: ObjectBlock, block: QTextBlock) -> Iterator[Misspelling]:
        cursor = QTextCursor(block)
        cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
        is_unjudged = False
        for word in object_words(value):
            if word.is_named:
                self._names.add(word.form)
                continue
            language = language_known(word.tag or self._language())
            verdict = False if language is None else self._is_misspelled(language, word.form)
            is_unjudged |= verdict is None
            if verdict and language is not None:
                yield Misspelling(cursor, language, word.form.removesuffix("-"), in_object=True)
        if is_unjudged:
            self._unjudged.append(QTextCursor(block))

    def _holds(self, cursor: QTextCursor) -> bool:
        """Tell whether the word is still being typed, and remember it until it is left."""
        here = self._field.textCursor().position()
        if not self._is_typing or not cursor.selectionStart() <= here <= cursor.selectionEnd():
            return False
        self._held = cursor
        return True

    def _leave_word(self) -> None:
        held = self._held
        if held is not None:
            here = self._field.textCursor().position()
            if not held.selectionStart() <= here <= held.selectionEnd():
                self._is_typing = False
                self._release()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self._note_place(held.selectionStart(), held.selectionEnd())

    def _is_shown(self, one: Misspelling) -> bool:
        names = {one.form, one.form.removesuffix("s"), f"{one.form}s"}
        return one.cursor.hasSelection() and one.form not in self._ignored and not names & self._names

    def _show(self) -> None:
        self._names_shown = len(self._names)
        scheme = colours(self._field.palette())
        wave, ground = QTextCharFormat(), QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(QColor(scheme.danger))
        # An object has no line to draw a wave below.
        ground.setBackground(QColor(scheme.danger_ground))
        shown = [one for one in self._found if self._is_shown(one)]
        for layer, look, in_object in ((LAYER, wave, False), (OBJECT_LAYER, ground, True)):
            places = [one.cursor for one in shown if one.in_object is in_object]
            self._field.overlays.show(layer, places, look)
        self.changed.emit()


def _place(one: Misspelling) -> tuple[int, int, str]:
    return one.cursor.selectionStart(), one.cursor.selectionEnd(), one.form


def _places(text: str) -> Callable[[int], int]:
    """Return what tells where a code point of `text` stands in a block; for Qt 😀 is two UTF-16 units."""
    if units(text) == len(text):
        return int
    return lambda position: units(text[:position])


def _selecting(block: QTextBlock, start: int, end: int) -> QTextCursor:
    """Return a cursor that selects from place `start` to `end` of `block`."""
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + start)
    cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def units(text: str) -> int:
    """Return how many places `text` takes in a QTextDocument."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
