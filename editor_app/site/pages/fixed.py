"""The pages that every website has once: contact, languages, not found; and those that lead on."""

from itertools import groupby

from editor_app.domain.publication import Publication
from editor_app.rendering.assets import STYLESHEET
from editor_app.rendering.languages import (
    SITE_LANGUAGE,
    language_attributes,
    language_name,
    language_tag,
)
from editor_app.rendering.page_paths import CONTACT_PAGE, FRONT_PAGE, LANGUAGES_PAGE
from editor_app.rendering.pages import (
    Place,
    RenderedPage,
    canonical_address,
    frame,
    plain,
    publisher_card,
)
from editor_app.rendering.surroundings import Section, Surroundings
from editor_app.site.pages.paths import NOT_FOUND_PAGE
from editor_app.translation import translations

# The guide to translating is for readers who may know no Swedish.
GUIDE_LANGUAGES = ("sv", "en")


def render_moved_page(path: str, section: Section, site: Surroundings) -> RenderedPage:
    """Return the page at a path that `section` once had: it leads to where the section is now."""
    place = Place(path, SITE_LANGUAGE, site)
    html = place.render(
        "moved.html",
        section=section,
        publisher=publisher_card(place),
        target=place.link(section.path),
        canonical=canonical_address(site.profile.base_url, section.path),
        stylesheet=place.link(STYLESHEET),
    )
    return RenderedPage(path, html, "", section.name, place.language)


def render_contact_page(site: Surroundings) -> RenderedPage:
    """Return the page that tells how to reach the municipality."""
    place = Place(CONTACT_PAGE, SITE_LANGUAGE, site)
    main = place.render(
        "contact.html",
        publisher=publisher_card(place),
        visiting_address=plain(site.profile.visiting_address),
    )
    return frame(place, main, title=place.gettext("Contact"))


def render_languages_page(site: Surroundings) -> RenderedPage:
    """Return the page on translating, with the articles in other languages than the site's own."""
    place = Place(LANGUAGES_PAGE, SITE_LANGUAGE, site)
    others = [publication for publication in site.newest if _language(publication) != SITE_LANGUAGE]
    others.sort(key=_language)
    groups = [
        (
            language_name(tag),
            language_attributes(tag, SITE_LANGUAGE),
            [place.teaser(publication, with_image=False) for publication in members],
        )
        for tag, members in groupby(others, key=_language)
    ]
    main = place.render(
        "languages.html",
        guides=[
            (translations(tag).gettext, language_attributes(tag, SITE_LANGUAGE)) for tag in GUIDE_LANGUAGES
        ],
        groups=groups,
    )
    return frame(place, main, title=place.gettext("Other languages"))


def render_not_found_page(site: Surroundings) -> RenderedPage:
    """Return the page for addresses that lead nowhere.

    It is served at any depth, so its links begin with the address of the site, where that is known.
    """
    base = canonical_address(site.profile.base_url, FRONT_PAGE)
    place = Place(NOT_FOUND_PAGE, SITE_LANGUAGE, site, base=base)
    main = place.render("not_found.html", front=place.link(FRONT_PAGE))
    return frame(place, main, title=place.gettext("The page is not here"))


def _language(publication: Publication) -> str:
    tag = language_tag(publication.snapshot.language) or SITE_LANGUAGE
    # Swedish of any region is the site's own.
    return SITE_LANGUAGE if tag.split("-")[0].lower() == SITE_LANGUAGE else tag
