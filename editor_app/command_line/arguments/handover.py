"""The commands for another content management system."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_id, add_optional_by
from editor_app.command_line.arguments.types import as_utf_8
from editor_app.translation import N_, _

FIELDS = ("title", "lead", "body", "contacts", "images", "metadata")


def _handover_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--out", type=Path, metavar=_("FOLDER"), help=_("the new folder for the files"))
    how.add_argument("--field", choices=FIELDS, help=_("print one field and write no files"))
    add_optional_by(parser)


def _wxr_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "text",
        nargs="*",
        type=as_utf_8,
        metavar=_("FILTER"),
        help=_("only those, as in category:traffic or type:news; by default all"),
    )
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FILE"), help=_("where the file is to be")
    )
    add_optional_by(parser)


HANDOVER = (
    Command(
        "handover",
        N_("write what is approved of an article, field by field, for another system"),
        _handover_arguments,
    ),
    Command("wxr", N_("write approved articles to a file that WordPress imports"), _wxr_arguments),
)
