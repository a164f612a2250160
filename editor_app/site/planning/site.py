"""The website at a moment: what all its pages share."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property, lru_cache

from msgspec.structs import replace

from editor_app.domain.language_versions import Version, versions_together
from editor_app.domain.live_text import ListedText
from editor_app.domain.site_lists import ORIGINAL, Listing, Mention
from editor_app.domain.site_settings import notice_article_ids
from editor_app.rendering.fragments import version_of
from editor_app.rendering.frame import Section, SiteFrame
from editor_app.rendering.news_item import publisher_in_gaps
from editor_app.rendering.page_paths import FRONT_PAGE
from editor_app.rendering.publisher import Publisher
from editor_app.rendering.surroundings import make_sections
from editor_app.site.pages.paths import contact_paths
from editor_app.site.pages.people import contact_collection
from editor_app.site.planning.lines import Lines
from editor_app.site.planning.program import program
from editor_app.site.planning.source import ListsOfSite, Source, TextsOfSite
from editor_app.site.planning.values import Cause, digest_of

_KEPT_ADDRESSES = 4096
# Sections, contacts and the whole site are asked for again and again, by year and by month.
_KEPT_LISTS = 1024


class Site:
    """What pages are made from; the frame of pages is made once for all of them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.now = source.now
        # Whether all pages are made, not only those that depend on a change.
        self.is_made_whole = False
        known = source.categories
        self.sections = make_sections(
            known[id_] for id_ in source.lists.section_ids(self.now) if id_ in known
        )
        self._sections = {section.id: section for section in self.sections}
        self.address = lru_cache(_KEPT_ADDRESSES)(self._address)
        self.of_month = lru_cache(1)(self._of_month)
        self.ids_by_contact = lru_cache(1)(lambda months: source.lists.ids_by_contact(months, self.now))
        self._months = lru_cache(_KEPT_LISTS)(self._months_of)
        # By month; an export puts here what it knows of those in which nothing has changed.
        self.known_newest: dict[str, datetime] = {}
        self.frame = SiteFrame(
            source.profile,
            self.sections,
            settings=source.settings,
            templates=source.templates,
            image_size=source.image_size,
            address=self.address,
        )
        self.lines = Lines(self)

    @property
    def texts(self) -> TextsOfSite:
        """Single texts."""
        return self.source.texts

    @property
    def lists(self) -> ListsOfSite:
        """Lists of texts."""
        return self.source.lists

    @cached_property
    def contact_paths(self) -> Mapping[str, str]:
        """Where the pages of contacts are, by id; none where the settings have no such pages."""
        if not self.source.settings.has_contact_pages:
            return {}
        return contact_paths(self.source.contacts.values())

    @cached_property
    def former_contacts(self) -> Mapping[str, Sequence[str]]:
        """Whose pages were at a path, by that; the first that has one now is where it leads."""
        return self.source.former_contacts if self.contact_paths else {}

    def cards(self) -> dict[str, str]:
        """Return what becomes another text with what the page of a contact says of them, by id."""
        contacts = self.source.contacts
        return {
            id_: digest_of(contact_collection(contacts[id_], path))
            for id_, path in self.contact_paths.items()
        }

    def section(self, section_id: str) -> Section | None:
        """Return the section, None where it has no public articles."""
        return self._sections.get(section_id)

    def section_address(self, section_id: str) -> str | None:
        """Return the path of the section's page, None where there is none."""
        section = self._sections.get(section_id)
        return None if section is None else section.path

    def contact_address(self, contact_id: str) -> str | None:
        """Return the path of the page of a contact, None where contacts have none."""
        return self.contact_paths.get(contact_id)

    def listed(self, article_id: str) -> ListedText | None:
        """Return what lists show of an article, None where it is not public."""
        return self.texts.public([article_id], self.now).get(article_id)

    def in_order(self, article_ids: Iterable[str]) -> list[ListedText]:
        """Return what lists show of those that are public, in the order of the ids."""
        ids = list(dict.fromkeys(article_ids))
        found = self.texts.public(ids, self.now)
        return [found[id_] for id_ in ids if id_ in found]

    @cached_property
    def publisher(self) -> Publisher:
        """Who publishes the site, and at which address."""
        return Publisher(self.frame.publisher(self.frame.place(FRONT_PAGE)).name, self.frame.base)

    @cached_property
    def publisher_in_gaps(self) -> Mapping[str, bytes]:
        """What news items are filled with that have gaps for it."""
        return publisher_in_gaps(self.publisher)

    def together(self, original_id: str) -> tuple[ListedText, ...]:
        """Return the public texts that are the article in some language, the original among them."""
        ids = (original_id, *self.texts.naming(Mention(ORIGINAL, original_id)))
        found = self.texts.public(ids, self.now).values()
        return tuple(one for one in found if (one.original_id or one.article_id) == original_id)

    def versions(self, listed: ListedText) -> tuple[Version, ...]:
        """Return the public pages that are the article in each language, its own among them, if any are."""
        if not listed.original_id and listed.article_id not in self._originals:
            return ()
        versions = versions_together(map(version_of, self.together(listed.original_id or listed.article_id)))
        return versions if any(one.article_id == listed.article_id for one in versions) else ()

    @cached_property
    def _originals(self) -> frozenset[str]:
        return frozenset(self.texts.mentioned(ORIGINAL))

    @cached_property
    def contact_counts(self) -> Mapping[str, int]:
        """How many articles name each contact, by id; none that no article names."""
        return self.lists.contact_counts(self.now)

    def months(self, listing: Listing) -> Mapping[str, int]:
        """Return how many articles of a list are dated in each month, the newest first."""
        if not listing.months:
            return self._months(listing)
        whole = self._months(replace(listing, months=""))
        return {month: count for month, count in whole.items() if month.startswith(listing.months)}

    def count(self, listing: Listing) -> int:
        """Return how many articles a list has."""
        return sum(self.months(listing).values())

    def years(self, listing: Listing) -> dict[int, int]:
        """Return how many articles of a list are dated in each year, the newest first."""
        years: dict[int, int] = {}
        for month, count in self.months(listing).items():
            years[int(month[:4])] = years.get(int(month[:4]), 0) + count
        return years

    def newest_of_month(self, month: str) -> datetime:
        """Return when the newest of the articles that are dated in a month came, or came to be as it is.

        An article may come long after its date. That another has left says nothing of those that stay.
        """
        if month not in self.known_newest:
            moments = [self.lists.newest_release(month, self.now)]
            for listed in self.of_month(month):
                moments += filter(None, (listed.updated_at, listed.begins_at))
            self.known_newest[month] = max(moments)
        return self.known_newest[month]

    def fingerprints(self) -> dict[str, str]:
        """Return what becomes another text, by the cause for which then every page may change."""
        settings, source = self.source.settings, self.source
        addresses = [self.address(id_) for id_ in notice_article_ids(settings)]
        return {
            Cause.PROGRAM: source.maker + program(),
            Cause.PUBLISHER: digest_of(source.profile),
            Cause.SETTINGS: digest_of((settings, addresses, source.image_size(settings.appearance.logo_id))),
            Cause.MENU: digest_of((self.sections, sorted(source.former_sections.items()))),
            Cause.CONTACTS: digest_of((self._contact_names(), sorted(self.former_contacts.items()))),
        }

    def _contact_names(self) -> list[tuple[str, str, str]]:
        """Return what all pages of a contact, and what leads to them, say of them."""
        names = self.source.contacts
        return sorted((id_, path, names[id_].name) for id_, path in self.contact_paths.items())

    def _months_of(self, listing: Listing) -> Mapping[str, int]:
        return dict(reversed(self.lists.months(listing, self.now).items()))

    def _of_month(self, month: str) -> tuple[ListedText, ...]:
        """Return the articles of a month, the newest first, which several units in a row ask for."""
        return self.lists.newest(Listing(months=month), self.now, -1)

    def _address(self, article_id: str) -> str | None:
        listed = self.listed(article_id)
        return None if listed is None else listed.path
