"""What to take away from one sequence, and what to put in, to have the other."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import chain

from diff_match_patch import diff_match_patch

from editor_app.desk.comparison import Status

# The engine compares characters, so each token becomes one: of a private plane, whose characters it
# takes for neither letters nor spaces, or beyond the last of those any.
_FIRST_CHARACTER = 0xF0000
_CHARACTERS = 0x110000
# What is wholly new need not have the shortest account of what differs.
_SECONDS = 0.3


def token_changes(
    old: Sequence[Hashable], new: Sequence[Hashable], *, readable: bool = False
) -> Iterator[tuple[Status, int]]:
    """Yield what happened to how many tokens: of `old` where they are REMOVED, else of `new`.

    With `readable`, tokens that happen to be the same between longer changes go with those.
    """
    numbers = {token: number for number, token in enumerate(dict.fromkeys(chain(old, new)))}
    if len(numbers) >= _CHARACTERS:
        yield Status.REMOVED, len(old)
        yield Status.ADDED, len(new)
        return
    engine = diff_match_patch()
    engine.Diff_Timeout = _SECONDS
    changes = engine.diff_main(_written(old, numbers), _written(new, numbers), checklines=False)
    if readable:
        engine.diff_cleanupSemantic(changes)
    statuses = {
        engine.DIFF_EQUAL: Status.SAME,
        engine.DIFF_DELETE: Status.REMOVED,
        engine.DIFF_INSERT: Status.ADDED,
    }
    for operation, characters in changes:
        yield statuses[operation], len(characters)


def _written(tokens: Sequence[Hashable], numbers: dict[Hashable, int]) -> str:
    return "".join(chr((_FIRST_CHARACTER + numbers[token]) % _CHARACTERS) for token in tokens)
