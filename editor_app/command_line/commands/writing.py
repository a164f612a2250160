"""The commands on the text of an article."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from editor_app.command_line.arguments.types import NOTHING, STANDARD_INPUT
from editor_app.command_line.article_json import as_json, taken_json, working_copy_json
from editor_app.command_line.article_text import article_lines
from editor_app.command_line.complaints import complaint
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_article
from editor_app.command_line.logins import name_of
from editor_app.desk.desk import Desk
from editor_app.desk.incoming_values import TakenIn
from editor_app.domain.errors import EditorAppError
from editor_app.intake.packages import SIZE_LIMIT


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
        original = None if article.version_of is None else desk.original(article.version_of.article_id)
        lines = article_lines(copy, category.name if category else "", contacts, original)
        print("\n".join(lines))
    return ExitCode.DONE


def _word(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    desk.export_word(article_id, arguments.out)
    print(arguments.out)
    return ExitCode.DONE


def _translate(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    draft = desk.begin_language_version(article_id, arguments.tag, by=name_of(arguments))
    print(draft.article.id)
    return ExitCode.DONE


def _translation_of(desk: Desk, arguments: Namespace) -> ExitCode:
    article_id = find_article(desk, arguments.id)
    original_id = "" if arguments.original == NOTHING else find_article(desk, arguments.original)
    desk.set_original(article_id, original_id, by=name_of(arguments))
    return ExitCode.DONE


COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "import": _import,
    "show": _show,
    "translate": _translate,
    "translation-of": _translation_of,
    "word": _word,
}
