"""An article's own part of its page: made once from the words that were approved, and kept."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

import msgspec
from markupsafe import Markup

from editor_app.domain.article import Kind
from editor_app.domain.document import Figure
from editor_app.domain.language_versions import Version
from editor_app.domain.languages import direction
from editor_app.domain.live_text import Fragment, ListedText, LiveText
from editor_app.domain.page_needs import linked_articles
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot, figures
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.article_head import open_head
from editor_app.rendering.body import BodySurroundings, PlacedImage, render_body, render_figure
from editor_app.rendering.contact_cards import contact_card
from editor_app.rendering.inline import Words, render_spans
from editor_app.rendering.languages import (
    SITE_LANGUAGE,
    date_text,
    day,
    day_text,
    frame_language,
    language_attributes,
    language_tag,
    time_text,
)
from editor_app.rendering.news_item import open_ninjs
from editor_app.rendering.open_links import find_open_links, open_article, open_section
from editor_app.rendering.page_facts import page_facts
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.place import Place
from editor_app.rendering.plain import plain
from editor_app.rendering.renditions import SizeOfImage, shown_figure, shown_teaser
from editor_app.rendering.templates import OWN_TEMPLATES, Templates
from editor_app.translation import Translate

# What changes by the hour carries the hour.
TIMED_KINDS = frozenset({Kind.SERVICE_NOTICE, Kind.CRISIS})
# What the words of an article are made of, for whoever asks which of it changed.
_PARTS = {
    "title": ("title",),
    "lead": ("lead",),
    "body": ("body",),
    "contacts": ("contacts",),
    "image": ("hero",),
    "category": ("category",),
    "related": ("related_ids",),
    "times": ("publish_at", "embargo_until", "unpublish_at"),
    "address": ("slug", "kind"),
    "corrections": ("corrections",),
    "language": ("language", "version_of"),
}

# Words of spans, their links to articles still open; they are the same on every page.
open_words: Words = partial(render_spans, article_address=open_article)


def live_text(
    publication: Publication, image_size: SizeOfImage, templates: Templates = OWN_TEMPLATES
) -> LiveText:
    """Return what the website keeps ready of a publication."""
    snapshot = publication.snapshot
    labels = frame_language(snapshot.language)
    place = Place(article_path(snapshot), labels, templates=templates)
    own_part, elements = render_own_part(publication, image_size, place)
    html, body = own_part.encode(), "\n".join(elements).encode()
    begin = html.find(body)
    # Somebody's template may have written it otherwise; then all that it made stands for it.
    body_at = (begin, begin + len(body)) if begin >= 0 else (0, len(html))
    facts = page_facts(publication, image_size)
    fragment = Fragment(
        html=html,
        title=plain(snapshot.title),
        description=plain(snapshot.lead),
        language=language_tag(snapshot.language) or labels,
        labels=labels,
        told=msgspec.Raw(msgspec.json.encode(facts)),
        body_at=body_at,
        links=tuple(find_open_links(html)),
        digest=sha256(html).hexdigest()[:16],
        head=open_head(facts),
        item=open_ninjs(facts, body.decode()),
        linked_ids=tuple(sorted(linked_articles(snapshot.body))),
        related_ids=tuple(dict.fromkeys(snapshot.related_ids)),
        contact_ids=tuple(dict.fromkeys(contact.id for contact in snapshot.contacts)),
        images=tuple(dict.fromkeys(_rendition_paths(snapshot, image_size))),
        parts={name: _digest(snapshot, fields) for name, fields in _PARTS.items()},
    )
    return LiveText(listed_text(publication, image_size), fragment)


def listed_text(publication: Publication, image_size: SizeOfImage) -> ListedText:
    """Return what other pages show of a publication."""
    snapshot = publication.snapshot
    return ListedText(
        article_id=snapshot.article_id,
        revision_hash=publication.revision_hash,
        path=article_path(snapshot),
        title=plain(snapshot.title),
        lead=plain(snapshot.lead),
        kind=snapshot.kind,
        language=snapshot.language,
        category_id=None if snapshot.category is None else snapshot.category.id,
        dated_at=publication.published_at,
        begins_at=publication.begins_at,
        ends_at=snapshot.unpublish_at,
        hero=snapshot.hero,
        hero_size=None if snapshot.hero is None else image_size(snapshot.hero.image_id),
        updated_at=publication.updated_at,
        original_id="" if snapshot.version_of is None else snapshot.version_of.article_id,
    )


def version_of(listed: ListedText) -> Version:
    """Return the page of a text as one of those of an article in several languages."""
    tag = language_tag(listed.language) or frame_language(listed.language)
    return Version(listed.article_id, listed.path, listed.title, tag, listed.original_id)


def render_own_part(
    publication: Publication, image_size: SizeOfImage, place: Place, *, words: Words = open_words
) -> tuple[Markup, tuple[Markup, ...]]:
    """Return the article element, and the elements of its body; links to what may move are open.

    `words` is `open_words`, or the same with a memory.
    """
    snapshot = publication.snapshot
    tag = language_tag(snapshot.language) or place.language
    labels = language_attributes(place.language, tag)
    around = BodySurroundings(words, partial(_placed, place, image_size), place.gettext, labels)
    body = render_body(snapshot.body, around)
    category = snapshot.category
    html = place.render(
        "article.html",
        tag=tag,
        direction=direction(tag),
        labels=labels,
        names=language_attributes(SITE_LANGUAGE, tag),
        kind=KIND_WORDS[snapshot.kind],
        is_crisis=snapshot.kind is Kind.CRISIS,
        title=plain(snapshot.title),
        lead=plain(snapshot.lead),
        section="" if category is None else plain(category.name),
        section_link="" if category is None else open_section(category.id),
        date=date_text(publication.published_at, tag),
        day=day(publication.published_at),
        hero=render_figure(snapshot.hero, around, hero=True) if snapshot.hero else "",
        body=Markup("\n").join(body),
        corrections=_corrections(snapshot, tag),
        contacts=[contact_card(contact) for contact in snapshot.contacts],
        times=_times(publication, place.gettext, place.language),
        record_number=plain(snapshot.record_number),
    )
    return Markup(html), body


def _placed(place: Place, image_size: SizeOfImage, figure: Figure) -> PlacedImage | None:
    size = image_size(figure.image_id)
    return None if size is None else place.placed(shown_figure(figure, size))


def _corrections(snapshot: Snapshot, tag: str) -> list[tuple[str, str, str]]:
    """Return machine-readable day, the same in words, and what was corrected, of each correction."""
    return [
        (correction.day.isoformat(), day_text(correction.day, tag), plain(correction.words))
        for correction in snapshot.corrections
    ]


def _times(publication: Publication, gettext: Translate, language: str) -> list[tuple[str, str, str]]:
    """Return label, machine-readable time and words for each time at the end of the page."""
    published, updated = publication.published_at, publication.updated_at
    times = [(gettext("Published"), published)]
    if updated is not None and updated > published:
        times.append((gettext("Updated"), updated))
    if publication.snapshot.kind in TIMED_KINDS:
        return [
            (label, time.astimezone(TIME_ZONE).isoformat(timespec="minutes"), time_text(time, language))
            for label, time in times
        ]
    return [(label, day(time), date_text(time, language)) for label, time in times]


def _rendition_paths(snapshot: Snapshot, image_size: SizeOfImage) -> Iterator[str]:
    for figure in figures(snapshot):
        size = image_size(figure.image_id)
        if size is not None:
            yield from (rendition.path for rendition in shown_figure(figure, size).renditions)
    if snapshot.hero is not None and (size := image_size(snapshot.hero.image_id)) is not None:
        yield from (rendition.path for rendition in shown_teaser(snapshot.hero, size).renditions)


def _digest(snapshot: Snapshot, fields: tuple[str, ...]) -> str:
    values = [getattr(snapshot, name) for name in fields]
    return sha256(msgspec.json.encode(values, order="sorted")).hexdigest()[:8]
