"""The labelled texts as articles, and what a person says of each finding on them."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Severity
from editor_app.checks.rule_book import RULES
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.article import Article, Contact, Kind, Phone
from editor_app.domain.document import (
    Block,
    Document,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    paragraph,
    plain_text,
)

FOLDER = Path(__file__).parent
KINDS = {
    "news": Kind.NEWS,
    "press": Kind.PRESS_RELEASE,
    "info": Kind.INFORMATION,
    "service": Kind.SERVICE_NOTICE,
    "crisis": Kind.CRISIS,
}
KNOWN = Context(
    date(2026, 3, 2),
    contacts=(Contact("1", "Maja Sund", phones=(Phone("070-174 06 30"),)),),
    words=shipped_words(),
)
_LINK = re.compile(r"\[(?P<words>[^]]+)\]\((?P<href>[^)]+)\)")


class Labelled(NamedTuple):
    """A finding by the number of its text from 1, its rule and its words."""

    text: int
    rule: str
    words: str


class Judged(NamedTuple):
    """A finding, how much it weighs, and whether a person calls it right; None where nobody has said."""

    finding: Labelled
    severity: Severity
    is_right: bool | None


def texts() -> tuple[Article, ...]:
    """Return the texts: each with its kind, its title, its lead and its blocks, a line each.

    "sv" stands for itself; another language stands behind the kind. "> " begins a quote, "## " a heading
    and "* " an item of a list.
    """
    parts = (FOLDER / "texts.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return tuple(_article(str(number), part.splitlines()) for number, part in enumerate(parts, 1))


def _article(id_: str, lines: list[str]) -> Article:
    opening, title, lead, *body = lines
    kind, _space, language = opening.partition(" ")
    blocks = Document(tuple(map(_block, body)))
    return Article(
        id_, KINDS[kind], title=title, lead=lead, body=blocks, category_id="c", language=language or "sv"
    )


def _block(line: str) -> Block:
    if line.startswith("> "):
        return Quote((Span(line[2:]),))
    if line.startswith("## "):
        return Heading(2, (Span(line[3:]),))
    if line.startswith("* "):
        return ListItem(spans=(Span(line[2:]),))
    spans, at = [], 0
    for link in _LINK.finditer(line):
        spans += [Span(line[at : link.start()]), Span(link["words"], (Link(link["href"]),))]
        at = link.end()
    return Paragraph((*spans, Span(line[at:]))) if spans else paragraph(line)


def labels() -> dict[Labelled, bool]:
    """Return what is right and what is not: "+" or "-", the number, the rule and the words, by tabs."""
    lines = (FOLDER / "labels.tsv").read_text(encoding="utf-8").splitlines()
    found = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {Labelled(int(number), rule, words): sign == "+" for sign, number, rule, words in found}


def judged_findings() -> Iterator[Judged]:
    """Yield what the rules find in the texts, in order."""
    judged = labels()
    for number, article in enumerate(texts(), 1):
        for found in Checker(RULES).check(article, KNOWN):
            finding = Labelled(number, found.rule, _words(article, found))
            yield Judged(finding, found.severity, judged.get(finding))


def _words(article: Article, finding: Finding) -> str:
    """Return the words at the finding, no more than a few of them."""
    place = finding.place
    if place.block is not None:
        whole = plain_text(article.body.blocks[place.block])
    else:
        whole = {"title": article.title, "lead": article.lead}.get(place.part, "")
    return whole[place.start : place.end][:40].strip()
