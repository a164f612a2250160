"""The commands that work on an archive without a window."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from editor_app.command_line.approval_commands import APPROVAL_COMMANDS
from editor_app.command_line.article_json import (
    as_json,
    export_json,
    summary_json,
    taken_json,
    working_copy_json,
)
from editor_app.command_line.article_text import article_lines, summary_lines
from editor_app.command_line.card_commands import CARD_COMMANDS
from editor_app.command_line.check_commands import CHECK_COMMANDS
from editor_app.command_line.comment_commands import COMMENT_COMMANDS
from editor_app.command_line.complaints import complaint
from editor_app.command_line.due_command import DUE_COMMANDS
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.finding import find_article
from editor_app.command_line.history_commands import HISTORY_COMMANDS
from editor_app.command_line.keeping_commands import KEEPING_COMMANDS
from editor_app.command_line.log_commands import LOG_COMMANDS
from editor_app.command_line.logins import name_of
from editor_app.command_line.parser import STANDARD_INPUT
from editor_app.command_line.preservation_commands import PRESERVATION_COMMANDS
from editor_app.command_line.quote_commands import QUOTE_COMMANDS
from editor_app.command_line.search_commands import SEARCH_COMMANDS
from editor_app.desk.archive_place import default_archive_path
from editor_app.desk.damage_words import damage_words
from editor_app.desk.desk import Desk
from editor_app.desk.due_words import came_sentences, coming_sentences
from editor_app.desk.opening import is_damage, open_desk, open_what_is_left
from editor_app.desk.values import TakenIn
from editor_app.domain.errors import EditorAppError
from editor_app.intake.packages import SIZE_LIMIT
from editor_app.translation import _, ngettext


def run_command(arguments: Namespace) -> ExitCode:
    """Do what `arguments` ask on the archive they name; only import makes an archive that is not there."""
    try:
        path = arguments.archive or default_archive_path()
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


def _import(desk: Desk, arguments: Namespace) -> ExitCode:
    by = name_of(arguments)
    taken: list[tuple[TakenIn, Path]] = []
    outcome = ExitCode.DONE
    for file in arguments.files:
        try:
            page = _take_in(desk, file, by)
        except EditorAppError as error:
            sentences = complaint(error)
            print(sentences if str(file) in sentences else f"{file}: {sentences}", file=sys.stderr)
            outcome = ExitCode.PREVENTED
            continue
        taken.append((page, file))
        if not arguments.json:
            # At once: what was taken in before an interruption is in the archive.
            print(page.working_copy.article.id, flush=True)
    if arguments.json:
        print(as_json([taken_json(page, str(file)) for page, file in taken]))
    return outcome


def _take_in(desk: Desk, file: Path, by: str) -> TakenIn:
    if str(file) != STANDARD_INPUT:
        return desk.take_in(desk.look_into_file(file), by=by)
    # One byte more than is allowed tells that there is more.
    data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    return desk.take_in(desk.look_into_data(data, file), by=by)


def _list(desk: Desk, arguments: Namespace) -> ExitCode:
    articles = desk.articles()
    if arguments.json:
        print(as_json([summary_json(article) for article in articles]))
    elif articles:
        print("\n".join(summary_lines(articles)))
    return ExitCode.DONE


def _show(desk: Desk, arguments: Namespace) -> ExitCode:
    copy = desk.open(find_article(desk, arguments.id))
    article = copy.article
    categories = {category.id: category for category in desk.categories()}
    cards = {contact.id: contact for contact in desk.contacts()}
    contacts = [cards[id_] for id_ in article.contact_ids if id_ in cards]
    if arguments.json:
        print(as_json(working_copy_json(copy, categories, contacts)))
    else:
        category = categories.get(article.category_id or "")
        print("\n".join(article_lines(copy, category.name if category else "", contacts)))
    return ExitCode.DONE


def _export(desk: Desk, arguments: Namespace) -> ExitCode:
    result = desk.export(arguments.out, by=name_of(arguments))
    if arguments.json:
        print(as_json(export_json(result)))
        return ExitCode.DONE
    pages = ngettext("{count} page in {folder}.", "{count} pages in {folder}.", result.pages)
    changes = _("Files: {added} new, {changed} changed, {removed} removed.").format(
        added=len(result.added), changed=len(result.changed), removed=len(result.removed)
    )
    print(pages.format(count=result.pages, folder=result.target), changes)
    for sentence in (*came_sentences(result.came), *coming_sentences(result.coming)):
        print(sentence)
    return ExitCode.DONE


def _word(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    desk.export_word(article_id, arguments.out)
    print(arguments.out)
    return ExitCode.DONE


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "import": _import,
    "list": _list,
    "show": _show,
    **APPROVAL_COMMANDS,
    "export": _export,
    "word": _word,
    **CHECK_COMMANDS,
    **COMMENT_COMMANDS,
    **HISTORY_COMMANDS,
    **LOG_COMMANDS,
    **PRESERVATION_COMMANDS,
    **CARD_COMMANDS,
    **QUOTE_COMMANDS,
    **SEARCH_COMMANDS,
    **DUE_COMMANDS,
}
