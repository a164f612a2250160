"""Links in an article's own part of its page whose ends are known only when the page is made.

What they lead to may move or leave the website without a change of the article's own words.
"""

import re
from collections.abc import Callable

from markupsafe import Markup

from editor_app.domain.addresses import ARTICLE_SCHEME

SECTION = "section"
# No text has these characters: `normalize_text` takes them away.
_START, _END = "\x02", "\x03"
_OPEN = re.compile(f'<a ([^<>]*)href="{_START}([a-z]+):([^"<>]*){_END}"([^<>]*)>(.*?)</a>', re.DOTALL)
_ID = re.compile(r"[\w-]+")

# Where the page of the article or section with that id is, None where there is none.
Address = Callable[[str], str | None]


def open_article(article_id: str) -> str | None:
    """Return what stands for the address of an article; None for what is no id of one."""
    return _open(ARTICLE_SCHEME, article_id) if _ID.fullmatch(article_id) else None


def open_section(section_id: str) -> str:
    """Return what stands for the address of a section."""
    return _open(SECTION, section_id)


def close_links(html: str, article: Address, section: Address) -> Markup:
    """Return `html` with its open links leading on; the words of those that lead nowhere stay."""
    if _START not in html:
        return Markup(html)

    def close(found: re.Match[str]) -> str:
        before, kind, id_, after, words = found.groups()
        href = (section if kind == SECTION else article)(id_)
        return words if href is None else f'<a {before}href="{Markup.escape(href)}"{after}>{words}</a>'

    return Markup(_OPEN.sub(close, html))


def _open(kind: str, id_: str) -> str:
    return f"{_START}{kind}:{id_}{_END}"
