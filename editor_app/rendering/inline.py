"""Spans as HTML: marks become elements, and nothing else does."""

import re
from collections.abc import Callable
from itertools import groupby
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from editor_app.domain.addresses import ARTICLE_SCHEME, is_allowed_href, link_scheme
from editor_app.domain.document import Emphasis, Language, Link, Mark, Span, Spans, Strong
from editor_app.domain.languages import direction
from editor_app.rendering.languages import language_tag

ArticleAddress = Callable[[str], str | None]
Words = Callable[[Spans], Markup]

_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAK = Markup("<br>")
_HOST = re.compile(r"(?:[^\s/?#@]*@)?[\w.-]+(?::\d+)?")
# None of these may stand in an address; letters beyond ASCII may.
_ILLEGAL = re.compile(r'[\x00-\x20"<>\\^`{|}\[\]\x7f-\xa0]|%(?![0-9A-Fa-f]{2})')


def render_spans(spans: Spans, article_address: ArticleAddress) -> Markup:
    """Return the words of `spans` as HTML; `article_address` tells where an article is, if on the site."""
    return _render(list(spans), 0, article_address)


def whole_language(spans: Spans) -> str:
    """Return the tag of the one language that all words of `spans` are marked with, empty where none is."""
    tags = {_tag_of(span) for span in spans if span.text.strip()}
    tag = tags.pop() if len(tags) == 1 else ""
    return language_tag(tag) or ""


def without_language(spans: Spans) -> Spans:
    """Return `spans` without marks of language, for an element that says it for all of them."""
    return tuple(
        Span(span.text, tuple(mark for mark in span.marks if not isinstance(mark, Language)))
        for span in spans
    )


def language_of_element(tag: str) -> Markup:
    """Return the attributes of an element in the language of `tag`, each with a space before."""
    return Markup(' lang="{}" dir="{}"').format(tag, direction(tag)) if tag else Markup("")


def direction_of_element(spans: Spans) -> Markup:
    """Return the attribute that lets an element run as its first letters do, as the editor shows it.

    Only a text with letters that run from right to left needs it; it is of no marked language.
    """
    has_any = any(_RIGHT_TO_LEFT_LETTER.search(span.text) for span in spans)
    return Markup(' dir="auto"') if has_any else Markup("")


def page_href(href: str, article_address: ArticleAddress) -> str | None:
    """Return the address that a link to `href` has on the page, or None where it can be no link."""
    if not is_allowed_href(href):
        return None
    scheme = link_scheme(href)
    rest = href.partition(":")[2]
    if scheme == ARTICLE_SCHEME:
        return article_address(rest)
    if scheme in {"http", "https"}:
        return _web_address(href)
    if not rest.strip():
        return None
    return f"{scheme}:" + _quote(rest.replace(" ", "") if scheme == "tel" else rest)


def _web_address(href: str) -> str | None:
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if not _HOST.fullmatch(parts.netloc):
        return None
    path, query, fragment = (_quote(part) for part in (parts.path, parts.query, parts.fragment))
    fragment = fragment.replace("#", "%23")
    return parts._replace(path=path, query=query, fragment=fragment).geturl()


def _quote(text: str) -> str:
    return _ILLEGAL.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), text)


def _render(spans: list[Span], depth: int, article_address: ArticleAddress) -> Markup:
    """Render marks from `depth` inwards, one element around neighbours that share a mark."""
    result = Markup("")
    for mark, run in groupby(spans, key=lambda span: span.marks[depth : depth + 1]):
        inner = list(run)
        if mark:
            result += _wrap(mark[0], _render(inner, depth + 1, article_address), article_address)
        else:
            result += _text("".join(span.text for span in inner))
    return result


def _tag_of(span: Span) -> str:
    return next((mark.tag for mark in span.marks if isinstance(mark, Language)), "")


def _text(text: str) -> Markup:
    return _BREAK.join(escape(line) for line in text.split("\n"))


def _wrap(mark: Mark, inner: Markup, article_address: ArticleAddress) -> Markup:
    if isinstance(mark, Strong):
        return Markup("<strong>{}</strong>").format(inner)
    if isinstance(mark, Emphasis):
        return Markup("<em>{}</em>").format(inner)
    if isinstance(mark, Language):
        return _foreign(mark.tag, inner)
    return _link(mark, inner, article_address)


def _foreign(text: str, inner: Markup) -> Markup:
    tag = language_tag(text)
    if tag is None:
        return inner
    return Markup("<span{}>{}</span>").format(language_of_element(tag), inner)


def _link(link: Link, inner: Markup, article_address: ArticleAddress) -> Markup:
    href = page_href(link.href, article_address)
    # A link without words cannot be followed by those who hear the page.
    if href is None or not inner.striptags().strip():
        return inner
    return Markup('<a href="{}">{}</a>').format(href, inner)
