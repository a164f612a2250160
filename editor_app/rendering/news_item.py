"""Articles as news items in IPTC's ninjs 2.1, for programs that take over news."""

import re
from functools import lru_cache
from typing import Any

import msgspec

from editor_app.domain.article import Kind
from editor_app.domain.language_versions import Version
from editor_app.domain.page_facts import FactContact, PageFacts
from editor_app.rendering.open_texts import OpenText, gap, parts_of_json
from editor_app.rendering.publisher import Publisher, stamp, urn

_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}
# From the most urgent, 1, to 9; 5 is what most news are.
_URGENCY = {Kind.CRISIS: 1, Kind.SERVICE_NOTICE: 3}
_USUAL_URGENCY = 5
# Pages of articles are two folders deep, and so their links begin; in the words of a text quotation marks
# are escaped.
_UP = "../../"
_RELATIVE = tuple(f' {name}="{_UP}' for name in ("href", "src"))
_CHOICES = re.compile(r' srcset="[^"]*"')
_CHOICE = re.compile(r"(?<=[\s\"])(?:\.\./){2}")

Json = dict[str, Any]


def ninjs(facts: PageFacts, body: str, publisher: Publisher, versions: tuple[Version, ...] = ()) -> bytes:
    """Return the news item of an article.

    `body` is the HTML of its body as its page has it; its links become whole addresses where the site has
    one. `versions` are the same page in other languages, its own among them.
    """
    item = {
        "uri": _uri(facts.article_id, facts.path, publisher),
        "standard": _STANDARD,
        "type": "text",
        "representationtype": "full",
        "profile": "text-only" if facts.image is None else "text-photo",
        "version": facts.revision_hash,
        "firstcreated": stamp(facts.published_at),
        "versioncreated": stamp(facts.changed_at),
        "pubstatus": "usable",
        "urgency": _URGENCY.get(facts.kind, _USUAL_URGENCY),
        "language": facts.tag,
        "by": publisher.name,
        "copyrightholder": publisher.name,
        "title": facts.title,
        "headlines": _texts("main", "text/plain", facts.title),
        "descriptions": _texts("summary", "text/plain", facts.lead),
        "bodies": _texts("main", "text/html", whole_addresses(body, publisher.base)),
        "subjects": [{"name": facts.section}] if facts.section else [],
        "genres": [{"name": facts.kind.value}],
        "infosources": [{"name": publisher.name, "role": "publisher"}, *map(_contact, facts.contacts)],
        "altids": _other_ids(facts),
        "associations": [*_image(facts, publisher), *_versions(facts, publisher, versions)],
    }
    known = {key: value for key, value in item.items() if value}
    return msgspec.json.encode(known) + b"\n"


def open_ninjs(facts: PageFacts, body: str) -> OpenText:
    """Return the same for a site with an address on which the page is in no other language.

    It has gaps for its publisher and, where `body` is none, for the body.
    """
    item = ninjs(facts, gap("body") if body else "", Publisher(gap("name"), gap("base")))
    return parts_of_json(item.decode())


def publisher_in_gaps(publisher: Publisher) -> dict[str, bytes]:
    """Return what is to be filled in where news items have a gap for their publisher."""
    return {"json name": _in_string(publisher.name), "json base": _in_string(publisher.base)}


def body_in_gap(body: str, publisher: Publisher) -> dict[str, bytes]:
    """Return the same of a body, see `ninjs`."""
    return {"json body": _in_string(whole_addresses(body, publisher.base))}


def _in_string(text: str) -> bytes:
    return msgspec.json.encode(text)[1:-1]


def whole_addresses(html: str, base: str) -> str:
    """Return `html` of an article's page with the links to other pages of the site beginning with `base`."""
    if not base or _UP not in html:
        return html
    for start in _RELATIVE:
        html = html.replace(start, start.removesuffix(_UP) + base)
    if " srcset=" not in html:
        return html
    return _CHOICES.sub(lambda choices: _CHOICE.sub(lambda _found: base, choices[0]), html)


def _uri(article_id: str, path: str, publisher: Publisher) -> str:
    return publisher.address(path) or urn(article_id)


def _texts(role: str, kind: str, value: str) -> list[Json]:
    return [{"role": role, "contenttype": kind, "value": value}] if value else []


# The contacts of an article are often those of the one before.
@lru_cache(512)
def _contact(contact: FactContact) -> msgspec.Raw:
    ways = [
        *({"type": "phone", "value": number} for number in contact.phones),
        *({"type": "email", "value": address} for address in contact.emails),
    ]
    source: Json = {"name": contact.name, "role": "contact", "literal": contact.position, "contactinfo": ways}
    return msgspec.Raw(msgspec.json.encode({key: value for key, value in source.items() if value}))


def _other_ids(facts: PageFacts) -> list[Json]:
    ids = [{"role": "article", "value": facts.article_id}]
    if facts.record_number:
        ids.append({"role": "record", "value": facts.record_number})
    return ids


def _image(facts: PageFacts, publisher: Publisher) -> list[Json]:
    image = facts.image
    if image is None or not publisher.base:
        return []
    where = publisher.base + image.path
    rendition = {
        "name": "main",
        "href": where,
        "contenttype": "image/webp",
        "width": image.width,
        "height": image.height,
    }
    shown: Json = {
        "name": "main image",
        "uri": where,
        "type": "picture",
        "descriptions": _texts("alternative", "text/plain", image.alt),
        "renditions": [rendition],
    }
    return [{key: value for key, value in shown.items() if value}]


def _versions(facts: PageFacts, publisher: Publisher, versions: tuple[Version, ...]) -> list[Json]:
    return [
        {
            "name": f"version in {version.tag}",
            "uri": _uri(version.article_id, version.path, publisher),
            "type": "text",
            "language": version.tag,
            "title": version.title,
        }
        for version in versions
        if version.article_id != facts.article_id
    ]
