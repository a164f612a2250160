"""The page at the former address of a withdrawn article: that it is gone, why, and what to read instead."""

from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.languages import direction
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawnText
from editor_app.domain.words import WITHDRAWN_SENTENCES
from editor_app.rendering.languages import (
    SITE_LANGUAGE,
    date_text,
    day,
    frame_language,
    language_attributes,
    language_tag,
)
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.pages import Place, RenderedPage, frame, plain
from editor_app.rendering.surroundings import Surroundings
from editor_app.translation import LANGUAGES, translations


class _Notice(Struct, frozen=True):
    """What the page says in one language; `attributes` tell that apart from the article's own."""

    attributes: Markup
    sentence: Markup
    why: str
    lead_on: str


class _Instead(Struct, frozen=True):
    """The link to the article to read instead."""

    title: str
    href: str
    attributes: Markup


def render_withdrawn(withdrawn: WithdrawnText, site: Surroundings) -> RenderedPage:
    """Return the page that tells readers of a withdrawn article so, without any of its text.

    Its title is there, by which readers know that they came to the right place. What the law does
    not allow to be published may be the title itself, so then that is left out as well.
    """
    snapshot, withdrawal = withdrawn.snapshot, withdrawn.withdrawal
    place = Place(article_path(snapshot), frame_language(snapshot.language), site)
    tag = language_tag(snapshot.language) or place.language
    title = "" if withdrawal.reason is WithdrawalReason.UNLAWFUL else plain(snapshot.title)
    main = place.render(
        "withdrawn.html",
        tag=tag,
        direction=direction(tag),
        labels=language_attributes(place.language, tag),
        title=title,
        notices=[_notice(withdrawal, language, tag) for language in _languages(tag)],
        words=plain(withdrawal.words),
        instead=_instead(withdrawn.instead_id, place, tag),
    )
    heading = place.gettext("Withdrawn: {title}").format(title=title) if title else ""
    return frame(place, main, title=heading or place.gettext("The page has been withdrawn"), is_listed=False)


def _languages(tag: str) -> tuple[str, ...]:
    """Return which of LANGUAGES readers of `tag` are told in: theirs, else every one."""
    primary = tag.split("-")[0].lower()
    return (primary,) if primary in LANGUAGES else LANGUAGES


def _notice(withdrawal: Withdrawal, language: str, tag: str) -> _Notice:
    gettext = translations(language).gettext
    moment = Markup('<time datetime="{}">{}</time>').format(
        day(withdrawal.withdrawn_at), date_text(withdrawal.withdrawn_at, language)
    )
    why = WITHDRAWN_SENTENCES.get(withdrawal.reason, "")
    return _Notice(
        attributes=language_attributes(language, tag),
        sentence=escape(gettext("This page was withdrawn on {date}.")).format(date=moment),
        why=gettext(why) if why else "",
        lead_on=gettext("Read this instead:"),
    )


def _instead(article_id: str, place: Place, tag: str) -> _Instead | None:
    publication = place.site.article(article_id)
    if publication is None:
        return None
    snapshot = publication.snapshot
    language = language_tag(snapshot.language) or SITE_LANGUAGE
    return _Instead(
        plain(snapshot.title), place.link(article_path(snapshot)), language_attributes(language, tag)
    )
