"""Whole pages: an article's own, and what each page of the site has around its content."""

import posixpath
import re
from functools import partial
from typing import Any

from markupsafe import Markup, escape
from msgspec import Struct

from editor_app.domain.article import Contact, Kind
from editor_app.domain.contact_details import format_phone, is_email, tel_href
from editor_app.domain.document import Figure
from editor_app.domain.languages import direction
from editor_app.domain.normalize import normalize_text
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.domain.words import KIND_WORDS
from editor_app.rendering.assets import ICON, STYLESHEET
from editor_app.rendering.body import BodySurroundings, PlacedImage, render_body, render_figure
from editor_app.rendering.inline import Words, page_href, render_spans
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
from editor_app.rendering.logo import show_logo
from editor_app.rendering.notices import show_notices
from editor_app.rendering.page_paths import CONTACT_PAGE, FRONT_PAGE, LANGUAGES_PAGE, article_path
from editor_app.rendering.renditions import Shown, shown_figure, shown_teaser
from editor_app.rendering.surroundings import Section, Surroundings
from editor_app.translation import Translate, translations

# What changes by the hour carries the hour.
TIMED_KINDS = frozenset({Kind.SERVICE_NOTICE, Kind.CRISIS})


class RenderedPage(Struct, frozen=True):
    """A page of the site: `main` is what stands in its main element, `body` the article's body alone."""

    path: str
    html: str
    main: str
    title: str
    language: str
    body: tuple[str, ...] = ()


class Way(Struct, frozen=True):
    """A phone number or an e-mail address; `href` is empty where it cannot be dialled or written to."""

    text: str | Markup
    href: str
    label: str = ""


class ContactCard(Struct, frozen=True):
    """A contact as the page shows it; `ways` are its phone numbers, then its e-mail addresses."""

    name: str
    position: str
    ways: tuple[Way, ...]


class PublisherCard(Struct, frozen=True):
    """The municipality as every page shows it; the texts of ways that are not known are empty."""

    name: str
    phone: Way
    email: Way


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
    """The page that is being made: its path, its language and how others are reached from it.

    `base` is an address that its links begin with; without one they are relative, so that the site
    opens from any folder.
    """

    def __init__(self, path: str, language: str, site: Surroundings, *, base: str = "") -> None:
        self.path = path
        self.language = language
        self.site = site
        self._base = base
        self.gettext: Translate = translations(language).gettext

    def link(self, path: str) -> str:
        """Return the address of the page or file at `path`."""
        if self._base:
            return self._base + path
        return posixpath.relpath(path, posixpath.dirname(self.path) or ".")

    def render(self, name: str, /, **values: Any) -> str:
        """Return what the template `name` makes of `values`, with this place and its `_` among them."""
        return self.site.templates.render(name, _=self.gettext, place=self, **values)

    def article_address(self, article_id: str) -> str | None:
        """Return the address of the article's page, or None where it is not public."""
        path = self.site.address(article_id)
        return None if path is None else self.link(path)

    def figure(self, figure: Figure) -> PlacedImage | None:
        """Return the image as the article's own page shows it, or None where it is not known."""
        size = self.site.image_size(figure.image_id)
        return None if size is None else self.placed(shown_figure(figure, size))

    def teaser_image(self, figure: Figure) -> PlacedImage | None:
        """Return the image as lists of articles show it, or None where it is not known."""
        size = self.site.image_size(figure.image_id)
        return None if size is None else self.placed(shown_teaser(figure, size))

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

    def teaser(self, publication: Publication, *, with_image: bool = True) -> Teaser:
        """Return what leads to the article from this page."""
        snapshot = publication.snapshot
        hero = snapshot.hero if with_image else None
        return Teaser(
            title=plain(snapshot.title),
            lead=plain(snapshot.lead),
            href=self.link(article_path(snapshot)),
            kind=self.gettext(KIND_WORDS[snapshot.kind]),
            date=date_text(publication.published_at, self.language),
            day=day(publication.published_at),
            attributes=self.attributes(snapshot.language),
            image=None if hero is None else self.teaser_image(hero),
            is_crisis=snapshot.kind is Kind.CRISIS,
        )


def plain(text: str) -> str:
    """Return `text` as one line without characters that cannot stand on a page."""
    return normalize_text(text, line_breaks=False).strip()


def words_on(path: str, site: Surroundings) -> Words:
    """Return what gives spans the HTML that they have on the page at `path`."""
    place = Place(path, SITE_LANGUAGE, site)
    return partial(render_spans, article_address=place.article_address)


def render_article(
    publication: Publication,
    site: Surroundings,
    *,
    words: Words | None = None,
    place: Place | None = None,
) -> RenderedPage:
    """Return the page of an article that is among the public ones of `site`.

    `words` is what `words_on` gives for the page, or the same with a memory. `place` is where the page
    is, where that is not its place on the site.
    """
    snapshot = publication.snapshot
    place = place or Place(article_path(snapshot), frame_language(snapshot.language), site)
    tag = language_tag(snapshot.language) or place.language
    labels = language_attributes(place.language, tag)
    around = BodySurroundings(words or words_on(place.path, site), place.figure, place.gettext, labels)
    body = render_body(snapshot.body, around)
    main = place.render(
        "article.html",
        tag=tag,
        direction=direction(tag),
        labels=labels,
        kind=KIND_WORDS[snapshot.kind],
        is_crisis=snapshot.kind is Kind.CRISIS,
        title=plain(snapshot.title),
        lead=plain(snapshot.lead),
        section=_section_for(snapshot, place),
        date=date_text(publication.published_at, tag),
        day=day(publication.published_at),
        hero=render_figure(snapshot.hero, around, hero=True) if snapshot.hero else "",
        body=Markup("\n").join(body),
        corrections=_corrections(snapshot, tag),
        contacts=[contact_card(contact) for contact in snapshot.contacts],
        times=_times(publication, place),
        record_number=plain(snapshot.record_number),
        related=[place.teaser(other) for other in site.related(publication)],
    )
    return frame(place, main, title=snapshot.title, description=snapshot.lead, body=tuple(map(str, body)))


def frame(
    place: Place,
    main: str,
    *,
    title: str,
    description: str = "",
    body: tuple[str, ...] = (),
    is_listed: bool = True,
    script: str = "",
) -> RenderedPage:
    """Return the whole page around `main`, which is HTML.

    Search engines are asked not to list it unless it `is_listed`. `script` is the path of the one script
    that it may run, which may read other files of the site.
    """
    profile, settings = place.site.profile, place.site.settings
    title = plain(title)
    html = place.render(
        "frame.html",
        notices=show_notices(settings.notices, place.language, place.article_address),
        has_contact_pages=settings.has_contact_pages,
        logo=show_logo(settings.appearance, place.site.image_size, place.link),
        title=title or place.gettext("Untitled"),
        description=plain(description),
        publisher=publisher_card(place),
        visiting_address=plain(profile.visiting_address),
        canonical=canonical_address(profile.base_url, place.path) if is_listed else "",
        is_listed=is_listed,
        main=Markup(main),
        stylesheet=place.link(STYLESHEET),
        script=place.link(script) if script else "",
        icon=place.link(ICON),
        front=place.link(FRONT_PAGE),
        contact=place.link(CONTACT_PAGE),
        languages=place.link(LANGUAGES_PAGE),
        names=language_attributes(SITE_LANGUAGE, place.language),
    )
    return RenderedPage(place.path, html, main, title, place.language, body)


def canonical_address(base_url: str, path: str) -> str:
    """Return the page's address on the web, or an empty string where the site has none yet."""
    href = page_href(base_url.strip(), _nowhere) if base_url.strip() else None
    if href is None or not href.startswith(("http://", "https://")):
        return ""
    return href.rstrip("/") + "/" + path.removesuffix(FRONT_PAGE)


def contact_card(contact: Contact) -> ContactCard:
    """Return the contact with its phone numbers grouped and its addresses ready to follow."""
    ways = (
        *(phone_way(phone.number, phone.label) for phone in contact.phones),
        *map(email_way, contact.emails),
    )
    return ContactCard(
        name=plain(contact.name),
        position=", ".join(filter(None, map(plain, contact.position))),
        ways=tuple(way for way in ways if way.text),
    )


def phone_way(number: str, label: str = "") -> Way:
    """Return the number grouped and ready to dial; the label begins a line there, so with a capital."""
    grouped, words = format_phone(number), plain(label)
    return Way(plain(grouped), tel_href(grouped) or "", words[:1].upper() + words[1:])


def email_way(address: str) -> Way:
    """Return the address ready to write to."""
    email = address.strip()
    href = (page_href("mailto:" + email, _nowhere) or "") if is_email(email) else ""
    return Way(_breakable(plain(email)), href)


def publisher_card(place: Place) -> PublisherCard:
    """Return the municipality itself as a contact."""
    profile = place.site.profile
    name = plain(profile.name) or place.gettext("The municipality")
    return PublisherCard(name, phone_way(profile.phone), email_way(profile.email))


def _section_for(snapshot: Snapshot, place: Place) -> Section | None:
    """Return the article's section, with the name that was approved with the article."""
    section = place.site.section_of(snapshot)
    if section is None or snapshot.category is None:
        return None
    return Section(section.id, plain(snapshot.category.name), section.path)


def _corrections(snapshot: Snapshot, tag: str) -> list[tuple[str, str, str]]:
    """Return machine-readable day, the same in words, and what was corrected, of each correction."""
    return [
        (correction.day.isoformat(), day_text(correction.day, tag), plain(correction.words))
        for correction in snapshot.corrections
    ]


def _times(publication: Publication, place: Place) -> list[tuple[str, str, str]]:
    """Return label, machine-readable time and words for each time at the end of the page."""
    published, updated = publication.published_at, publication.updated_at
    times = [(place.gettext("Published"), published)]
    if updated is not None and updated > published:
        times.append((place.gettext("Updated"), updated))
    if publication.snapshot.kind in TIMED_KINDS:
        return [
            (label, time.astimezone(TIME_ZONE).isoformat(timespec="minutes"), time_text(time, place.language))
            for label, time in times
        ]
    return [(label, day(time), date_text(time, place.language)) for label, time in times]


def _breakable(address: str) -> Markup:
    """Return the address with places where a narrow screen may break it."""
    return Markup(re.sub(r"(?=[@.])", "<wbr>", str(escape(address))))


def _nowhere(_article_id: str) -> None:
    return None
