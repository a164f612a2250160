"""Which program makes the pages, so that what another made is known and made anew."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from editor_app.rendering.templates import Templates
from editor_app.resource_files import RESOURCES
from editor_app.translation import DOMAIN, LOCALE_FOLDER

_CODE = Path(__file__).parent


def maker(templates: Templates) -> str:
    """Return what becomes another value as soon as pages may look another way: code, templates or words."""
    return _program() + templates.fingerprint()


@cache
def _program() -> str:
    digest = sha256()
    for file in _files():
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    yield from sorted(_CODE.glob("*.py"))
    yield from sorted((RESOURCES / "templates").iterdir())
    yield from sorted(LOCALE_FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
