"""What the pages of a site know of each other: addresses, sections, neighbours."""

from collections.abc import Callable, Iterable
from datetime import datetime

from msgspec import Struct

from editor_app.domain.article import Category
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import NOTHING_SET, SiteSettings
from editor_app.rendering.page_paths import article_path, section_path
from editor_app.rendering.renditions import ImageSize
from editor_app.rendering.templates import OWN_TEMPLATES, Templates

RELATED_LENGTH = 3
SizeOfImage = Callable[[str], ImageSize | None]


class Section(Struct, frozen=True):
    """A category that has public articles; `path` is that of its page on the site."""

    id: str
    name: str
    path: str


def newest_first(publications: Iterable[Publication]) -> tuple[Publication, ...]:
    """Return `publications` from the newest to the oldest; ties are settled by id."""
    return tuple(sorted(publications, key=_date_and_id, reverse=True))


def swedish_order(name: str) -> str:
    """Return a key that sorts å, ä and ö as the last letters of the alphabet, in that order."""
    return name.casefold().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})


class Surroundings:
    """The public articles of a site, and who publishes them.

    `image_size` gives the pixels of an image's original, upright, or None for an unknown image.
    Of a category the present name and address count, for the pages that list it. Where
    `publications` are only some of the articles, `section_ids` are the categories of the others.
    `settings` are those of the moment at which the site is made.
    """

    def __init__(
        self,
        profile: SiteProfile,
        categories: Iterable[Category],
        image_size: SizeOfImage,
        publications: Iterable[Publication],
        section_ids: Iterable[str] = (),
        *,
        settings: SiteSettings = NOTHING_SET,
        templates: Templates = OWN_TEMPLATES,
    ) -> None:
        self.profile = profile
        self.settings = settings
        self.templates = templates
        self.image_size = image_size
        self._categories = {category.id: category for category in categories}
        self._elsewhere = frozenset(section_ids)
        self._publications = {
            publication.snapshot.article_id: publication for publication in newest_first(publications)
        }
        by_category: dict[str, list[Publication]] = {}
        for publication in self._publications.values():
            by_category.setdefault(_category_id(publication), []).append(publication)
        self._by_category: dict[str, tuple[Publication, ...]] = {
            key: tuple(members) for key, members in by_category.items()
        }
        self.sections = self._make_sections()

    def with_publication(self, publication: Publication) -> "Surroundings":
        """Return the surroundings in which `publication` is the article's public text."""
        article_id = publication.snapshot.article_id
        changed = Surroundings(
            self.profile,
            self._categories.values(),
            self.image_size,
            (),
            self._elsewhere,
            settings=self.settings,
            templates=self.templates,
        )
        changed._publications = {**self._publications, article_id: publication}
        changed._by_category = dict(self._by_category)
        earlier = self._publications.get(article_id)
        if earlier is not None:
            key = _category_id(earlier)
            changed._by_category[key] = tuple(
                other for other in self._by_category[key] if other.snapshot.article_id != article_id
            )
        key = _category_id(publication)
        members = [publication, *changed._by_category.get(key, ())]
        changed._by_category[key] = newest_first(members)
        changed.sections = changed._make_sections()
        return changed

    @property
    def newest(self) -> tuple[Publication, ...]:
        """The public articles, newest first."""
        return newest_first(self._publications.values())

    def article(self, article_id: str) -> Publication | None:
        """Return the public text of the article, or None where it is not public."""
        return self._publications.get(article_id)

    def address(self, article_id: str) -> str | None:
        """Return the path of the article's page, or None where it is not public."""
        publication = self._publications.get(article_id)
        return None if publication is None else article_path(publication.snapshot)

    def section_of(self, snapshot: Snapshot) -> Section | None:
        """Return the section that the article is filed under."""
        if snapshot.category is None:
            return None
        return next(section for section in self.sections if section.id == snapshot.category.id)

    def in_section(self, section: Section) -> tuple[Publication, ...]:
        """Return the articles filed under `section`, newest first."""
        return self._by_category[section.id]

    def related(self, publication: Publication) -> tuple[Publication, ...]:
        """Return the articles chosen for the end of the page, else the newest of its category.

        At most RELATED_LENGTH, never the article itself, public ones only.
        """
        own_id = publication.snapshot.article_id
        chosen = [
            self._publications[article_id]
            for article_id in dict.fromkeys(publication.snapshot.related_ids)
            if article_id in self._publications and article_id != own_id
        ]
        if chosen or publication.snapshot.category is None:
            return tuple(chosen[:RELATED_LENGTH])
        neighbours = self._by_category.get(_category_id(publication), ())[: RELATED_LENGTH + 1]
        others = [other for other in neighbours if other.snapshot.article_id != own_id]
        return tuple(others[:RELATED_LENGTH])

    def _make_sections(self) -> tuple[Section, ...]:
        filed = {key: members[0].snapshot.category for key, members in self._by_category.items() if members}
        filed |= {key: self._categories[key] for key in self._elsewhere if key in self._categories}
        sections = [self._section(category) for category in filed.values() if category is not None]
        return tuple(sorted(sections, key=lambda section: (swedish_order(section.name), section.id)))

    def _section(self, approved: Category) -> Section:
        category = self._categories.get(approved.id, approved)
        return Section(category.id, category.name.strip(), section_path(category))


def _date_and_id(publication: Publication) -> tuple[datetime, str]:
    return publication.published_at, publication.snapshot.article_id


def _category_id(publication: Publication) -> str:
    category = publication.snapshot.category
    return "" if category is None else category.id
