"""The commands that keep the archive's file."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json, add_optional_by
from editor_app.translation import N_, _


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--keep-in",
        metavar=_("FOLDER"),
        help=_(
            "make this and all later backups in this folder, such as one on another disk;"
            " nothing between quotation marks for beside the archive"
        ),
    )
    add_optional_by(parser)


def _restore_backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("the backup; the command backups lists them")
    )
    add_optional_by(parser)


def _doctor_arguments(parser: ArgumentParser) -> None:
    add_json(parser)
    parser.add_argument(
        "--mend",
        action="store_true",
        help=_("make anew what the search and the contacts need; no text is changed"),
    )


KEEPING = (
    Command("backup", N_("make a backup of the archive, also while it is in use"), _backup_arguments),
    Command("backups", N_("list the backups of the archive, the newest first"), add_json),
    Command("restore-backup", N_("let the archive be what it was in a backup"), _restore_backup_arguments),
    Command(
        "doctor", N_("check the archive, its place and its backups, and say what to do"), _doctor_arguments
    ),
)
