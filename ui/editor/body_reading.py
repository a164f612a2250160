"""Reads the text again and again, as it is typed, and only the blocks that have changed."""

from itertools import chain

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from editor_app.domain.document import Block, Document
from editor_app.domain.normalize import normalize
from ui.editor.mapping import block_values


class BodyReading(QObject):
    """Knows what each block of `source` says until Qt reports a change of it."""

    def __init__(self, source: QTextDocument) -> None:
        super().__init__(source)
        self._source = source
        self._values: list[tuple[Block, ...] | None] = [None] * source.blockCount()
        # How many blocks of the canonical document each shows: one, or none where it is blank.
        self._counts: list[int | None] = [None] * source.blockCount()
        source.contentsChange.connect(self._forget)

    def document(self) -> Document:
        """Return what the text says, in canonical form, as `mapping.read` does."""
        return normalize(Document(tuple(chain.from_iterable(self._known()))))

    def shown_in(self) -> list[int]:
        """Return for each block of the canonical document the number of the block in `source` that shows it.

        Blank blocks of `source` show none.
        """
        self._known()
        return [number for number, count in enumerate(self._counts) for _block in range(count or 0)]

    def _known(self) -> list[tuple[Block, ...]]:
        known = [self._read(number) if one is None else one for number, one in enumerate(self._values)]
        self._values = [*known]
        self._counts = [
            len(normalize(Document(one)).blocks) if count is None else count
            for one, count in zip(known, self._counts, strict=True)
        ]
        return known

    def _read(self, number: int) -> tuple[Block, ...]:
        return tuple(block_values(self._source.findBlockByNumber(number)))

    def _forget(self, position: int, removed: int, added: int) -> None:
        """Forget the blocks from `position` on that were changed, and one on each side."""
        count = self._source.blockCount()
        first = max(self._number_at(position) - 1, 0)
        last = min(self._number_at(position + added) + 1, count - 1)
        changed = last + 1 - first
        gone = changed + len(self._values) - count
        self._values[first : first + max(gone, 0)] = [None] * changed
        self._counts[first : first + max(gone, 0)] = [None] * changed
        if len(self._values) != count:
            self._values, self._counts = [None] * count, [None] * count

    def _number_at(self, position: int) -> int:
        block = self._source.findBlock(position)
        return block.blockNumber() if block.isValid() else self._source.blockCount() - 1
