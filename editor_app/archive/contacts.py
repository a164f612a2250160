"""The people and functions that readers can turn to."""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from editor_app.archive.tables import contacts
from editor_app.domain.article import Contact, Phone


class Contacts:
    """The contacts in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Contact, ...]:
        """Return every contact, in the order of their names without regard to case."""
        found = (_contact(row) for row in self._connection.execute(select(contacts)))
        return tuple(sorted(found, key=lambda contact: (contact.name.casefold(), contact.id)))

    def in_order(self, contact_ids: Iterable[str]) -> tuple[Contact, ...]:
        """Return the contacts with `contact_ids`, in that order, leaving out what is not there."""
        wanted = tuple(contact_ids)
        if not wanted:
            return ()
        rows = self._connection.execute(select(contacts).where(contacts.c.id.in_(wanted)))
        found = {row.id: _contact(row) for row in rows}
        return tuple(found[contact_id] for contact_id in wanted if contact_id in found)

    def put(self, contact: Contact) -> None:
        """Store `contact`, in place of the one with its id if there is one."""
        values = _values(contact)
        changed = self._connection.execute(
            contacts.update().where(contacts.c.id == contact.id).values(**values)
        )
        if changed.rowcount == 0:
            self._connection.execute(contacts.insert().values(**values))


def _values(contact: Contact) -> dict[str, Any]:
    return {
        **msgspec.structs.asdict(contact),
        "roles": _json(contact.roles),
        "phones": _json(contact.phones),
        "emails": _json(contact.emails),
    }


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _contact(row: Any) -> Contact:
    return Contact(
        id=row.id,
        name=row.name,
        roles=msgspec.json.decode(row.roles, type=tuple[str, ...]),
        unit=row.unit,
        organisation=row.organisation,
        phones=msgspec.json.decode(row.phones, type=tuple[Phone, ...]),
        emails=msgspec.json.decode(row.emails, type=tuple[str, ...]),
    )
