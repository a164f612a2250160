"""The check of what other programs read: feeds, maps, news items, linked data, links between languages."""

import json
import posixpath
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jsonschema import Draft202012Validator
from lxml import etree

from tests.check_site.findings import Verdict

_SCHEMAS = Path(__file__).parent / "schemas"
ATOM, SITEMAP = "atom.rng", "sitemap.rng"
NINJS, NEWS_ARTICLE = "ninjs-2.1.json", "news-article.json"
_ATOM_NAME = "{http://www.w3.org/2005/Atom}"


class Head(HTMLParser):
    """What a page says of itself: its canonical address, its other languages, its linked data."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.canonical = ""
        self.alternates: dict[str, str] = {}
        self.linked_data: list[str] = []
        self._in_data = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "link" and known.get("rel") == "canonical":
            self.canonical = known["href"]
        if tag == "link" and known.get("rel") == "alternate" and "hreflang" in known:
            self.alternates[known["hreflang"]] = known["href"]
        if tag == "script" and known.get("type") == "application/ld+json":
            self._in_data = True
            self.linked_data.append("")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.linked_data[-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._in_data = False


def check_machine_read(site: Path) -> list[Verdict]:
    """Return a verdict for each file of the site that other programs read, and for each page on its head."""
    verdicts = []
    for pattern, check, faults in (
        ("atom.xml", "feeds", feed_faults),
        ("sitemap*.xml", "maps", sitemap_faults),
        ("sitemaps/*.xml", "maps", sitemap_faults),
        ("ninjs.json", "ninjs", ninjs_faults),
    ):
        verdicts += [
            Verdict(_name(site, path), check, tuple(faults(path.read_bytes())))
            for path in sorted(site.rglob(pattern))
        ]
    heads = {
        path.relative_to(site).as_posix(): Head(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    verdicts += [
        Verdict(f"{site.name}/{page}", "json-ld", tuple(linked_data_faults(head)))
        for page, head in heads.items()
        if head.linked_data
    ]
    return verdicts + _languages(site, heads)


def feed_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with an Atom feed: its form, or an id that two entries have."""
    yield from _xml_faults(ATOM, data)
    feed = etree.fromstring(data)
    ids = [element.text for element in feed.iter(_ATOM_NAME + "id")]
    yield from (
        f"the id {id_} stands for several" for id_ in sorted({id_ for id_ in ids if ids.count(id_) > 1})
    )


def sitemap_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a map, or with the index of maps."""
    yield from _xml_faults(SITEMAP, data)


def ninjs_faults(data: bytes) -> Iterator[str]:
    """Yield what is wrong with a news item."""
    yield from _json_faults(NINJS, json.loads(data))


def linked_data_faults(head: Head) -> Iterator[str]:
    """Yield what is wrong with the linked data of a page."""
    if len(head.linked_data) > 1:
        yield "there are several"
    for text in head.linked_data:
        data = json.loads(text)
        yield from _json_faults(NEWS_ARTICLE, data)
        if data.get("@id", head.canonical) != head.canonical:
            yield f"it is of {data['@id']}, and the page is {head.canonical}"


def _languages(site: Path, heads: dict[str, Head]) -> list[Verdict]:
    """Return for each page with other languages whether each of those leads back to it."""
    at: dict[str, str] = {}
    for page, head in heads.items():
        at[head.canonical or page] = page
    faults: dict[str, list[str]] = defaultdict(list)
    for page, head in heads.items():
        own = head.canonical or page
        if not head.alternates:
            continue
        faults[page] += [] if "x-default" in head.alternates else ["nothing is said for other languages"]
        aims = {tag: _aim(page, href) for tag, href in head.alternates.items()}
        faults[page] += [] if own in aims.values() else ["it does not name itself"]
        for tag, aim in aims.items():
            if aim not in at:
                faults[page].append(f"{aim} ({tag}) is not there")
            elif {_aim(at[aim], href) for href in heads[at[aim]].alternates.values()} != set(aims.values()):
                faults[page].append(f"{aim} ({tag}) does not lead back")
    return [Verdict(f"{site.name}/{page}", "hreflang", tuple(found)) for page, found in faults.items()]


def _aim(page: str, href: str) -> str:
    return href if "://" in href else posixpath.normpath(urljoin(page, href))


def _xml_faults(schema: str, data: bytes) -> Iterator[str]:
    grammar = _grammar(schema)
    if not grammar.validate(etree.fromstring(data)):
        yield from (f"line {error.line}: {error.message}" for error in grammar.error_log)


def _json_faults(schema: str, value: Any) -> Iterator[str]:
    for error in _validator(schema).iter_errors(value):
        yield f"{error.json_path}: {error.message}"


@cache
def _grammar(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_SCHEMAS / name))


@cache
def _validator(name: str) -> Draft202012Validator:
    schema = json.loads((_SCHEMAS / name).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _name(site: Path, path: Path) -> str:
    return f"{site.name}/{path.relative_to(site).as_posix()}"
