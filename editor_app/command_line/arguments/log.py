"""The commands on the audit log."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json
from editor_app.command_line.arguments.types import readable
from editor_app.translation import N_, _


def _log_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "id", metavar="ID", nargs="?", default="", help=_("only what was done to the article with this id")
    )
    parser.add_argument("--person", type=readable, metavar=_("NAME"), help=_("only what this person did"))
    add_json(parser)


def _verify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "folder",
        metavar=_("FOLDER"),
        nargs="?",
        type=Path,
        help=_("check the exported website in this folder instead, which needs no archive"),
    )
    for name, metavar, purpose in (
        (
            "--site",
            _("FOLDER"),
            _("compare with what the export in this folder knows; may be given several times"),
        ),
        (
            "--package",
            _("FILE"),
            _("compare with what this package for preservation knows; may be given several times"),
        ),
    ):
        parser.add_argument(name, type=Path, action="append", default=[], metavar=metavar, help=purpose)
    add_json(parser)


LOG = (
    Command("log", N_("show the audit log, the newest entry last"), _log_arguments),
    Command(
        "verify",
        N_("check that nobody altered the audit log, the archive beside it, or an exported website"),
        _verify_arguments,
    ),
)
