"""Moving blocks to another place in the text: each move is one step to undo.

What belongs together travels together: a fact box with its title, a list item with those nested
below it.
"""

from dataclasses import dataclass, replace

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import LIST_LEVELS, Block, FactTitle, ListItem
from ui.editor.block_shapes import BlockShape, block_format, set_shape, shape_of
from ui.editor.blocks import box_title, end_of, is_boxed, is_object, last_in_box
from ui.editor.commands import ensure_way_on, one_step
from ui.editor.mapping import block_values, insert_words


@dataclass(frozen=True)
class Run:
    """Neighbouring blocks, by number, the last one included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True)
class Place:
    """Where blocks go: before the block of this number, and whether into the fact box there."""

    before: int
    boxed: bool


def run_at(cursor: QTextCursor) -> Run:
    """Return the blocks that move where those that `cursor` selects are asked to."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    title = box_title(first)
    if title is not None and last.position() > last_in_box(title).position():
        first = title
    end = _end_of_unit(first)
    while end.position() < last.position():
        end = _end_of_unit(end.next())
    return Run(first.blockNumber(), end.blockNumber())


def move_blocks(cursor: QTextCursor, steps: int) -> None:
    """Move what `cursor` selects by one place, up where `steps` is negative; the selection stays.

    At the edge of a fact box blocks that it may hold step into it or out of it.
    """
    document = cursor.document()
    run = run_at(cursor)
    place = _place_above(document, run) if steps < 0 else _place_below(document, run)
    if place is not None:
        move_run(cursor, run, place)


def move_run(cursor: QTextCursor, run: Run, place: Place) -> None:
    """Move the blocks of `run` to `place`, which is not inside of it; a selection in them goes along."""
    document = cursor.document()
    start = document.findBlockByNumber(run.first).position()
    anchor, position = cursor.anchor() - start, cursor.position() - start
    values = [_value(document.findBlockByNumber(number)) for number in _numbers(run)]
    shapes = [shape_of(document.findBlockByNumber(number)) for number in _numbers(run)]
    if may_enter_box(document, run):
        shapes = [replace(shape, boxed=place.boxed) for shape in shapes]
    with one_step(cursor):
        first = _relocate(document, run, place.before, values, shapes)
        if is_object(document.lastBlock()):
            ensure_way_on(document.lastBlock())
    start = document.findBlockByNumber(first).position()
    cursor.setPosition(start + anchor)
    cursor.setPosition(start + position, QTextCursor.MoveMode.KeepAnchor)


def may_enter_box(document: QTextDocument, run: Run) -> bool:
    """Tell whether a fact box may hold all blocks of `run`."""
    return all(
        BLOCK_SPECS[shape_of(document.findBlockByNumber(number)).kind].may_be_boxed
        for number in _numbers(run)
    )


def place_before(document: QTextDocument, run: Run, number: int) -> Place | None:
    """Return where `run` goes if it is put before the block of `number`; None where it stands there.

    What no fact box may hold goes above the box whose middle is asked for.
    """
    below = document.findBlockByNumber(number)
    boxed = is_boxed(below)
    if boxed and not may_enter_box(document, run):
        title = box_title(below)
        number, boxed = (number if title is None else title.blockNumber()), False
    inside = run.first <= number <= run.last + 1
    if inside and boxed == is_boxed(document.findBlockByNumber(run.first)):
        return None
    return None if run.first < number <= run.last else Place(number, boxed)


def _place_above(document: QTextDocument, run: Run) -> Place | None:
    first = document.findBlockByNumber(run.first)
    above = first.previous()
    if not above.isValid():
        return None
    title = box_title(above)
    if is_boxed(first):
        if shape_of(above).kind is FactTitle:
            return Place(above.blockNumber(), boxed=False)
        return Place(_start_of_unit(above, shape_of(first)).blockNumber(), boxed=True)
    if title is None:
        return Place(_start_of_unit(above, shape_of(first)).blockNumber(), boxed=False)
    if may_enter_box(document, run):
        return Place(run.first, boxed=True)
    return Place(title.blockNumber(), boxed=False)


def _place_below(document: QTextDocument, run: Run) -> Place | None:
    first, last = document.findBlockByNumber(run.first), document.findBlockByNumber(run.last)
    below = last.next()
    if is_boxed(first) and not is_boxed(below):
        return Place(run.last + 1, boxed=False)
    if not below.isValid():
        return None
    if shape_of(below).kind is FactTitle and may_enter_box(document, run):
        return Place(below.blockNumber() + 1, boxed=True)
    return Place(_end_of_unit(below).blockNumber() + 1, boxed=is_boxed(below))


def _relocate(
    document: QTextDocument, run: Run, before: int, values: list[Block], shapes: list[BlockShape]
) -> int:
    """Put the blocks of `run`, as `values` in `shapes`, before a block; returns the number of the first."""
    if run.first <= before <= run.last + 1:
        for number, shape in zip(_numbers(run), shapes, strict=True):
            set_shape(QTextCursor(document.findBlockByNumber(number)), shape)
        return run.first
    if before > run.last:
        _insert(document, before, values, shapes)
        _remove(document, run)
        return before - run.length
    _remove(document, run)
    _insert(document, before, values, shapes)
    return before


def _insert(document: QTextDocument, before: int, values: list[Block], shapes: list[BlockShape]) -> None:
    below = document.findBlockByNumber(before)
    if below.isValid():
        pushed = shape_of(below)
        cursor = QTextCursor(below)
        cursor.insertBlock(block_format(pushed), QTextCharFormat())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        set_shape(cursor, shapes[0])
    else:
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(block_format(shapes[0]), QTextCharFormat())
    insert_words(cursor, values[0])
    for value, shape in zip(values[1:], shapes[1:], strict=True):
        cursor.insertBlock(block_format(shape), QTextCharFormat())
        insert_words(cursor, value)


def _remove(document: QTextDocument, run: Run) -> None:
    first, last = document.findBlockByNumber(run.first), document.findBlockByNumber(run.last)
    below = last.next()
    cursor = QTextCursor(document)
    if below.isValid():
        stays = shape_of(below)
        cursor.setPosition(first.position())
        cursor.setPosition(below.position(), QTextCursor.MoveMode.KeepAnchor)
    else:
        stays = shape_of(first.previous())
        cursor.setPosition(end_of(first.previous()))
        cursor.setPosition(end_of(last), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if shape_of(cursor.block()) != stays:
        set_shape(cursor, stays)


def _start_of_unit(block: QTextBlock, moving: BlockShape) -> QTextBlock:
    """Return where what ends in `block` begins, as what moves past it sees it.

    A list item moves past a whole item of its own level, and everything else past an outermost one.
    """
    level = moving.level if moving.kind is ListItem else LIST_LEVELS[0]
    while (
        shape_of(block).kind is ListItem
        and shape_of(block).level > level
        and _same_list(block.previous(), block)
    ):
        block = block.previous()
    return block


def _end_of_unit(block: QTextBlock) -> QTextBlock:
    """Return the last block of what `block` begins."""
    shape = shape_of(block)
    if shape.kind is FactTitle:
        return last_in_box(block)
    while (
        shape.kind is ListItem
        and _same_list(block.next(), block)
        and shape_of(block.next()).level > shape.level
    ):
        block = block.next()
    return block


def _same_list(one: QTextBlock, other: QTextBlock) -> bool:
    if not one.isValid():
        return False
    return shape_of(one).kind is ListItem and shape_of(one).boxed == shape_of(other).boxed


def _value(block: QTextBlock) -> Block:
    (value,) = block_values(block)
    return value


def _numbers(run: Run) -> range:
    return range(run.first, run.last + 1)
