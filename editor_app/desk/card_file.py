"""The desk's card file: categories, contacts and what the site says of its publisher."""

from collections.abc import Iterable, Mapping
from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.desk.errors import Named, require_name
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Category, Contact, Phone, new_id
from editor_app.domain.audit import Act
from editor_app.domain.contact_details import format_phone
from editor_app.domain.normalize import normalize_text
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.workflow import Action, next_standing

SITE_PROFILE = "site_profile"


def add_category(holdings: Holdings, name: str) -> Category:
    """Return the category with `name`, however it is capitalised, made if it is not there."""
    tidy = require_name(normalize_text(name), Named.CATEGORY)
    existing = holdings.categories.named(tidy)
    if existing is not None:
        return existing
    slugs = {category.slug for category in holdings.categories.all()}
    category = Category(new_id(), tidy, make_slug(tidy, slugs))
    holdings.categories.add(category)
    return category


def save_contact(holdings: Holdings, contact: Contact) -> Contact:
    """Store a new or changed contact, its texts trimmed and its phone number grouped.

    A change makes the articles that name the contact drafts again: somebody approved other words.
    """
    tidy = Contact(
        id=contact.id or new_id(),
        name=require_name(normalize_text(contact.name), Named.CONTACT),
        roles=_distinct(contact.roles),
        unit=_tidy(contact.unit),
        organisation=_tidy(contact.organisation),
        phones=_distinct_phones(contact.phones),
        emails=_distinct(contact.emails),
    )
    if tidy in holdings.contacts.in_order((tidy.id,)):
        return tidy
    holdings.contacts.put(tidy)
    for stored in holdings.articles.beyond_draft_with(tidy.id):
        # The version stays: no editor's words are older for it, and none shall meet a conflict.
        state = next_standing(stored.standing, Action.EDIT).copy
        draft = msgspec.structs.replace(stored, state=state, submitted_by="")
        holdings.articles.replace(draft, version=stored.version)
    return tidy


def site_profile(holdings: Holdings) -> SiteProfile:
    """Return what the site says of its publisher."""
    stored = holdings.settings.get(SITE_PROFILE)
    return SiteProfile() if stored is None else msgspec.json.decode(stored, type=SiteProfile)


def save_site_profile(holdings: Holdings, profile: SiteProfile, *, by: str, now: datetime) -> SiteProfile:
    """Store the profile, trimmed, its address of the site with a slash at the end."""
    base_url = profile.base_url.strip()
    tidy = SiteProfile(
        name=_tidy(profile.name),
        phone=format_phone(_tidy(profile.phone)),
        email=_tidy(profile.email),
        visiting_address=_tidy(profile.visiting_address),
        base_url=f"{base_url.rstrip('/')}/" if base_url else "",
    )
    before = site_profile(holdings)
    if tidy != before:
        changed = {
            name: f"{getattr(before, name)} → {getattr(tidy, name)}"
            for name in SiteProfile.__struct_fields__
            if getattr(before, name) != getattr(tidy, name)
        }
        holdings.settings.put(SITE_PROFILE, msgspec.json.encode(tidy).decode())
        holdings.log.append(Act.SITE_CHANGED, by=_tidy(by), at=now, details=changed)
    return tidy


def add_word(
    holdings: Holdings, language: str, word: str, *, by: str, now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Add a word to those that the archive adds to the dictionary of `language`, and return all of them."""
    tidy = _tidy(word)
    if not holdings.words.has(language, tidy):
        holdings.words.add(language, tidy)
        details = {"word": tidy, "language": language}
        holdings.log.append(Act.WORD_ADDED, by=_tidy(by), at=now, details=details)
    return holdings.words.all()


def remove_word(
    holdings: Holdings, language: str, word: str, *, by: str, now: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Take a word that was added back out of the dictionary of `language`, and return those that are left."""
    if holdings.words.has(language, word):
        holdings.words.remove(language, word)
        details = {"word": word, "language": language}
        holdings.log.append(Act.WORD_REMOVED, by=_tidy(by), at=now, details=details)
    return holdings.words.all()


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_tidy, texts))))


def _distinct_phones(phones: Iterable[Phone]) -> tuple[Phone, ...]:
    """Return the phones that have a number, each number grouped and once."""
    tidy = [Phone(format_phone(_tidy(phone.number)), _tidy(phone.label)) for phone in phones]
    # The first of equal numbers stays, with what it is for.
    by_number = {phone.number: phone for phone in reversed(tidy) if phone.number}
    return tuple(phone for phone in tidy if by_number.get(phone.number) is phone)


def _tidy(text: str) -> str:
    return " ".join(normalize_text(text).split())
