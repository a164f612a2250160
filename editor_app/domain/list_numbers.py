"""The numbers that the items of numbered lists have."""

from collections.abc import Iterable, Iterator

from editor_app.domain.document import Block, ListItem, is_boxed


def item_numbers(blocks: Iterable[Block]) -> Iterator[int]:
    """Yield for each block the number it has in its list, from 1; 0 for what has none.

    Items that follow each other make a list, those of deeper levels in between included.
    """
    # By level, whether the list there is numbered and how many items it has so far.
    counted: dict[int, tuple[bool, int]] = {}
    boxed = False
    for block in blocks:
        if not isinstance(block, ListItem) or is_boxed(block) != boxed:
            counted = {}
        if not isinstance(block, ListItem):
            yield 0
            continue
        boxed = block.boxed
        ordered, count = counted.get(block.level, (block.ordered, 0))
        count = count + 1 if ordered == block.ordered else 1
        counted = {level: known for level, known in counted.items() if level < block.level}
        counted[block.level] = (block.ordered, count)
        yield count if block.ordered else 0
