"""What the page of one article asks of the site around it."""

from collections.abc import Iterable, Mapping, Sequence
from copy import copy

from editor_app.domain.article import Category
from editor_app.domain.language_versions import Version, versions_by_article
from editor_app.domain.live_text import ListedText
from editor_app.domain.publication import Publication
from editor_app.domain.site_lists import place_in_lists
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import NOTHING_SET, SiteSettings
from editor_app.rendering.fragments import listed_text, version_of
from editor_app.rendering.frame import Section, SiteFrame
from editor_app.rendering.page_paths import section_path
from editor_app.rendering.renditions import SizeOfImage
from editor_app.rendering.templates import OWN_TEMPLATES, Templates

RELATED_LENGTH = 3


def swedish_order(name: str) -> str:
    """Return a key that sorts å, ä and ö as the last letters of the alphabet, in that order."""
    return name.casefold().translate({ord("å"): "{", ord("ä"): "|", ord("ö"): "}"})


def make_sections(categories: Iterable[Category]) -> tuple[Section, ...]:
    """Return the sections of `categories`, in the order of the menu."""
    sections = (Section(one.id, one.name.strip(), section_path(one)) for one in categories)
    return tuple(sorted(sections, key=lambda section: (swedish_order(section.name), section.id)))


def nearest(older: Sequence[ListedText], newer: Sequence[ListedText]) -> tuple[ListedText, ...]:
    """Return what is related to an article of which nobody chose: its nearest neighbours.

    `older` and `newer` are those of its category, the nearest first. Older ones come first, so that a
    new article becomes the neighbour of none but the next few.
    """
    return (*older[:RELATED_LENGTH], *newer)[:RELATED_LENGTH]


class Surroundings:
    """The public articles around one page, and who publishes them.

    `image_size` gives the pixels of an image's original, upright, or None for an unknown image.
    Of a category the present name and address count. Where `publications` are only some of the
    articles, `section_ids` are the categories of the others. `settings` are those of the moment at which
    the site is made. `contact_paths` tells by id where contacts have pages of their own.
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
        contact_paths: Mapping[str, str] | None = None,
    ) -> None:
        filed = list(publications)
        approved = (one.snapshot.category for one in filed)
        # A category that is no longer known is what was approved.
        known = {one.id: one for one in approved if one is not None} | {one.id: one for one in categories}
        self.profile = profile
        self.settings = settings
        self.templates = templates
        self.image_size = image_size
        self._contact_paths = contact_paths or {}
        self._fill(
            known,
            {one.snapshot.article_id: listed_text(one, image_size) for one in filed},
            frozenset(section_ids),
        )

    def _fill(
        self,
        categories: Mapping[str, Category],
        listed: Mapping[str, ListedText],
        elsewhere: frozenset[str],
    ) -> None:
        self._categories = categories
        self._elsewhere = elsewhere
        self._listed = listed
        self._versions: Mapping[str, tuple[Version, ...]] | None = None
        filed = {one.category_id for one in listed.values() if one.category_id is not None} | elsewhere
        self.sections = make_sections(categories[id_] for id_ in filed if id_ in categories)
        self._paths = {section.id: section.path for section in self.sections}
        self.frame = SiteFrame(
            self.profile,
            self.sections,
            settings=self.settings,
            templates=self.templates,
            image_size=self.image_size,
            address=self.address,
        )

    def with_publication(self, publication: Publication) -> "Surroundings":
        """Return the surroundings in which `publication` is the article's public text."""
        snapshot = publication.snapshot
        own = {} if snapshot.category is None else {snapshot.category.id: snapshot.category}
        listed = {**self._listed, snapshot.article_id: listed_text(publication, self.image_size)}
        changed = copy(self)
        changed._fill({**own, **self._categories}, listed, self._elsewhere)
        return changed

    @property
    def newest(self) -> tuple[ListedText, ...]:
        """The public texts, newest first."""
        return tuple(sorted(self._listed.values(), key=place_in_lists, reverse=True))

    def article(self, article_id: str) -> ListedText | None:
        """Return what is public of the article, or None where nothing is."""
        return self._listed.get(article_id)

    def address(self, article_id: str) -> str | None:
        """Return the path of the article's page, or None where it is not public."""
        listed = self._listed.get(article_id)
        return None if listed is None else listed.path

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Return the public pages that are the article in each language, its own among them."""
        if self._versions is None:
            self._versions = versions_by_article(map(version_of, self._listed.values()))
        return self._versions.get(article_id, ())

    def section_address(self, section_id: str) -> str | None:
        """Return the path of the section's page, or None where there is none."""
        return self._paths.get(section_id)

    def contact_address(self, contact_id: str) -> str | None:
        """Return the path of the page of a contact, or None where there is none."""
        return self._contact_paths.get(contact_id)

    def related(self, publication: Publication) -> tuple[ListedText, ...]:
        """Return the articles chosen for the end of the page, else the nearest of its category, else of all.

        At most RELATED_LENGTH, never the article itself, public ones only.
        """
        own_id = publication.snapshot.article_id
        chosen = [
            self._listed[article_id]
            for article_id in dict.fromkeys(publication.snapshot.related_ids)
            if article_id in self._listed and article_id != own_id
        ]
        category = publication.snapshot.category
        if chosen or category is None:
            return tuple(chosen[:RELATED_LENGTH])
        own = (publication.published_at, own_id)
        row = sorted(self._listed.values(), key=place_in_lists)
        others = [one for one in row if one.article_id != own_id]
        others = [one for one in others if one.category_id == category.id] or others
        older = [one for one in others if place_in_lists(one) < own]
        newer = [one for one in others if place_in_lists(one) > own]
        return nearest(older[::-1], newer)
