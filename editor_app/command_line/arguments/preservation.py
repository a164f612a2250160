"""The commands at the end of an article's time."""

from argparse import ArgumentParser
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import act_arguments, add_by, add_json
from editor_app.command_line.arguments.types import said
from editor_app.translation import N_, _


def _delete_arguments(parser: ArgumentParser) -> None:
    act_arguments(parser)
    parser.add_argument("--reason", type=said, metavar=_("TEXT"), help=_("why; it is kept in the log"))
    parser.add_argument(
        "--with-images", action="store_true", help=_("remove the images too that nothing else shows")
    )


def _preserve_arguments(parser: ArgumentParser) -> None:
    _add_ids_or_all_due(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where the packages are to be")
    )
    add_by(parser)


def _dispose_arguments(parser: ArgumentParser) -> None:
    _add_ids_or_all_due(parser)
    add_by(parser)


def _check_package_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("a package"))


def _add_ids_or_all_due(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", default=[], metavar="ID", help=_("the articles' ids"))
    which.add_argument("--all-due", action="store_true", help=_("all that the command retention lists"))


PRESERVATION = (
    Command("retention", N_("list what need no longer be kept by the rules"), add_json),
    Command("preserve", N_("write articles with all that belongs to them as packages"), _preserve_arguments),
    Command("check-package", N_("check that packages are what was written"), _check_package_arguments),
    Command("dispose", N_("remove published articles whose time has come by the rules"), _dispose_arguments),
    Command("delete", N_("delete an article that was never published"), _delete_arguments),
)
