"""The commands on what the editorial rules find."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_by, add_id, add_json, show_arguments
from editor_app.command_line.arguments.types import as_utf_8, version_number
from editor_app.translation import N_, _

FORMATS = ("text", "json", "sarif")


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "target",
        nargs="?",
        metavar=_("ID or FILE"),
        help=_(
            "the article's id, or a document (.docx, .odt, .html, .md, .txt); without it all articles are"
            " checked, and it is said how often each rule fires"
        ),
    )
    parser.add_argument(
        "--format", choices=FORMATS, default=FORMATS[0], help=_("how it is printed; sarif is for other tools")
    )
    parser.add_argument(
        "--words",
        type=Path,
        metavar=_("FOLDER"),
        help=_("a folder with the municipality's own words, for a document; an archive knows its own"),
    )
    add_json(parser)


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
    Command(
        "check",
        N_(
            "check an article, a document or the whole archive by the editorial rules; the exit code is 1"
            " where something must be mended and 3 where something should be"
        ),
        _check_arguments,
    ),
    Command(
        "dismiss-finding", N_("let a warning or a hint be, with a reason that is kept"), _dismiss_arguments
    ),
    Command("bring-back", N_("let a rule say again what was dismissed"), _finding_arguments),
    Command("dismissals", N_("list what was dismissed in an article, and why"), _dismissals_arguments),
)
