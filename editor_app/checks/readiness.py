"""What stands in the way of approval: the blocking rules of EDITORIAL_RULES that hold today."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from unicodedata import category

from msgspec import Struct

from editor_app.domain.addresses import is_allowed_href
from editor_app.domain.article import Article, Kind
from editor_app.domain.document import (
    Block,
    FactTitle,
    Figure,
    Heading,
    Link,
    Table,
    is_boxed,
    plain_text,
    spans_of,
)
from editor_app.domain.errors import EditorAppError
from editor_app.domain.image_details import ImageDetails, lacks_consent, lacks_legal_basis
from editor_app.domain.normalize import normalize
from editor_app.domain.quotes import QuoteApproval, quotes_in
from editor_app.domain.schedule import times_conflict
from editor_app.rendering.body import FACT_TITLE_LEVEL
from editor_app.translation import _

KINDS_WITH_LEAD = frozenset({Kind.NEWS, Kind.PRESS_RELEASE})


class Finding(Struct, frozen=True):
    """What `rule` found: `message` in the interface language, `block` the place in the body.

    `block` is an index into the blocks of the normalised body, None where it is about no block.
    """

    rule: str
    message: str
    block: int | None = None


class NotReady(EditorAppError):
    """The article cannot be approved; `findings` says what is missing."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(finding.rule for finding in findings))
        self.findings = findings


# "https://name:word@host": no standard allows it on a page, and it gives a password away.
_PASSWORD = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)

Blocks = tuple[Block, ...]
Found = Iterator[int | None]


def find_obstacles(article: Article, images: Mapping[str, ImageDetails], today: date) -> tuple[Finding, ...]:
    """Return what has to be mended before `article` can be approved, in the order of the rules.

    `images` is what is noted about its images, by id; `today` is the day in Sweden.
    """
    blocks = normalize(article.body).blocks
    of_words = (
        Finding(rule, message(), block) for rule, find, message in RULES for block in find(article, blocks)
    )
    of_images = (
        Finding(rule, message(), block)
        for rule, is_wrong, message in IMAGE_RULES
        for block, figure in _placed_figures(article, blocks)
        if figure.image_id in images and is_wrong(images[figure.image_id], today)
    )
    return (*of_words, *of_images)


def unapproved_quotes(article: Article, approvals: Iterable[QuoteApproval]) -> tuple[Finding, ...]:
    """Return a finding for each quote whose words none of `approvals` covers."""
    return tuple(
        Finding("A01", _("The quote has not been approved"), quote.block)
        for quote in quotes_in(article.body, approvals)
        if quote.approval is None
    )


def require_ready(
    article: Article,
    images: Mapping[str, ImageDetails],
    today: date,
    quote_approvals: Iterable[QuoteApproval] | None = None,
) -> None:
    """Raise NotReady where something stands in the way of approval; see `find_obstacles`.

    Where `quote_approvals` are given, they have to cover every quote.
    """
    unapproved = () if quote_approvals is None else unapproved_quotes(article, quote_approvals)
    findings = (*find_obstacles(article, images, today), *unapproved)
    if findings:
        raise NotReady(findings)


def _title_missing(article: Article, _blocks: Blocks) -> Found:
    if _is_blank(article.title):
        yield None


def _lead_missing(article: Article, _blocks: Blocks) -> Found:
    if article.kind in KINDS_WITH_LEAD and _is_blank(article.lead):
        yield None


def _language_missing(article: Article, _blocks: Blocks) -> Found:
    if not article.language.strip():
        yield None


def _category_missing(article: Article, _blocks: Blocks) -> Found:
    if article.category_id is None:
        yield None


def _times_conflict(article: Article, _blocks: Blocks) -> Found:
    if times_conflict(article):
        yield None


def _heading_empty(_article: Article, blocks: Blocks) -> Found:
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and _is_blank(plain_text(block)):
            yield index


def _heading_level_skipped(_article: Article, blocks: Blocks) -> Found:
    outside, inside = 1, FACT_TITLE_LEVEL
    for index, block in enumerate(blocks):
        if isinstance(block, FactTitle):
            inside = FACT_TITLE_LEVEL
        elif isinstance(block, Heading) and block.boxed:
            # The page shows the headings of a box below its title.
            level = max(block.level, FACT_TITLE_LEVEL + 1)
            if level > inside + 1:
                yield index
            inside = level
        elif isinstance(block, Heading):
            if block.level > outside + 1:
                yield index
            outside = block.level


def _fact_box_incomplete(_article: Article, blocks: Blocks) -> Found:
    for index, block in enumerate(blocks):
        if not isinstance(block, FactTitle):
            continue
        content = _box_content(blocks, index)
        if _is_blank(plain_text(block)) or all(_is_blank(plain_text(inside)) for inside in content):
            yield index


def _box_content(blocks: Blocks, title: int) -> Iterator[Block]:
    for block in blocks[title + 1 :]:
        if not is_boxed(block):
            return
        yield block


def _link_broken(_article: Article, blocks: Blocks) -> Found:
    for index, block in enumerate(blocks):
        links = (mark for span in spans_of(block) for mark in span.marks if isinstance(mark, Link))
        if not all(_leads_somewhere(link.href) for link in links):
            yield index


def _leads_somewhere(href: str) -> bool:
    return is_allowed_href(href) and bool(href.partition(":")[2].strip("/")) and not _PASSWORD.match(href)


def _header_cells_missing(_article: Article, blocks: Blocks) -> Found:
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and not block.header_row and not block.header_column:
            yield index


def _is_blank(text: str) -> bool:
    """Tell whether there is nothing to see or to hear in `text`: spaces and signs without a shape."""
    return all(category(sign)[0] in "ZC" for sign in text)


def _alt_missing(article: Article, blocks: Blocks) -> Found:
    for index, figure in _placed_figures(article, blocks):
        if _says_nothing(figure):
            yield index


def _placed_figures(article: Article, blocks: Blocks) -> Iterator[tuple[int | None, Figure]]:
    if article.hero is not None:
        yield None, article.hero
    for index, block in enumerate(blocks):
        if isinstance(block, Figure):
            yield index, block


def _says_nothing(figure: Figure) -> bool:
    return not figure.decorative and _is_blank(figure.alt)


# Messages are made when they are read, in the language that the interface speaks then.
RULES: tuple[tuple[str, Callable[[Article, Blocks], Found], Callable[[], str]], ...] = (
    ("S01", _title_missing, lambda: _("The headline is missing")),
    ("S04", _lead_missing, lambda: _("The lead is missing")),
    ("S15", _language_missing, lambda: _("The language is not set")),
    ("S14", _category_missing, lambda: _("Choose a category")),
    ("D06", _times_conflict, lambda: _("The times conflict")),
    ("S08", _heading_empty, lambda: _("The heading is empty")),
    ("S07", _heading_level_skipped, lambda: _("A heading level is skipped")),
    ("S12", _fact_box_incomplete, lambda: _("The fact box is incomplete")),
    ("S18", _header_cells_missing, lambda: _("The table has no header row")),
    ("L05", _link_broken, lambda: _("The link does not work for the public")),
    ("I01", _alt_missing, lambda: _("Alt text is missing")),
)

IMAGE_RULES: tuple[tuple[str, Callable[[ImageDetails, date], bool], Callable[[], str]], ...] = (
    ("I04", lambda image, _today: lacks_legal_basis(image), lambda: _("The image has no legal basis")),
    ("I05", lacks_consent, lambda: _("The consent does not apply")),
)
