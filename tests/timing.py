"""How long something takes where other work shares the machine."""

from collections.abc import Callable
from time import thread_time
from typing import Any


def least_seconds(act: Callable[[], Any], times: int = 5) -> float:
    """Return what the fastest of some runs takes of the processor, in seconds.

    A single run may be slowed several times over by what else the machine does; hardly all of them are.
    """

    def seconds() -> float:
        begun = thread_time()
        act()
        return thread_time() - begun

    return min(seconds() for _run in range(times))
