"""What the head of an article's page has for search engines and for those who share it."""

from collections.abc import Iterator

from markupsafe import Markup

from editor_app.domain.language_versions import Version, alternates
from editor_app.domain.page_facts import PageFacts
from editor_app.rendering.json_ld import AnyPublisher, Json, Publishing, news_article, script
from editor_app.rendering.open_texts import OpenText, gap, joined, parts_of_html, parts_of_json
from editor_app.rendering.page_paths import FRONT_PAGE
from editor_app.rendering.place import Place
from editor_app.rendering.plain import escaped

# Of the languages that we know better than that, the region that networks ask for.
_LOCALES = {"sv": "sv_SE", "en": "en_GB", "fi": "fi_FI", "ar": "ar_AR", "fa": "fa_IR", "so": "so_SO"}


def article_head(
    facts: PageFacts, publisher: Publishing, base: str, versions: tuple[Version, ...], place: Place
) -> Markup:
    """Return the elements, a line for each.

    `base` is the address of the site; without one nothing is there that needs whole addresses. See
    `news_article` for `publisher` and `versions`.
    """
    told = news_article(facts, publisher, base, versions)
    shared = _open_graph(facts, told, publisher.name, base)
    lines = (*_alternates(base, versions, place), *shared, script(told))
    return Markup("\n".join(lines) + "\n")


def open_head(facts: PageFacts) -> OpenText:
    """Return the same for a site with an address on which the page is in no other language, gaps for both."""
    publisher, base = AnyPublisher(), gap("base")
    told = news_article(facts, publisher, base, ())
    shared = "".join(f"{line}\n" for line in _open_graph(facts, told, publisher.name, base))
    return joined(parts_of_html(shared), parts_of_json(f"{script(told)}\n"))


def _alternates(base: str, versions: tuple[Version, ...], place: Place) -> Iterator[str]:
    for tag, version in alternates(versions):
        # Search engines want whole addresses; who opens the site from a folder has none.
        href = base + version.path.removesuffix(FRONT_PAGE) if base else place.link(version.path)
        yield f'<link rel="alternate" hreflang="{escaped(tag)}" href="{escaped(href)}">'


def _open_graph(facts: PageFacts, told: Json, publisher: str, base: str) -> Iterator[str]:
    if not base:
        return
    for name, value in (
        ("og:type", "article"),
        ("og:url", base + facts.path.removesuffix(FRONT_PAGE)),
        ("og:title", facts.title),
        ("og:description", facts.lead),
        ("og:site_name", publisher),
        ("og:locale", _LOCALES.get(facts.tag, facts.tag.replace("-", "_"))),
        ("article:published_time", told["datePublished"]),
        ("article:modified_time", told["dateModified"] if facts.changed_at > facts.published_at else ""),
        ("article:section", facts.section),
        *_image(facts, base),
    ):
        if value:
            yield f'<meta property="{name}" content="{escaped(value)}">'


def _image(facts: PageFacts, base: str) -> Iterator[tuple[str, str]]:
    image = facts.image
    if image is not None:
        yield "og:image", base + image.path
        yield "og:image:width", str(image.width)
        yield "og:image:height", str(image.height)
        yield "og:image:alt", image.alt
