"""A second process that makes pages of articles: two of them are done in little more than half the time."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any, Literal, TypeVar

from editor_app.domain.audit import Head
from editor_app.site.output.place import Place
from editor_app.site.output.stage import Stage
from editor_app.site.planning.site import Site
from editor_app.site.planning.stretches import Made, OpenSource, Stretch, made_of

T = TypeVar("T")

# What the other process has before it: it never waits, and has little left when all else is made.
AHEAD = 3
_NEW_OBJECTS = 50_000


class ArchiveMoved(Exception):
    """Before the other process opened the archive somebody changed it, or took it away."""


def copy_of_this_process() -> ProcessPoolExecutor | None:
    """Return another process that has loaded what this one has; None where there can be none.

    To be asked for before this one opens an archive: SQLite's locks must not be copied.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return None
    # What both have stays common as long as neither touches it.
    gc.freeze()
    try:
        pool = _process("fork")
        with _sigint_held():
            # Only what it has something to do for is there.
            pool.submit(gc.freeze)
    except OSError:
        # The system lets nobody have more processes, or has no memory that two of them share.
        return None
    return pool


class Crew:
    """The other process, `pool` or one that starts anew. It begins with the block, and ends with it."""

    def __init__(
        self, open_source: OpenSource, place: Place, head: Head, pool: ProcessPoolExecutor | None = None
    ) -> None:
        self._pool = pool
        self._stage = Stage(place)
        self._is_gone = False
        self._ask(_begin, open_source, place, head)

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is None:
            return
        # A second Ctrl+C would leave the other process waiting for work, and this one for its end.
        with _sigint_held():
            self._pool.shutdown(cancel_futures=True)

    def make(
        self, stretches: Iterator[Stretch], site: Site, meanwhile: Iterator[object]
    ) -> Iterator[list[Made]]:
        """Yield the articles of the stretches, made here or there.

        While the other process is at work, this one does first what there is of `meanwhile`. Raises
        TargetNotWritable and what derives from it.
        """
        under_way: dict[Future[list[Made]], Stretch] = {}
        while True:
            while len(under_way) < AHEAD and not self._is_gone and (stretch := next(stretches, None)):
                under_way[self._ask(_make, stretch)] = stretch
            for future in [one for one in under_way if one.done()]:
                yield self._result(future, under_way.pop(future), site)
            if under_way and next(meanwhile, None) is not None:
                continue
            if (stretch := next(stretches, None)) is None:
                break
            yield self._made_here(site, stretch)
        while under_way:
            done, _others = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield self._result(future, under_way.pop(future), site)

    def _ask(self, work: Callable[..., T], *words: Any) -> Future[T]:
        """Let the other process do something; where that is gone, or cannot be, it has failed already."""
        try:
            if self._pool is None:
                # Of this process, with its locks and its window, none may be a copy now.
                self._pool = _process("spawn")
            with _sigint_held():
                return self._pool.submit(work, *words)
        except (BrokenExecutor, OSError) as error:
            self._is_gone = True
            failed: Future[T] = Future()
            failed.set_exception(error)
            return failed

    def _result(self, future: Future[list[Made]], stretch: Stretch, site: Site) -> list[Made]:
        """Return what was made there, or here where the other process could not."""
        try:
            return future.result()
        except (ArchiveMoved, BrokenExecutor, OSError):
            self._is_gone = True
            return self._made_here(site, stretch)

    def _made_here(self, site: Site, stretch: Stretch) -> list[Made]:
        return list(made_of(site, stretch, self._stage))


class _Hand:
    """What the other process works with."""

    site: Site
    stage: Stage
    # Not before it has opened the archive, and found in it what the first one has.
    is_ready = False


def _process(method: Literal["fork", "spawn"]) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, get_context(method), _end_with_the_first)


@contextmanager
def _sigint_held() -> Iterator[None]:
    """Hear of Ctrl+C afterwards; a process that starts meanwhile never does, and does not complain of it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_the_first() -> None:
    """Let this process end when the first one does, whatever ends that, and not before."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_its_end, daemon=True).start()


def _wait_for_its_end() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        # Nothing is left to be told, and nobody to tell it to.
        os._exit(1)


def _begin(open_source: OpenSource, place: Place, head: Head) -> None:
    source = open_source()
    # What is loaded by now stays, and pages leave hardly any garbage: to look for it as often as usual
    # takes time alone.
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)
    _Hand.site, _Hand.stage = Site(source), Stage(place)
    _Hand.is_ready = source.head == head


def _make(stretch: Stretch) -> list[Made]:
    if not _Hand.is_ready:
        raise ArchiveMoved()
    return list(made_of(_Hand.site, stretch, _Hand.stage))
