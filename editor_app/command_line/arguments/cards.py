"""The commands on the card file: contacts and categories, each with acts of its own."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_everywhere, add_json
from editor_app.command_line.arguments.types import readable
from editor_app.translation import N_, _


def _contacts_arguments(parser: ArgumentParser) -> None:
    _add_acts(parser, _("a vCard or CSV file"))


def _categories_arguments(parser: ArgumentParser) -> None:
    acts = _add_acts(parser, _("a CSV file"))
    renaming = _add_act(acts, "rename", _("give a category another name"))
    renaming.add_argument("card", metavar=_("CARD"), help=_("the category, by its id or name"))
    renaming.add_argument("name", type=readable, metavar=_("NAME"), help=_("the new name"))
    renaming.add_argument("--keep-address", action="store_true", help=_("leave the address as it is"))
    _add_doing_or_looking(renaming)


def _add_acts(parser: ArgumentParser, files: str) -> Any:
    acts = parser.add_subparsers(dest="act", metavar=_("ACT"), title=_("acts"), required=True)
    add_json(_add_act(acts, "list", _("list all with their ids and where they are used")))
    taking = _add_act(acts, "import", _("take in a file, and say what became of each line"))
    taking.add_argument("file", type=Path, metavar=_("FILE"), help=files)
    _add_doing_or_looking(taking)
    leaving = _add_act(acts, "export", _("write all to a file that Swedish Excel opens"))
    leaving.add_argument(
        "--out", required=True, type=Path, metavar=_("FILE"), help=_("where the file is to be")
    )
    for name, purpose in (
        ("retire", _("offer cards for no article any more; those that have them keep them")),
        ("bring-back", _("offer retired cards again")),
        ("delete", _("delete cards that no article ever had")),
    ):
        _add_cards(_add_act(acts, name, purpose))
    merging = _add_act(acts, "merge", _("let one card stand for several, in all articles"))
    merging.add_argument(
        "--into", required=True, metavar=_("CARD"), help=_("the card that stays, by its id or name")
    )
    _add_cards(merging)
    return acts


def _add_act(acts: Any, name: str, purpose: str) -> ArgumentParser:
    parser: ArgumentParser = acts.add_parser(name, help=purpose, description=purpose)
    add_everywhere(parser)
    return parser


def _add_cards(parser: ArgumentParser) -> None:
    parser.add_argument("cards", nargs="+", metavar=_("CARD"), help=_("cards, by their ids or names"))
    _add_doing_or_looking(parser)


def _add_doing_or_looking(parser: ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--by", type=readable, metavar=_("NAME"), help=_("who does this; it is kept"))
    who.add_argument(
        "--look", action="store_true", help=_("only say what it would change, and change nothing")
    )
    add_json(parser)


CARDS = (
    Command("contacts", N_("list, take in, write out and change contacts"), _contacts_arguments),
    Command("categories", N_("list, take in, write out and change categories"), _categories_arguments),
)
