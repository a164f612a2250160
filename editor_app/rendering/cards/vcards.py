"""Contacts as vCards of version 4.0 (RFC 6350)."""

from collections.abc import Iterable, Iterator

from editor_app.domain.article import Contact

_LINE_BYTES = 75


def write_vcards(contacts: Iterable[Contact]) -> bytes:
    """Return the cards in their order, in UTF-8."""
    lines = (line for contact in contacts for line in _card(contact))
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def _card(contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"UID:urn:uuid:{contact.id}"
    yield f"FN:{_escape(contact.name)}"
    for role in contact.roles:
        yield f"TITLE:{_escape(role)}"
    if contact.position[len(contact.roles) :]:
        # A unit without an organisation stands in its own place all the same.
        parts = (contact.organisation, *filter(None, (contact.unit,)))
        yield f"ORG:{';'.join(map(_escape, parts))}"
    for number, phone in enumerate(contact.phones, start=1):
        # A group ties the number to what it is for; Apple's and Google's programs read it so.
        group = f"item{number}." if phone.label else ""
        yield f"{group}TEL:{_escape(phone.number)}"
        if phone.label:
            yield f"{group}X-ABLABEL:{_escape(phone.label)}"
    for email in contact.emails:
        yield f"EMAIL:{_escape(email)}"
    yield "END:VCARD"


def _escape(text: str) -> str:
    for sign in ("\\", ",", ";"):
        text = text.replace(sign, "\\" + sign)
    return text.replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """Give the line in parts of at most 75 bytes, no letter cut; those that go on begin with a space."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _LINE_BYTES:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + width
    yield part
