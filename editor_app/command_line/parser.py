"""The parser of the command line, and its help."""

import argparse
import shutil
import textwrap
from collections.abc import Sequence
from itertools import chain
from typing import Any, NoReturn

from editor_app.command_line.arguments.common import add_everywhere
from editor_app.command_line.arguments.groups import GROUPS
from editor_app.command_line.exit_codes import ExitCode, exit_code_table
from editor_app.resource_files import program_version
from editor_app.translation import LANGUAGES, _

PROGRAM = "main.py"
_PURPOSE_COLUMN = 20


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


def build_parser(arguments: Sequence[str] = ()) -> CommandParser:
    """Return the parser, its words in the interface language.

    Where `arguments` begin with a command it knows that one alone, and is built in a fraction of the
    time. What it parses has `command`, None where the window is asked for, and `archive` and `language`.
    """
    parser = CommandParser(
        prog=PROGRAM,
        description=_(
            "Pressklar: write, check, approve and publish a municipality's news.\n"
            "Without a command the window opens."
        ),
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=_("show the version and stop"))
    add_everywhere(parser, default=None)
    commands = parser.add_subparsers(
        dest="command",
        metavar=_("COMMAND"),
        title=_("commands"),
        help=_("one of those below; COMMAND --help explains it"),
    )
    known = tuple(chain.from_iterable(GROUPS.values()))
    asked_for = tuple(command for command in known if command[0] in arguments[:1])
    if not asked_for:
        parser.epilog = f"{_groups_with_purposes()}\n\n{parser.epilog}"
    for name, purpose, add_arguments in asked_for or known:
        # argparse lists only commands with a help of their own, and in one list.
        command = commands.add_parser(name, description=_(purpose))
        add_arguments(command)
        add_everywhere(command)
    return parser


def _groups_with_purposes() -> str:
    """Return each group's heading and a line or two for each of its commands, as wide as the terminal."""
    width = shutil.get_terminal_size().columns - 2
    lines = []
    for heading, commands in GROUPS.items():
        lines.append(f"  {_(heading)}:")
        for name, purpose, _arguments in commands:
            beginning = f"    {name:<{_PURPOSE_COLUMN - 4}}"
            lines += textwrap.wrap(
                beginning + _(purpose),
                width,
                subsequent_indent=" " * _PURPOSE_COLUMN,
                break_on_hyphens=False,
            )
    return "\n".join(lines)
