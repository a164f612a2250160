"""The archive at one moment, as the planner of the website asks it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path

from editor_app.archive.archive import Holdings, open_reading
from editor_app.archive.site_lists import SiteLists
from editor_app.archive.site_texts import SiteTexts
from editor_app.desk.card_file import former_sections, site_profile
from editor_app.desk.live_texts import live_texts
from editor_app.desk.publications import withdrawn_text
from editor_app.desk.site_settings import site_settings
from editor_app.domain.article import Category, Contact
from editor_app.domain.audit import Act, Head
from editor_app.domain.live_text import ImageSize, LiveText
from editor_app.domain.revision import HashMismatch, content_hash
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings
from editor_app.domain.withdrawal import WithdrawnText
from editor_app.rendering.maker import maker
from editor_app.rendering.templates import Templates, templates_in

# What changes the texts on the website, or takes what lay under an article out of the archive.
_ON_ARTICLES = (Act.PUBLISHED, Act.WITHDRAWN, Act.DISPOSED, Act.DELETED)
_ON_CONTACTS = (
    Act.CONTACTS_SAVED,
    Act.CARDS_MERGED,
    Act.CARDS_DELETED,
    Act.CARDS_RETIRED,
    Act.CARDS_BROUGHT_BACK,
)


def open_source(path: Path, now: datetime, templates: str) -> "ArchiveSource":
    """Return what the website is made from, in a process of its own."""
    return ArchiveSource(open_reading(path), now, templates_in(templates))


class ArchiveSource:
    """What the website is made from, within one transaction; `now` is the moment at which it is made."""

    def __init__(self, holdings: Holdings, now: datetime, templates: Templates) -> None:
        self._holdings = holdings
        self.now = now
        self.templates = templates

    @property
    def texts(self) -> SiteTexts:
        return self._holdings.site_texts

    @property
    def lists(self) -> SiteLists:
        return self._holdings.site_lists

    @property
    def maker(self) -> str:
        return maker(self.templates)

    @cached_property
    def head(self) -> Head:
        return self._holdings.log.head()

    @cached_property
    def profile(self) -> SiteProfile:
        return site_profile(self._holdings)

    @cached_property
    def settings(self) -> SiteSettings:
        return site_settings(self._holdings).at(self.now)

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        return {category.id: category for category in self._holdings.categories.ever()}

    @cached_property
    def former_sections(self) -> Mapping[str, str]:
        return former_sections(self._holdings)

    @cached_property
    def contacts(self) -> Mapping[str, Contact]:
        return {contact.id: contact for contact in self._holdings.contacts.ever()}

    @cached_property
    def former_contacts(self) -> Mapping[str, Sequence[str]]:
        return self._holdings.contacts.former_paths()

    def image_size(self, image_id: str) -> ImageSize | None:
        image = self._holdings.images.get(image_id) if image_id else None
        return None if image is None else (image.width, image.height)

    def whole(self, article_ids: Iterable[str]) -> dict[str, LiveText]:
        ids = tuple(dict.fromkeys(article_ids))
        if not ids:
            return {}
        self._verify(ids)
        texts = self.texts.texts(ids, self.now)
        missing = [id_ for id_ in ids if id_ not in texts]
        # What was altered where it is kept is made anew.
        for id_ in self.texts.public(missing, self.now) if missing else ():
            for _revision, text in live_texts(self._holdings, id_, self.templates):
                if text.listed.is_public(self.now):
                    texts[id_] = text
        return texts

    def withdrawn_ids(self) -> tuple[str, ...]:
        return self._holdings.live_pages.withdrawn(self.now)

    def withdrawn(self, article_id: str) -> WithdrawnText | None:
        return withdrawn_text(self._holdings, article_id, self.now)

    def replaced_by(self, article_id: str) -> tuple[str, ...]:
        return self._holdings.publications.led_to(article_id)

    def goes_on_from(self, head: Head) -> bool:
        return self._holdings.log.goes_on_from(head)

    def changed_since(self, head: Head) -> tuple[str, ...]:
        return self._holdings.log.articles_since(head.number, _ON_ARTICLES)

    def cards_changed_since(self, head: Head) -> tuple[str, ...]:
        return self._holdings.log.names_since(head.number, _ON_CONTACTS)

    def _verify(self, article_ids: Iterable[str]) -> None:
        """Raise HashMismatch where the words of a public text are not those that were approved."""
        for row in self.texts.approved(article_ids, self.now):
            if not content_hash(row.content) == row.hash == row.approved:
                raise HashMismatch(row.article_id, row.number)
