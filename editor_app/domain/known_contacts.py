"""Contacts that are there already, found again by what tells one from another."""

import unicodedata
from collections.abc import Iterable, Iterator

from editor_app.domain.article import Contact


class KnownContacts:
    """Finds which of `contacts` somebody means who writes another card; the earlier of them come first."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._by_key: dict[tuple[str, ...], Contact] = {}
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact) -> None:
        """Know `contact` too."""
        for key in (*_certain(contact), *_likely(contact)):
            self._by_key.setdefault(key, contact)

    def same(self, contact: Contact) -> Contact | None:
        """Return the one with the same id, with one of its e-mails, or with its name in its unit."""
        return self._first(_certain(contact))

    def resembling(self, contact: Contact) -> Contact | None:
        """Return the one that may be meant: the same, or one of the same name elsewhere."""
        return self._first((*_certain(contact), *_likely(contact)))

    def _first(self, keys: Iterable[tuple[str, ...]]) -> Contact | None:
        return next((self._by_key[key] for key in keys if key in self._by_key), None)


def _certain(contact: Contact) -> Iterator[tuple[str, ...]]:
    if contact.id:
        yield ("id", contact.id)
    for email in contact.emails:
        if email.strip():
            yield ("email", email.strip().casefold())
    if contact.name.strip():
        yield ("name in unit", _fold(contact.name), _fold(contact.unit))


def _likely(contact: Contact) -> Iterator[tuple[str, ...]]:
    if contact.name.strip():
        yield ("name", _fold(contact.name))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()).casefold())
