"""A target on a line that is cut now and then: what failed for that is tried again after growing pauses."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

from editor_app.site.targets.errors import PublishError, ServerUnreachable
from editor_app.site.targets.remote import Remote

T = TypeVar("T")

# In seconds: a router that starts anew is back within them.
PAUSES = (0.5, 2.0, 6.0, 15.0)


class Steady:
    """Does on `remote` what is asked, and connects again where the connection was lost."""

    def __init__(self, remote: Remote, pauses: tuple[float, ...] = PAUSES) -> None:
        self._remote = remote
        self._pauses = pauses
        self._connecting = asyncio.Lock()
        # How many connections there have been; 0 before the first.
        self._connection = 0
        self.lanes = remote.lanes

    async def connect(self) -> None:
        """Log in; a server that does not answer at first is not waited for."""
        await self._remote.connect()
        self._connection = 1

    async def close(self) -> None:
        """Give the connection back."""
        await self._remote.close()

    async def is_empty(self) -> bool:
        """Return whether nothing at all is there."""
        return await self._do(self._remote.is_empty)

    async def read(self, path: str) -> bytes | None:
        """Return the file at `path`, None where none is."""
        return await self._do(lambda: self._remote.read(path))

    async def put(self, path: str, data: bytes) -> None:
        """Make `data` the file at `path`."""
        await self._do(lambda: self._remote.put(path, data))

    async def create(self, path: str, data: bytes) -> bool:
        """Make `data` the file at `path` unless one is there, of this very call or another."""
        return await self._do(lambda: self._remote.create(path, data))

    async def remove(self, path: str) -> None:
        """Remove the file at `path`, if it is there."""
        await self._do(lambda: self._remote.remove(path))

    async def _do(self, act: Callable[[], Awaitable[T]]) -> T:
        for pause in self._pauses:
            connection = self._connection
            try:
                return await act()
            except ServerUnreachable:
                await asyncio.sleep(pause)
                await self._connect_again(connection)
        return await act()

    async def _connect_again(self, lost: int) -> None:
        """Connect anew, once for all that lost the connection; where that fails the next try tells."""
        async with self._connecting:
            if self._connection != lost:
                return
            with suppress(PublishError):
                await self._remote.close()
            with suppress(ServerUnreachable):
                await self._remote.connect()
                self._connection += 1


async def in_lanes(things: list[T], act: Callable[[T], Awaitable[None]], lanes: int) -> None:
    """Do `act` to each of `things`, so many at once; the first error ends all of it."""
    left = iter(things)

    async def lane() -> None:
        for thing in left:
            await act(thing)

    tasks = [asyncio.create_task(lane()) for _number in range(min(lanes, len(things)))]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
