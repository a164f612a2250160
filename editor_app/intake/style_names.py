"""What the styles of word processors mean, by their English and Swedish names."""

import re
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from editor_app.rendering.word.style_names import CONTACT, CORRECTION, FACT_TITLE


class Meaning(Enum):
    """What a paragraph in some style is."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBER = "number"
    QUOTE = "quote"
    CAPTION = "caption"
    FACT_TITLE = "fact_title"
    FACT = "fact"
    CONTACT = "contact"
    CORRECTION = "correction"
    CONTENTS = "contents"


class StyleMeaning(Struct, frozen=True):
    """What a style means; `level` is that of a heading or a list, from 1."""

    meaning: Meaning
    level: int = 1


_NAMES: Mapping[str, Meaning] = {
    "title": Meaning.TITLE,
    "titel": Meaning.TITLE,
    "rubrik": Meaning.TITLE,
    "huvudrubrik": Meaning.TITLE,
    "dokumenttitel": Meaning.TITLE,
    "subtitle": Meaning.LEAD,
    "underrubrik": Meaning.LEAD,
    "ingress": Meaning.LEAD,
    "lead": Meaning.LEAD,
    "lede": Meaning.LEAD,
    "preamble": Meaning.LEAD,
    "quote": Meaning.QUOTE,
    "citat": Meaning.QUOTE,
    "intense quote": Meaning.QUOTE,
    "starkt citat": Meaning.QUOTE,
    "quotations": Meaning.QUOTE,
    "blockquote": Meaning.QUOTE,
    "caption": Meaning.CAPTION,
    "beskrivning": Meaning.CAPTION,
    "bildtext": Meaning.CAPTION,
    "figure": Meaning.CAPTION,
    "illustration": Meaning.CAPTION,
    FACT_TITLE.casefold(): Meaning.FACT_TITLE,
    "faktaruta rubrik": Meaning.FACT_TITLE,
    "faktarubrik": Meaning.FACT_TITLE,
    "fact box title": Meaning.FACT_TITLE,
    "faktaruta": Meaning.FACT,
    "faktatext": Meaning.FACT,
    "fact box": Meaning.FACT,
    CONTACT.casefold(): Meaning.CONTACT,
    CORRECTION.casefold(): Meaning.CORRECTION,
    "toc heading": Meaning.CONTENTS,
    "innehållsförteckningsrubrik": Meaning.CONTENTS,
}
_NUMBERED: Mapping[Meaning, re.Pattern[str]] = {
    Meaning.HEADING: re.compile(r"(?:heading|rubrik) ?([1-9])"),
    Meaning.BULLET: re.compile(r"(?:list bullet|punktlista) ?([1-5])?"),
    Meaning.NUMBER: re.compile(r"(?:list number|numrerad lista) ?([1-5])?"),
    Meaning.CONTENTS: re.compile(r"(?:toc|contents|innehåll) ?([1-9])"),
}


def meaning_of(name: str) -> StyleMeaning | None:
    """Return what the style called `name` means, None where it is ordinary text."""
    tidy = " ".join(name.casefold().split())
    if tidy in _NAMES:
        return StyleMeaning(_NAMES[tidy])
    for meaning, shape in _NUMBERED.items():
        match = shape.fullmatch(tidy)
        if match is not None:
            return StyleMeaning(meaning, int(match[1] or 1))
    return None
