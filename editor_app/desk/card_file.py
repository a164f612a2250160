"""The desk's card file: categories, contacts and what the site says of its publisher."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

import msgspec

from editor_app.archive.archive import Holdings
from editor_app.archive.settings import SITE_PROFILE
from editor_app.desk.card_values import CardKind, CategoryEntry, ContactEntry, Usage
from editor_app.desk.errors import Named, require_name
from editor_app.domain.addresses import make_slug
from editor_app.domain.article import Category, new_id
from editor_app.domain.audit import Act
from editor_app.domain.contact_details import format_phone
from editor_app.domain.normalize import normalize_text
from editor_app.domain.site_profile import SiteProfile
from editor_app.rendering.page_paths import section_path


def add_category(holdings: Holdings, name: str, *, by: str, now: datetime) -> Category:
    """Return the category with `name`, however it is capitalised, made if it is not there."""
    tidy = require_name(normalize_text(name), Named.CATEGORY)
    existing = holdings.categories.named(tidy)
    if existing is not None:
        return existing
    category = Category(new_id(), tidy, make_slug(tidy, holdings.categories.slugs()))
    holdings.categories.add(category)
    holdings.log.append(Act.CATEGORY_ADDED, by=by, at=now, details={"names": tidy})
    return category


def contact_entries(holdings: Holdings) -> tuple[ContactEntry, ...]:
    """Return the contacts by name, with how often each is used."""
    retired, counts = holdings.contacts.retired(), holdings.card_uses.counts(CardKind.CONTACT)
    return tuple(
        ContactEntry(contact, contact.id in retired, counts.get(contact.id, Usage()))
        for contact in holdings.contacts.all()
    )


def category_entries(holdings: Holdings) -> tuple[CategoryEntry, ...]:
    """Return the categories by name, with how often each is used."""
    retired, counts = holdings.categories.retired(), holdings.card_uses.counts(CardKind.CATEGORY)
    former: dict[str, list[str]] = defaultdict(list)
    for slug, category_id in holdings.categories.former_slugs().items():
        former[category_id].append(slug)
    return tuple(
        CategoryEntry(
            category,
            category.id in retired,
            counts.get(category.id, Usage()),
            tuple(sorted(former[category.id])),
        )
        for category in holdings.categories.all()
    )


def former_sections(holdings: Holdings) -> Mapping[str, str]:
    """Return the ids of the categories that former addresses lead to, by the paths of those on the site."""
    return {
        section_path(Category("", "", slug)): category_id
        for slug, category_id in holdings.categories.former_slugs().items()
    }


def site_profile(holdings: Holdings) -> SiteProfile:
    """Return what the site says of its publisher; raises BrokenSetting."""
    return holdings.settings.read(SITE_PROFILE, SiteProfile) or SiteProfile()


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


def _tidy(text: str) -> str:
    return " ".join(normalize_text(text).split())
