"""What each kind of block allows, as one table."""

from collections.abc import Mapping
from dataclasses import dataclass

from editor_app.domain.document import (
    Block,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Strong,
    Table,
)

# The order in which marks nest, outermost first.
MARK_ORDER: tuple[type[Mark], ...] = (Link, Language, Strong, Emphasis)


@dataclass(frozen=True)
class BlockSpec:
    """What one kind of block allows.

    `marks` may stand on its text, `next_kind` follows it on Enter at its end, `may_be_boxed` tells
    whether a fact box can hold it, `line_breaks` whether its text may hold newlines, and
    `keeps_blank` whether the block is kept when it has no words.
    """

    marks: frozenset[type[Mark]]
    next_kind: type[Block]
    may_be_boxed: bool
    line_breaks: bool
    keeps_blank: bool


ALL_MARKS: frozenset[type[Mark]] = frozenset(MARK_ORDER)
TITLE_MARKS: frozenset[type[Mark]] = frozenset({Language, Emphasis})

BLOCK_SPECS: Mapping[type[Block], BlockSpec] = {
    Paragraph: BlockSpec(ALL_MARKS, Paragraph, may_be_boxed=True, line_breaks=True, keeps_blank=False),
    Heading: BlockSpec(TITLE_MARKS, Paragraph, may_be_boxed=True, line_breaks=False, keeps_blank=True),
    Quote: BlockSpec(ALL_MARKS, Paragraph, may_be_boxed=True, line_breaks=True, keeps_blank=True),
    ListItem: BlockSpec(ALL_MARKS, ListItem, may_be_boxed=True, line_breaks=True, keeps_blank=True),
    FactTitle: BlockSpec(TITLE_MARKS, Paragraph, may_be_boxed=False, line_breaks=False, keeps_blank=True),
    Figure: BlockSpec(frozenset(), Paragraph, may_be_boxed=False, line_breaks=False, keeps_blank=True),
    Table: BlockSpec(ALL_MARKS, Paragraph, may_be_boxed=False, line_breaks=True, keeps_blank=True),
}
