"""The page of an article as its editor writes it: what an export would write, without an export."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import PurePosixPath

from msgspec import Struct

from editor_app.desk.clock import utc_now
from editor_app.desk.values import StoredImage
from editor_app.domain.article import Article, Category, Contact
from editor_app.domain.page_needs import PageNeeds, page_needs
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot, take_snapshot
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import PLAIN_LOOK, Appearance, SiteSettings
from editor_app.domain.withdrawal import WithdrawnText
from editor_app.rendering.appearance import look_assets
from editor_app.rendering.assets import MEDIA_TYPES
from editor_app.rendering.fragments import open_words
from editor_app.rendering.pages import render_article
from editor_app.rendering.surroundings import Surroundings
from editor_app.rendering.templates import templates_in
from editor_app.rendering.withdrawn import render_withdrawn
from editor_app.site.pages.paths import contact_paths

# More than the longest article has blocks, and little memory.
KEPT_WORDS = 4096


class PreviewContext(Struct, frozen=True):
    """Everything in the archive that the page of one article takes besides the article.

    `needs` are those of the article as it was when this was fetched, None where it holds for any.
    `images` are by id. `publications` are the live revisions, those not yet due included, that the
    page leads to, and the article's own; `section_ids` the categories of the other articles that
    are public. `withdrawn` is there where readers find that the article was withdrawn.
    """

    profile: SiteProfile
    needs: PageNeeds | None = None
    categories: tuple[Category, ...] = ()
    contacts: tuple[Contact, ...] = ()
    images: dict[str, StoredImage] = {}
    publications: tuple[Publication, ...] = ()
    section_ids: frozenset[str] = frozenset()
    withdrawn: WithdrawnText | None = None
    settings: SiteSettings = SiteSettings()


class PreviewPage(Struct, frozen=True):
    """The page as the export would write it for this text.

    `path` is where it is on the site, as in `nyheter/ny-lekplats/index.html`; `main` the inner HTML
    of the main element, and `body` the elements inside the one with the id "body", in order.
    """

    path: str
    html: str
    main: str
    body: tuple[str, ...]
    language: str
    title: str


class PreviewRenderer:
    """Renders what is live as it is, and what was changed as if it were published when `clock` says."""

    def __init__(self, context: PreviewContext, clock: Callable[[], datetime] = utc_now) -> None:
        self._clock = clock
        self._needs = context.needs
        self._images = context.images
        self._categories = {category.id: category for category in context.categories}
        self._contacts = {contact.id: contact for contact in context.contacts}
        self._withdrawn = context.withdrawn
        self._live = {publication.snapshot.article_id: publication for publication in context.publications}
        now = clock()
        public = [publication for publication in context.publications if publication.is_public(now)]
        # A key changes the words of one block: those of the others are known from the key before.
        self._words = lru_cache(KEPT_WORDS)(open_words)
        self._site = Surroundings(
            context.profile,
            context.categories,
            self._image_size,
            public,
            context.section_ids,
            settings=context.settings,
            templates=templates_in(context.settings.templates),
            contact_paths=contact_paths(context.contacts) if context.settings.has_contact_pages else None,
        )

    def is_for(self, article: Article) -> bool:
        """Tell whether this is what the page of the article, as it was at some time, takes."""
        return self._needs is None or self._needs.article_id == article.id

    def lacks(self, article: Article) -> bool:
        """Tell whether the page of `article` takes more from the archive than there is here."""
        return self._needs is not None and not self._needs.hold(page_needs(article))

    def page(self, article: Article) -> PreviewPage:
        """Return the page that `article` would have; takes no time that typing would notice."""
        publication = self._publication(article)
        site = self._site.with_publication(publication)
        page = render_article(publication, site, words=self._words)
        return PreviewPage(page.path, page.html, page.main, page.body, page.language, page.title)

    def withdrawn_page(self) -> PreviewPage | None:
        """Return the page that tells readers that the article was withdrawn, None where there is none."""
        if self._withdrawn is None:
            return None
        page = render_withdrawn(
            self._withdrawn, self._site.frame, self._site.article(self._withdrawn.instead_id)
        )
        return PreviewPage(page.path, page.html, page.main, page.body, page.language, page.title)

    def _publication(self, article: Article) -> Publication:
        now = self._clock()
        live = self._live.get(article.id)
        snapshot = self._snapshot(article)
        if live is not None and live.snapshot == snapshot:
            # Nothing is published anew by it, so the page says no other time of it.
            return live
        return Publication(
            snapshot=snapshot,
            revision_hash="",
            released_at=now,
            first_released_at=now if live is None else live.first_released_at,
        )

    def _snapshot(self, article: Article) -> Snapshot:
        category = None if article.category_id is None else self._categories.get(article.category_id)
        contacts = [self._contacts[key] for key in article.contact_ids if key in self._contacts]
        return take_snapshot(article, category, contacts)

    def _image_size(self, image_id: str) -> tuple[int, int] | None:
        image = self._images.get(image_id)
        return None if image is None else (image.width, image.height)


def site_file(path: str, look: Appearance = PLAIN_LOOK) -> tuple[bytes, str] | None:
    """Return the bytes and the media type of a stylesheet, font or icon of a site of that look.

    `path` is relative to the site; None where the site has no such file.
    """
    source = look_assets(look).get(path)
    return None if source is None else (source(), MEDIA_TYPES[PurePosixPath(path).suffix])
