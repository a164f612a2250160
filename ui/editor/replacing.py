"""Words put in the place of others, so that what stays of them keeps its marks."""

from itertools import takewhile

from PySide6.QtGui import QTextCursor

from ui.editor.hits import units


def replace_words(place: QTextCursor, words: str) -> None:
    """Put `words` in for what `place` selects, as one step to undo; nothing where it selects nothing."""
    old = place.selectedText()
    if not old:
        return
    start = _shared_start(old, words)
    end = _shared_start(old[len(start) :][::-1], words[len(start) :][::-1])
    first = place.selectionStart() + units(start)
    cursor = QTextCursor(place)
    cursor.setPosition(max(first, place.selectionStart() + 1))
    form = cursor.charFormat()
    cursor.setPosition(first)
    cursor.setPosition(place.selectionEnd() - units(end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words[len(start) : len(words) - len(end)], form)


def _shared_start(one: str, other: str) -> str:
    pairs = zip(one, other, strict=False)
    return "".join(pair[0] for pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
