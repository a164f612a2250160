"""Lines that begin with a dash, a bullet or a number: what somebody said, or a list."""

import re
from collections.abc import Iterator
from itertools import groupby

from editor_app.domain.document import Block, ListItem, Quote, Span
from editor_app.intake.lines import Line, Lines, ends_sentence
from editor_app.intake.vocabulary import SPEECH

# A dash of speech, as Word, browsers and people write it; hyphens also make lists.
_DASH = re.compile(r"[–—―‒‐‑−-]\s+(?=\S)|[–—―](?=[^\W\d_a-zåäö]|[”\"])")
_HYPHENS = "‐‑−-"
_BULLET = re.compile(r"[•●▪■‣∙○◦▫➢►▶✓✔\uf0b7]\s*(?=\S)")
_STAR = re.compile(r"[*·]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_SECOND_LEVEL = "○◦▫"
_SPOKEN_LENGTH = 60


def read_marked(lines: Lines) -> Iterator[Line | Block]:
    """Yield quotes and list items for the lines that are marked as such, and the other lines as they are."""
    index = 0
    while index < len(lines):
        texts = [line.text for line in lines[index : index + 1]]
        if _DASH.match(texts[0]):
            run = _run(lines, index, _DASH)
            yield from _dashed(run)
        elif _BULLET.match(texts[0]):
            run = _run(lines, index, _BULLET)
            yield from (_bullet(text) for text in run)
        elif _STAR.match(texts[0]) and len(run := _run(lines, index, _STAR)) > 1:
            yield from (ListItem(spans=_after(_STAR, text)) for text in run)
        elif len(run := _numbered_run(lines, index)) > 1:
            yield from (ListItem(ordered=True, spans=_after(_NUMBER, text)) for text in run)
        else:
            run = texts
            yield lines[index]
        index += len(run)


def is_marked(text: str) -> bool:
    """Tell whether `text` begins with a dash of speech or a bullet, whatever stands around it."""
    return (_DASH.match(text) or _BULLET.match(text)) is not None


def _run(lines: Lines, start: int, shape: re.Pattern[str]) -> list[str]:
    end = start
    while end < len(lines) and shape.match(lines[end].text):
        end += 1
    return [line.text for line in lines[start:end]]


def _numbered_run(lines: Lines, start: int) -> list[str]:
    """Numbers count up in a list; a number alone is part of its line, as in a numbered subheading."""
    run: list[str] = []
    expected: int | None = None
    for line in lines[start : start + 100]:
        match = _NUMBER.match(line.text)
        number = int(match["number"]) if match else None
        if number is None or expected not in (None, number):
            break
        expected = number + 1
        run.append(line.text)
    return run


def _dashed(run: list[str]) -> Iterator[Block]:
    """Tell a list made with dashes from what people say.

    Items of a list are no sentences, unless all have the hyphen and nobody is said to speak.
    """
    hyphens = all(text[0] in _HYPHENS for text in run)
    spoken = any(SPEECH.search(text) for text in run)
    for is_sentence, group in groupby(run, key=_is_sentence):
        texts = list(group)
        if is_sentence:
            is_list = hyphens and not spoken and len(run) > 1
        else:
            is_list = len(texts) > 1 or (hyphens and len(texts[0]) < _SPOKEN_LENGTH)
        for text in texts:
            spans = _after(_DASH, text)
            yield ListItem(spans=spans) if is_list else Quote(spans)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) or SPEECH.search(text) is not None or len(text) > _SPOKEN_LENGTH * 2


def _bullet(text: str) -> Block:
    return ListItem(level=2 if text[0] in _SECOND_LEVEL else 1, spans=_after(_BULLET, text))


def _after(shape: re.Pattern[str], text: str) -> tuple[Span, ...]:
    return (Span(shape.sub("", text, count=1)),)
