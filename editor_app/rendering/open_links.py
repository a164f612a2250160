"""Links in an article's own part of its page whose ends are known only when the page is made.

What they lead to may move or leave the website without a change of the article's own words.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from markupsafe import Markup

from editor_app.domain.addresses import ARTICLE_SCHEME
from editor_app.domain.live_text import OpenLink
from editor_app.rendering.plain import escaped

SECTION = "section"
CONTACT = "contact"
# No text has these characters: `normalize_text` takes them away.
_START, _END = "\x02", "\x03"
_OPEN = re.compile(f'<a [^<>]*href="({_START}([a-z]+):([^"<>]*){_END})"[^<>]*>(.*?)</a>'.encode(), re.DOTALL)
_ID = re.compile(r"[\w-]+")


class Addresses(Protocol):
    """Where the page of the article, section or contact with an id is on the site, None where none is."""

    def address(self, article_id: str, /) -> str | None: ...
    def section_address(self, section_id: str, /) -> str | None: ...
    def contact_address(self, contact_id: str, /) -> str | None: ...


def open_article(article_id: str) -> str | None:
    """Return what stands for the address of an article; None for what is no id of one."""
    return _open(ARTICLE_SCHEME, article_id) if _ID.fullmatch(article_id) else None


def open_section(section_id: str) -> str:
    """Return what stands for the address of a section."""
    return _open(SECTION, section_id)


def open_contact(contact_id: str) -> str:
    """Return what stands for the address of the page of a contact."""
    return _open(CONTACT, contact_id)


def find_open_links(html: bytes) -> Iterator[OpenLink]:
    """Yield the open links in `html`, UTF-8, in their order."""
    mark, done = _START.encode(), 0
    while (at := html.find(mark, done)) >= 0:
        begin = html.rfind(b"<a ", done, at)
        found = _OPEN.match(html, begin) if begin >= 0 else None
        if found is None:
            # Somebody's template has the address elsewhere than in a link.
            done = at + 1
        else:
            yield OpenLink(
                found[2].decode(), found[3].decode(), *found.span(), *found.span(1), *found.span(4)
            )
            done = found.end()


def close_links(html: str, site: Addresses, link: Callable[[str], str]) -> Markup:
    """Return `html` with its open links leading on; the words of those that lead nowhere stay.

    `link` gives the address of a path on the site, seen from the page.
    """
    if _START not in html:
        return Markup(html)
    data = html.encode()
    return Markup(close_found(data, find_open_links(data), site, link).decode())


def close_found(
    html: bytes,
    links: Iterable[OpenLink],
    site: Addresses,
    link: Callable[[str], str],
    within: tuple[int, int] | None = None,
) -> bytes:
    """Return the same of `html`, UTF-8, in which `links` were found; of all of it, or `within` two bytes."""
    done, last = within or (0, len(html))
    paths = {SECTION: site.section_address, CONTACT: site.contact_address}
    parts: list[bytes] = []
    for one in links:
        if not done <= one.begin < last:
            continue
        path = paths.get(one.kind, site.address)(one.target_id)
        if path is None:
            parts += html[done : one.begin], html[one.words : one.words_end]
        else:
            parts += html[done : one.mark], escaped(link(path)).encode(), html[one.mark_end : one.end]
        done = one.end
    return b"".join((*parts, html[done:last]))


def _open(kind: str, id_: str) -> str:
    return f"{_START}{kind}:{id_}{_END}"
