"""An article's page as linked data in the words of schema.org, for search engines."""

from datetime import datetime
from functools import lru_cache
from typing import Any, Protocol

import msgspec
from markupsafe import Markup

from editor_app.domain.language_versions import Version
from editor_app.domain.page_facts import FactContact, PageFacts
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.rendering.open_texts import gap
from editor_app.rendering.page_facts import dialled, written
from editor_app.rendering.plain import escaped, plain

CONTEXT = "https://schema.org"
# Inside a script element only these could end it or begin another, and the last two are line breaks
# to older parsers; in JSON all of them stand in strings alone.
_ESCAPES = tuple((sign.encode(), f"\\u{ord(sign):04x}".encode()) for sign in "<>&\u2028\u2029")

# The contacts of articles are often those of the one before.
_KEPT = 512

Json = dict[str, Any]


class Publishing(Protocol):
    """Who publishes a page, and may be turned to, as it is told."""

    @property
    def name(self) -> str: ...
    @property
    def author(self) -> msgspec.Raw: ...
    def with_contacts(self, contacts: tuple[FactContact, ...]) -> Json | msgspec.Raw:
        """Return the organisation with `contacts` among those to turn to."""


class AnyPublisher:
    """Gaps for what is told of whoever publishes."""

    name = gap("name")
    author = msgspec.Raw(gap("author").encode())

    def with_contacts(self, contacts: tuple[FactContact, ...]) -> msgspec.Raw:
        if not contacts:
            return msgspec.Raw(gap("publisher").encode())
        points = b",".join(map(bytes, map(_contact_point, contacts)))
        return msgspec.Raw(b"%b%b]}" % (gap("publisher_before_contacts").encode(), points))


class Organisation:
    """Who publishes: much the same on every page, so that what it is made of is written once for all.

    `base` is the address of the site and `logo` that of an image, where known.
    """

    def __init__(self, profile: SiteProfile, name: str, base: str, logo: str) -> None:
        self.name = name
        self._known = _filled(
            {
                "@type": "GovernmentOrganization",
                "name": name,
                "url": base,
                "logo": logo,
                "address": plain(profile.visiting_address),
            }
        )
        point = _filled(
            {
                "@type": "ContactPoint",
                "contactType": "customer service",
                "telephone": dialled(profile.phone),
                "email": written(profile.email),
            }
        )
        self._points = [_written(point)] if len(point) > 2 else []
        self.author = _written({key: self._known.get(key) for key in ("@type", "name", "url")})

    def with_contacts(self, contacts: tuple[FactContact, ...]) -> Json:
        """Return the organisation with `contacts` among those to turn to."""
        points = [*self._points, *map(_contact_point, contacts)]
        return {**self._known, "contactPoint": points} if points else self._known

    def in_gaps(self, base: str) -> dict[str, bytes]:
        """Return what is told of it where a text has the gaps of AnyPublisher, and one for the address."""
        before = b"".join(bytes(point) + b"," for point in self._points)
        known = msgspec.json.encode(self._known)
        in_json = {
            "base": msgspec.json.encode(base)[1:-1],
            "author": bytes(self.author),
            "publisher": msgspec.json.encode(self.with_contacts(())),
            "publisher_before_contacts": b'%b,"contactPoint":[%b' % (known[:-1], before),
        }
        return {
            "html name": escaped(self.name).encode(),
            "html base": escaped(base).encode(),
            **{f"json {name}": _for_script(text) for name, text in in_json.items()},
        }


def news_article(facts: PageFacts, publisher: Publishing, base: str, versions: tuple[Version, ...]) -> Json:
    """Return what is told of an article's page.

    `versions` are the same page in other languages, its own among them, its original first. Without
    `base` there are no addresses in it.
    """
    address = _address(base, facts.path)
    return _filled(
        {
            "@context": CONTEXT,
            "@type": "NewsArticle",
            "@id": address,
            "url": address,
            "mainEntityOfPage": address,
            "headline": facts.title,
            "description": facts.lead,
            "inLanguage": facts.tag,
            "datePublished": _moment(facts.published_at),
            "dateModified": _moment(facts.changed_at),
            "articleSection": facts.section,
            "image": _image(facts, base),
            "author": publisher.author,
            "publisher": publisher.with_contacts(facts.contacts),
            "isAccessibleForFree": True,
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": correction.words,
                    "datePublished": correction.day.isoformat(),
                }
                for correction in facts.corrections
            ],
            **_translations(facts, base, versions),
        }
    )


def script(data: Json) -> Markup:
    """Return `data` as an element that no browser runs: its type makes it data, not a script."""
    text = _for_script(msgspec.json.encode(data)).decode()
    return Markup(f'<script type="application/ld+json">{text}</script>')


def _for_script(text: bytes) -> bytes:
    for sign, written_as in _ESCAPES:
        text = text.replace(sign, written_as)
    return text


@lru_cache(1)
def _moment(time: datetime) -> str:
    """Return `time` as it is in Sweden, to the second, with its distance to UTC."""
    return time.astimezone(TIME_ZONE).isoformat(timespec="seconds")


def _translations(facts: PageFacts, base: str, versions: tuple[Version, ...]) -> Json:
    others = [
        _filled(
            {
                "@type": "NewsArticle",
                "@id": _address(base, version.path),
                "headline": version.title,
                "inLanguage": version.tag,
            }
        )
        for version in versions
        if version.article_id != facts.article_id
    ]
    if not others:
        return {}
    if versions[0].article_id == facts.article_id:
        return {"workTranslation": others}
    return {} if versions[0].original_id else {"translationOfWork": others[0]}


def _image(facts: PageFacts, base: str) -> Json:
    image = facts.image
    if image is None or not base:
        return {}
    return _filled(
        {
            "@type": "ImageObject",
            "url": base + image.path,
            "width": image.width,
            "height": image.height,
            "caption": image.alt,
        }
    )


@lru_cache(_KEPT)
def _contact_point(contact: FactContact) -> msgspec.Raw:
    return _written(
        {
            "@type": "ContactPoint",
            "name": contact.name,
            "contactType": contact.position,
            "telephone": _one_or_more(contact.phones),
            "email": _one_or_more(contact.emails),
        }
    )


def _one_or_more(values: tuple[str, ...]) -> str | tuple[str, ...]:
    return values[0] if len(values) == 1 else values


def _written(data: Json) -> msgspec.Raw:
    return msgspec.Raw(msgspec.json.encode(_filled(data)))


def _address(base: str, path: str) -> str:
    return base + path.removesuffix("index.html") if base else ""


def _filled(data: Json) -> Json:
    """Return `data` without what is not known."""
    return {key: value for key, value in data.items() if value or value == 0}
