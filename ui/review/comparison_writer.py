"""Writes a comparison as rich text, old and new words in one, and keeps where the changes are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor, QTextDocument, QTextTableFormat

from editor_app.desk import change_words
from editor_app.desk.comparison import (
    ComparedBlock,
    ComparedFigure,
    ComparedTable,
    ComparedText,
    Comparison,
    Run,
    Runs,
    Status,
    numbers_beside,
    unchanged_stretches,
)
from editor_app.domain.document import Figure
from editor_app.translation import _
from ui.editor.block_shapes import GIVEN_NUMBER, PARAGRAPH, BlockShape, block_format, shape_of_value
from ui.editor.box_ends import settle_box_ends
from ui.editor.mapping import LINE_BREAK
from ui.review.comparison_looks import (
    ComparisonLooks,
    details_format,
    image_format,
    seam_format,
    table_format,
)

# A table is laid out whole for each change in it: a larger one is written as several, seamed together.
MOST_CELLS = 60
# What went is then not read as one word with what came in its place.
THIN_SPACE = "\u2009"


@dataclass(frozen=True)
class Change:
    """What changed between two positions of the document, and the same in words."""

    start: int
    end: int
    sentence: str


class ComparisonWriter:
    """Fills `document`, which is empty, part by part; `changes` grows along with it."""

    def __init__(self, document: QTextDocument, palette: QPalette, *, with_unchanged: bool) -> None:
        document.setUndoRedoEnabled(False)
        self._looks = ComparisonLooks(palette, document.defaultFont())
        self._cursor = QTextCursor(document)
        self._with_unchanged = with_unchanged
        self._is_fresh = True
        self.changes: list[Change] = []

    def parts(self, comparison: Comparison) -> Iterator[None]:
        """Write `comparison`, stopping after each block so that the window can go on meanwhile."""
        self._write_details(comparison)
        yield
        self._write_line(comparison.title, self._looks.title, _("Without a title"))
        if comparison.lead:
            self._write_line(comparison.lead, self._looks.lead)
        if comparison.hero is not None:
            self._write_figure(comparison.hero)
        yield
        hidden = set() if self._with_unchanged else set(unchanged_stretches(comparison.blocks))
        numbers = numbers_beside(comparison.blocks)
        for is_hidden, group in groupby(range(len(comparison.blocks)), key=hidden.__contains__):
            places = list(group)
            if is_hidden:
                self._begin(PARAGRAPH)
                self._insert(change_words.unchanged_paragraphs(len(places)), self._looks.aside)
                continue
            for place in places:
                yield from self._write_body_block(comparison.blocks[place], numbers[place])

    def _write_details(self, comparison: Comparison) -> None:
        fields = comparison.fields
        if not fields:
            return
        table = self._cursor.insertTable(len(fields) + 1, 3, details_format(self._looks.scheme))
        for column, head in enumerate((_("Detail"), _("Before"), _("Now"))):
            table.cellAt(0, column).firstCursorPosition().insertText(head, self._looks.aside)
        for row, field in enumerate(fields, start=1):
            name = change_words.field_name(field.field)
            table.cellAt(row, 0).firstCursorPosition().insertText(name, self._looks.strong)
            start = table.cellAt(row, 1).firstPosition()
            for column, other in ((1, Status.ADDED), (2, Status.REMOVED)):
                self._cursor = table.cellAt(row, column).firstCursorPosition()
                for run in field.runs:
                    if run.status is not other:
                        self._insert(run.text, self._looks.of_run(run))
            self._note_change(start, change_words.field_sentence(field))
        self._leave_table()

    def _write_line(self, runs: Runs, base: QTextCharFormat, empty: str = "") -> None:
        self._begin(PARAGRAPH)
        if not runs:
            self._insert(empty, self._looks.aside)
        self._write_runs(runs, base)

    def _write_body_block(self, block: ComparedBlock, number: int) -> Iterator[None]:
        start = self._cursor.position()
        if isinstance(block, ComparedText):
            self._write_text(block, number)
        elif isinstance(block, ComparedFigure):
            self._write_figure(block)
        else:
            yield from self._write_table(block)
        # Only the next block tells that the one before it was the last in its box.
        settle_box_ends(self._cursor.document(), start, self._cursor.position())
        yield

    def _write_text(self, block: ComparedText, number: int) -> None:
        value = block.new or block.old
        if value is None:
            return
        shape = shape_of_value(value)
        self._begin(shape, number)
        self._write_runs(block.runs, self._looks.base(shape))
        self._write_notes(block)

    def _write_figure(self, block: ComparedFigure) -> None:
        self._begin(BlockShape(kind=Figure))
        start = self._cursor.position()
        shown = dict.fromkeys(one.image_id for one in (block.old, block.new) if one is not None)
        for number, image_id in enumerate(shown):
            self._insert(" → " if number else "", self._looks.plain)
            self._cursor.insertImage(image_format(image_id))
        if block.status in (Status.ADDED, Status.REMOVED):
            self._note_change(start, next(change_words.notes(block)))
        for label, runs in (("", block.caption), ("", block.credit), (_("Alt text:") + " ", block.alt)):
            if runs:
                self._insert(LINE_BREAK + label, self._looks.aside)
                self._write_runs(runs, self._looks.small)
        self._write_notes(block)

    def _write_table(self, block: ComparedTable) -> Iterator[None]:
        if block.caption or any(change_words.notes(block)):
            self._begin(PARAGRAPH)
            self._write_runs(block.caption, self._looks.strong)
            self._write_notes(block)
        columns = max((len(row.cells) for row in block.rows), default=0)
        if not columns:
            return
        height = max(1, MOST_CELLS // columns)
        form = table_format(self._looks.scheme, columns if len(block.rows) > height else 0)
        for top in range(0, len(block.rows), height):
            if top:
                self._cursor.setBlockFormat(seam_format())
            self._write_rows(block, top, min(top + height, len(block.rows)), columns, form)
            self._leave_table()
            yield

    def _write_rows(
        self, block: ComparedTable, top: int, end: int, columns: int, form: QTextTableFormat
    ) -> None:
        table = self._cursor.insertTable(end - top, columns, form)
        value = block.new or block.old
        for i, row in enumerate(block.rows[top:end]):
            for j, cell in enumerate(row.cells):
                place = table.cellAt(i, j)
                one_sided = row.status in (Status.ADDED, Status.REMOVED)
                place.setFormat(self._looks.cell(row.status if one_sided else cell.status))
                self._cursor = place.firstCursorPosition()
                is_head = value is not None and (
                    (value.header_row and top + i == 0) or (value.header_column and j == 0)
                )
                self._write_runs(cell.runs, self._looks.strong if is_head else self._looks.plain)

    def _write_runs(self, runs: Sequence[Run], base: QTextCharFormat) -> None:
        for is_same, group in groupby(runs, key=lambda run: run.status is Status.SAME):
            together = list(group)
            start = self._cursor.position()
            for before, run in zip([None, *together], together, strict=False):
                if before is not None and before.status is Status.REMOVED and run.status is Status.ADDED:
                    self._insert(THIN_SPACE, self._looks.plain)
                self._insert(run.text, self._looks.of_run(run, base))
            if not is_same:
                self._note_change(start, change_words.change_sentence(together))

    def _write_notes(self, block: ComparedBlock) -> None:
        for sentence in change_words.notes(block):
            start = self._cursor.position()
            self._insert(f"{LINE_BREAK}{sentence}", self._looks.note)
            if block.status is Status.CHANGED:
                self._note_change(start + 1, sentence)

    def _begin(self, shape: BlockShape, number: int = 0) -> None:
        form = block_format(shape)
        if number:
            form.setProperty(GIVEN_NUMBER, number)
        if self._is_fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
        self._is_fresh = False

    def _leave_table(self) -> None:
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = True

    def _insert(self, text: str, form: QTextCharFormat) -> None:
        self._cursor.insertText(text.replace("\n", LINE_BREAK), form)

    def _note_change(self, start: int, sentence: str) -> None:
        self.changes.append(Change(start, self._cursor.position(), sentence))
