"""What every page of the site has around its content."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from markupsafe import Markup
from msgspec import Struct, structs

from editor_app.domain.language_versions import Version
from editor_app.domain.live_text import ListedText
from editor_app.domain.page_facts import PageFacts
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import NOTHING_SET, SiteSettings
from editor_app.rendering.article_head import article_head
from editor_app.rendering.assets import ICON, PAGES_STYLESHEET, STYLESHEET
from editor_app.rendering.contact_cards import PublisherCard, publisher_card
from editor_app.rendering.inline import ArticleAddress
from editor_app.rendering.json_ld import Organisation
from editor_app.rendering.languages import SITE_LANGUAGE, language_attributes
from editor_app.rendering.logo import logo_rendition, show_logo
from editor_app.rendering.notices import show_notices
from editor_app.rendering.open_texts import fill
from editor_app.rendering.page_paths import (
    CONTACT_PAGE,
    FEED,
    FRONT_PAGE,
    LANGUAGES_PAGE,
    NINJS,
    SEARCH_PAGE,
    beside,
    feed_path,
)
from editor_app.rendering.place import Place, canonical_address
from editor_app.rendering.plain import escaped, plain
from editor_app.rendering.renditions import SizeOfImage
from editor_app.rendering.shapes import Shape, make_shape
from editor_app.rendering.teasers import Teasers
from editor_app.rendering.templates import OWN_TEMPLATES, Templates

# The neighbours of an article are those of the next one too.
_KEPT_TEASERS = 256


def _unknown(_id: str) -> None:
    return None


class Section(Struct, frozen=True):
    """A category that has public articles; `path` is that of its page on the site."""

    id: str
    name: str
    path: str


class RenderedPage(Struct, frozen=True):
    """A page of the site: `main` is what stands in its main element, `body` the article's body alone."""

    path: str
    html: str
    main: str
    title: str
    language: str
    body: tuple[str, ...] = ()


class _Surround(Struct, frozen=True):
    """What stands before and after the content, and who publishes it."""

    header: Markup
    footer: Markup
    publisher: str
    feeds: tuple[tuple[str, str], ...]
    icon: str
    stylesheet: str
    pages_stylesheet: str


class _PageKind(Struct, frozen=True):
    """What the frame of a page depends on beside its place."""

    translate: str
    script: str
    is_article: bool
    is_listed: bool
    is_described: bool


class SiteFrame:
    """The frame of a site's pages: made once for each language, depth and place in the menu.

    `settings` are those of the moment at which the site is made. `image_size` knows the logo, `address`
    gives the path of the page of an article that a notice leads to, None where there is none.
    """

    def __init__(
        self,
        profile: SiteProfile,
        sections: tuple[Section, ...],
        *,
        settings: SiteSettings = NOTHING_SET,
        templates: Templates = OWN_TEMPLATES,
        image_size: SizeOfImage = _unknown,
        address: ArticleAddress = _unknown,
    ) -> None:
        self.profile = profile
        self.sections = sections
        self.settings = settings
        self.templates = templates
        self._image_size = image_size
        self._address = address
        self.base = canonical_address(profile.base_url, FRONT_PAGE)
        self._in_menu = {CONTACT_PAGE, SEARCH_PAGE, *(section.path for section in sections)}
        self._shapes: dict[tuple[str, str, str, _PageKind], Shape] = {}
        self._ends: dict[str, Shape] = {}
        self._teasers = Teasers(templates, "onward")
        self._onward: dict[tuple[str, str, str, str], str] = {}

    def place(self, path: str, language: str = SITE_LANGUAGE, *, base: str = "") -> Place:
        """Return the place at `path`, with the templates of the site; see there for `base`."""
        return Place(path, language, base=base, templates=self.templates)

    def publisher(self, place: Place) -> PublisherCard:
        """Return the municipality as the page shows it."""
        return publisher_card(self.profile, place.gettext)

    def page(
        self,
        place: Place,
        main: str,
        *,
        title: str,
        description: str = "",
        body: tuple[str, ...] = (),
        is_listed: bool = True,
        is_article: bool = False,
        script: str = "",
        more: str = "",
        translate: str = "",
    ) -> RenderedPage:
        """Return the whole page around `main`, which is HTML, as is `more` of its head.

        Search engines are asked not to list it unless it `is_listed`. An article needs no stylesheet but the
        first. `script` is the path of the one
        script that it may run, which may read other files of the site. `translate` is where the link to
        other languages leads, where that is not the page on them.
        """
        title, description = plain(title), plain(description)
        kind = _PageKind(
            translate, script, is_article=is_article, is_listed=is_listed, is_described=bool(description)
        )
        html = self._shape(place, kind).fill(
            place,
            title=title or place.gettext("Untitled"),
            description=description,
            canonical=self._canonical(place) if is_listed else "",
            more=Markup(more),
            main=Markup(main),
        )
        return RenderedPage(place.path, html, main, title, place.language, body)

    def article_page(
        self, place: Place, main: bytes, *, title: str, description: str, more: str | bytes, translate: str
    ) -> bytes:
        """Return the page of an article in UTF-8, as `page` makes it of texts that are plain already."""
        kind = _PageKind(
            translate, script="", is_article=True, is_listed=True, is_described=bool(description)
        )
        return self._shape(place, kind).fill_encoded(
            place,
            title=title or place.gettext("Untitled"),
            description=description,
            canonical=self._canonical(place),
            more=more,
            main=main,
        )

    def _canonical(self, place: Place) -> str:
        return self.base + place.path.removesuffix(FRONT_PAGE) if self.base else ""

    def _shape(self, place: Place, kind: "_PageKind") -> Shape:
        """Return what all pages of a kind share that are at such places."""
        current = place.path if place.path in self._in_menu else ""
        key = (place.language, place.link(""), current, kind)
        shape = self._shapes.get(key)
        if shape is None:
            surround = self._surround(place, kind.translate)
            values = {
                **structs.asdict(surround),
                "language": place.language,
                "is_listed": kind.is_listed,
                "pages_stylesheet": "" if kind.is_article else surround.pages_stylesheet,
                "script": place.link(kind.script) if kind.script else "",
                "description": kind.is_described,
                "canonical": kind.is_listed and self.base,
            }
            gaps = ("title", "description", "canonical", "more", "main")
            shape = self._shapes[key] = make_shape(place, "page.html", gaps, values)
        return shape

    def article_head(self, facts: PageFacts, versions: tuple[Version, ...], place: Place) -> Markup:
        """Return what the head of an article's page has for machines; see `article_head` for `versions`."""
        return self._way_to_item(place) + article_head(facts, self._organisation, self.base, versions, place)

    def filled_head(self, head: Sequence[str], place: Place) -> bytes:
        """Return the same of what is kept of it, where the site has an address and there are no versions."""
        return self._way_to_item(place).encode() + fill(head, self._in_gaps)

    def _way_to_item(self, place: Place) -> Markup:
        if not self.settings.has_ninjs:
            return Markup("")
        address = escaped(place.link(beside(place.path, NINJS)))
        return Markup(f'<link rel="alternate" type="application/json" href="{address}">\n')

    def onward(self, listed: Iterable[ListedText], place: Place) -> Markup:
        """Return what leads on to articles at the end of the page of another, if there are any."""
        teasers = [self._teaser(one, place) for one in listed]
        if not teasers:
            return Markup("")
        shape = self._ends.get(place.language)
        if shape is None:
            shape = self._ends[place.language] = make_shape(place, "related.html", ("related",), {})
        return Markup(shape.fill(place, related=Markup("".join(teasers))))

    def _teaser(self, listed: ListedText, place: Place) -> str:
        key = (listed.article_id, listed.revision_hash, place.language, place.link(""))
        made = self._onward.get(key)
        if made is None:
            if len(self._onward) >= _KEPT_TEASERS:
                self._onward.clear()
            made = self._onward[key] = self._teasers.html(place.teaser(listed))
        return made

    @cached_property
    def _organisation(self) -> Organisation:
        rendition = logo_rendition(self.settings.appearance, self._image_size)
        logo = self.base + rendition.path if rendition is not None and self.base else ""
        name = self.publisher(self.place(FRONT_PAGE)).name
        return Organisation(self.profile, name, self.base, logo)

    @cached_property
    def _in_gaps(self) -> Mapping[str, bytes]:
        return self._organisation.in_gaps(self.base)

    def _feeds(self, place: Place, publisher: str) -> Iterator[tuple[str, str]]:
        """Yield title and address of the feeds that the page leads to."""
        yield publisher, place.link(FEED)
        for section in self.sections:
            if section.path == place.path:
                yield f"{section.name} – {publisher}", place.link(feed_path(section.path))

    def _surround(self, place: Place, translate: str) -> _Surround:
        def article_address(article_id: str) -> str | None:
            path = self._address(article_id)
            return None if path is None else place.link(path)

        values = {
            "notices": show_notices(self.settings.notices, place.language, article_address),
            "logo": show_logo(self.settings.appearance, self._image_size, place.link),
            "has_contact_pages": self.settings.has_contact_pages,
            "sections": self.sections,
            "publisher": self.publisher(place),
            "visiting_address": plain(self.profile.visiting_address),
            "front": place.link(FRONT_PAGE),
            "contact": place.link(CONTACT_PAGE),
            "languages": place.link(LANGUAGES_PAGE),
            "translate": translate or place.link(LANGUAGES_PAGE),
            "names": language_attributes(SITE_LANGUAGE, place.language),
        }
        return _Surround(
            header=Markup(place.render("header.html", **values).strip()),
            footer=Markup(place.render("footer.html", **values).strip()),
            publisher=self.publisher(place).name,
            feeds=tuple(self._feeds(place, self.publisher(place).name)),
            icon=place.link(ICON),
            stylesheet=place.link(STYLESHEET),
            pages_stylesheet=place.link(PAGES_STYLESHEET),
        )
