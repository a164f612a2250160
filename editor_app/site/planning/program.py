"""Which program puts the pages of the site together, so that what another wrote is compared anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from editor_app.resource_files import RESOURCES

_SITE = Path(__file__).parents[1]
_MAKERS = ("planning", "pages", "feeds")


@cache
def program() -> str:
    """Return what becomes another value as soon as lists, feeds, maps or files of the look may be others.

    What renders the articles themselves is no part of it: see `editor_app.rendering.maker`.
    """
    digest = sha256()
    for file in _files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    yield from sorted(_SITE.glob("*.py"))
    for folder in _MAKERS:
        yield from sorted((_SITE / folder).glob("*.py"))
    for folder in ("scripts", "styles"):
        yield from sorted((RESOURCES / folder).iterdir())
