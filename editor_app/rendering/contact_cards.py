"""Contacts and the municipality itself, as pages show them."""

import re

from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.article import Contact
from editor_app.domain.contact_details import format_phone, is_email, tel_href
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.inline import page_href
from editor_app.rendering.open_links import open_contact
from editor_app.rendering.plain import plain
from editor_app.translation import Translate


class Way(Struct, frozen=True):
    """A phone number or an e-mail address; `href` is empty where it cannot be dialled or written to."""

    text: str | Markup
    href: str
    label: str = ""


class ContactCard(Struct, frozen=True):
    """A contact as the page shows it; `ways` are its phone numbers, then its e-mail addresses.

    `page` is an open link to the page of what the contact is named in.
    """

    name: str
    page: str
    position: str
    ways: tuple[Way, ...]


class PublisherCard(Struct, frozen=True):
    """The municipality as every page shows it; the texts of ways that are not known are empty."""

    name: str
    phone: Way
    email: Way


def contact_card(contact: Contact) -> ContactCard:
    """Return the contact with its phone numbers grouped and its addresses ready to follow."""
    ways = (
        *(phone_way(phone.number, phone.label) for phone in contact.phones),
        *map(email_way, contact.emails),
    )
    return ContactCard(
        name=plain(contact.name),
        page=open_contact(contact.id),
        position=", ".join(filter(None, map(plain, contact.position))),
        ways=tuple(way for way in ways if way.text),
    )


def phone_way(number: str, label: str = "") -> Way:
    """Return the number grouped and ready to dial; the label begins a line there, so with a capital."""
    grouped, words = format_phone(number), plain(label)
    return Way(plain(grouped), tel_href(grouped) or "", words[:1].upper() + words[1:])


def email_way(address: str) -> Way:
    """Return the address ready to write to."""
    email = address.strip()
    href = (page_href("mailto:" + email, _nowhere) or "") if is_email(email) else ""
    return Way(_breakable(plain(email)), href)


def publisher_card(profile: SiteProfile, gettext: Translate) -> PublisherCard:
    """Return the municipality itself as a contact."""
    name = plain(profile.name) or gettext("The municipality")
    return PublisherCard(name, phone_way(profile.phone), email_way(profile.email))


def _breakable(address: str) -> Markup:
    """Return the address with places where a narrow screen may break it."""
    return Markup(re.sub(r"(?=[@.])", "<wbr>", str(escape(address))))


def _nowhere(_article_id: str) -> None:
    return None
