"""Contacts with at most one of each detail, which is what most tests need."""

from editor_app.domain.article import Contact
from editor_app.domain.codec import former_contact


def card(
    id_: str, name: str, role: str = "", organisation: str = "", phone: str = "", email: str = ""
) -> Contact:
    return former_contact(id_, name, role, organisation, phone, email)
