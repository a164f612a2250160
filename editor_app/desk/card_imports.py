"""Contacts and categories out of files: what would become of each, before any is stored."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.desk import card_changes
from editor_app.desk.card_errors import CardsChangedMeanwhile
from editor_app.desk.card_file import add_category
from editor_app.desk.card_values import (
    CardChange,
    CardImport,
    CategoryEntry,
    ImportOutcome,
    ImportRow,
    SaveContacts,
)
from editor_app.desk.whole_files import write_whole
from editor_app.domain.article import Contact
from editor_app.domain.known_contacts import KnownContacts
from editor_app.domain.normalize import normalize_text
from editor_app.intake.cards.card_text import CardSheet, SkippedCard, Unusable
from editor_app.rendering.cards.tables import category_table, contact_table
from editor_app.rendering.cards.vcards import write_vcards
from editor_app.translation import N_, _

UNUSABLE: Mapping[Unusable, str] = {
    Unusable.NO_NAME: N_("has no name"),
    Unusable.BROKEN: N_("is damaged or not whole"),
    Unusable.TOO_MANY_CELLS: N_("has more cells than there are headings"),
}


def look_over(holdings: Holdings, sheet: CardSheet, name: str) -> CardImport:
    """Return what storing the cards of `sheet` would do, and store nothing."""
    known = KnownContacts(holdings.contacts.all())
    met: dict[str, int] = {}
    rows = [_row(known, met, card.line, card.contact) for card in sheet.cards]
    rows += map(_skipped, sheet.skipped)
    rows.sort(key=lambda row: row.line)
    saved = SaveContacts(tuple(row.contact for row in rows if row.contact is not None))
    return CardImport(name, tuple(rows), sheet, card_changes.preview(holdings, saved))


def import_contacts(holdings: Holdings, shown: CardImport, *, by: str, now: datetime) -> CardChange:
    """Store the new and the changed contacts of a file that was looked over.

    Raises CardsChangedMeanwhile where something else would come of it by now.
    """
    if look_over(holdings, shown.sheet, shown.name).rows != shown.rows:
        raise CardsChangedMeanwhile
    return card_changes.do(holdings, shown.change.request, by=by, now=now)


def look_over_names(holdings: Holdings, names: tuple[tuple[int, str], ...], file: str) -> CardImport:
    """Return which categories a file would add, and store nothing."""
    rows: list[ImportRow] = []
    met: dict[str, int] = {}
    for line, name in names:
        tidy = " ".join(normalize_text(name).split())
        first = met.setdefault(tidy.casefold(), line)
        if first != line:
            rows.append(ImportRow(line, ImportOutcome.SKIPPED, tidy, why=_twice(first)))
        elif holdings.categories.named(tidy) is not None:
            rows.append(ImportRow(line, ImportOutcome.SAME, tidy))
        else:
            rows.append(ImportRow(line, ImportOutcome.NEW, tidy))
    return CardImport(file, tuple(rows), CardSheet(()), CardChange(SaveContacts(())))


def import_categories(holdings: Holdings, shown: CardImport, *, by: str, now: datetime) -> None:
    """Add the new categories of a file that was looked over."""
    for row in shown.rows:
        if row.outcome is ImportOutcome.NEW:
            add_category(holdings, row.words, by=by, now=now)


def write_contacts(contacts: Iterable[Contact], target: Path) -> None:
    """Write vCards where the name of the file asks for them, else a table; raises FileNotWritten."""
    is_vcard = target.suffix.casefold() in {".vcf", ".vcard"}
    write_whole(write_vcards(contacts) if is_vcard else contact_table(contacts), target)


def write_categories(entries: Iterable[CategoryEntry], target: Path) -> None:
    """Write a table; raises FileNotWritten."""
    write_whole(category_table((entry.category, entry.is_retired) for entry in entries), target)


def _row(known: KnownContacts, met: dict[str, int], line: int, read: Contact) -> ImportRow:
    existing = known.same(read)
    tidy = card_changes.tidy_contact(read if existing is None else _filled_in(existing, read))
    words = ", ".join((tidy.name, *tidy.position))
    first = met.setdefault(tidy.id, line)
    if first != line:
        return ImportRow(line, ImportOutcome.SKIPPED, words, why=_twice(first))
    if existing == tidy:
        return ImportRow(line, ImportOutcome.SAME, words)
    if existing is None:
        # A card of the same person further down is the same card.
        known.add(tidy)
        # Its id is made as it is stored, so that to look twice gives the same.
        new = msgspec.structs.replace(tidy, id=read.id)
        return ImportRow(line, ImportOutcome.NEW, words, contact=new)
    return ImportRow(line, ImportOutcome.CHANGED, words, contact=tidy, existing=existing)


def _filled_in(existing: Contact, read: Contact) -> Contact:
    """Return `existing` with what the file says; what it does not say stays."""
    said = {name: value for name, value in msgspec.structs.asdict(read).items() if name != "id" and value}
    return msgspec.structs.replace(existing, **said)


def _skipped(skipped: SkippedCard) -> ImportRow:
    return ImportRow(skipped.line, ImportOutcome.SKIPPED, skipped.words, why=_(UNUSABLE[skipped.why]))


def _twice(line: int) -> str:
    return _("is the same as in line {line}").format(line=line)
