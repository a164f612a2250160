"""The page at the former address of a withdrawn article: that it is gone, why, and what to read instead."""

from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.languages import direction
from editor_app.domain.live_text import ListedText
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawnText
from editor_app.domain.words import WITHDRAWN_SENTENCES
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import (
    SITE_LANGUAGE,
    date_text,
    day,
    frame_language,
    language_attributes,
    language_tag,
)
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.place import Place
from editor_app.rendering.plain import plain
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


def render_withdrawn(
    withdrawn: WithdrawnText, frame: SiteFrame, instead: ListedText | None = None, path: str = ""
) -> RenderedPage:
    """Return the page that tells readers of a withdrawn article so, without any of its text.

    `instead` is what to read now, where it is public; `path` is where the page is, where that is not its
    last place. The title is there, by which readers know that they came to the right place. What the
    law does not allow to be published may be the title itself, so then that is left out as well.
    """
    snapshot, withdrawal = withdrawn.snapshot, withdrawn.withdrawal
    place = frame.place(path or article_path(snapshot), frame_language(snapshot.language))
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
        instead=None if instead is None else _instead(instead, place, tag),
    )
    heading = place.gettext("Withdrawn: {title}").format(title=title) if title else ""
    return frame.page(
        place, main, title=heading or place.gettext("The page has been withdrawn"), is_listed=False
    )


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


def _instead(listed: ListedText, place: Place, tag: str) -> _Instead:
    language = language_tag(listed.language) or SITE_LANGUAGE
    return _Instead(listed.title, place.link(listed.path), language_attributes(language, tag))
