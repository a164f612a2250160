"""The commands on what the editorial rules find."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_by, add_id, show_arguments
from editor_app.command_line.arguments.types import as_utf_8, version_number
from editor_app.translation import N_, _


def _finding_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument("rule", metavar=_("RULE"), help=_("the rule by its id, as in K03"))
    parser.add_argument(
        "--words",
        type=as_utf_8,
        default="",
        metavar=_("WORDS"),
        help=_("only the findings on these words, as check prints them; by default all of the rule"),
    )
    add_by(parser)


def _dismiss_arguments(parser: ArgumentParser) -> None:
    _finding_arguments(parser)
    parser.add_argument(
        "--reason", type=as_utf_8, required=True, metavar=_("WORDS"), help=_("why; it is kept with the text")
    )


def _dismissals_arguments(parser: ArgumentParser) -> None:
    show_arguments(parser)
    parser.add_argument(
        "--number",
        type=version_number,
        metavar="N",
        help=_("the number of a version; by default the present text"),
    )


CHECKING = (
    Command("check", N_("check an article by the editorial rules"), show_arguments),
    Command(
        "dismiss-finding", N_("let a warning or a hint be, with a reason that is kept"), _dismiss_arguments
    ),
    Command("bring-back", N_("let a rule say again what was dismissed"), _finding_arguments),
    Command("dismissals", N_("list what was dismissed in an article, and why"), _dismissals_arguments),
)
