"""Quotation marks, dashes and ellipses put right while they are typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

_SWEDISH = ("”", "”", "’", "’")
# What opens and closes a quotation, then a quotation inside one, by the first part of the tag.
QUOTATION_MARKS: Mapping[str, tuple[str, str, str, str]] = {
    "sv": _SWEDISH,
    "fi": _SWEDISH,
    "en": ("“", "”", "‘", "’"),
    "de": ("„", "“", "‚", "‘"),
    "pl": ("„", "”", "‚", "’"),
}
# They write with other marks than a straight one stands for.
_OWN_MARKS = frozenset({"ar", "ckb", "fa", "prs", "so", "ti", "uk", "yi"})
_OPENS_AFTER = re.compile(r"[\s(\[{/–—“”„‘‚\u2028\ufffc]")
_LAST_WORD = re.compile(r"\S+$")
# An address is typed as machines read it.
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.|mailto:|\S+@)\S*", re.IGNORECASE)


@dataclass(frozen=True)
class Correction:
    """`typed` stands directly before the cursor and gives way to `shown`."""

    typed: str
    shown: str


def correction_of(before: str, language: str) -> Correction | None:
    """Return what to put right at the end of `before`, the words of the block up to the cursor.

    `language` is the BCP 47 tag of the words; what is not known is taken for Swedish.
    """
    if before.endswith(("'", '"')):
        return _quotation_mark(before, language)
    last_word = _LAST_WORD.search(before)
    if last_word is not None and _ADDRESS.fullmatch(last_word[0]):
        return None
    if before.endswith("--") and not before.endswith("---"):
        return Correction("--", "–")
    if before.endswith("...") and not before.endswith("...."):
        return Correction("...", "…")
    return None


def _quotation_mark(before: str, language: str) -> Correction | None:
    primary = re.split("[-_]", language.lower())[0]
    if primary in _OWN_MARKS:
        return None
    outer_open, outer_close, inner_open, inner_close = QUOTATION_MARKS.get(primary, _SWEDISH)
    typed = before[-1]
    opens = len(before) == 1 or _OPENS_AFTER.fullmatch(before[-2]) is not None
    if typed == '"':
        return Correction(typed, outer_open if opens else outer_close)
    # Between letters it is an apostrophe, in every language.
    return Correction(typed, inner_open if opens else ("’" if primary == "de" else inner_close))


class Corrections(QObject):
    """Puts right what was typed in `editor`, each time as a step of its own to undo.

    What is undone is not put right again at the same place. `language_at` gives the tag of the
    words at a cursor.
    """

    def __init__(self, editor: QTextEdit | QPlainTextEdit, language_at: Callable[[QTextCursor], str]) -> None:
        super().__init__(editor)
        self.enabled = True
        self._editor = editor
        self._language_at = language_at
        self._last: QTextCursor | None = None
        self._steps = 0
        self._refused: QTextCursor | None = None
        self._was_undone = self._is_other_text = False
        editor.document().contentsChanged.connect(self._note_change)

    def follow(self, typed: str) -> None:
        """Put right what ends in `typed`, which has just come in at the cursor."""
        self._settle_marks()
        cursor = self._editor.textCursor()
        if not self.enabled or not typed or cursor.hasSelection():
            return
        correction = correction_of(_before(cursor), self._language_at(cursor))
        if correction is None:
            return
        wrong = QTextCursor(cursor)
        wrong.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter,
            QTextCursor.MoveMode.KeepAnchor,
            len(correction.typed),
        )
        if self._refused is not None and self._refused.position() == wrong.selectionStart():
            return
        self._put_right(wrong, correction)

    def _put_right(self, wrong: QTextCursor, correction: Correction) -> None:
        start, form = wrong.selectionStart(), wrong.charFormat()
        self._last = None
        step = QTextCursor(wrong)
        # Where a step begins is where undo puts the cursor.
        step.setPosition(wrong.selectionEnd())
        step.beginEditBlock()
        # What is right comes in first: Qt would join what is typed next to an insertion that came last.
        step.insertText(correction.shown, form)
        step.setPosition(start)
        step.movePosition(
            QTextCursor.MoveOperation.NextCharacter,
            QTextCursor.MoveMode.KeepAnchor,
            len(correction.typed),
        )
        step.removeSelectedText()
        step.endEditBlock()
        self._steps = self._editor.document().availableUndoSteps()
        self._last = _mark(wrong.document(), start)

    def _note_change(self) -> None:
        # Cursors that were replaced while Qt tells of an undo corrupted memory: this only notes it.
        document = self._editor.document()
        if not document.isUndoAvailable() and not document.isRedoAvailable():
            self._is_other_text = True
        elif document.availableUndoSteps() < self._steps:
            self._was_undone = True

    def _settle_marks(self) -> None:
        if self._is_other_text:
            self._last = self._refused = None
        elif self._was_undone and self._last is not None:
            self._refused, self._last = self._last, None
        self._was_undone = self._is_other_text = False


def _before(cursor: QTextCursor) -> str:
    """Return the words of the cursor's block up to it."""
    before = QTextCursor(cursor)
    before.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    return before.selectedText()


def _mark(document: QTextDocument, position: int) -> QTextCursor:
    """Return a cursor that keeps the place of what begins at `position`."""
    mark = QTextCursor(document)
    mark.setPosition(position)
    mark.setKeepPositionOnInsert(True)
    return mark
