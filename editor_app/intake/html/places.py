"""What holds for the words at one place of an HTML text: their marks and their kind of block."""

import re
from functools import lru_cache
from typing import NamedTuple

from editor_app.domain.document import Emphasis, Language, Link, Mark, Paragraph, Strong, TextBlock
from editor_app.intake.html.styles import Style

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_][A-Za-z0-9]{1,8})*")
_NO_LANGUAGE = frozenset({"x", "zxx", "und", "mul"})
_STRONG = frozenset({"b", "strong", "dt", "summary"})
_EMPHASIS = frozenset({"i", "em", "cite", "dfn", "var"})

PARAGRAPH = Paragraph()


class Place(NamedTuple):
    """`kind` is what words here become; `is_whole` tells that inner blocks only break its lines.

    `language` is a tag as it was found. `list_level` is that of the lists around, 0 outside of them.
    """

    kind: TextBlock = PARAGRAPH
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    language: str | None = None
    is_whole: bool = False
    keeps_breaks: bool = False
    list_level: int = 0
    ordered: bool = False
    in_content: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of words here."""
        return _marks(self.strong, self.emphasis, self.href, self.language)


def marked(place: Place, tag: str, style: Style, language: str | None) -> Place:
    """Return `place` inside an element: what its style says goes before what its tag does."""
    strong = style.strong if style.strong is not None else place.strong or tag in _STRONG
    emphasis = style.emphasis if style.emphasis is not None else place.emphasis or tag in _EMPHASIS
    inner = place.language if language is None else read_language(language)
    keeps_breaks = place.keeps_breaks or style.keeps_breaks
    if (strong, emphasis, inner, keeps_breaks) == (
        place.strong,
        place.emphasis,
        place.language,
        place.keeps_breaks,
    ):
        return place
    return place._replace(strong=strong, emphasis=emphasis, language=inner, keeps_breaks=keeps_breaks)


@lru_cache(maxsize=256)
def read_language(text: str) -> str | None:
    """Return the language that a lang attribute names, without its country; None where it names none."""
    found = _LANGUAGE.fullmatch(text.strip())
    if found is None or found[1].lower() in _NO_LANGUAGE:
        return None
    return found[1].lower() + (f"-{found[2].title()}" if found[2] else "")


@lru_cache(maxsize=1_024)
def _marks(strong: bool, emphasis: bool, href: str | None, language: str | None) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    if href is not None:
        marks.append(Link(href))
    if language is not None:
        marks.append(Language(language))
    if strong:
        marks.append(Strong())
    if emphasis:
        marks.append(Emphasis())
    return tuple(marks)
