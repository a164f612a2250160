"""Which paths a site may have, and in which shard of the manifest each is told of."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path

MANIFEST = "pressklar.json"
SHARDS = "pressklar"
# A shard is found by the first digits of the path's SHA-256; so many are kept of each path.
SHARD_DIGITS = 4

# Nothing that leads out of a folder, and nothing that Windows takes for something else.
_PART = r"(?!\.{1,2}(?:/|$))[^/\\\0:*?\"<>|]+"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")


def is_path(path: str) -> bool:
    """Whether `path` leads to a place below the target, on every system."""
    return _PATH.fullmatch(path) is not None


def is_of_manifest(path: str) -> bool:
    """Whether `path` belongs to the manifest and not to the site."""
    return path == MANIFEST or path.startswith(SHARDS + "/")


def shard_of(path: str) -> int:
    """Return the first four hexadecimal digits of the path's SHA-256 as a number."""
    return int.from_bytes(sha256(path.encode()).digest()[:2])


def one_on_disk(path: str) -> str:
    """Return what is equal for paths that a disk without upper and lower case takes for one."""
    return unicodedata.normalize("NFC", path).casefold()


def ignores_case(file: Path) -> bool:
    """Whether the disk finds `file`, which is there, by a name in upper case too."""
    return file.with_name(file.name.swapcase()).exists()
