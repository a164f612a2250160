"""Links in an article's own part of its page whose ends are known only when the page is made.

What they lead to may move or leave the website without a change of the article's own words.
"""

import re
from collections.abc import Callable
from typing import Protocol

from markupsafe import Markup

from editor_app.domain.addresses import ARTICLE_SCHEME

SECTION = "section"
CONTACT = "contact"
# No text has these characters: `normalize_text` takes them away.
_START, _END = "\x02", "\x03"
_OPEN = re.compile(f'<a ([^<>]*)href="{_START}([a-z]+):([^"<>]*){_END}"([^<>]*)>(.*?)</a>', re.DOTALL)
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


def close_links(html: str, site: Addresses, link: Callable[[str], str]) -> Markup:
    """Return `html` with its open links leading on; the words of those that lead nowhere stay.

    `link` gives the address of a path on the site, seen from the page.
    """
    if _START not in html:
        return Markup(html)
    paths = {SECTION: site.section_address, CONTACT: site.contact_address}

    def close(found: re.Match[str]) -> str:
        before, kind, id_, after, words = found.groups()
        path = paths.get(kind, site.address)(id_)
        return words if path is None else f'<a {before}href="{Markup.escape(link(path))}"{after}>{words}</a>'

    parts, done = [], 0
    while (mark := html.find(_START, done)) >= 0:
        begin = html.rfind("<a ", done, mark)
        found = _OPEN.match(html, begin) if begin >= 0 else None
        if found is None:
            # Somebody's template has the address elsewhere than in a link.
            parts.append(html[done : mark + 1])
            done = mark + 1
        else:
            parts += html[done:begin], close(found)
            done = found.end()
    return Markup("".join((*parts, html[done:])))


def _open(kind: str, id_: str) -> str:
    return f"{_START}{kind}:{id_}{_END}"
