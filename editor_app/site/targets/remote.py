"""What a target has to be able to do, whatever the protocol."""

from typing import Protocol

PART = ".pressklar-part"


class Remote(Protocol):
    """The place of a website on a server; paths are below its folder and have slashes.

    Every method may raise what PublishError stands for; after ServerUnreachable, `connect` may be tried
    again. Several calls may be under way at once.
    """

    # How many files are sent at once.
    lanes: int

    async def connect(self) -> None:
        """Log in and see that the folder is there."""

    async def close(self) -> None:
        """Give the connection back, whatever became of it."""

    async def is_empty(self) -> bool:
        """Return whether nothing at all is there."""

    async def read(self, path: str) -> bytes | None:
        """Return the file at `path`, None where none is."""

    async def put(self, path: str, data: bytes) -> None:
        """Make `data` the file at `path`, whole or not at all, once it came back as it was sent."""

    async def create(self, path: str, data: bytes) -> bool:
        """Make `data` the file at `path` unless one is there; return whether that was so."""

    async def remove(self, path: str) -> None:
        """Remove the file at `path`, if it is there, and what a cut run left of sending it."""
