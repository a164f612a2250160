"""What the website says of itself, and of how accessible it is."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from editor_app.domain.site_settings import AccessibilityStatement, Assessment, Compliance
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import SITE_LANGUAGE, day_text, language_attributes
from editor_app.rendering.page_paths import CONTACT_PAGE
from editor_app.rendering.place import Place
from editor_app.rendering.prose import render_prose
from editor_app.site.pages.paths import ABOUT_PAGE, ARCHIVE_PAGE, STATEMENT_PAGES
from editor_app.translation import LANGUAGES, N_

COMPLIANCE_WORDS: Mapping[Compliance, str] = {
    Compliance.FULL: N_(
        "The website complies fully with the law on accessibility to digital public services."
    ),
    Compliance.PARTIAL: N_(
        "The website complies partly with the law on accessibility to digital public services."
    ),
    Compliance.NONE: N_(
        "The website does not comply with the law on accessibility to digital public services."
    ),
}
ASSESSMENT_WORDS: Mapping[Assessment, str] = {
    Assessment.SELF: N_("We have tested the website ourselves."),
    Assessment.EXTERNAL: N_("An independent party has tested the website."),
    Assessment.NONE: N_("The website has not been tested yet."),
}


def render_about_page(frame: SiteFrame) -> RenderedPage:
    """Return the page on the website."""
    place = frame.place(ABOUT_PAGE)
    main = place.render(
        "about.html",
        about=render_prose(frame.settings.about) if frame.settings.about else "",
        publisher=frame.publisher(place),
        statement=STATEMENT_PAGES[SITE_LANGUAGE],
        archive=ARCHIVE_PAGE,
        contact=place.link(CONTACT_PAGE),
    )
    return frame.page(place, main, title=place.gettext("About the website"))


def render_statement_page(language: str, frame: SiteFrame) -> RenderedPage:
    """Return the accessibility statement in one of LANGUAGES; the answers stay as they were written."""
    place = frame.place(STATEMENT_PAGES[language], language)
    statement = frame.settings.statement
    other = next(tag for tag in LANGUAGES if tag != language)
    main = place.render(
        "statement.html",
        publisher=frame.publisher(place),
        statement=statement,
        compliance="" if statement is None else place.gettext(COMPLIANCE_WORDS[statement.compliance]),
        is_full=statement is not None and statement.compliance is Compliance.FULL,
        assessment=place.gettext(
            ASSESSMENT_WORDS[Assessment.NONE if statement is None else statement.assessment]
        ),
        dates=list(_dates(statement, place)),
        answers=language_attributes(SITE_LANGUAGE, language) if statement else Markup(""),
        other_language=other,
        other_path=STATEMENT_PAGES[other],
        other_name=_OTHER_NAMES[other],
        contact=place.link(CONTACT_PAGE),
    )
    return frame.page(place, main, title=place.gettext("Accessibility statement"))


# In their own languages, whatever the page is in.
_OTHER_NAMES = {"sv": "På svenska", "en": "In English"}


def _dates(statement: AccessibilityStatement | None, place: Place) -> Iterator[tuple[str, str, str]]:
    """Yield what was done on a day, the day for machines, and the same in words."""
    if statement is None:
        return
    for words, day in (
        (place.gettext("The website was published on"), statement.published_on),
        (place.gettext("The latest assessment was made on"), statement.assessed_on),
        (place.gettext("The statement was updated on"), statement.updated_on),
    ):
        if day is not None:
            yield words, day.isoformat(), day_text(day, place.language)
