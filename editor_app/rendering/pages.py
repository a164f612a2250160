"""The whole page of an article: its own part, what is related, and the frame around them."""

from collections.abc import Iterable

from markupsafe import Markup

from editor_app.domain.language_versions import Version
from editor_app.domain.languages import direction
from editor_app.domain.publication import Publication
from editor_app.rendering.fragments import open_words, render_own_part
from editor_app.rendering.frame import RenderedPage
from editor_app.rendering.inline import Words
from editor_app.rendering.languages import frame_language, language_name
from editor_app.rendering.open_links import close_links
from editor_app.rendering.page_facts import page_facts
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.place import Place
from editor_app.rendering.surroundings import Surroundings

# Where the link in the header leads on a page that is there in other languages.
VERSIONS_ANCHOR = "#versions"


def render_article(
    publication: Publication,
    site: Surroundings,
    *,
    words: Words = open_words,
    place: Place | None = None,
) -> RenderedPage:
    """Return the page of an article that is among the public ones of `site`.

    `words` are those of `render_own_part`; `place` is where the page is, where that is not its place on
    the site.
    """
    snapshot = publication.snapshot
    place = place or site.frame.place(article_path(snapshot), frame_language(snapshot.language))
    own_part, body = render_own_part(publication, site.image_size, place, words=words)
    versions = site.versions(snapshot.article_id)
    main = versions_part(snapshot.article_id, versions, place) + close_links(own_part, site, place.link)
    main += site.frame.onward(site.related(publication), place)
    facts = page_facts(publication, site.image_size)
    return site.frame.page(
        place,
        main,
        title=snapshot.title,
        description=snapshot.lead,
        body=tuple(close_links(element, site, place.link) for element in body),
        more=site.frame.article_head(facts, versions, place),
        translate=VERSIONS_ANCHOR if versions else "",
        is_article=True,
    )


def versions_part(article_id: str, versions: Iterable[Version], place: Place) -> Markup:
    """Return what leads to the same page in other languages, nothing where there is none."""
    others = [
        (place.link(version.path), version.tag, direction(version.tag), language_name(version.tag))
        for version in versions
        if version.article_id != article_id
    ]
    return Markup(place.render("versions.html", others=others) if others else "")
