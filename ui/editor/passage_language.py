"""The language of a passage: read, set and taken off, each as one step to undo."""

from PySide6.QtGui import QTextCursor

from editor_app.domain.document import Language
from ui.editor import marks
from ui.editor.blocks import end_of, fragments, selected_blocks
from ui.editor.commands import one_step


def language_here(cursor: QTextCursor) -> str:
    """Return the tag of what is selected or of the word at `cursor`; empty where it has none or several."""
    passage = _word_or_selection(cursor)
    start, end = passage.selectionStart(), passage.selectionEnd()
    tags = {
        marks.language_of(fragment.charFormat())
        for block in selected_blocks(passage)
        for fragment in fragments(block)
        if fragment.position() < end and fragment.position() + fragment.length() > start
    }
    return tags.pop() if len(tags) == 1 else ""


def set_language(cursor: QTextCursor, tag: str) -> None:
    """Let what is selected be in the language of `tag`.

    Without a selection that is the passage at `cursor` that has a language of its own, or else the
    whole block.
    """
    with one_step(cursor):
        _passage(cursor).mergeCharFormat(marks.char_format((Language(tag),)))


def remove_language(cursor: QTextCursor) -> None:
    """Let what is selected, or the whole passage at `cursor`, be in the language of the article."""
    with one_step(cursor):
        passage = cursor if cursor.hasSelection() else _marked_around(_word_or_selection(cursor))
        passage.mergeCharFormat(marks.without_mark(Language))


def _passage(cursor: QTextCursor) -> QTextCursor:
    if cursor.hasSelection():
        return cursor
    if language_here(cursor):
        return _marked_around(_word_or_selection(cursor))
    block = QTextCursor(cursor)
    block.setPosition(cursor.block().position())
    block.setPosition(end_of(cursor.block()), QTextCursor.MoveMode.KeepAnchor)
    return block


def _word_or_selection(cursor: QTextCursor) -> QTextCursor:
    passage = QTextCursor(cursor)
    if not passage.hasSelection():
        passage.select(QTextCursor.SelectionType.WordUnderCursor)
    return passage


def _marked_around(word: QTextCursor) -> QTextCursor:
    """Return a selection of all that has the language of `word` in one stretch around it."""
    tag = language_here(word)
    if not tag:
        return word
    start, end = word.selectionStart(), word.selectionEnd()
    spans = [
        (fragment.position(), fragment.position() + fragment.length())
        for fragment in fragments(word.block())
        if marks.language_of(fragment.charFormat()) == tag
    ]
    for first, last in spans:
        if last >= end:
            end = last if first <= end else end
    for first, last in reversed(spans):
        if first <= start <= last:
            start = first
    passage = QTextCursor(word)
    passage.setPosition(start)
    passage.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return passage
