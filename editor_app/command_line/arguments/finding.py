"""The commands that find articles."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json
from editor_app.command_line.arguments.types import as_utf_8, number
from editor_app.translation import N_, _


def _search_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="+",
        type=as_utf_8,
        metavar=_("TEXT"),
        help=_("words, a “phrase”, begin*, and filters such as status:draft; after -- also -word"),
    )
    parser.add_argument("--me", type=as_utf_8, metavar=_("NAME"), help=_("whose articles are “mine”"))
    parser.add_argument(
        "--limit", type=number, default=50, metavar="N", help=_("at most so many articles; by default 50")
    )
    add_json(parser)


FINDING = (
    Command("list", N_("list the articles, the newest edit first"), add_json),
    Command("search", N_("find articles by their words, and by what is known of them"), _search_arguments),
)
