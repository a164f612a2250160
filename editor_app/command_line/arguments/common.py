"""Arguments that many commands share."""

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from editor_app.command_line.arguments.types import LEAST_ID_LENGTH, readable
from editor_app.translation import LANGUAGES, _

Choice = TypeVar("Choice", bound=StrEnum)


def add_everywhere(parser: ArgumentParser, default: Any = SUPPRESS) -> None:
    """Add what all commands take, here and before them; left out here, what stood there holds."""
    parser.add_argument(
        "--archive",
        type=Path,
        metavar=_("FILE"),
        default=default,
        help=_("the archive to work on; by default the one in your own data folder"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=_("the language of the program; by default that of the system"),
    )


def add_id(parser: ArgumentParser) -> None:
    """Add which article is meant."""
    parser.add_argument(
        "id",
        metavar="ID",
        help=_("the article's id, or its first characters, at least {count}").format(count=LEAST_ID_LENGTH),
    )


def add_by(parser: ArgumentParser) -> None:
    """Add who acts, where the archive needs a name."""
    parser.add_argument(
        "--by", type=readable, required=True, metavar=_("NAME"), help=_("who does this; it is kept")
    )


def add_optional_by(parser: ArgumentParser) -> None:
    """Add who acts, where the name of the login will do."""
    parser.add_argument(
        "--by",
        type=readable,
        metavar=_("NAME"),
        help=_("who does this; by default the name you are logged in with"),
    )


def add_json(parser: ArgumentParser) -> None:
    """Add the choice of JSON."""
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def add_out_file(parser: ArgumentParser) -> None:
    """Add where a document is written."""
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FILE"), help=_("where the document is to be")
    )


def with_meanings(purpose: str, words: Mapping[Choice, str]) -> str:
    """Return the help for a choice: what it is for, and what each of its values means."""
    meanings = "; ".join(f"{value.value}: {_(meaning)}" for value, meaning in words.items())
    return f"{purpose} ({meanings})"


def show_arguments(parser: ArgumentParser) -> None:
    """Add what a command takes that shows something of one article."""
    add_id(parser)
    add_json(parser)


def act_arguments(parser: ArgumentParser) -> None:
    """Add what a command takes that does something with one article in somebody's name."""
    add_id(parser)
    add_by(parser)
