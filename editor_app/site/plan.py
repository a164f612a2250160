"""Which pages and files a website consists of, at a moment, without writing any."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial

from msgspec import Struct

from editor_app.domain.article import Category, Contact
from editor_app.domain.audit import Head
from editor_app.domain.live_text import ImageSize
from editor_app.domain.lost_link import LostLink, lost_links
from editor_app.domain.publication import Publication
from editor_app.domain.revision import figures
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import NOTHING_SET, Appearance, SiteSettings
from editor_app.domain.withdrawal import WithdrawnText
from editor_app.rendering.appearance import look_assets
from editor_app.rendering.frame import RenderedPage
from editor_app.rendering.logo import logo_rendition
from editor_app.rendering.page_paths import NINJS, article_path, beside
from editor_app.rendering.pages import render_article
from editor_app.rendering.renditions import Rendition, shown_figure, shown_teaser
from editor_app.rendering.surroundings import Surroundings
from editor_app.rendering.templates import OWN_TEMPLATES, Templates
from editor_app.rendering.withdrawn import render_withdrawn
from editor_app.site.errors import ImageMissing, SameAddress
from editor_app.site.feeds.planned import article_ninjs, feed_sources
from editor_app.site.list_plan import list_page_sources
from editor_app.site.pages.fixed import render_moved_page

Source = Callable[[], bytes]


class SiteContent(Struct, frozen=True):
    """What a website is made of; `images` are the sizes of the originals by id, upright, in pixels.

    `page_image` gives the WebP of a rendition, `log_head` is the newest entry of the audit log. The
    hashes of `publications` have been verified.
    `withdrawn` are the texts that left the site by a withdrawal and are not public again.
    `contacts` are those who have a page of their own where the settings say so.
    `former_sections` are the ids of the categories that paths lead to at which pages once were.
    """

    profile: SiteProfile
    categories: tuple[Category, ...]
    publications: tuple[Publication, ...]
    images: Mapping[str, ImageSize]
    page_image: Callable[[Rendition], bytes]
    log_head: Head = Head()
    former_sections: Mapping[str, str] = {}
    withdrawn: tuple[WithdrawnText, ...] = ()
    settings: SiteSettings = NOTHING_SET
    contacts: tuple[Contact, ...] = ()
    templates: Templates = OWN_TEMPLATES


class ArticlePage(Struct, frozen=True):
    """What the manifest says about an article's page: whose it is and which words it shows."""

    article: str
    revision: str


class SitePlan(Struct, frozen=True):
    """The files of a website by path, each with what gives its bytes; paths are sorted.

    `articles` are the pages of articles by path, `not_due` the publications left out, `moment` when it
    is so, `log_head` the newest entry of the audit log, `withdrawn` how many pages tell that their
    article was withdrawn. `lost` are the links of its pages to articles that have left it.
    """

    files: Mapping[str, Source]
    articles: Mapping[str, ArticlePage]
    not_due: int
    moment: datetime
    log_head: Head = Head()
    withdrawn: int = 0
    lost: tuple[LostLink, ...] = ()

    @property
    def pages(self) -> int:
        """How many pages a reader can open."""
        return sum(path.endswith(".html") for path in self.files)


def plan(content: SiteContent, now: datetime) -> SitePlan:
    """Return the website as it is to be at `now`.

    The same content gives the same plan, in whatever order it comes. Raises SameAddress and
    ImageMissing.
    """
    public = [publication for publication in content.publications if publication.is_public(now)]
    files = _Files()
    settings = content.settings.at(now)
    site = Surroundings(
        content.profile,
        content.categories,
        content.images.get,
        public,
        settings=settings,
        templates=content.templates,
    )
    _add_pages(files, public, content.contacts, site)
    _lead_on(files, content.former_sections, site)
    withdrawn = _add_withdrawn(files, content.withdrawn, site)
    for path, asset in look_assets(settings.appearance).items():
        files.add(path, path, asset)
    for rendition in _used_renditions(public, content.images, settings.appearance):
        files.add(rendition.path, rendition.image_id, partial(content.page_image, rendition))
    articles = {
        article_path(publication.snapshot): ArticlePage(
            publication.snapshot.article_id, publication.revision_hash
        )
        for publication in public
    }
    return SitePlan(
        files=dict(sorted(files.sources.items())),
        articles=dict(sorted(articles.items())),
        not_due=len(content.publications) - len(public),
        moment=now,
        log_head=content.log_head,
        withdrawn=withdrawn,
        lost=tuple(lost_links(public, _gone(content, now))),
    )


def _gone(content: SiteContent, now: datetime) -> Mapping[str, str]:
    """Return the titles of the articles that were on the site and are not at `now`, by id."""
    left = [one.snapshot for one in content.withdrawn]
    left += [one.snapshot for one in content.publications if one.has_begun(now) and not one.is_public(now)]
    return {snapshot.article_id: snapshot.title for snapshot in left}


class _Files:
    """Sources by path, no two at one path."""

    def __init__(self) -> None:
        self.sources: dict[str, Source] = {}
        self._owners: dict[str, str] = {}

    def add(self, path: str, owner: str, source: Source) -> None:
        if path in self._owners:
            raise SameAddress(path, *sorted((self._owners[path], owner)))
        self._owners[path] = owner
        self.sources[path] = source


def _add_pages(
    files: _Files, public: Iterable[Publication], contacts: Iterable[Contact], site: Surroundings
) -> None:
    for publication in public:
        page = partial(render_article, publication, site)
        path, owner = article_path(publication.snapshot), publication.snapshot.article_id
        files.add(path, owner, partial(_html, page))
        if site.settings.has_ninjs:
            files.add(beside(path, NINJS), owner, partial(article_ninjs, publication, site))
    for path, owner, source in (*list_page_sources(public, site, contacts), *feed_sources(site)):
        files.add(path, owner, source)


def _lead_on(files: _Files, former_sections: Mapping[str, str], site: Surroundings) -> None:
    """Let the paths that sections once had lead to where they are, unless something else is there."""
    sections = {section.id: section for section in site.sections}
    for path, section_id in former_sections.items():
        section = sections.get(section_id)
        if section is not None and path not in files.sources:
            render = partial(render_moved_page, path, section.path, section.name, site.frame)
            files.add(path, section_id, partial(_html, render))


def _add_withdrawn(files: _Files, withdrawn: Iterable[WithdrawnText], site: Surroundings) -> int:
    """Add what is told at former addresses, unless something else is there now; return how many there are.

    Where two articles had one address, the one that left it last counts.
    """
    latest_first = sorted(
        withdrawn, key=lambda one: (one.withdrawal.withdrawn_at, one.snapshot.article_id), reverse=True
    )
    before = len(files.sources)
    for one in latest_first:
        path = article_path(one.snapshot)
        if path not in files.sources:
            render = partial(render_withdrawn, one, site.frame, site.article(one.instead_id))
            files.add(path, one.snapshot.article_id, partial(_html, render))
    return len(files.sources) - before


def _html(render: Callable[[], RenderedPage]) -> bytes:
    return render().html.encode()


def _used_renditions(
    public: Iterable[Publication], known: Mapping[str, ImageSize], look: Appearance
) -> list[Rendition]:
    logo = logo_rendition(look, known.get)
    used: set[Rendition] = set() if logo is None else {logo}
    for publication in public:
        snapshot = publication.snapshot
        for figure in figures(snapshot):
            if figure.image_id not in known:
                raise ImageMissing(snapshot.article_id, figure.image_id)
            used.update(shown_figure(figure, known[figure.image_id]).renditions)
        if snapshot.hero is not None:
            used.update(shown_teaser(snapshot.hero, known[snapshot.hero.image_id]).renditions)
    return sorted(used, key=lambda rendition: rendition.path)
