"""How the dialogs of the card file ask the desk, which works in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ui.desk_worker import DeskWorker, Failed

if TYPE_CHECKING:
    # The values of the card file bring what the window's first paint does not need.
    from editor_app.desk.card_values import (
        CardChange,
        CardImport,
        CardKind,
        CardRequest,
        Entries,
    )
    from editor_app.desk.desk import Desk
    from editor_app.domain.article import Category


@dataclass(frozen=True)
class CardSource:
    """Each asks for something; the last two arguments take the answer or the error.

    `missed` hears of errors of which nobody else does any more.
    """

    entries: Callable[[CardKind, Callable[[Entries], Any], Failed], Any]
    preview: Callable[[CardRequest, Callable[[CardChange], Any], Failed], Any]
    change: Callable[[CardChange, Callable[[CardChange], Any], Failed], Any]
    look_into: Callable[[CardKind, Path, Callable[[CardImport], Any], Failed], Any]
    take_in: Callable[[CardKind, CardImport, Callable[[Any], Any], Failed], Any]
    export: Callable[[CardKind, Path, Callable[[int], Any], Failed], Any]
    add_category: Callable[[str, Callable[[Any], Any], Failed], Any]
    missed: Failed


def card_source(worker: DeskWorker, name: Callable[[], str], changed: Callable[[], Any]) -> CardSource:
    """Return a source that asks `worker` on behalf of who is called `name`; `changed` follows a change."""

    def then(done: Callable[[Any], Any]) -> Callable[[Any], None]:
        def both(answer: Any) -> None:
            changed()
            done(answer)

        return both

    return CardSource(
        entries=lambda kind, done, failed: worker.run(lambda desk: _entries(desk, kind), done, failed),
        preview=lambda request, done, failed: worker.run(
            lambda desk: desk.preview_card_change(request), done, failed
        ),
        change=lambda shown, done, failed: worker.run(partial(_change, shown, name()), then(done), failed),
        look_into=lambda kind, path, done, failed: worker.run(
            lambda desk: _look_into(desk, kind, path), done, failed
        ),
        take_in=lambda kind, shown, done, failed: worker.run(
            partial(_take_in, kind, shown, name()), then(done), failed
        ),
        export=lambda kind, path, done, failed: worker.run(
            lambda desk: _export(desk, kind, path), done, failed
        ),
        add_category=lambda words, done, failed: worker.run(
            partial(_add_category, words, name()), then(done), failed
        ),
        missed=worker.went_wrong.emit,
    )


def _is_contact(kind: CardKind) -> bool:
    return kind.value == "contact"


def _entries(desk: Desk, kind: CardKind) -> Entries:
    return desk.contact_entries() if _is_contact(kind) else desk.category_entries()


def _change(shown: CardChange, by: str, desk: Desk) -> CardChange:
    return desk.change_cards(shown.request, by=by, shown=shown)


def _look_into(desk: Desk, kind: CardKind, path: Path) -> CardImport:
    return desk.look_into_contacts(path) if _is_contact(kind) else desk.look_into_categories(path)


def _take_in(kind: CardKind, shown: CardImport, by: str, desk: Desk) -> None:
    if _is_contact(kind):
        desk.import_contacts(shown, by=by)
    else:
        desk.import_categories(shown, by=by)


def _export(desk: Desk, kind: CardKind, path: Path) -> int:
    return desk.export_contacts(path) if _is_contact(kind) else desk.export_categories(path)


def _add_category(words: str, by: str, desk: Desk) -> Category:
    return desk.add_category(words, by=by)
