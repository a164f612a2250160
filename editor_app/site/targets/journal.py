"""What an upload leaves on the server while it is under way: whose turn it is, and what it is about to do.

Both files are gone when an upload has come to its end. What they hold may be read by anybody, as all of a
website, so that nobody's name is in them.
"""

import asyncio
import os
import platform
import sys
import uuid
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NoReturn, TypeVar

import msgspec
from msgspec import Struct

from editor_app.site.targets.errors import PublishError, ServerUnreachable, UploadBusy, UploadTakenOver
from editor_app.site.targets.steady import Steady

TURN = "pressklar-upload.json"
JOURNAL = "pressklar-journal.json"

# A run that has not said for so long that it is alive was cut off; clocks may differ by some of it.
DEAD_AFTER = timedelta(seconds=120)
_BEAT_SECONDS = 20.0
# The runs of this process that are under way.
_UNDER_WAY: set[str] = set()

T = TypeVar("T")
Check = Callable[[], Awaitable[None]]


class Turn(Struct, frozen=True):
    """Who uploads: `run` is unique, `computer` a hash of its name, `at` its last sign of life."""

    run: str
    computer: str
    process: int
    at: datetime
    since: datetime


class Journal(Struct, frozen=True):
    """The SHA-256 of all that an upload may have put, by path; of removed files those of before."""

    files: dict[str, tuple[str, ...]] = {}


async def read_journal(remote: Steady) -> Journal | None:
    """Return what a run that was cut off was about to do, None where none was."""
    return _decoded(await remote.read(JOURNAL), Journal)


async def write_journal(
    remote: Steady, before: Journal | None, files: Iterable[tuple[str, Iterable[str]]]
) -> None:
    """Note that the paths of `files` may have one of these SHA-256 from now on, beside those of `before`."""
    hashes: dict[str, set[str]] = {path: set(known) for path, known in files}
    for path, known in (before.files if before else {}).items():
        hashes.setdefault(path, set()).update(known)
    journal = Journal({path: tuple(sorted(known - {""})) for path, known in sorted(hashes.items())})
    await remote.put(JOURNAL, msgspec.json.encode(journal))


async def in_turn(remote: Steady, where: str, act: Callable[[Check], Awaitable[T]]) -> T:
    """Do `act` while no other upload to `remote` does anything; raises UploadBusy and UploadTakenOver.

    `act` is given what makes sure, before it does what cannot be taken back, that this is still so.
    """
    turn = await _taken(remote, where)
    _UNDER_WAY.add(turn.run)
    work = asyncio.ensure_future(act(lambda: _require_turn(remote, where, turn)))
    beat = asyncio.ensure_future(_beat(remote, where, turn))
    is_reachable = True
    try:
        await asyncio.wait({work, beat}, return_when=asyncio.FIRST_COMPLETED)
        # The beat only ever ends with an error.
        return await (work if work.done() else beat)
    except ServerUnreachable:
        is_reachable = False
        raise
    finally:
        for task in (work, beat):
            task.cancel()
        await asyncio.gather(work, beat, return_exceptions=True)
        _UNDER_WAY.discard(turn.run)
        if is_reachable:
            await _give_back(remote, turn)


async def _give_back(remote: Steady, turn: Turn) -> None:
    # Where that cannot be done, the next run finds the turn of one that is not under way.
    with suppress(PublishError):
        if _is(turn, await remote.read(TURN)):
            await remote.remove(TURN)


async def _require_turn(remote: Steady, where: str, turn: Turn) -> None:
    if not _is(turn, await remote.read(TURN)):
        raise UploadTakenOver(where)


async def _taken(remote: Steady, where: str) -> Turn:
    now = datetime.now(UTC)
    turn = Turn(uuid.uuid4().hex, _computer(), os.getpid(), now, now)
    data = msgspec.json.encode(turn)
    if await remote.create(TURN, data):
        return turn
    there = await remote.read(TURN)
    if not _is(turn, there):
        other = _decoded(there, Turn)
        if other is not None and _is_alive(other, now):
            raise UploadBusy(where, other.since)
        await remote.put(TURN, data)
        await _require_turn(remote, where, turn)
    return turn


async def _beat(remote: Steady, where: str, turn: Turn) -> NoReturn:
    while True:
        await asyncio.sleep(_BEAT_SECONDS)
        await _require_turn(remote, where, turn)
        alive = msgspec.structs.replace(turn, at=datetime.now(UTC))
        await remote.put(TURN, msgspec.json.encode(alive))


def _is(turn: Turn, data: bytes | None) -> bool:
    there = _decoded(data, Turn)
    return there is not None and there.run == turn.run


def _decoded(data: bytes | None, kind: type[T]) -> T | None:
    """Return what `data` holds; what is no such thing, as after a cut write, counts as nothing."""
    try:
        return None if data is None else msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError:
        return None


def _is_alive(other: Turn, now: datetime) -> bool:
    if other.computer == _computer():
        if other.process == os.getpid():
            return other.run in _UNDER_WAY
        # Windows takes the question for an order to stop.
        if sys.platform != "win32" and not _is_running(other.process):
            return False
    return now - other.at < DEAD_AFTER


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _computer() -> str:
    return sha256(f"{platform.node()} {uuid.getnode()}".encode()).hexdigest()[:16]


def known_of(journal: Journal | None) -> Mapping[str, tuple[str, ...]]:
    """Return the SHA-256 that a run that was cut off may have left at each path."""
    return journal.files if journal else {}
