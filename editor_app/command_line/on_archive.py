"""A command on the archive that it names, whole or damaged."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from importlib import import_module
from pathlib import Path

from editor_app.command_line.exit_codes import ExitCode
from editor_app.desk.archive_place import default_archive_path
from editor_app.desk.desk import Desk
from editor_app.desk.opening import is_damage, open_desk, open_what_is_left
from editor_app.domain.errors import EditorAppError

# Which module below commands has what a command does: a command loads no other.
WITH_A_DESK: Mapping[str, str] = {
    **dict.fromkeys(
        ("approve", "correct", "policy", "publish", "return", "submit", "take-back", "withdraw"), "approval"
    ),
    **dict.fromkeys(("categories", "contacts"), "cards"),
    **dict.fromkeys(("comments", "review", "take-reply"), "comments"),
    **dict.fromkeys(("handover", "wxr"), "handover"),
    **dict.fromkeys(("log", "verify"), "log"),
    **dict.fromkeys(("check-package", "delete", "dispose", "preserve", "retention"), "preservation"),
    **dict.fromkeys(("publish-to", "targets"), "publishing"),
    **dict.fromkeys(("approve-quote", "quotes", "withdraw-quote"), "quotes"),
    **dict.fromkeys(("list", "search"), "searching"),
    **dict.fromkeys(("due", "export", "rollback"), "site"),
    **dict.fromkeys(("notice", "site-settings"), "site_settings"),
    **dict.fromkeys(("compare", "history", "restore", "save-version"), "versions"),
    **dict.fromkeys(("import", "show", "translate", "translation-of", "word"), "writing"),
    "check": "checking",
    **dict.fromkeys(("bring-back", "dismiss-finding", "dismissals"), "dismissing"),
}
# They work on the file, which for some of them nobody may have open.
ON_THE_FILE: Mapping[str, str] = dict.fromkeys(("backup", "backups", "doctor", "restore-backup"), "keeping")


def run_command(arguments: Namespace) -> ExitCode:
    """Do what `arguments` ask on the archive they name; only import makes an archive that is not there."""
    try:
        path = arguments.archive or default_archive_path()
        if arguments.command == "verify" and arguments.folder is not None:
            # A website tells of itself: no archive has to be there.
            from editor_app.command_line.commands.log import verify_site

            return verify_site(arguments)
        if arguments.command == "check":
            from editor_app.command_line.commands.checking import check_document, is_of_file

            if is_of_file(arguments):
                return check_document(arguments)
        if arguments.command == "export":
            from editor_app.desk.standing_by import stand_by

            arguments.other_process = None if arguments.dry_run else stand_by(path, arguments.out)
        if arguments.command in ON_THE_FILE:
            return _done_by(ON_THE_FILE, arguments)(path, arguments)
        try:
            with closing(open_desk(path, create=arguments.command == "import")) as desk:
                _tell_recovered(desk)
                return _done_by(WITH_A_DESK, arguments)(desk, arguments)
        except EditorAppError as error:
            if not is_damage(error):
                raise
            return _run_on_what_is_left(path, arguments, error)
    except EditorAppError as error:
        # Few commands ever need the words for what can go wrong.
        from editor_app.command_line.complaints import complaint

        print(complaint(error), file=sys.stderr)
        return ExitCode.PREVENTED


def _tell_recovered(desk: Desk) -> None:
    """Say what became of exports that were cut off, where scripts do not read it as the answer."""
    recovered = desk.recovered_sites()
    if recovered:
        # Hardly any start has anything to tell of.
        from editor_app.desk.export_words import recovered_sentence

        for one in recovered:
            print(recovered_sentence(one), file=sys.stderr)


def _run_on_what_is_left(path: Path, arguments: Namespace, error: EditorAppError) -> ExitCode:
    """Do what can be done by reading alone; raises `error` where nothing can be read."""
    try:
        desk = open_what_is_left(path)
    except EditorAppError as nothing_left:
        raise error from nothing_left
    with closing(desk):
        damage = desk.damage()
        if damage is not None:
            from editor_app.desk.damage_words import damage_words

            print(damage_words(damage), file=sys.stderr)
        return _done_by(WITH_A_DESK, arguments)(desk, arguments)


def _done_by(modules: Mapping[str, str], arguments: Namespace) -> Callable[..., ExitCode]:
    module = import_module(f"editor_app.command_line.commands.{modules[arguments.command]}")
    commands: Mapping[str, Callable[..., ExitCode]] = module.COMMANDS
    return commands[arguments.command]
