"""The record that an export leaves of itself: what it was made of, and each file with its SHA-256.

The record is one small file, `pressklar.json`, that names the hashes of its shards, in `pressklar/`. A
shard has the files whose paths hash to it, one a line, so that a small change rewrites a few small files.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from editor_app.domain.audit import Head
from editor_app.site.output.paths import MANIFEST, SHARD_DIGITS, SHARDS, is_path
from editor_app.site.output.values import FileRecord

MADE_BY = "Pressklar"
SCHEMA = 2
# More shards are made when there would be more files in each.
_SHARD_FILES = 200

# Where the part of a manifest begins that does not change with the moment.
_SHARDS_BEGIN = b'\n "shards": {'

FileRow = tuple[str, bytes, int, str, str]


class EarlierPage(Struct, frozen=True):
    """What a manifest of an earlier version says about an article's page."""

    article: str
    revision: str


class Manifest(Struct, frozen=True, kw_only=True):
    """What an export says of itself; `shards` are the SHA-256 of its other parts by their paths, in hex.

    `files` and `articles` are what the exports of earlier versions have instead of shards: the hashes by
    path, and by path the article and the revision that a page shows.
    """

    made_by: str
    schema: int
    log_head: Head = Head()
    moment: datetime | None = None
    count: int = 0
    shards: dict[str, str] = {}
    files: dict[str, str] = {}
    articles: dict[str, EarlierPage] = {}


class ShardDamaged(Exception):
    """A shard is not there, or not as the manifest says."""


class _Top(Struct, frozen=True):
    made_by: str
    schema: int
    log_head: Head
    moment: datetime
    count: int
    shards: dict[str, str]


class _Line(Struct, frozen=True, omit_defaults=True):
    sha256: str
    size: int
    owner: str = ""
    revision: str = ""


_LINES = msgspec.json.Decoder(dict[str, _Line])
_ENCODER = msgspec.json.Encoder()


def digits_for(count: int) -> int:
    """Return how many hexadecimal digits the names of shards have in a site of `count` files."""
    digits = 0
    while digits < SHARD_DIGITS and count > _SHARD_FILES << 4 * digits:
        digits += 1
    return digits


def shard_path(shard: int, digits: int) -> str:
    """Return the path of the shard that paths with the number `shard` belong to."""
    name = f"{shard:0{SHARD_DIGITS}x}"[:digits] if digits else "files"
    return f"{SHARDS}/{name}.json"


def encode_shard(rows: Iterable[FileRow]) -> bytes:
    """Return a shard as JSON with a line for each row of path, SHA-256, size, owner and revision."""
    lines = (
        b"%b:%b" % (_ENCODER.encode(path), _ENCODER.encode(_Line(digest.hex(), size, owner, revision)))
        for path, digest, size, owner, revision in rows
    )
    return b"{\n%b\n}\n" % b",\n".join(lines)


def encode_manifest(log_head: Head, moment: datetime, count: int, shards: dict[str, str]) -> bytes:
    """Return the manifest as readable JSON in one order."""
    top = _Top(MADE_BY, SCHEMA, log_head, moment, count, dict(sorted(shards.items())))
    return msgspec.json.format(_ENCODER.encode(top), indent=1) + b"\n"


def with_head(data: bytes, log_head: Head, moment: datetime, count: int) -> bytes:
    """Return the manifest `data`, of a site that did not change, as it is at another head and moment."""
    head = encode_manifest(log_head, moment, count, {})
    return head[: head.index(_SHARDS_BEGIN)] + data[data.index(_SHARDS_BEGIN) :]


def content_of(shards: dict[str, str]) -> bytes:
    """Return what is equal for manifests that tell of the same files."""
    return sha256(_ENCODER.encode(dict(sorted(shards.items())))).digest()


def decode_manifest(data: bytes) -> Manifest | None:
    """Return the manifest in `data`, of this program or a newer one, None where that is none of ours."""
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError:
        return None
    is_sound = manifest.made_by == MADE_BY and all(map(is_path, (*manifest.shards, *manifest.files)))
    return manifest if is_sound else None


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the export in `folder`, or None where that holds none of ours."""
    try:
        data = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    return decode_manifest(data)


def read_shard(folder: Path, path: str, expected: str) -> dict[str, FileRecord]:
    """Return the files that the shard at `path` tells of; raises ShardDamaged."""
    try:
        data = (folder / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise ShardDamaged(path) from error
    return decode_shard(data, path, {expected})


def decode_shard(data: bytes, path: str, expected: Container[str]) -> dict[str, FileRecord]:
    """Return the files that `data`, with one of the SHA-256 `expected`, tells of; raises ShardDamaged."""
    try:
        lines = _LINES.decode(data)
    except msgspec.DecodeError as error:
        raise ShardDamaged(path) from error
    if sha256(data).hexdigest() not in expected or not all(map(is_path, lines)):
        raise ShardDamaged(path)
    return {
        name: FileRecord(line.sha256, line.size, line.owner, line.revision) for name, line in lines.items()
    }


def earlier_records(manifest: Manifest) -> Iterator[tuple[str, FileRecord]]:
    """Yield the files of a manifest of an earlier version, which knew no sizes: -1 stands for them."""
    for path, digest in manifest.files.items():
        page = manifest.articles.get(path)
        yield path, FileRecord(digest, -1, page.article if page else "", page.revision if page else "")
