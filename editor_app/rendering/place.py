"""Where on the site a page is, and how it leads to others and shows what is elsewhere."""

from typing import Any

from markupsafe import Markup
from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.domain.live_text import ListedText
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.inline import page_href
from editor_app.rendering.languages import date_text, day, language_attributes, language_tag
from editor_app.rendering.page_paths import FRONT_PAGE
from editor_app.rendering.renditions import Shown, shown_teaser
from editor_app.rendering.templates import OWN_TEMPLATES, Templates
from editor_app.translation import Translate, translations


class Teaser(Struct, frozen=True):
    """What leads to an article from another page."""

    title: str
    lead: str
    href: str
    kind: str
    date: str
    day: str
    attributes: Markup
    image: PlacedImage | None
    is_crisis: bool


class Place:
    """The page that is being made: its path, its language, its templates and how others are reached from it.

    `base` is an address that its links begin with; without one they are relative, so that the site
    opens from any folder.
    """

    def __init__(
        self, path: str, language: str, *, base: str = "", templates: Templates = OWN_TEMPLATES
    ) -> None:
        self.path = path
        self.language = language
        self.templates = templates
        # The same from every page of one depth, so that what stands around them is made once.
        self._start = base or "../" * path.count("/")
        self.gettext: Translate = translations(language).gettext

    def link(self, path: str) -> str:
        """Return the address of the page or file at `path`."""
        return self._start + path

    def render(self, name: str, /, **values: Any) -> str:
        """Return what the template `name` makes of `values`, with this place and its `_` among them."""
        return self.templates.render(name, _=self.gettext, place=self, **values)

    def placed(self, shown: Shown) -> PlacedImage:
        """Return where the page has what it shows of an image."""
        usual = shown.usual
        return PlacedImage(
            src=self.link(usual.path),
            srcset=", ".join(
                f"{self.link(rendition.path)} {rendition.width}w" for rendition in shown.renditions
            )
            if len(shown.widths) > 1
            else "",
            width=usual.width,
            height=shown.height_at(usual.width),
            largest=shown.widths[-1],
        )

    def attributes(self, tag: str) -> Markup:
        """Return what marks a text in the language `tag` on this page."""
        return language_attributes(language_tag(tag) or self.language, self.language)

    def teaser(self, listed: ListedText, *, with_image: bool = True) -> Teaser:
        """Return what leads to the article from this page."""
        image = None
        if with_image and listed.hero is not None and listed.hero_size is not None:
            image = self.placed(shown_teaser(listed.hero, listed.hero_size))
        return Teaser(
            title=listed.title,
            lead=listed.lead,
            href=self.link(listed.path),
            kind=self.gettext(KIND_WORDS[listed.kind]),
            date=date_text(listed.dated_at, self.language),
            day=day(listed.dated_at),
            attributes=self.attributes(listed.language),
            image=image,
            is_crisis=listed.kind is Kind.CRISIS,
        )


def canonical_address(base_url: str, path: str) -> str:
    """Return the page's address on the web, or an empty string where the site has none yet."""
    href = page_href(base_url.strip(), _nowhere) if base_url.strip() else None
    if href is None or not href.startswith(("http://", "https://")):
        return ""
    return href.rstrip("/") + "/" + path.removesuffix(FRONT_PAGE)


def _nowhere(_article_id: str) -> None:
    return None
