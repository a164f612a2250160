"""Two sequences laid side by side: what is equal, what became something like it, what came and went."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from editor_app.desk.comparison import Status
from editor_app.desk.token_changes import token_changes

T = TypeVar("T", bound=Hashable)
Likeness = Callable[[T, T], float]
Pairs = list[tuple[T | None, T | None]]

# Of two things that share less than this, one is not a version of the other.
LEAST_LIKE = 0.4
# How far from its place in a long stretch of changes something is looked for.
_REACH = 60
# The places of a pair, and the chain of pairs before it.
Chain = tuple["Chain", int, int] | None


def align(old: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> Pairs[T]:
    """Return `old` and `new` in pairs, both in their order; None stands where one has nothing.

    Equal values meet first, so that something inserted leaves what is around it alone; between them
    those meet whose `likeness`, from 0 to 1, is highest. Values are hashable.
    """
    pairs: Pairs[T] = []
    i = j = 0
    for next_i, next_j in (*_meetings(old, new, likeness), (len(old), len(new))):
        pairs.extend((value, None) for value in old[i:next_i])
        pairs.extend((None, value) for value in new[j:next_j])
        if next_i < len(old):
            pairs.append((old[next_i], new[next_j]))
        i, j = next_i + 1, next_j + 1
    return pairs


def _meetings(old: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands side by side."""
    i = j = 0
    for next_i, next_j in (*_equal(old, new), (len(old), len(new))):
        between = _most_alike(old[i:next_i], new[j:next_j], likeness)
        yield from ((i + before, j + after) for before, after in between)
        if next_i < len(old):
            yield next_i, next_j
        i, j = next_i + 1, next_j + 1


def _equal(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[int, int]]:
    """Yield the places of equal values that keep their order."""
    shared = set(old) & set(new)
    # What only one side has cannot meet anything, and would cost the search most of its time.
    old_places = [place for place, value in enumerate(old) if value in shared]
    new_places = [place for place, value in enumerate(new) if value in shared]
    i = j = 0
    for status, count in token_changes(
        [old[place] for place in old_places], [new[place] for place in new_places]
    ):
        if status is Status.SAME:
            yield from zip(old_places[i : i + count], new_places[j : j + count], strict=True)
        i += 0 if status is Status.ADDED else count
        j += 0 if status is Status.REMOVED else count


def _most_alike(old: Sequence[T], new: Sequence[T], likeness: Likeness[T]) -> list[tuple[int, int]]:
    """Return the places, in order on both sides, whose likenesses add up to the most."""
    if not old or not new:
        return []
    # For what of old was seen so far and new[:j], the best sum and the pairs that make it.
    best: list[tuple[float, Chain]] = [(0.0, None)] * (len(new) + 1)
    for i, before in enumerate(old):
        row = best[:1]
        near = range(*_near(i, len(old), len(new)))
        for j in range(len(new)):
            chosen = best[j + 1] if best[j + 1][0] >= row[j][0] else row[j]
            if j in near:
                value = likeness(before, new[j])
                if value >= LEAST_LIKE and best[j][0] + value > chosen[0]:
                    chosen = (best[j][0] + value, (best[j][1], i, j))
            row.append(chosen)
        best = row
    return _unchained(best[-1][1])


def _near(place: int, count: int, others: int) -> tuple[int, int]:
    """Return from where to where the one that belongs to `place` of `count` is looked for."""
    middle = place * others // count
    return max(0, middle - _REACH), min(others, middle + _REACH + 1)


def _unchained(chain: Chain) -> list[tuple[int, int]]:
    found = []
    while chain is not None:
        chain, i, j = chain
        found.append((i, j))
    return found[::-1]
