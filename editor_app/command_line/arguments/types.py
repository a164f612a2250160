"""What the words of a command mean: each function raises ArgumentTypeError for what it cannot be."""

import argparse
import os
from datetime import date

from editor_app.domain.article import Kind
from editor_app.domain.languages import TAG
from editor_app.translation import _

PRESENT = "now"
STANDARD_INPUT = "-"
NOTHING = "none"
LEAST_ID_LENGTH = 6
# In months or years.
MOST_BY_KIND = 120


def language(word: str) -> str:
    """Return the tag of a language."""
    if TAG.fullmatch(word) is None:
        raise argparse.ArgumentTypeError(_("“{word}” names no language").format(word=word))
    return word


def version_or_present(word: str) -> int | None:
    """Return the number of a version, None for the present text."""
    return None if word == PRESENT else version_number(word)


def version_number(word: str) -> int:
    """Return the number of a version, from 1."""
    if not _is_number(word):
        raise argparse.ArgumentTypeError(_("{word} is no number of a version").format(word=word))
    return int(word)


def as_utf_8(text: str) -> str:
    """Read a text as UTF-8 also where the locale knows no such letters."""
    return os.fsencode(text).decode("utf-8", errors="replace")


def readable(name: str) -> str:
    """Read a name that the archive keeps for people."""
    if not name.strip():
        raise argparse.ArgumentTypeError(_("a name is needed"))
    return as_utf_8(name)


def said(text: str) -> str:
    """Read what somebody has to say, and the archive keeps."""
    if not text.strip():
        raise argparse.ArgumentTypeError(_("a text is needed"))
    return as_utf_8(text)


def day(word: str) -> date:
    """Return the day that is written as 2026-03-02."""
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise argparse.ArgumentTypeError(_("{word} is no day, as in 2026-03-02").format(word=word)) from None


def number(word: str) -> int:
    """Return a number from 1."""
    if not _is_number(word):
        raise argparse.ArgumentTypeError(_("{word} is no number from 1").format(word=word))
    return int(word)


def number_by_kind(word: str) -> tuple[Kind, int]:
    """Return the kind of article and the number from 0 that are written as nyhet=6."""
    kind, _equals, count = word.partition("=")
    if kind not in set(Kind) or not _is_up_to(count, MOST_BY_KIND):
        known = ", ".join(Kind)
        raise argparse.ArgumentTypeError(
            _("{word} is no kind with a number up to {most}, as in nyhet=6; kinds are {known}").format(
                word=word, most=MOST_BY_KIND, known=known
            )
        )
    return Kind(kind), int(count)


def _is_up_to(word: str, most: int) -> bool:
    return word.isascii() and word.isdigit() and int(word) <= most


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and int(word) > 0
