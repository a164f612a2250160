"""Long work in short steps, so that between them others get their turn at the archive."""

from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")
# Yields the share that is done, from 0 to 1, after each step, and returns the outcome.
Steps = Generator[float, None, T]


def finish(steps: Steps[T], tell: Callable[[float], object] = lambda _share: None) -> T:
    """Do all the steps at once and return the outcome; `tell` hears the share that is done."""
    while True:
        try:
            tell(next(steps))
        except StopIteration as stopped:
            outcome: T = stopped.value
            return outcome
