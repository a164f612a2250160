"""What a fix does to the text: each field is mended in one step to undo."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.checks.findings import Field, MarkLanguage, Place, ReplaceBlocks, ReplaceText
from editor_app.domain.document import Block, Figure, Language, ObjectBlock, Span, Spans, Table
from ui.checking.finding_places import FindingPlace
from ui.editor.block_shapes import PARAGRAPH, set_shape, shape_of_value
from ui.editor.blocks import end_of
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import one_step, replace_object
from ui.editor.mapping import insert_words
from ui.editor.marks import char_format
from ui.editor.object_format import object_of
from ui.editor.removal import remove_selection
from ui.editor.replacing import replace_words
from ui.editor.table_edits import with_cell


def mend(places: Iterable[FindingPlace]) -> None:
    """Do the fixes of the findings at `places`; those whose words are others by now are left alone."""
    # From the end: what is mended moves nothing that is still to be.
    backwards = sorted(places, key=_order, reverse=True)
    for field in {place.field for place in backwards}:
        # Within a step the text tells nobody which block is which.
        shown = [block for _value, block in field.blocks()] if isinstance(field, BodyEditor) else []
        with one_step(QTextCursor(field.document())):
            for place in backwards:
                if place.field is field and place.is_as_checked:
                    _mend_one(place, shown)


def _order(place: FindingPlace) -> tuple[int, int]:
    return place.cursor.selectionStart(), place.finding.place.start


def _mend_one(place: FindingPlace, shown: Sequence[QTextBlock]) -> None:
    fix, block = place.finding.fix, place.cursor.block()
    value = object_of(block)
    if isinstance(fix, ReplaceBlocks):
        start = shown.index(block)
        _replace_blocks(shown[start : start + fix.count], fix)
    elif isinstance(fix, MarkLanguage) and isinstance(value, Table):
        replace_object(block, _with_language(value, place.finding.place, fix.tag))
    elif isinstance(fix, MarkLanguage) and value is None:
        place.cursor.mergeCharFormat(char_format((Language(fix.tag),)))
    elif isinstance(fix, ReplaceText) and value is not None:
        replace_object(block, with_text(value, place.finding.place, fix.text))
    elif isinstance(fix, ReplaceText):
        replace_words(place.cursor, fix.text)


def _replace_blocks(blocks: Sequence[QTextBlock], fix: ReplaceBlocks) -> None:
    for block, value in zip(blocks, fix.blocks, strict=False):
        _set_block(block, value)
    for block in reversed(blocks[len(fix.blocks) :]):
        _remove(block)


def _set_block(block: QTextBlock, value: Block) -> None:
    if isinstance(value, ObjectBlock):
        replace_object(block, value)
        return
    cursor = QTextCursor(block)
    cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    set_shape(cursor, shape_of_value(value))
    insert_words(cursor, value)


def _remove(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    after = block.next()
    if after.isValid():
        cursor.setPosition(after.position(), QTextCursor.MoveMode.KeepAnchor)
    elif block.previous().isValid():
        cursor.setPosition(end_of(block.previous()))
        cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
    else:
        set_shape(cursor, PARAGRAPH)
        cursor.setPosition(end_of(block), QTextCursor.MoveMode.KeepAnchor)
    remove_selection(cursor)


def with_text(value: ObjectBlock, place: Place, text: str) -> ObjectBlock:
    """Return `value` with `text` in the place of what stands at `place` in it."""
    if isinstance(value, Figure):
        return with_figure_text(value, place, text)
    if place.cell is not None:
        row, column = place.cell
        return with_cell(value, place.cell, _with_spans(value.rows[row][column], place, text))
    return replace(value, caption=_spliced(value.caption, place, text))


def with_figure_text(figure: Figure, place: Place, text: str) -> Figure:
    """Return `figure` with `text` in the place of what stands at `place` in its texts."""
    if place.field is Field.CAPTION:
        return replace(figure, caption=_spliced(figure.caption, place, text))
    if place.field is Field.ALT:
        return replace(figure, alt=_spliced(figure.alt, place, text))
    return replace(figure, credit=_spliced(figure.credit, place, text))


def _with_language(table: Table, place: Place, tag: str) -> Table:
    """Return `table` with what stands at `place` in one of its cells marked as being in `tag`."""
    if place.cell is None:
        return table
    row, column = place.cell
    marked, at = list[Span](), 0
    for span in table.rows[row][column]:
        first, last = max(place.start - at, 0), len(span.text) if place.end is None else place.end - at
        marks = (*(mark for mark in span.marks if not isinstance(mark, Language)), Language(tag))
        inside = Span(span.text[first : max(last, first)], marks)
        parts = (
            replace(span, text=span.text[:first]),
            inside,
            replace(span, text=span.text[max(last, first) :]),
        )
        marked += [part for part in parts if part.text]
        at += len(span.text)
    return with_cell(table, place.cell, tuple(marked))


def _spliced(old: str, place: Place, text: str) -> str:
    end = len(old) if place.end is None else place.end
    return old[: place.start] + text + old[end:]


def _with_spans(spans: Spans, place: Place, text: str) -> Spans:
    """Return `spans` with `text` at `place`, in the marks of what began there."""
    left, at, is_put = list[Span](), 0, False
    end = sum(len(span.text) for span in spans) if place.end is None else place.end
    for span in spans:
        start, at = at, at + len(span.text)
        before, behind = span.text[: max(place.start - start, 0)], span.text[max(end - start, 0) :]
        if at <= place.start or start >= end:
            left.append(span)
            continue
        left.append(replace(span, text=before + ("" if is_put else text) + behind))
        is_put = True
    return tuple(span for span in left if span.text)
