"""Markdown, with what its front matter says, as the pieces of a document."""

import re
from collections.abc import Mapping
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from editor_app.domain.document import Span
from editor_app.intake.account import Account
from editor_app.intake.dates import read_date
from editor_app.intake.html.reading import read_html
from editor_app.intake.html_pieces import images_of, pieces_of
from editor_app.intake.pieces import Piece, Role, SourceText, Stated, text_piece
from editor_app.intake.text_files import decode_text

_FRONT_MATTER = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"([\w-]+)\s*:\s*(.*)")
_NAMES: Mapping[str, str] = {
    "title": "title",
    "titel": "title",
    "rubrik": "title",
    "lead": "lead",
    "ingress": "lead",
    "description": "lead",
    "summary": "lead",
    "date": "date",
    "datum": "date",
    "published": "date",
    "category": "category",
    "kategori": "category",
    "categories": "category",
    "lang": "language",
    "language": "language",
}


def read_markdown(data: bytes, path: Path) -> SourceText:
    """Return what the Markdown in `data`, which came from `path`, says; raises NotText and TooLarge.

    HTML in it is text: it is Markdown's own marks that count.
    """
    text = decode_text(data, path)
    matter = _FRONT_MATTER.match(text)
    fields, furniture = _read_fields(matter[1] if matter else "")
    account = Account()
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    tokens = parser.parse(text[matter.end() :] if matter else text)
    title = fields.get("title") or _take_title(tokens)
    read = read_html(parser.renderer.render(tokens, parser.options, {}))
    head = [
        text_piece((Span(words),), role)
        for words, role in ((title, Role.TITLE), (fields.get("lead", ""), Role.LEAD))
        if words
    ]
    pieces: tuple[Piece, ...] = (*head, *pieces_of(read, account))
    day = read_date(fields.get("date", ""))
    return SourceText(
        pieces,
        images_of(read),
        account.all(),
        stated=Stated(
            publish_at=None if day is None else day.value,
            category_name=fields.get("category", ""),
            language=fields.get("language", ""),
            furniture=furniture,
        ),
    )


def _read_fields(matter: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the fields that an article has too, and the other lines as they are."""
    fields: dict[str, str] = {}
    others: list[str] = []
    for line in matter.splitlines():
        match = _FIELD.fullmatch(line.strip())
        name = _NAMES.get(match[1].casefold()) if match else None
        if match is None or name is None or not match[2]:
            others += [line.strip()] if line.strip() else []
        else:
            fields[name] = match[2].strip("\"' []")
    return fields, tuple(others)


def _take_title(tokens: list[Token]) -> str:
    """Take the heading of level 1 that the text begins with out of `tokens`, and return its words."""
    if len(tokens) < 3 or tokens[0].type != "heading_open" or tokens[0].tag != "h1":
        return ""
    words = "".join(child.content for child in tokens[1].children or ())
    del tokens[:3]
    return words
