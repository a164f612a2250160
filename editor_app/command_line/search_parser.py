"""The words of the command that searches the archive."""

import argparse
import os

from editor_app.translation import _


def search_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command `search` takes."""
    parser.add_argument(
        "text",
        nargs="+",
        type=_text_as_utf_8,
        metavar=_("TEXT"),
        help=_("words, a “phrase”, begin*, and filters such as status:draft; after -- also -word"),
    )
    parser.add_argument("--me", type=_text_as_utf_8, metavar=_("NAME"), help=_("whose articles are “mine”"))
    parser.add_argument(
        "--limit", type=_count, default=50, metavar="N", help=_("at most so many articles; by default 50")
    )


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and int(word)):
        raise argparse.ArgumentTypeError(_("{word} is no number of articles").format(word=word))
    return int(word)


def _text_as_utf_8(text: str) -> str:
    """Read a text as UTF-8 also where the locale knows no such letters."""
    return os.fsencode(text).decode("utf-8", errors="replace")
