"""The commands and their options."""

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from editor_app.command_line.approval_parser import (
    add_comment,
    add_correction,
    add_force,
    add_rules,
    add_withdrawal,
)
from editor_app.command_line.argument_types import (
    PRESENT,
    number,
    readable,
    version_number,
    version_or_present,
)
from editor_app.command_line.card_parser import categories_arguments, contacts_arguments
from editor_app.command_line.comment_parser import add_answer_by, add_reply
from editor_app.command_line.exit_codes import ExitCode, exit_code_table
from editor_app.command_line.quote_parser import add_quote, add_speaker
from editor_app.command_line.search_parser import search_arguments
from editor_app.resource_files import program_version
from editor_app.translation import LANGUAGES, _

PROGRAM = "main.py"
STANDARD_INPUT = "-"
LEAST_ID_LENGTH = 6


def language_asked_for(arguments: Sequence[str]) -> str | None:
    """Return what --language says, before any help is written; None where it says nothing known."""
    asked = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--language":
            asked = value if equals else next(iter(arguments[index + 1 : index + 2]), None)
    return asked if asked in LANGUAGES else None


class CommandParser(argparse.ArgumentParser):
    """A parser that says what was wrong and what to do next, in two sentences."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            **options,
            # An abbreviation would change its meaning when an option is added.
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=_("exit codes:") + "\n" + exit_code_table(),
        )

    def error(self, message: str) -> NoReturn:
        """Write what was wrong with the command to stderr and exit with ExitCode.MISUSED."""
        what = _("The command could not be understood: {message}.").format(message=message.rstrip("."))
        next_step = _("See: {command}").format(command=f"{self.prog} --help")
        self.exit(ExitCode.MISUSED, f"{what} {next_step}\n")


class _ShowVersion(argparse.Action):
    """Prints the version and stops; the file that holds it is read only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: Any) -> NoReturn:
        print(f"Pressklar {program_version()}")
        parser.exit()


def build_parser() -> CommandParser:
    """Return the parser, its words in the interface language.

    What it parses has `command`, None where the window is asked for, and `archive` and `language`.
    """
    parser = CommandParser(
        prog=PROGRAM,
        description=_(
            "Pressklar: write, check, approve and publish a municipality's news.\n"
            "Without a command the window opens."
        ),
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=_("show the version and stop"))
    _add_common(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    for name, (purpose, add_arguments) in _commands().items():
        command = commands.add_parser(name, help=purpose, description=purpose)
        add_arguments(command)
        # Where the option is not given here, what stood before the command is to stay.
        _add_common(command, default=argparse.SUPPRESS)
    return parser


def _add_common(parser: argparse.ArgumentParser, default: Any) -> None:
    parser.add_argument(
        "--archive",
        type=Path,
        metavar=_("FILE"),
        default=default,
        help=_("the archive to work on; by default the one in your own data folder"),
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        default=default,
        help=_("the language of the program; by default that of the system"),
    )


def _commands() -> dict[str, tuple[str, Any]]:
    return {
        "import": (_("make drafts of documents or copied news pages and print their ids"), _import_arguments),
        "list": (_("list the articles, the newest edit first"), _list_arguments),
        "search": (_("find articles by their words, and by what is known of them"), _search_arguments),
        "show": (_("show a whole article"), _show_arguments),
        "check": (_("check an article by the editorial rules"), _show_arguments),
        "submit": (_("ask for approval of an article"), _act_arguments),
        "take-back": (_("make an article that was submitted a draft again"), _act_arguments),
        "return": (_("send an article that was submitted back to its author"), _return_arguments),
        "approve": (_("approve an article that somebody else wrote and submitted"), _approve_arguments),
        "publish": (_("publish what is approved and not published yet"), _act_arguments),
        "correct": (_("make a published article a draft to be corrected"), _correct_arguments),
        "withdraw": (_("take a published article down"), _withdraw_arguments),
        "policy": (_("show or set the rules of approval"), _policy_arguments),
        "history": (_("list the versions of an article, the newest first"), _history_arguments),
        "compare": (_("show what differs between two versions of an article"), _compare_arguments),
        "restore": (_("bring the text of a version back"), _restore_arguments),
        "save-version": (_("keep an article as it stands as a version"), _save_version_arguments),
        "contacts": (_("list, take in, write out and change contacts"), _contacts_arguments),
        "categories": (_("list, take in, write out and change categories"), _categories_arguments),
        "export": (_("write the approved articles to a folder as a website"), _export_arguments),
        "due": (_("tell what the website does not show yet, and what comes"), _due_arguments),
        "quotes": (_("list the quotes of an article and who has approved them"), _show_arguments),
        "approve-quote": (_("note that a speaker has approved a quote"), _approve_quote_arguments),
        "withdraw-quote": (_("take back that a quote is approved"), _quote_arguments),
        "word": (_("write an article as a Word document"), _word_arguments),
        "log": (_("show the audit log, the newest entry last"), _log_arguments),
        "verify": (_("check that nobody altered the audit log, or the archive beside it"), _verify_arguments),
        "delete": (_("delete an article that was never published"), _delete_arguments),
        "preserve": (_("write articles with all that belongs to them as packages"), _preserve_arguments),
        "check-package": (_("check that packages are what was written"), _check_package_arguments),
        "retention": (_("list what need no longer be kept by the rules"), _list_arguments),
        "dispose": (_("remove published articles whose time has come by the rules"), _dispose_arguments),
        "comments": (_("list what is said about an article, open comments first"), _show_arguments),
        "review": (_("write an article as a file that an expert can comment on"), _review_arguments),
        "take-reply": (_("put the comments that came back beside their passages"), _take_reply_arguments),
        "backup": (_("make a backup of the archive, also while it is in use"), _backup_arguments),
        "backups": (_("list the backups of the archive, the newest first"), _list_arguments),
        "restore-backup": (_("let the archive be what it was in a backup"), _restore_backup_arguments),
        "doctor": (_("check the archive, its place and its backups, and say what to do"), _list_arguments),
        "demo": (_("do the main job in a window off the screen and save pictures of it"), _demo_arguments),
    }


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar=_("FILE"),
        help=_("a document (.docx, .odt, .html, .md) or the text of a news page; - reads standard input"),
    )
    _add_optional_by(parser)
    _add_json(parser)


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    _add_json(parser)


def _search_arguments(parser: argparse.ArgumentParser) -> None:
    search_arguments(parser)
    _add_json(parser)


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    _add_json(parser)


def _history_arguments(parser: argparse.ArgumentParser) -> None:
    _show_arguments(parser)
    parser.add_argument(
        "--events", action="store_true", help=_("list all that was done to it, with reasons and comments")
    )


def _act_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    _add_by(parser)


def _return_arguments(parser: argparse.ArgumentParser) -> None:
    _act_arguments(parser)
    add_comment(parser)


def _approve_arguments(parser: argparse.ArgumentParser) -> None:
    _act_arguments(parser)
    add_force(parser)


def _correct_arguments(parser: argparse.ArgumentParser) -> None:
    _act_arguments(parser)
    add_correction(parser)


def _withdraw_arguments(parser: argparse.ArgumentParser) -> None:
    _act_arguments(parser)
    add_withdrawal(parser)


def _policy_arguments(parser: argparse.ArgumentParser) -> None:
    add_rules(parser)
    _add_optional_by(parser)
    _add_json(parser)


def _compare_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    for name, purpose in (("old", _("the earlier text")), ("new", _("the later text"))):
        parser.add_argument(
            name,
            type=version_or_present,
            metavar=name.upper(),
            help=_("{purpose}: the number of a version, or {word} for the present text").format(
                purpose=purpose, word=PRESENT
            ),
        )
    _add_json(parser)


def _restore_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument(
        "number",
        type=version_number,
        metavar="N",
        help=_("the number of the version; the command history shows it"),
    )
    _add_by(parser)


def _save_version_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument(
        "--name",
        type=readable,
        required=True,
        metavar=_("TEXT"),
        help=_("what the version is to be called"),
    )
    _add_by(parser)


def _contacts_arguments(parser: argparse.ArgumentParser) -> None:
    contacts_arguments(parser, partial(_add_common, default=argparse.SUPPRESS), readable)


def _categories_arguments(parser: argparse.ArgumentParser) -> None:
    categories_arguments(parser, partial(_add_common, default=argparse.SUPPRESS), readable)


def _due_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--days", type=number, default=31, metavar="N", help=_("how far to look ahead; by default 31")
    )
    _add_json(parser)


def _quote_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    add_quote(parser)
    _add_by(parser)


def _approve_quote_arguments(parser: argparse.ArgumentParser) -> None:
    _quote_arguments(parser)
    add_speaker(parser)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where the website is to be")
    )
    _add_optional_by(parser)
    _add_json(parser)


def _word_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FILE"), help=_("where the document is to be")
    )


def _review_arguments(parser: argparse.ArgumentParser) -> None:
    _word_arguments(parser)
    add_answer_by(parser)
    _add_by(parser)


def _take_reply_arguments(parser: argparse.ArgumentParser) -> None:
    add_reply(parser)
    _add_by(parser)


def _demo_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where pictures and website are to be")
    )


def _log_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", metavar="ID", nargs="?", default="", help=_("only what was done to the article with this id")
    )
    parser.add_argument("--person", type=readable, metavar=_("NAME"), help=_("only what this person did"))
    _add_json(parser)


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--site",
        type=Path,
        action="append",
        default=[],
        metavar=_("FOLDER"),
        help=_("compare with what the export in this folder knows; may be given several times"),
    )
    parser.add_argument(
        "--package",
        type=Path,
        action="append",
        default=[],
        metavar=_("FILE"),
        help=_("compare with what this package for preservation knows; may be given several times"),
    )
    _add_json(parser)


def _delete_arguments(parser: argparse.ArgumentParser) -> None:
    _add_id(parser)
    parser.add_argument("--reason", type=readable, metavar=_("TEXT"), help=_("why; it is kept in the log"))
    parser.add_argument(
        "--with-images", action="store_true", help=_("remove the images too that nothing else shows")
    )
    _add_by(parser)


def _preserve_arguments(parser: argparse.ArgumentParser) -> None:
    _add_ids_or_all_due(parser)
    parser.add_argument(
        "--out", required=True, type=Path, metavar=_("FOLDER"), help=_("where the packages are to be")
    )
    _add_by(parser)


def _dispose_arguments(parser: argparse.ArgumentParser) -> None:
    _add_ids_or_all_due(parser)
    _add_by(parser)


def _check_package_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("a package"))


def _add_ids_or_all_due(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("ids", nargs="*", default=[], metavar="ID", help=_("the articles' ids"))
    which.add_argument("--all-due", action="store_true", help=_("all that the command retention lists"))


def _backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--keep-in",
        metavar=_("FOLDER"),
        help=_(
            "make this and all later backups in this folder, such as one on another disk;"
            " nothing between quotation marks for beside the archive"
        ),
    )
    _add_optional_by(parser)


def _restore_backup_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar=_("FILE"), help=_("the backup; the command backups lists them")
    )
    _add_optional_by(parser)


def _add_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id",
        metavar="ID",
        help=_("the article's id, or its first characters, at least {count}").format(count=LEAST_ID_LENGTH),
    )


def _add_by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by", type=readable, required=True, metavar=_("NAME"), help=_("who does this; it is kept")
    )


def _add_optional_by(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--by",
        type=readable,
        metavar=_("NAME"),
        help=_("who does this; by default the name you are logged in with"),
    )


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON"))
