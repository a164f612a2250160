"""Structure: how the headings, paragraphs, lists, boxes and tables of the body hang together."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, takewhile

import msgspec

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, ReplaceBlocks, Severity
from editor_app.checks.passages import SPEECH_DASH, Passage, TextKind
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.rules.quotes import SAYS
from editor_app.checks.sources import WEB_CONTENT, WEB_GUIDE
from editor_app.checks.swedish.words import is_blank
from editor_app.domain.document import (
    HEADING_LEVELS,
    Block,
    FactTitle,
    Heading,
    ListItem,
    Mark,
    Paragraph,
    Span,
    Spans,
    Strong,
    Table,
    is_boxed,
    plain_text,
)
from editor_app.rendering.body import FACT_TITLE_LEVEL
from editor_app.translation import N_

LONG_PARAGRAPH = 450
MOST_PARAGRAPHS_IN_A_ROW = 4
LONGEST_HEADING = 80


def _at(index: int) -> Place:
    return Place(Part.BODY, index)


def _heading_levels(read: ReadArticle, _context: Context) -> Finds:
    outside, inside = 1, FACT_TITLE_LEVEL
    for index, block in enumerate(read.body.blocks):
        if isinstance(block, FactTitle):
            inside = FACT_TITLE_LEVEL
        elif isinstance(block, Heading) and block.boxed:
            # The page shows the headings of a box below its title.
            level = max(block.level, FACT_TITLE_LEVEL + 1)
            if level > inside + 1:
                yield _at(index), _relevelled(block, inside + 1)
            inside = level
        elif isinstance(block, Heading):
            if block.level > outside + 1:
                yield _at(index), _relevelled(block, outside + 1)
            outside = block.level


def _relevelled(heading: Heading, level: int) -> Found:
    if level not in HEADING_LEVELS:
        return WHOLE
    return Found(0, 0, fix=ReplaceBlocks((msgspec.structs.replace(heading, level=level),)))


def _heading_without_text(read: ReadArticle, _context: Context) -> Finds:
    blocks = read.body.blocks
    for index, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        if is_blank(plain_text(block)):
            yield _at(index), Found(0, 0, fix=ReplaceBlocks(()), severity=Severity.BLOCKS)
        elif _ends_here(block, blocks[index + 1 : index + 2]):
            yield _at(index), Found(0, 0, wording=NOTHING_BELOW)


NOTHING_BELOW = N_("There is nothing under the heading")


def _ends_here(heading: Heading, after: Sequence[Block]) -> bool:
    """Tell whether nothing of the heading's own follows; a heading below it is something."""
    if not after:
        return True
    following = after[0]
    if isinstance(following, Heading) and following.boxed == heading.boxed:
        return following.level <= heading.level
    return heading.boxed and not is_boxed(following)


_END_MARK = re.compile(r"[.!?:…]\s*$")


def _bold_as_heading(read: ReadArticle, _context: Context) -> Finds:
    level = HEADING_LEVELS[0]
    for index, block in enumerate(read.body.blocks):
        if isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Paragraph) and _looks_like_heading(block):
            spans = tuple(Span(span.text, _without_bold(span)) for span in block.spans)
            yield _at(index), Found(0, 0, fix=ReplaceBlocks((Heading(level, spans, block.boxed),)))


def _looks_like_heading(paragraph: Paragraph) -> bool:
    text = plain_text(paragraph)
    is_bold = all(Strong() in span.marks or is_blank(span.text) for span in paragraph.spans)
    return is_bold and not is_blank(text) and len(text) <= LONGEST_HEADING and not _END_MARK.search(text)


def _without_bold(span: Span) -> tuple[Mark, ...]:
    return tuple(mark for mark in span.marks if mark != Strong())


def _no_subheading(read: ReadArticle, _context: Context) -> Finds:
    run: list[int] = []
    for index, block in enumerate(read.body.blocks):
        if isinstance(block, Heading):
            run = []
        elif isinstance(block, Paragraph) and not block.boxed and _is_prose(plain_text(block)):
            run.append(index)
            if len(run) == MOST_PARAGRAPHS_IN_A_ROW + 1:
                yield _at(index), WHOLE


@lru_cache(4096)
def _is_prose(text: str) -> bool:
    """Tell a paragraph from a line of speech, and from one such as "Plats: Stadshuset"."""
    return _END_MARK.search(text) is not None and _SPOKEN.match(text) is None


def _long_paragraph(passage: Passage, _context: Context) -> Iterator[Found]:
    if len(passage.text) > LONG_PARAGRAPH:
        yield Found(0, len(passage.text))


def _fact_box_incomplete(read: ReadArticle, _context: Context) -> Finds:
    blocks = read.body.blocks
    for index, block in enumerate(blocks):
        if isinstance(block, FactTitle):
            content = takewhile(is_boxed, blocks[index + 1 :])
            if is_blank(plain_text(block)) or all(is_blank(plain_text(inside)) for inside in content):
                yield _at(index), WHOLE


_ITEM = re.compile(r"(?P<bullet>[-•·▪*]\s+)|(?P<number>\d{1,2}[.)]\s+)")


def _typed_list(read: ReadArticle, _context: Context) -> Finds:
    numbered = enumerate(read.body.blocks)
    for sign, members in groupby(numbered, key=lambda pair: _list_sign(pair[1])):
        items = list(members)
        if sign and len(items) > 1 and not _is_talk([block for _index, block in items]):
            blocks = tuple(_item(block) for _index, block in items if isinstance(block, Paragraph))
            yield _at(items[0][0]), Found(0, 0, fix=ReplaceBlocks(blocks, len(items)))


def _is_talk(items: Sequence[Block]) -> bool:
    """Tell whether the paragraphs are what people say one after the other, each with its dash."""
    texts = [plain_text(item) for item in items]
    return all(map(_SPOKEN.match, texts)) and any(map(SAYS.search, texts))


_SPOKEN = re.compile(SPEECH_DASH)


def _list_sign(block: Block) -> str | None:
    """Return which sign of a list the paragraph begins with, None where it begins with none."""
    match = _ITEM.match(plain_text(block)) if isinstance(block, Paragraph) else None
    return match and match.lastgroup


def _item(paragraph: Paragraph) -> ListItem:
    match = _ITEM.match(plain_text(paragraph))
    length = match.end() if match else 0
    return ListItem(
        ordered=_list_sign(paragraph) == "number",
        spans=_shortened(paragraph.spans, length),
        boxed=paragraph.boxed,
    )


def _shortened(spans: Spans, length: int) -> Spans:
    """Return `spans` without their first `length` code points."""
    kept = []
    for span in spans:
        if length < len(span.text):
            kept.append(Span(span.text[length:], span.marks))
        length = max(0, length - len(span.text))
    return tuple(kept)


def _no_header_cells(read: ReadArticle, _context: Context) -> Finds:
    for index, block in enumerate(read.body.blocks):
        if isinstance(block, Table) and not block.header_row and not block.header_column:
            yield (
                _at(index),
                Found(0, 0, fix=ReplaceBlocks((msgspec.structs.replace(block, header_row=True),))),
            )


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "S07",
        Severity.BLOCKS,
        N_("A heading level is skipped"),
        N_("Screen readers tell the level, and a gap sounds as if something were missing; take the next."),
        f"{WEB_CONTENT}, 1.3.1",
        find=_heading_levels,
    ),
    ArticleRule(
        "S08",
        Severity.WARNS,
        N_("The heading is empty"),
        N_("Readers who go from heading to heading find nothing; write the text, or take the heading out."),
        f"{WEB_CONTENT}, 2.4.6",
        is_safe=True,
        find=_heading_without_text,
    ),
    ArticleRule(
        "S09",
        Severity.WARNS,
        N_("Bold is used as a heading"),
        N_("Screen readers do not find it among the headings; make it one."),
        f"{WEB_CONTENT}, 1.3.1",
        style=True,
        find=_bold_as_heading,
    ),
    ArticleRule(
        "S10",
        Severity.HINTS,
        N_("Add a subheading"),
        N_("Many paragraphs in a row are hard to find one's way in; a subheading tells what comes."),
        WEB_GUIDE,
        style=True,
        find=_no_subheading,
    ),
    PassageRule(
        "S11",
        Severity.HINTS,
        N_("Split the paragraph"),
        N_("On a phone it fills the screen; one thought, one paragraph."),
        WEB_GUIDE,
        style=True,
        swedish=False,
        kinds=frozenset({TextKind.PARAGRAPH}),
        find=_long_paragraph,
    ),
    ArticleRule(
        "S12",
        Severity.BLOCKS,
        N_("The fact box is incomplete"),
        N_("A box has a title and something in it; write what is missing, or take the box out."),
        f"{WEB_CONTENT}, 1.3.1",
        find=_fact_box_incomplete,
    ),
    ArticleRule(
        "S17",
        Severity.WARNS,
        N_("Make it a list"),
        N_("Typed signs are read as signs; as a list screen readers tell how many items there are."),
        f"{WEB_CONTENT}, 1.3.1",
        style=True,
        find=_typed_list,
    ),
    ArticleRule(
        "S18",
        Severity.BLOCKS,
        N_("The table has no header row"),
        N_("Read aloud, a cell says nothing without its heading; let the first row or column be one."),
        f"{WEB_CONTENT}, 1.3.1",
        find=_no_header_cells,
    ),
)
