"""The commands on the website, and the demonstration that ends with one."""

from argparse import ArgumentParser, BooleanOptionalAction
from pathlib import Path

from editor_app.command_line.arguments.command import Command
from editor_app.command_line.arguments.common import add_json, add_optional_by
from editor_app.command_line.arguments.types import number, said
from editor_app.domain.site_settings import NoticeLevel
from editor_app.translation import N_, _


def _due_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--days", type=number, default=31, metavar="N", help=_("how far to look ahead; by default 31")
    )
    add_json(parser)


def _export_arguments(parser: ArgumentParser) -> None:
    _add_folder(parser, _("where the website is to be"))
    parser.add_argument(
        "--templates",
        type=Path,
        metavar=_("FOLDER"),
        help=_("templates that take the place of the program's own, for this once"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("tell what would change and why, and write nothing")
    )
    _add_overwrite(parser)
    parser.add_argument(
        "--releases",
        action=BooleanOptionalAction,
        help=_("keep whole releases behind one link that is switched, or a plain folder again"),
    )
    add_optional_by(parser)
    add_json(parser)


def _rollback_arguments(parser: ArgumentParser) -> None:
    _add_folder(parser, _("where the website is"))
    _add_overwrite(parser)
    add_optional_by(parser)
    add_json(parser)


def _add_overwrite(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help=_("replace what others changed or put there; it is kept beside the folder"),
    )


def _settings_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        type=Path,
        metavar=_("FILE"),
        help=_("take the settings in this file, JSON as it is printed; - reads standard input"),
    )
    add_optional_by(parser)


def _notice_arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", type=said, metavar=_("TEXT"), help=_("add a notice that says this"))
    what.add_argument("--clear", action="store_true", help=_("take all notices away"))
    parser.add_argument(
        "--english", type=said, metavar=_("TEXT"), help=_("what the added one says on pages in English")
    )
    parser.add_argument(
        "--level",
        choices=[level.value for level in NoticeLevel],
        default=NoticeLevel.INFORMATION.value,
        help=_("how urgent the added one is"),
    )
    parser.add_argument("--link", metavar=_("ADDRESS"), help=_("where the link of the added one leads"))
    parser.add_argument("--link-text", type=said, metavar=_("TEXT"), help=_("what its link is called"))
    add_optional_by(parser)


def _demo_arguments(parser: ArgumentParser) -> None:
    _add_folder(parser, _("where pictures and website are to be"))


def _add_folder(parser: ArgumentParser, purpose: str) -> None:
    parser.add_argument("--out", required=True, type=Path, metavar=_("FOLDER"), help=purpose)


SITE = (
    Command("due", N_("tell what the website does not show yet, and what comes"), _due_arguments),
    Command("export", N_("write the approved articles to a folder as a website"), _export_arguments),
    Command(
        "rollback", N_("put the website back to what it was before the last export"), _rollback_arguments
    ),
    Command(
        "site-settings", N_("print the settings of the website as JSON, or set them"), _settings_arguments
    ),
    Command(
        "notice",
        N_("list the notices on all pages of the website, add one or take them away"),
        _notice_arguments,
    ),
    Command(
        "demo", N_("do the main job in a window off the screen and save pictures of it"), _demo_arguments
    ),
)
