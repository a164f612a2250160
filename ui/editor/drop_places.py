"""Where blocks that are dragged would land, by the height of the mouse over the text."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument

from ui.editor.block_shapes import BOX_PADDING, shape_of
from ui.editor.blocks import box_title, is_boxed, last_in_box
from ui.editor.moving import Place, Run, may_enter_box, place_before
from ui.theme.spacing import M, S


@dataclass(frozen=True)
class DropLine:
    """The line that shows a place, in the document's coordinates."""

    left: float
    right: float
    y: float


def words_rect(block: QTextBlock) -> QRectF:
    """Return what the words or the object of `block` cover, without the room around them."""
    return block.layout().boundingRect().translated(block.layout().position())


def block_near(document: QTextDocument, y: float) -> QTextBlock:
    """Return the block at height `y`, the nearest where there is none."""
    layout = document.documentLayout()
    position = layout.hitTest(QPointF(document.documentMargin(), y), Qt.HitTestAccuracy.FuzzyHit)
    return document.findBlock(max(position, 0))


def place_at(document: QTextDocument, run: Run, y: float) -> Place | None:
    """Return where `run` goes if it is dropped at height `y`; None where it stands there.

    What no fact box may hold goes above or below a box, whichever is nearer.
    """
    block = block_near(document, y)
    title = box_title(block)
    if title is not None and not may_enter_box(document, run):
        last = last_in_box(title)
        middle = (words_rect(title).top() + words_rect(last).bottom()) / 2
        return place_before(document, run, title.blockNumber() if y < middle else last.blockNumber() + 1)
    rect = words_rect(block)
    if y < rect.center().y():
        return place_before(document, run, block.blockNumber())
    ends_box = title is not None and block == last_in_box(title)
    if ends_box and y <= rect.bottom() + M:
        return _at_end_of_box(run, block)
    return place_before(document, run, block.blockNumber() + 1)


def line_of(document: QTextDocument, place: Place) -> DropLine:
    """Return the line to show for `place`, half-way between what is above and what is below."""
    padding = BOX_PADDING if place.boxed else 0
    left = document.documentMargin() + padding
    right = document.textWidth() - left
    above = document.findBlockByNumber(place.before - 1)
    below = document.findBlockByNumber(place.before)
    if place.boxed and not is_boxed(below):
        return DropLine(left, right, words_rect(above).bottom() + M / 2)
    top = words_rect(below).top() - _edge(below, place) if below.isValid() else None
    bottom = words_rect(above).bottom() + _edge(above, place) if above.isValid() else None
    if bottom is None:
        return DropLine(left, right, (top or 0) - S)
    return DropLine(left, right, bottom + S if top is None else (bottom + top) / 2)


def _at_end_of_box(run: Run, last: QTextBlock) -> Place | None:
    below = last.blockNumber() + 1
    is_there = run.first < below <= run.last + 1 and is_boxed(last)
    return None if is_there else Place(below, boxed=True)


def _edge(block: QTextBlock, place: Place) -> float:
    """Return how far the ground of a box reaches beyond the words of `block`, seen from outside."""
    return M if shape_of(block).in_box and not place.boxed else 0
