"""Texts that are typed into a field, with empty lines, dashes and addresses, as HTML."""

import re
from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from editor_app.domain.addresses import href_from_typing
from editor_app.rendering.inline import page_href
from editor_app.rendering.plain import plain

_HEADING, _ITEM, _TEXT, _BETWEEN = "## ", "- ", "", "\n"
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+|[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:.]+")
_END_OF_SENTENCE = ".,;:!?)"


def render_prose(text: str) -> Markup:
    """Return paragraphs, with headings of level 2 behind `## `, and lists of lines behind `- `.

    Addresses of pages and of mail become links.
    """
    return Markup("\n").join(_blocks(text))


def _blocks(text: str) -> Iterator[Markup]:
    for mark, run in groupby(text.strip().split("\n"), _mark):
        lines = [line.removeprefix(mark) for line in run]
        if mark == _HEADING:
            yield from (Markup("<h2>{}</h2>").format(plain(line)) for line in lines)
        elif mark == _ITEM:
            yield _list(lines)
        elif mark == _TEXT:
            yield _paragraph(lines)


def _mark(line: str) -> str:
    """Return what `line` begins with that says what it is; _BETWEEN for an empty one."""
    if not line.strip():
        return _BETWEEN
    return next((mark for mark in (_HEADING, _ITEM) if line.startswith(mark)), _TEXT)


def _list(lines: list[str]) -> Markup:
    items = (Markup("<li>{}</li>").format(_words(line.removeprefix(_ITEM))) for line in lines)
    return Markup("<ul>{}</ul>").format(Markup("").join(items))


def _paragraph(lines: list[str]) -> Markup:
    return Markup("<p>{}</p>").format(Markup("<br>").join(map(_words, lines)))


def _words(line: str) -> Markup:
    """Return the words of `line` with its addresses as links."""
    text = plain(line)
    pieces, at = Markup(""), 0
    for match in _ADDRESS.finditer(text):
        shown = match[0].rstrip(_END_OF_SENTENCE)
        href = page_href(href_from_typing(shown) or "", lambda _id: None)
        if href is not None:
            pieces += text[at : match.start()]
            pieces += Markup('<a href="{}">{}</a>').format(href, shown)
            at = match.start() + len(shown)
    return pieces + text[at:]
