"""The pages that every website has once: contact, languages, not found; and those that lead on."""

from collections.abc import Sequence
from itertools import groupby

from editor_app.rendering.assets import PAGES_STYLESHEET, STYLESHEET
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import (
    SITE_LANGUAGE,
    language_attributes,
    language_name,
    language_tag,
)
from editor_app.rendering.page_paths import CONTACT_PAGE, FRONT_PAGE, LANGUAGES_PAGE, NOT_FOUND_PAGE
from editor_app.rendering.place import canonical_address
from editor_app.rendering.plain import plain
from editor_app.site.pages.listed import Listed
from editor_app.translation import translations

# The guide to translating is for readers who may know no Swedish.
GUIDE_LANGUAGES = ("sv", "en")


def render_moved_page(path: str, target: str, name: str, frame: SiteFrame) -> RenderedPage:
    """Return the page at a path where something was that is called `name`: it leads to where that is now."""
    place = frame.place(path)
    html = place.render(
        "moved.html",
        name=name,
        publisher=frame.publisher(place),
        target=place.link(target),
        canonical=canonical_address(frame.profile.base_url, target),
        stylesheet=place.link(STYLESHEET),
        pages_stylesheet=place.link(PAGES_STYLESHEET),
    )
    return RenderedPage(path, html, "", name, place.language)


def render_contact_page(frame: SiteFrame) -> RenderedPage:
    """Return the page that tells how to reach the municipality."""
    place = frame.place(CONTACT_PAGE)
    main = place.render(
        "contact.html",
        publisher=frame.publisher(place),
        visiting_address=plain(frame.profile.visiting_address),
    )
    return frame.page(place, main, title=place.gettext("Contact"))


def render_languages_page(others: Sequence[Listed], frame: SiteFrame) -> RenderedPage:
    """Return the page on translating, with the articles in other languages than the site's own."""
    place = frame.place(LANGUAGES_PAGE)
    groups = [
        (
            language_name(tag),
            language_attributes(tag, SITE_LANGUAGE),
            [place.teaser(listed, with_image=False) for listed in members],
        )
        for tag, members in groupby(sorted(others, key=site_tag), key=site_tag)
    ]
    main = place.render(
        "languages.html",
        guides=[
            (translations(tag).gettext, language_attributes(tag, SITE_LANGUAGE)) for tag in GUIDE_LANGUAGES
        ],
        groups=groups,
    )
    return frame.page(place, main, title=place.gettext("Other languages"))


def render_not_found_page(frame: SiteFrame) -> RenderedPage:
    """Return the page for addresses that lead nowhere.

    It is served at any depth, so its links begin with the address of the site, where that is known.
    """
    base = canonical_address(frame.profile.base_url, FRONT_PAGE)
    place = frame.place(NOT_FOUND_PAGE, base=base)
    main = place.render("not_found.html", front=place.link(FRONT_PAGE))
    return frame.page(place, main, title=place.gettext("The page is not here"))


def site_tag(listed: Listed) -> str:
    """Return the language that a text is listed under; Swedish of any region is the site's own."""
    tag = language_tag(listed.language) or SITE_LANGUAGE
    return SITE_LANGUAGE if tag.split("-")[0].lower() == SITE_LANGUAGE else tag
