"""The commands on the versions of an article."""

from argparse import ArgumentParser

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_by, add_id, add_json, show_arguments
from editor_app.command_line.arguments.types import PRESENT, readable, version_number, version_or_present
from editor_app.translation import N_, _


def _history_arguments(parser: ArgumentParser) -> None:
    show_arguments(parser)
    parser.add_argument(
        "--events", action="store_true", help=_("list all that was done to it, with reasons and comments")
    )


def _compare_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    for name, shown, purpose in (
        ("old", _("EARLIER"), _("the earlier text")),
        ("new", _("LATER"), _("the later text")),
    ):
        parser.add_argument(
            name,
            type=version_or_present,
            metavar=shown,
            help=_("{purpose}: the number of a version, or {word} for the present text").format(
                purpose=purpose, word=PRESENT
            ),
        )
    add_json(parser)


def _restore_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument(
        "number",
        type=version_number,
        metavar="N",
        help=_("the number of the version; the command history shows it"),
    )
    add_by(parser)


def _save_version_arguments(parser: ArgumentParser) -> None:
    add_id(parser)
    parser.add_argument(
        "--name",
        type=readable,
        required=True,
        metavar=_("TEXT"),
        help=_("what the version is to be called"),
    )
    add_by(parser)


VERSIONS = (
    Command("history", N_("list the versions of an article, the newest first"), _history_arguments),
    Command("compare", N_("show what differs between two versions of an article"), _compare_arguments),
    Command("restore", N_("bring the text of a version back"), _restore_arguments),
    Command("save-version", N_("keep an article as it stands as a version"), _save_version_arguments),
)
