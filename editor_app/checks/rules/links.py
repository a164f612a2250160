"""Links: that their words say where they lead, and that they lead there for everybody."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from editor_app.checks.context import Context
from editor_app.checks.findings import Place, ReplaceText, Severity
from editor_app.checks.passages import Passage, PlacedPassage
from editor_app.checks.rule import ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import WEB_CONTENT
from editor_app.checks.swedish.words import is_blank
from editor_app.domain.addresses import ARTICLE_SCHEME, is_allowed_href, link_scheme
from editor_app.domain.contact_details import format_phone, tel_href
from editor_app.domain.document import Link
from editor_app.translation import N_

ROOM_BEHIND = 30
_SIZE = re.compile(r"\d\s?(?:[kKMG]i?B|[kmg]b|byte)\b|\d\ssid(?:a|or)\b")
_FILE = re.compile(r"\.(?P<format>pdf|docx?|xlsx?|pptx?|odt|ods|odp|csv|zip|rtf|txt)$", re.IGNORECASE)
# "https://name:word@host": no standard allows it on a page, and it gives a password away.
_PASSWORD = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)
_INSIDE_ONLY = re.compile(
    r"(?:\.|^)(?:local|localhost|lan|intra|intranät|intranet|internal|corp|home)$", re.IGNORECASE
)


def _links(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield where each link begins and ends, and where it leads; its words may differ in other marks."""
    start, end, href = 0, 0, ""
    for run in passage.runs:
        here = next((mark.href for mark in run.marks if isinstance(mark, Link)), "")
        if here != href and href:
            yield start, end, href
        if here != href:
            start = run.start
        end, href = run.end, here
    if href:
        yield start, end, href


def _says_nothing(passage: Passage, context: Context) -> Iterator[Found]:
    for start, end, _href in _links(passage):
        words = passage.text[start:end].strip(" \u00a0.:!>»→").casefold()
        if words in context.words.empty_link_texts or is_blank(words):
            yield Found(start, end)


_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:se|com|nu|org|eu|net)/\S*", re.IGNORECASE
)


def _is_an_address(passage: Passage, _context: Context) -> Iterator[Found]:
    for start, end, href in _links(passage):
        if link_scheme(href) in {"http", "https"} and _ADDRESS.fullmatch(passage.text[start:end].strip()):
            yield Found(start, end)


def _two_ways(read: ReadArticle, _context: Context) -> Finds:
    targets: dict[str, str] = {}
    for placed in read.passages:
        for start, end, href in _links(placed.passage):
            words = " ".join(placed.passage.text[start:end].split()).casefold()
            if targets.setdefault(words, href) != href:
                yield placed.within(start, end), Found(start, end)


def _file_unnamed(passage: Passage, _context: Context) -> Iterator[Found]:
    for start, end, href in _links(passage):
        match = _FILE.search(urlsplit(href).path) if link_scheme(href) in {"http", "https"} else None
        if match is None:
            continue
        kind, words = match["format"].lower(), passage.text[start:end]
        # What is said of the file may stand right behind the link.
        beside = words + passage.text[end : end + ROOM_BEHIND]
        if kind not in beside.casefold():
            yield Found(start, end, fix=ReplaceText(f"{words.rstrip()} ({kind})"))
        elif not _SIZE.search(beside):
            # Only the writer can see how large it is.
            yield Found(start, end)


def _broken(passage: Passage, _context: Context) -> Iterator[Found]:
    for start, end, href in _links(passage):
        if not _leads_somewhere(href):
            yield Found(start, end)


def _leads_somewhere(href: str) -> bool:
    if not is_allowed_href(href) or not href.partition(":")[2].strip("/") or _PASSWORD.match(href):
        return False
    return link_scheme(href) not in {"http", "https"} or _is_public(href)


def _is_public(href: str) -> bool:
    """Tell whether the host is one that is there for everybody, as far as its name tells."""
    try:
        host = urlsplit(href).hostname or ""
    except ValueError:
        return False
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not _INSIDE_ONLY.search(host)


def _not_what_it_says(passage: Passage, _context: Context) -> Iterator[Found]:
    for start, end, href in _links(passage):
        words, target = passage.text[start:end].strip(), unquote(href.partition(":")[2]).partition("?")[0]
        scheme = link_scheme(href)
        if scheme == "tel" and (dialled := tel_href(words)) and dialled != (tel_href(target) or href):
            yield Found(start, end, fix=ReplaceText(format_phone(target)))
        if scheme == "mailto" and "@" in words and words.casefold() != target.casefold():
            yield Found(start, end, fix=ReplaceText(target))


def _not_on_the_site(read: ReadArticle, context: Context) -> Finds:
    if context.live_ids is None:
        return
    for placed in read.passages:
        for start, end, href in _links(placed.passage):
            if link_scheme(href) == ARTICLE_SCHEME and href.partition(":")[2] not in context.live_ids:
                yield _placed(placed, start, end)


def _placed(placed: PlacedPassage, start: int, end: int) -> tuple[Place, Found]:
    return placed.within(start, end), Found(start, end)


RULES: tuple[Rule, ...] = (
    PassageRule(
        "L01",
        Severity.BLOCKS,
        N_("The link text does not say where it leads"),
        N_("Screen readers list the links without the text around; let the words name what is behind."),
        f"{WEB_CONTENT}, 2.4.4",
        swedish=False,
        find=_says_nothing,
    ),
    PassageRule(
        "L02",
        Severity.WARNS,
        N_("Write words instead of an address"),
        N_("An address is spelt out sign by sign when read aloud; say what is there."),
        f"{WEB_CONTENT}, 2.4.4",
        swedish=False,
        find=_is_an_address,
    ),
    ArticleRule(
        "L03",
        Severity.WARNS,
        N_("The same link text leads to different targets"),
        N_("In a list of links nobody can tell them apart; let each say what it leads to."),
        f"{WEB_CONTENT}, 2.4.4",
        find=_two_ways,
    ),
    PassageRule(
        "L04",
        Severity.WARNS,
        N_("State the format and the size"),
        N_("Whoever is on a phone wants to know that a file comes, and how large it is; say so in the link."),
        "WCAG 2.2, G201",
        is_safe=True,
        swedish=False,
        find=_file_unnamed,
    ),
    PassageRule(
        "L05",
        Severity.BLOCKS,
        N_("The link does not work for the public"),
        N_("It is empty, or leads to a place that only colleagues reach; find the public address."),
        f"{WEB_CONTENT}, 2.4.4",
        swedish=False,
        find=_broken,
    ),
    PassageRule(
        "L06",
        Severity.BLOCKS,
        N_("The link and its text differ"),
        N_("Who reads one number and dials another ends up with the wrong person; let them be the same."),
        f"{WEB_CONTENT}, 2.5.3",
        swedish=False,
        find=_not_what_it_says,
    ),
    ArticleRule(
        "L07",
        Severity.BLOCKS,
        N_("The linked article is not published"),
        N_("The link would lead nowhere; publish that article first, or take the link out."),
        f"{WEB_CONTENT}, 2.4.4",
        find=_not_on_the_site,
    ),
)
