"""A command on the archive that it names, whole or damaged."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from editor_app.command_line.commands.approval import APPROVAL_COMMANDS
from editor_app.command_line.commands.cards import CARD_COMMANDS
from editor_app.command_line.commands.checking import CHECKING_COMMANDS
from editor_app.command_line.commands.comments import COMMENT_COMMANDS
from editor_app.command_line.commands.handover import HANDOVER_COMMANDS
from editor_app.command_line.commands.keeping import KEEPING_COMMANDS
from editor_app.command_line.commands.log import LOG_COMMANDS, verify_site
from editor_app.command_line.commands.preservation import PRESERVATION_COMMANDS
from editor_app.command_line.commands.publishing import PUBLISHING_COMMANDS
from editor_app.command_line.commands.quotes import QUOTE_COMMANDS
from editor_app.command_line.commands.searching import SEARCHING_COMMANDS
from editor_app.command_line.commands.site import SITE_COMMANDS
from editor_app.command_line.commands.site_settings import SITE_SETTING_COMMANDS
from editor_app.command_line.commands.versions import VERSION_COMMANDS
from editor_app.command_line.commands.writing import WRITING_COMMANDS
from editor_app.command_line.complaints import complaint
from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.archive_place import default_archive_path
from editor_app.desk.damage_words import damage_words
from editor_app.desk.desk import Desk
from editor_app.desk.opening import is_damage, open_desk, open_what_is_left
from editor_app.domain.errors import EditorAppError

COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    **WRITING_COMMANDS,
    **CHECKING_COMMANDS,
    **VERSION_COMMANDS,
    **COMMENT_COMMANDS,
    **APPROVAL_COMMANDS,
    **QUOTE_COMMANDS,
    **SEARCHING_COMMANDS,
    **CARD_COMMANDS,
    **LOG_COMMANDS,
    **PRESERVATION_COMMANDS,
    **SITE_COMMANDS,
    **SITE_SETTING_COMMANDS,
    **HANDOVER_COMMANDS,
    **PUBLISHING_COMMANDS,
}


def run_command(arguments: Namespace) -> ExitCode:
    """Do what `arguments` ask on the archive they name; only import makes an archive that is not there."""
    try:
        path = arguments.archive or default_archive_path()
        if arguments.command == "verify" and arguments.folder is not None:
            # A website tells of itself: no archive has to be there.
            return verify_site(arguments)
        if arguments.command in KEEPING_COMMANDS:
            # They work on the file, which for some of them nobody may have open.
            return KEEPING_COMMANDS[arguments.command](path, arguments)
        try:
            with closing(open_desk(path, create=arguments.command == "import")) as desk:
                return COMMANDS[arguments.command](desk, arguments)
        except EditorAppError as error:
            if not is_damage(error):
                raise
            return _run_on_what_is_left(path, arguments, error)
    except EditorAppError as error:
        print(complaint(error), file=sys.stderr)
        return ExitCode.PREVENTED


def _run_on_what_is_left(path: Path, arguments: Namespace, error: EditorAppError) -> ExitCode:
    """Do what can be done by reading alone; raises `error` where nothing can be read."""
    try:
        desk = open_what_is_left(path)
    except EditorAppError as nothing_left:
        raise error from nothing_left
    with closing(desk):
        damage = desk.damage()
        if damage is not None:
            print(damage_words(damage), file=sys.stderr)
        return COMMANDS[arguments.command](desk, arguments)
