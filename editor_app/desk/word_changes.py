"""Two runs of text compared word by word, their marks included."""

import re
from collections.abc import Iterator
from itertools import groupby

from editor_app.desk.comparison import Run, Runs, Status
from editor_app.desk.token_changes import token_changes
from editor_app.domain.document import Mark, Span, Spans

# A word with what may stand inside it, white space, or one other character.
_TOKEN = re.compile(r"\w+(?:[-’'.:@]\w+)*|\s+|[^\w\s]")


def compare_spans(old: Spans, new: Spans) -> Runs:
    """Return the words of both, in reading order; removed ones come before those in their place."""
    if old == new:
        return tuple(Run(span.text, Status.SAME, span.marks, span.marks) for span in new)
    before, after = _Tape(old), _Tape(new)
    runs: list[Run] = []
    for status, length in _changes(text_of(old), text_of(new)):
        if status is Status.REMOVED:
            runs += (Run(text, status, marks, marks) for text, marks in before.take(length))
        elif status is Status.ADDED:
            runs += (Run(text, status, marks, marks) for text, marks in after.take(length))
        else:
            runs += _overlaid(before.take(length), after.take(length))
    return _merged(runs)


def compare_words(old: str, new: str) -> Runs:
    """Return the words of two texts without marks."""
    return compare_spans(_unmarked(old), _unmarked(new))


def all_runs(spans: Spans, status: Status) -> Runs:
    """Return runs for words that are all ADDED or all REMOVED."""
    return tuple(Run(span.text, status, span.marks, span.marks) for span in spans)


def text_of(spans: Spans) -> str:
    """Return the words without marks."""
    return "".join(span.text for span in spans)


Piece = tuple[str, tuple[Mark, ...]]


class _Tape:
    """Spans that are read off piece by piece."""

    def __init__(self, spans: Spans) -> None:
        self._pieces = [(span.text, span.marks) for span in reversed(spans)]

    def take(self, length: int) -> Iterator[Piece]:
        while length:
            text, marks = self._pieces.pop()
            if len(text) > length:
                self._pieces.append((text[length:], marks))
                text = text[:length]
            length -= len(text)
            yield text, marks


def _changes(old: str, new: str) -> Iterator[tuple[Status, int]]:
    """Yield what happened to how many characters, of `old` where they are removed, else of `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    i = j = 0
    for status, count in token_changes(before, after, readable=True):
        tokens = before[i : i + count] if status is Status.REMOVED else after[j : j + count]
        yield status, sum(map(len, tokens))
        i += 0 if status is Status.ADDED else count
        j += 0 if status is Status.REMOVED else count


def _overlaid(before: Iterator[Piece], after: Iterator[Piece]) -> Iterator[Run]:
    """Yield runs for one text that is marked in two ways."""
    old: Piece = ("", ())
    new: Piece = ("", ())
    while (old := old if old[0] else next(before, old))[0]:
        new = new if new[0] else next(after)
        shared = min(len(old[0]), len(new[0]))
        status = Status.SAME if old[1] == new[1] else Status.CHANGED
        yield Run(new[0][:shared], status, new[1], old[1])
        old, new = (old[0][shared:], old[1]), (new[0][shared:], new[1])


def _merged(runs: list[Run]) -> Runs:
    alike = groupby(runs, key=lambda run: (run.status, run.marks, run.marks_before))
    return tuple(Run("".join(run.text for run in group), *same) for same, group in alike)


def _unmarked(text: str) -> Spans:
    return (Span(text),) if text else ()
