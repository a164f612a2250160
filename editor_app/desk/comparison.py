"""What a comparison of two texts says: frozen values that may cross threads."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from editor_app.domain.document import Figure, Mark, Table, TextBlock
from editor_app.domain.list_numbers import item_numbers

# Fewer folded paragraphs would save no room.
FEWEST_FOLDED = 2


class Status(StrEnum):
    """How something in the new text relates to the old one.

    A run is CHANGED where the words are the same and their marks are not.
    """

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Run(Struct, frozen=True):
    """A run of text; `marks_before` are those in the old text, which differ where it is CHANGED."""

    text: str
    status: Status = Status.SAME
    marks: tuple[Mark, ...] = ()
    marks_before: tuple[Mark, ...] = ()


Runs = tuple[Run, ...]


class ComparedText(Struct, frozen=True, tag_field="type", tag="text"):
    """A block of words: `runs` hold the old words and the new ones, in reading order.

    `old` is None where the block was added, `new` where it was removed. One that `moved` has the
    same words elsewhere in the other text.
    """

    status: Status
    old: TextBlock | None
    new: TextBlock | None
    runs: Runs
    moved: bool = False


class FigurePart(StrEnum):
    """What of a figure can differ beside its words."""

    IMAGE = "image"
    DECORATIVE = "decorative"
    CROP = "crop"
    FOCUS = "focus"


class ComparedFigure(Struct, frozen=True, tag_field="type", tag="figure"):
    """A figure with its words compared; `changes` are what else differs."""

    status: Status
    old: Figure | None
    new: Figure | None
    alt: Runs
    caption: Runs
    credit: Runs
    changes: frozenset[FigurePart] = frozenset()
    moved: bool = False


class ComparedCell(Struct, frozen=True):
    """A cell of a table."""

    status: Status
    runs: Runs


class ComparedRow(Struct, frozen=True):
    """A row of a table; all rows of one table have as many cells, those of lost columns included."""

    status: Status
    cells: tuple[ComparedCell, ...]


class ComparedTable(Struct, frozen=True, tag_field="type", tag="table"):
    """A table, cell by cell; `heads_changed` tells whether other cells are heads now."""

    status: Status
    old: Table | None
    new: Table | None
    caption: Runs
    rows: tuple[ComparedRow, ...]
    heads_changed: bool = False
    moved: bool = False


ComparedBlock = ComparedText | ComparedFigure | ComparedTable


class Field(StrEnum):
    """What is known about an article beside its words."""

    KIND = "kind"
    LANGUAGE = "language"
    VERSION_OF = "version_of"
    CATEGORY = "category"
    CONTACTS = "contacts"
    PUBLISH_AT = "publish_at"
    EMBARGO_UNTIL = "embargo_until"
    UNPUBLISH_AT = "unpublish_at"
    STAYS_ONLINE = "stays_online"
    RELATED = "related"
    RECORD_NUMBER = "record_number"
    CORRECTIONS = "corrections"
    SLUG = "slug"


class ComparedField(Struct, frozen=True):
    """A field that differs: what it said and what it says, in the interface language, and word by word."""

    field: Field
    old: str
    new: str
    runs: Runs


class Comparison(Struct, frozen=True):
    """Two texts laid over each other; `fields` holds only what differs, `hero` is None without one."""

    title: Runs
    lead: Runs
    hero: ComparedFigure | None
    blocks: tuple[ComparedBlock, ...]
    fields: tuple[ComparedField, ...] = ()

    @property
    def is_same(self) -> bool:
        """Tell whether nothing differs."""
        words = all(run.status is Status.SAME for run in (*self.title, *self.lead))
        hero = () if self.hero is None else (self.hero,)
        blocks = all(block.status is Status.SAME for block in (*hero, *self.blocks))
        return words and blocks and not self.fields


class WordCounts(Struct, frozen=True):
    """How many words came and went; those of blocks that only moved are neither."""

    added: int
    removed: int


def count_words(comparison: Comparison) -> WordCounts:
    """Return how many words of title, lead and body came and went."""
    added = removed = 0
    for run in _counted(comparison):
        if run.status is Status.ADDED:
            added += len(run.text.split())
        elif run.status is Status.REMOVED:
            removed += len(run.text.split())
    return WordCounts(added, removed)


def runs_of(block: ComparedBlock) -> Iterator[Run]:
    """Yield all runs of `block`, a table's cell by cell."""
    if isinstance(block, ComparedText):
        yield from block.runs
    elif isinstance(block, ComparedFigure):
        yield from (*block.alt, *block.caption, *block.credit)
    else:
        yield from block.caption
        for row in block.rows:
            for cell in row.cells:
                yield from cell.runs


def numbers_beside(blocks: Sequence[ComparedBlock]) -> tuple[int, ...]:
    """Return for each block its number in a numbered list of the new text, of the old one where it is gone.

    0 stands for what has none.
    """
    old = item_numbers(block.old for block in blocks if block.old is not None)
    new = item_numbers(block.new for block in blocks if block.new is not None)
    numbers = []
    for block in blocks:
        before = 0 if block.old is None else next(old)
        after = 0 if block.new is None else next(new)
        numbers.append(before if block.new is None else after)
    return tuple(numbers)


def whole_status(runs: Iterable[Run]) -> Status:
    """Return SAME where nothing in `runs` differs, else CHANGED."""
    return Status.SAME if all(run.status is Status.SAME for run in runs) else Status.CHANGED


def unchanged_stretches(blocks: Sequence[ComparedBlock]) -> Iterator[int]:
    """Yield the places of unchanged blocks that are not beside a change, which need not be read again."""
    for is_same, group in groupby(range(len(blocks)), key=lambda place: blocks[place].status is Status.SAME):
        places = list(group)
        inner = places[places[0] > 0 : len(places) - (places[-1] < len(blocks) - 1)]
        if is_same and len(inner) >= FEWEST_FOLDED:
            yield from inner


def _counted(comparison: Comparison) -> Iterator[Run]:
    yield from (*comparison.title, *comparison.lead)
    hero = () if comparison.hero is None else (comparison.hero,)
    for block in (*hero, *comparison.blocks):
        if not block.moved:
            yield from runs_of(block)
