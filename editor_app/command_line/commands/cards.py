"""The commands that work on the card file: contacts and categories."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from editor_app.command_line.article_json import as_json
from editor_app.command_line.card_text import (
    change_json,
    change_lines,
    entry_json,
    entry_lines,
    import_json,
    import_lines,
)
from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.given_ids import find_card
from editor_app.desk.card_values import (
    BringBackCards,
    CardImport,
    CardKind,
    CardRequest,
    CategoryEntry,
    ContactEntry,
    DeleteCards,
    MergeCategories,
    MergeContacts,
    RenameCategory,
    RetireCards,
)
from editor_app.desk.desk import Desk

Entries = Sequence[ContactEntry | CategoryEntry]


def _contacts(desk: Desk, arguments: Namespace) -> ExitCode:
    return _ACTS[arguments.act](desk, arguments, CardKind.CONTACT)


def _categories(desk: Desk, arguments: Namespace) -> ExitCode:
    return _ACTS[arguments.act](desk, arguments, CardKind.CATEGORY)


def _list(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    entries = _entries(desk, kind)
    if arguments.json:
        print(as_json([entry_json(entry) for entry in entries]))
    elif entries:
        print("\n".join(entry_lines(entries)))
    return ExitCode.DONE


def _import(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    is_contact = kind is CardKind.CONTACT
    look = desk.look_into_contacts if is_contact else desk.look_into_categories
    shown: CardImport = look(arguments.file)
    if not arguments.look:
        if is_contact:
            desk.import_contacts(shown, by=arguments.by)
        else:
            desk.import_categories(shown, by=arguments.by)
    if arguments.json:
        print(as_json(import_json(shown)))
    else:
        changes = change_lines(shown.change) if is_contact else []
        print("\n".join((*import_lines(shown), *changes)))
    return ExitCode.DONE


def _export(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    if kind is CardKind.CONTACT:
        desk.export_contacts(arguments.out)
    else:
        desk.export_categories(arguments.out)
    print(arguments.out)
    return ExitCode.DONE


def _rename(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    (category_id,) = _ids(desk, kind, [arguments.card])
    return _change(desk, arguments, RenameCategory(category_id, arguments.name, not arguments.keep_address))


def _retire(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    return _change(desk, arguments, RetireCards(kind, _ids(desk, kind, arguments.cards)))


def _bring_back(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    return _change(desk, arguments, BringBackCards(kind, _ids(desk, kind, arguments.cards)))


def _delete(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    return _change(desk, arguments, DeleteCards(kind, _ids(desk, kind, arguments.cards)))


def _merge(desk: Desk, arguments: Namespace, kind: CardKind) -> ExitCode:
    survivor_id, *others = ids = _ids(desk, kind, [arguments.into, *arguments.cards])
    ids = tuple(dict.fromkeys((survivor_id, *others)))
    if kind is CardKind.CATEGORY:
        return _change(desk, arguments, MergeCategories(ids, survivor_id))
    survivor = next(contact for contact in desk.contacts() if contact.id == survivor_id)
    return _change(desk, arguments, MergeContacts(ids, survivor))


def _change(desk: Desk, arguments: Namespace, request: CardRequest) -> ExitCode:
    """Say what a change does, and do it unless it is only to be looked at."""
    if arguments.look:
        change = desk.preview_card_change(request)
    else:
        change = desk.change_cards(request, by=arguments.by)
    if arguments.json:
        print(as_json(change_json(change)))
    else:
        print("\n".join(change_lines(change)))
    return ExitCode.DONE


def _entries(desk: Desk, kind: CardKind) -> Entries:
    return desk.contact_entries() if kind is CardKind.CONTACT else desk.category_entries()


def _ids(desk: Desk, kind: CardKind, given: Sequence[str]) -> tuple[str, ...]:
    names = {
        card.id: card.name for card in (desk.contacts() if kind is CardKind.CONTACT else desk.categories())
    }
    return tuple(find_card(names, one) for one in given)


_ACTS: Mapping[str, Callable[[Desk, Namespace, CardKind], ExitCode]] = {
    "list": _list,
    "import": _import,
    "export": _export,
    "rename": _rename,
    "retire": _retire,
    "bring-back": _bring_back,
    "merge": _merge,
    "delete": _delete,
}

COMMANDS: Mapping[str, Callable[[Desk, Namespace], ExitCode]] = {
    "contacts": _contacts,
    "categories": _categories,
}
