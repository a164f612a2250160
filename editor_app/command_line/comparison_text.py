"""A comparison as text for people: removed words stand in [-…-] and added ones in {+…+}."""

from collections.abc import Iterator
from itertools import groupby

from editor_app.command_line.article_text import block_mark
from editor_app.desk import change_words
from editor_app.desk.comparison import (
    ComparedBlock,
    ComparedFigure,
    ComparedTable,
    ComparedText,
    Comparison,
    Runs,
    Status,
    count_words,
    numbers_beside,
    runs_of,
    unchanged_stretches,
)
from editor_app.translation import _

_SIGNS = {Status.ADDED: ("{+", "+}"), Status.REMOVED: ("[-", "-]")}


def comparison_lines(comparison: Comparison) -> list[str]:
    """Return what differs: in one line how much, then the details, then the text with its changes."""
    if comparison.is_same:
        return [_("The texts are the same.")]
    lines = [change_words.summary(count_words(comparison), changes=1)]
    if comparison.fields:
        lines.append("")
    for field in comparison.fields:
        lines.append(f"{change_words.field_name(field.field)}: {_marked(field.runs)}")
    for text in (_marked(comparison.title), _marked(comparison.lead), *_body(comparison)):
        lines += ["", text] if text else []
    return lines


def _body(comparison: Comparison) -> Iterator[str]:
    if comparison.hero is not None:
        yield _block_text(comparison.hero)
    blocks = comparison.blocks
    numbers = numbers_beside(blocks)
    for is_folded, group in groupby(range(len(blocks)), key=set(unchanged_stretches(blocks)).__contains__):
        places = list(group)
        if is_folded:
            yield f"… {change_words.unchanged_paragraphs(len(places))} …"
        else:
            yield from (_block_text(blocks[place], numbers[place]) for place in places)


def _block_text(block: ComparedBlock, number: int = 0) -> str:
    return "\n".join((*_words(block, number), *(f"({note})" for note in _notes(block))))


def _words(block: ComparedBlock, number: int) -> Iterator[str]:
    if isinstance(block, ComparedText):
        value = block.new or block.old
        yield ("" if value is None else block_mark(value, number)) + _marked(block.runs)
    elif isinstance(block, ComparedFigure):
        yield from _figure_words(block)
    else:
        yield from _table_words(block)


def _figure_words(block: ComparedFigure) -> Iterator[str]:
    yield _("Image: {words}").format(words=_marked(block.alt) or _("without words"))
    yield from filter(None, (_marked(block.caption), _marked(block.credit)))


def _table_words(block: ComparedTable) -> Iterator[str]:
    if block.caption:
        yield _marked(block.caption)
    for row in block.rows:
        yield " | ".join(_marked(cell.runs) for cell in row.cells)


def _notes(block: ComparedBlock) -> Iterator[str]:
    yield from change_words.notes(block)
    marked = [run for run in runs_of(block) if run.status is Status.CHANGED]
    yield from dict.fromkeys(map(change_words.marks_sentence, marked))


def _marked(runs: Runs) -> str:
    return "".join(_in_signs(run.text, run.status) for run in runs)


def _in_signs(text: str, status: Status) -> str:
    before, after = _SIGNS.get(status, ("", ""))
    return f"{before}{text}{after}"
