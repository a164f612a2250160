"""Where a passage that somebody commented on stands in a text that was changed since."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from editor_app.domain.article import Article
from editor_app.domain.comment import LEAD, TITLE, Passage
from editor_app.domain.document import Block, Figure, plain_text
from editor_app.domain.revision import Snapshot

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

Texts = Mapping[int, str]
# So much of what was quoted must be left, as a share of its characters, for a passage to be the same.
LEAST_LEFT = 0.6
# Of blocks that share less of their three-letter pieces with the quote, none is looked at closely.
_LEAST_SHARED = 0.4
_PIECE = 3
# Longer ones are compared with whole blocks: the engine looks for a short pattern only.
_SHORT = 32
# A quote may have grown by so much, as a share of its length, and still be looked at whole.
_GROWTH = 0.5
_SECONDS = 0.1


def commented_texts(text: Article | Snapshot) -> dict[int, str]:
    """Return the words that passages count in, by the numbers that passages name, in reading order."""
    texts = {TITLE: text.title, LEAD: text.lead}
    texts.update((number, commented_text(block)) for number, block in enumerate(text.body.blocks))
    return texts


def commented_text(block: Block) -> str:
    """Return the words of `block` that a comment can be about; of an image the caption, else the alt text."""
    if isinstance(block, Figure):
        return block.caption or block.alt
    return plain_text(block)


def find_passage(passage: Passage, texts: Texts) -> Passage | None:
    """Return where `passage` stands in `texts`, and what stands there now; None where it is gone.

    That is its own place if the same words are there, else the same words nearest to it, else
    what became of them.
    """
    if not passage.quoted.strip():
        return None
    if texts.get(passage.block, "").startswith(passage.quoted, passage.start):
        return _quote(texts, passage.block, passage.start, passage.start + len(passage.quoted))
    return _same_words(passage, texts) or _altered_words(passage, texts)


def _quote(texts: Texts, block: int, start: int, end: int) -> Passage:
    return Passage(block, start, end, texts.get(block, "")[start:end])


def _nearest_first(passage: Passage, texts: Texts) -> list[int]:
    return sorted(texts, key=lambda block: (abs(block - passage.block), block))


def _same_words(passage: Passage, texts: Texts) -> Passage | None:
    for block in _nearest_first(passage, texts):
        starts = list(_starts(passage.quoted, texts[block]))
        if starts:
            start = min(starts, key=lambda place: abs(place - passage.start))
            return Passage(block, start, start + len(passage.quoted), passage.quoted)
    return None


def _starts(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _altered_words(passage: Passage, texts: Texts) -> Passage | None:
    wanted = _pieces(passage.quoted)
    if not wanted:
        return None
    for block in _nearest_first(passage, texts):
        if len(wanted & _pieces(texts[block])) >= _LEAST_SHARED * len(wanted):
            found = _altered_in(passage, texts[block])
            if found is not None:
                return _quote(texts, block, *found)
    return None


def _pieces(text: str) -> set[str]:
    return {text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)}


def _altered_in(passage: Passage, text: str) -> tuple[int, int] | None:
    """Return from where to where `text` has what became of the quote, or None."""
    # Most passages are found without it, and the window waits for no import before its first paint.
    from diff_match_patch import diff_match_patch

    quoted = passage.quoted
    engine = diff_match_patch()
    engine.Diff_Timeout = _SECONDS
    # How far away it stands says little: sentences are moved.
    engine.Match_Distance = 100 * (len(text) + 1)
    first, last = 0, len(text)
    if len(quoted) <= _SHORT:
        place = engine.match_main(text, quoted, min(passage.start, len(text)))
        if place < 0:
            return None
        room = round(len(quoted) * _GROWTH)
        first, last = max(place - room, 0), place + len(quoted) + room
    changes = engine.diff_main(quoted, text[first:last], checklines=False)
    engine.diff_cleanupSemantic(changes)
    found = _kept(changes, engine)
    if found is None or found.characters < LEAST_LEFT * len(quoted):
        return None
    start, end = max(first + found.start, 0), min(first + found.end, len(text))
    return _whole_words(text, start, end) if text[start:end].strip() else None


class _Kept(NamedTuple):
    """From where to where in the new text the quote goes, and how many of its characters are left."""

    start: int
    end: int
    characters: int


def _kept(changes: list[tuple[int, str]], engine: "diff_match_patch") -> _Kept | None:
    same = [number for number, (operation, _words) in enumerate(changes) if operation == engine.DIFF_EQUAL]
    if not same:
        return None

    def length(kinds: set[int], start: int, end: int) -> int:
        return sum(len(words) for operation, words in changes[start:end] if operation in kinds)

    new = {engine.DIFF_EQUAL, engine.DIFF_INSERT}
    gone = {engine.DIFF_DELETE}
    # What the quote began and ended with became something about as long.
    return _Kept(
        start=length(new, 0, same[0]) - length(gone, 0, same[0]),
        end=length(new, 0, same[-1] + 1) + length(gone, same[-1], len(changes)),
        characters=length({engine.DIFF_EQUAL}, 0, len(changes)),
    )


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without space at its ends, and with the rest of the words that it cuts."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end
