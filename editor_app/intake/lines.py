"""The lines of a copied text, cleaned of what cannot be seen."""

import re
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from editor_app.domain.normalize import normalize_text

# Soft hyphens, zero width spaces, word joiners and byte order marks.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# Joiners and direction marks have a meaning in Arabic, Persian and emoji, and none beside Latin letters.
_STRAY_JOINER = re.compile("(?<![\u0250-\U0010ffff])[\u200c-\u200f]|[\u200c-\u200f](?![\u0250-\U0010ffff])")
_SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
_FIXED_SPACE = re.compile("[\u00a0\u202f]+")
_FIXED_SPACE_IN_NUMBER = re.compile(r"(?<=\d)[\u00a0\u202f](?=\d)")
_END_MARK = re.compile(r"[.!?…][\"”’'»)\]]*$")
_WORD = re.compile(r"\w+(?:[-’'.:]\w+)*")

_LONE_BULLETS = frozenset("•●▪■◦○")

SHORT_LENGTH = 90
_PROSE_LENGTH = 40
_WRAPPED_LENGTH = 50


class Line(Struct, frozen=True):
    """One line that holds something.

    `after_gap` tells whether an empty one stood above it, `is_label` whether it was set apart from
    a line of labels, such as kind, category and date. `cells` are what stood between the tabs of a line
    that had some: the row of a table, perhaps.
    """

    text: str
    after_gap: bool = False
    is_label: bool = False
    cells: tuple[str, ...] = ()


Lines = tuple[Line, ...]


def read_lines(text: str) -> Lines:
    """Return the lines of `text` that hold something, without characters that cannot be seen."""
    lines: list[Line] = []
    gap = False
    visible = _STRAY_JOINER.sub("", _INVISIBLE.sub("", text))
    # To normalise a text takes its tabs away.
    for raw in "\t".join(map(normalize_text, visible.split("\t"))).split("\n"):
        line = _even_spaces(raw)
        if line:
            cells = tuple(map(_even_spaces, raw.split("\t"))) if "\t" in raw else ()
            lines.append(Line(line, gap, cells=cells))
        gap = not line
    return tuple(lines)


def unwrap(lines: Lines) -> Lines:
    """Join the lines of each sentence that a mail program wrapped, and bullets that stand alone."""
    joined: list[Line] = []
    for line in lines:
        above = joined[-1].text if joined and not line.cells and not joined[-1].cells else ""
        if above in _LONE_BULLETS:
            joined[-1] = replace(joined[-1], text=f"{above} {line.text}")
            continue
        breaks_off = len(above) >= _WRAPPED_LENGTH and above[-1] not in ".!?…:;"
        if breaks_off and not line.after_gap and line.text[0].islower() and " " in line.text:
            joined[-1] = replace(joined[-1], text=f"{above} {line.text}")
        else:
            joined.append(line)
    return tuple(joined)


def _even_spaces(line: str) -> str:
    """A fixed space is kept where it holds a number together, as in 12 500."""
    kept = _FIXED_SPACE_IN_NUMBER.sub("\0", line)
    return _SPACES.sub(" ", _FIXED_SPACE.sub(" ", kept)).replace("\0", "\u00a0").strip()


def has_gaps(lines: Lines) -> bool:
    """Tell whether empty lines separate the paragraphs, so that lines without one belong together."""
    return sum(line.after_gap for line in lines) * 4 >= len(lines) > 2


def count_words(text: str) -> int:
    """Return the number of words in `text`."""
    return len(_WORD.findall(text))


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does."""
    return _END_MARK.search(text) is not None


def is_running_text(text: str) -> bool:
    """Tell whether `text` reads as a paragraph: a whole sentence, or too long for a title."""
    if len(text) > SHORT_LENGTH + 30:
        return True
    if not ends_sentence(text) or count_words(text) < 4:
        return False
    # "Har du koll på brandvarnaren?" may well be a title.
    return text.rstrip("\"”’'»)]").endswith(".") or len(text) > SHORT_LENGTH


def prose_before(lines: Iterable[Line]) -> list[int]:
    """Return, for each line and for the end, how many characters of running text stand above."""
    return list(accumulate((_prose_length(line.text) for line in lines), initial=0))


def _prose_length(text: str) -> int:
    return len(text) if len(text) >= _PROSE_LENGTH and is_running_text(text) else 0
