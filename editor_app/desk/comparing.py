"""Two texts laid over each other: blocks aligned first, then word by word inside what changed."""

from collections.abc import Mapping

import msgspec

from editor_app.desk.aligning import align
from editor_app.desk.compared_fields import compare_fields
from editor_app.desk.compared_tables import compare_tables, table_words, whole_table
from editor_app.desk.comparison import (
    ComparedBlock,
    ComparedFigure,
    ComparedText,
    Comparison,
    FigurePart,
    Status,
    whole_status,
)
from editor_app.desk.word_changes import all_runs, compare_spans, compare_words
from editor_app.domain.document import (
    Block,
    Document,
    Figure,
    ObjectBlock,
    Span,
    Spans,
    Table,
    TextBlock,
    plain_text,
    with_spans,
)
from editor_app.domain.revision import Snapshot

# An image that took the place of another one, or a table that was filled anew.
_LIKE_IN_KIND = 0.5
# Shorter ones are alike by chance.
_FEWEST_WORDS_MOVED = 4


def compare(old: Snapshot, new: Snapshot, titles: Mapping[str, str] | None = None) -> Comparison:
    """Return what became of `old` in `new`; `titles` names related articles by their ids."""
    return Comparison(
        title=compare_words(old.title, new.title),
        lead=compare_words(old.lead, new.lead),
        hero=_compare_heroes(old.hero, new.hero),
        blocks=compare_bodies(old.body, new.body),
        fields=compare_fields(old, new, titles or {}),
    )


def compare_bodies(old: Document, new: Document) -> tuple[ComparedBlock, ...]:
    """Return the blocks of both in reading order; removed ones come before those in their place."""
    pairs = align(old.blocks, new.blocks, _Likeness())
    return _with_moves([_compare(before, after) for before, after in pairs])


class _Likeness:
    """How alike two blocks are, from 0 to 1, by the words that they share."""

    def __init__(self) -> None:
        self._words: dict[Block, frozenset[str]] = {}

    def __call__(self, old: Block, new: Block) -> float:
        kinds = isinstance(old, ObjectBlock) or isinstance(new, ObjectBlock)
        if kinds and type(old) is not type(new):
            return 0.0
        return max(_share(self._of(old), self._of(new)), _LIKE_IN_KIND if kinds else 0.0)

    def _of(self, block: Block) -> frozenset[str]:
        words = self._words.get(block)
        if words is None:
            words = self._words[block] = _words(block)
        return words


def _words(block: Block) -> frozenset[str]:
    if isinstance(block, Figure):
        return frozenset((block.image_id, *block.alt.split(), *block.caption.split()))
    if isinstance(block, Table):
        return table_words(block)
    return frozenset(plain_text(block).split())


def _share(old: frozenset[str], new: frozenset[str]) -> float:
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0


def _compare(old: Block | None, new: Block | None) -> ComparedBlock:
    if isinstance(old, Table) or isinstance(new, Table):
        return _compare_tables(old, new)
    if isinstance(old, Figure) or isinstance(new, Figure):
        return _compare_figures(old, new)
    return _compare_texts(old, new)


def _compare_texts(old: Block | None, new: Block | None) -> ComparedText:
    before = old if isinstance(old, TextBlock) else None
    after = new if isinstance(new, TextBlock) else None
    if before is None or after is None:
        status = Status.ADDED if before is None else Status.REMOVED
        return ComparedText(status, before, after, all_runs(_spans(before or after), status))
    runs = compare_spans(before.spans, after.spans)
    same_shape = with_spans(before, ()) == with_spans(after, ())
    return ComparedText(whole_status(runs) if same_shape else Status.CHANGED, before, after, runs)


def _spans(block: TextBlock | None) -> Spans:
    return () if block is None else block.spans


def _compare_heroes(old: Figure | None, new: Figure | None) -> ComparedFigure | None:
    return None if old is None and new is None else _compare_figures(old, new)


def _compare_figures(old: Block | None, new: Block | None) -> ComparedFigure:
    before = old if isinstance(old, Figure) else None
    after = new if isinstance(new, Figure) else None
    if before is None or after is None:
        status = Status.ADDED if before is None else Status.REMOVED
        figure = before or after or Figure("")
        alt, caption, credit = (
            all_runs((Span(text),) if text else (), status)
            for text in (figure.alt, figure.caption, figure.credit)
        )
        return ComparedFigure(status, before, after, alt, caption, credit)
    changes = {
        FigurePart.IMAGE: before.image_id != after.image_id,
        FigurePart.DECORATIVE: before.decorative != after.decorative,
        FigurePart.CROP: before.crop != after.crop,
        FigurePart.FOCUS: before.focus != after.focus,
    }
    return ComparedFigure(
        status=Status.SAME if before == after else Status.CHANGED,
        old=before,
        new=after,
        alt=compare_words(before.alt, after.alt),
        caption=compare_words(before.caption, after.caption),
        credit=compare_words(before.credit, after.credit),
        changes=frozenset(part for part, changed in changes.items() if changed),
    )


def _compare_tables(old: Block | None, new: Block | None) -> ComparedBlock:
    before = old if isinstance(old, Table) else None
    after = new if isinstance(new, Table) else None
    if before is not None and after is not None:
        return compare_tables(before, after)
    return whole_table(before, Status.REMOVED) if before else whole_table(after or Table(), Status.ADDED)


def _with_moves(blocks: list[ComparedBlock]) -> tuple[ComparedBlock, ...]:
    """Mark those that were removed in one place and added, word for word, in another."""
    gone = {block.old for block in blocks if block.status is Status.REMOVED}
    come = {block.new for block in blocks if block.status is Status.ADDED}
    moved = {
        block for block in gone & come if block is not None and len(_words(block)) >= _FEWEST_WORDS_MOVED
    }

    def marked(block: ComparedBlock) -> ComparedBlock:
        one_sided = block.status in (Status.ADDED, Status.REMOVED)
        is_moved = one_sided and (block.old or block.new) in moved
        return msgspec.structs.replace(block, moved=True) if is_moved else block

    return tuple(map(marked, blocks))
