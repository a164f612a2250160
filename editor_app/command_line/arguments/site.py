"""The commands on the website, and the demonstration that ends with one."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json, add_optional_by
from editor_app.command_line.arguments.types import number
from editor_app.translation import N_, _


def _due_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--days", type=number, default=31, metavar="N", help=_("how far to look ahead; by default 31")
    )
    add_json(parser)


def _export_arguments(parser: ArgumentParser) -> None:
    _add_folder(parser, _("where the website is to be"))
    add_optional_by(parser)
    add_json(parser)


def _demo_arguments(parser: ArgumentParser) -> None:
    _add_folder(parser, _("where pictures and website are to be"))


def _add_folder(parser: ArgumentParser, purpose: str) -> None:
    parser.add_argument("--out", required=True, type=Path, metavar=_("FOLDER"), help=purpose)


SITE = (
    Command("due", N_("tell what the website does not show yet, and what comes"), _due_arguments),
    Command("export", N_("write the approved articles to a folder as a website"), _export_arguments),
    Command(
        "demo", N_("do the main job in a window off the screen and save pictures of it"), _demo_arguments
    ),
)
