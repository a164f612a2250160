"""The people and functions that readers can turn to."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, select

from editor_app.archive.stored_values import stored_list
from editor_app.archive.tables import contact_addresses, contacts
from editor_app.domain.article import Contact, Phone


class Contacts:
    """The contacts in the archive; one that was merged into another is found as that one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Contact, ...]:
        """Return every contact but the merged ones, in the order of their names without regard to case."""
        return self._by_name(select(contacts).where(contacts.c.merged_into.is_(None)))

    def ever(self) -> tuple[Contact, ...]:
        """Return every contact, the merged ones as they last were: live pages may still name them."""
        return self._by_name(select(contacts))

    def in_order(self, contact_ids: Iterable[str]) -> tuple[Contact, ...]:
        """Return the contacts with `contact_ids`, in that order, each once, leaving out what is not there."""
        wanted = self.present_ids(contact_ids)
        if not wanted:
            return ()
        rows = self._connection.execute(select(contacts).where(contacts.c.id.in_(wanted)))
        found = {row.id: contact_of(row) for row in rows}
        return tuple(found[contact_id] for contact_id in wanted if contact_id in found)

    def present_ids(self, contact_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids, those of survivors for merged contacts, each once; unknown ones stay."""
        ids = tuple(contact_ids)
        if not ids:
            return ()
        survivors = self.survivors(contacts.c.id.in_(ids))
        return tuple(dict.fromkeys(survivors.get(id_, id_) for id_ in ids))

    def put(self, contact: Contact) -> None:
        """Store `contact`, in place of the one with its id if there is one."""
        values = _values(contact)
        changed = self._connection.execute(
            contacts.update().where(contacts.c.id == contact.id).values(**values)
        )
        if changed.rowcount == 0:
            self._connection.execute(contacts.insert().values(**values))

    def retire(self, contact_ids: Iterable[str], *, is_retired: bool = True) -> None:
        """Offer the contacts no more, or again."""
        self._connection.execute(
            contacts.update().where(contacts.c.id.in_(tuple(contact_ids))).values(is_retired=is_retired)
        )

    def retired(self) -> frozenset[str]:
        """Return the ids of the retired ones."""
        return frozenset(self._connection.scalars(select(contacts.c.id).where(contacts.c.is_retired)))

    def merge(self, contact_ids: Iterable[str], survivor_id: str) -> None:
        """Let the survivor be found in the place of the others, and of those once merged into them."""
        merged = tuple(one for one in contact_ids if one != survivor_id)
        self._connection.execute(
            contacts.update()
            .where(contacts.c.id.in_(merged) | contacts.c.merged_into.in_(merged))
            .values(is_retired=True, merged_into=survivor_id)
        )

    def remove(self, contact_ids: Iterable[str]) -> None:
        """Delete contacts that nothing names, with their former addresses."""
        ids = tuple(contact_ids)
        self._connection.execute(contact_addresses.delete().where(contact_addresses.c.contact_id.in_(ids)))
        self._connection.execute(contacts.delete().where(contacts.c.id.in_(ids)))

    def note_address(self, path: str, contact_id: str) -> None:
        """Note that the page of the contact was at `path`."""
        self._connection.execute(contact_addresses.delete().where(contact_addresses.c.path == path))
        self._connection.execute(contact_addresses.insert().values(path=path, contact_id=contact_id))

    def former_paths(self) -> dict[str, tuple[str, ...]]:
        """Return who had a page at each path last: the contact, and after a merged one who stands for it."""
        rows = self._connection.execute(select(contact_addresses)).all()
        survivors = self.survivors() if rows else {}
        return {
            row.path: tuple(filter(None, (row.contact_id, survivors.get(row.contact_id)))) for row in rows
        }

    def survivors(self, *wanted: ColumnElement[bool]) -> dict[str, str]:
        """Return who stands for each merged contact, of all or of those `wanted`, by id."""
        query = select(contacts.c.id, contacts.c.merged_into).where(
            contacts.c.merged_into.is_not(None), *wanted
        )
        return {row.id: row.merged_into for row in self._connection.execute(query)}

    def _by_name(self, query: Select[Any]) -> tuple[Contact, ...]:
        found = map(contact_of, self._connection.execute(query))
        return tuple(sorted(found, key=lambda contact: (contact.name.casefold(), contact.id)))


def _values(contact: Contact) -> dict[str, Any]:
    return {
        **msgspec.structs.asdict(contact),
        "roles": _json(contact.roles),
        "phones": _json(contact.phones),
        "emails": _json(contact.emails),
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def contact_of(row: Any) -> Contact:
    """Return what a row of `contacts` holds; raises BrokenRow."""
    return Contact(
        id=row.id,
        name=row.name,
        roles=stored_list(row.roles, str, row.id),
        unit=row.unit,
        organisation=row.organisation,
        phones=stored_list(row.phones, Phone, row.id),
        emails=stored_list(row.emails, str, row.id),
    )
