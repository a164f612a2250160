"""What kind of block a QTextBlock is, kept in custom properties of its format so that undo covers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextFormat

from editor_app.domain.document import (
    HEADING_LEVELS,
    LIST_LEVELS,
    Block,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Spans,
    Table,
    TextBlock,
    is_boxed,
)
from ui.theme.spacing import XL, XS, L, M, S

BlockKind: TypeAlias = type[Paragraph | Heading | Quote | ListItem | FactTitle | Figure | Table]

_KIND = QTextFormat.Property.UserProperty.value + 1
_LEVEL = QTextFormat.Property.UserProperty.value + 2
_ORDERED = QTextFormat.Property.UserProperty.value + 3
_BOXED = QTextFormat.Property.UserProperty.value + 4
# The number of an item whose list is not all there, as where unchanged items are folded.
GIVEN_NUMBER = QTextFormat.Property.UserProperty.value + 5

# Paragraph is 0, which is also what a format without the property answers.
_KINDS: tuple[BlockKind, ...] = (Paragraph, Heading, Quote, ListItem, FactTitle, Figure, Table)
_NUMBERS: Mapping[BlockKind, int] = {kind: number for number, kind in enumerate(_KINDS)}

INDENT = XL
BOX_PADDING = L
# Room for the padding of the box and for as much air as above it.
BELOW_BOX = XL + M
LINE_HEIGHT_PERCENT = 118.0


@dataclass(frozen=True)
class BlockShape:
    """A block without its words; `level` is that of a heading or a list item, 0 for the others."""

    kind: BlockKind = Paragraph
    level: int = 0
    ordered: bool = False
    boxed: bool = False

    @property
    def in_box(self) -> bool:
        """Tell whether the block stands inside a fact box, its title included."""
        return self.boxed or self.kind is FactTitle


PARAGRAPH = BlockShape()


def shape_of_value(block: Block) -> BlockShape:
    """Return the shape of a block of a Document."""
    return BlockShape(
        kind=type(block),
        level=block.level if isinstance(block, Heading | ListItem) else 0,
        ordered=isinstance(block, ListItem) and block.ordered,
        boxed=is_boxed(block),
    )


def shape_of(block: QTextBlock) -> BlockShape:
    """Return the shape of a block in the editor."""
    form = block.blockFormat()
    return BlockShape(
        kind=_KINDS[form.intProperty(_KIND)],
        level=form.intProperty(_LEVEL),
        ordered=form.boolProperty(_ORDERED),
        boxed=form.boolProperty(_BOXED),
    )


def text_block(shape: BlockShape, spans: Spans) -> TextBlock:
    """Return the value of a block in `shape`; one whose object is gone is a paragraph."""
    kind = shape.kind
    if kind is Heading:
        return Heading(level=_within(shape.level, HEADING_LEVELS), spans=spans, boxed=shape.boxed)
    if kind is ListItem:
        level = _within(shape.level, LIST_LEVELS)
        return ListItem(ordered=shape.ordered, level=level, spans=spans, boxed=shape.boxed)
    if kind is Quote:
        return Quote(spans=spans, boxed=shape.boxed)
    if kind is FactTitle:
        return FactTitle(spans=spans)
    return Paragraph(spans=spans, boxed=shape.boxed)


def set_shape(cursor: QTextCursor, shape: BlockShape) -> None:
    """Give the cursor's block `shape`."""
    cursor.setBlockFormat(block_format(shape))


def block_format(shape: BlockShape) -> QTextBlockFormat:
    """Return the format that carries `shape` and leaves the room that it needs."""
    form = QTextBlockFormat()
    form.setProperty(_KIND, _NUMBERS[shape.kind])
    form.setProperty(_LEVEL, shape.level)
    form.setProperty(_ORDERED, shape.ordered)
    form.setProperty(_BOXED, shape.boxed)
    if shape.kind is Heading:
        form.setHeadingLevel(shape.level)
    form.setTopMargin(_ROOM[shape.kind][0])
    form.setBottomMargin(below(shape))
    # Qt indents on the side where the words begin, which margins do not follow.
    form.setIndent(_steps(shape))
    if shape.in_box:
        form.setLeftMargin(BOX_PADDING)
        form.setRightMargin(BOX_PADDING)
    if shape.kind not in (Figure, Table):
        # What is drawn would be stretched by a proportional line.
        form.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def below(shape: BlockShape) -> int:
    """Return the pixels below a block in `shape` that is followed by one of its own surroundings."""
    room = _ROOM[shape.kind][1]
    return min(room, S) if shape.in_box else room


# Pixels above and below; Qt takes the larger of two that meet.
_ROOM: Mapping[BlockKind, tuple[int, int]] = {
    Paragraph: (0, L),
    Heading: (L, XS),
    Quote: (0, L),
    ListItem: (0, S),
    FactTitle: (XL + M, XS),
    Figure: (L, L),
    Table: (L, L),
}


def _steps(shape: BlockShape) -> int:
    return {Quote: 1, ListItem: max(shape.level, 1)}.get(shape.kind, 0)


def _within(level: int, levels: tuple[int, ...]) -> int:
    return min(max(level, levels[0]), levels[-1])
