"""A web page that was saved from a browser, as the pieces of a document."""

import re
from codecs import lookup
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from editor_app.domain.document import Span
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.intake.account import Account, Omission
from editor_app.intake.dates import read_date
from editor_app.intake.html.reading import read_html
from editor_app.intake.html_pieces import images_of, pieces_of
from editor_app.intake.pieces import Piece, Role, SourceText, Stated, text_piece
from editor_app.intake.text_files import TooLarge

# Browsers put styles and small images into the page.
SIZE_LIMIT = 20 * 1024 * 1024
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_BEGINNING = 4096
_MAIN = ("main", "[role=main]", "#main-content", "#main", "#content", "article")
_FURNITURE = "body > header, body > footer, nav, footer, [role=navigation], [role=banner], [role=contentinfo]"
_LEAD_CLASS = re.compile(r"(?:^|[\s_-])(?:ingress|lead|preamble|intro)(?:$|[\s_-])", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s+[|–—»·-]\s+")
_DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop=datePublished], meta[name='dcterms.issued'], meta[name='DC.date.issued']", "content"),
    ("time[datetime]", "datetime"),
)


def read_web_page(data: bytes, path: Path) -> SourceText:
    """Return what the page in `data`, which came from `path`, says; raises TooLarge.

    Its main part is the text; menus, head and foot are left out, and noted.
    """
    if len(data) > SIZE_LIMIT:
        raise TooLarge(path, SIZE_LIMIT)
    tree = LexborHTMLParser(_decode(data))
    account = Account()
    main = _main_part(tree)
    _note_furniture(tree, account)
    stated = Stated(
        publish_at=_published(tree, main), category_name=_meta(tree, "meta[property='article:section']")
    )
    title = _take_title(tree, main)
    lead = _take_lead(tree, main)
    read = read_html(main.html or "")
    head = [
        text_piece((Span(words),), role) for words, role in ((title, Role.TITLE), (lead, Role.LEAD)) if words
    ]
    pieces: tuple[Piece, ...] = (*head, *pieces_of(read, account))
    return SourceText(pieces, images_of(read), account.all(), stated=stated)


def _decode(data: bytes) -> str:
    """No page in another encoding is UTF-8 by chance, so what it says of itself comes second."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_BEGINNING])
        return data.decode(_known(declared[1].decode("ascii")) if declared else "cp1252", errors="replace")


def _known(encoding: str) -> str:
    try:
        name = lookup(encoding).name
    except LookupError:
        return "cp1252"
    # What calls itself Latin-1 on the web is Windows-1252; a page in UTF-8 would have been read.
    return "cp1252" if name in {"iso8859-1", "ascii", "utf-8"} else name


def _main_part(tree: LexborHTMLParser) -> LexborNode:
    for selector in _MAIN:
        found = tree.css(selector)
        if len(found) == 1:
            return found[0]
    return _densest(tree) or tree.body or tree.root or tree.css("*")[0]


def _densest(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the element that holds most of the paragraphs by itself, where one does."""
    lengths: dict[int, int] = {}
    parents: dict[int, LexborNode] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None:
            lengths[parent.mem_id] = lengths.get(parent.mem_id, 0) + len(paragraph.text().strip())
            parents[parent.mem_id] = parent
    if not lengths:
        return None
    best = max(lengths, key=lengths.__getitem__)
    place = parents[best]
    # The title mostly stands beside the text, not in it.
    above = place.parent
    has_title = place.css_first("h1") is not None or above is None or above.css_first("h1") is None
    return place if has_title else above


def _note_furniture(tree: LexborHTMLParser, account: Account) -> None:
    for node in tree.css(_FURNITURE):
        words = node.text(separator=" ").strip()
        if words:
            account.leave_out(Omission.PAGE_PARTS, words)


def _take_title(tree: LexborHTMLParser, main: LexborNode) -> str:
    heading = main.css_first("h1") or tree.css_first("h1")
    if heading is not None:
        words = _words(heading)
        heading.decompose()
        if words:
            return words
    named = _meta(tree, "meta[property='og:title']")
    title = tree.css_first("title")
    return named or (_SITE_NAME.split(_words(title))[0] if title is not None else "")


def _take_lead(tree: LexborHTMLParser, main: LexborNode) -> str:
    """Take the paragraph that is marked as the lead, or that the page is described with."""
    described = _meta(tree, "meta[name=description]")
    for node in _first_paragraphs(main):
        marked = _LEAD_CLASS.search(node.attributes.get("class") or "") is not None
        words = _words(node)
        if words and (marked or words == described):
            node.decompose()
            return words
    return ""


def _first_paragraphs(main: LexborNode) -> Iterator[LexborNode]:
    """Yield what may be the lead: marked elements without parts, and the first paragraph."""
    paragraphs = main.css("p")
    yield from (
        node
        for node in main.css("[class]")
        if _LEAD_CLASS.search(node.attributes.get("class") or "") and len(node.css("p, h2, ul")) <= 1
    )
    yield from paragraphs[:1]


def _published(tree: LexborHTMLParser, main: LexborNode) -> date | datetime | None:
    for selector, attribute in _DATES:
        node = main.css_first(selector) or tree.css_first(selector)
        value = "" if node is None else (node.attributes.get(attribute) or "")
        moment = _moment(value)
        if moment is not None:
            return moment
    return None


def _moment(value: str) -> date | datetime | None:
    """Return a date, or the time by the clock on the wall in Sweden."""
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        day = read_date(value)
        return None if day is None else day.value
    if len(value.strip()) <= len("2026-05-03"):
        return moment.date()
    return moment.astimezone(TIME_ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def _meta(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return "" if node is None else " ".join((node.attributes.get("content") or "").split())


def _words(node: LexborNode) -> str:
    return " ".join(node.text(separator="").split())
