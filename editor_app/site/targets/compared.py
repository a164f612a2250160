"""The export in a folder beside what a target has: which files are to be sent and removed, in which order."""

from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import Struct

from editor_app.site.output.manifest import (
    Manifest,
    ShardDamaged,
    decode_manifest,
    decode_shard,
    earlier_records,
    read_shard,
)
from editor_app.site.output.paths import MANIFEST
from editor_app.site.output.values import FileRecord
from editor_app.site.targets.errors import ExportAltered, NoExport

# Pages, and what is made of them; all else is what they point to, and goes before.
_PAGE_SUFFIXES = (".html", ".xml", ".json")

Read = Callable[[str], Coroutine[Any, Any, bytes | None]]
Hashes = Mapping[str, tuple[str, ...]]


class ToSend(Struct, frozen=True):
    """The file at `path` is to have this SHA-256; `known` are those that we may have put there before.

    `is_new` tells that the target's manifest has no such file.
    """

    path: str
    sha256: str
    size: int
    known: frozenset[str]
    is_new: bool


class ToRemove(Struct, frozen=True):
    """The file at `path` is to go; `known` are the SHA-256 that it may have from us."""

    path: str
    known: frozenset[str]


class Difference(Struct, frozen=True):
    """What makes the target equal to the folder, in order: `sends`, `removals`, `shards`, then `top`.

    `top` is the manifest itself and `top_there` what is at its place.
    """

    sends: list[ToSend]
    removals: list[ToRemove]
    shards: list[ToSend]
    gone_shards: list[ToRemove]
    top: bytes
    top_there: bytes | None
    files: int

    @property
    def is_none(self) -> bool:
        """Whether the target is as the folder."""
        rest = (self.sends, self.removals, self.shards, self.gone_shards)
        return self.top == self.top_there and not any(rest)


async def compare(folder: Path, read: Read, left: Hashes) -> Difference:
    """Return how the export in `folder` differs from what `read` finds on the target.

    `left` are the SHA-256 that a run that was cut off may have left at each path. Only the shards of the
    manifests that differ are read. Raises NoExport and ExportAltered.
    """
    top = _top(folder)
    ours = decode_manifest(top)
    if ours is None:
        raise NoExport(folder)
    top_there = await read(MANIFEST)
    theirs = (decode_manifest(top_there) if top_there else None) or Manifest(made_by="", schema=0)
    here = dict(_here(folder, ours, theirs))
    there = {path: record async for path, record in _there(read, ours, theirs, left)}
    both = _Compared(folder, ours, theirs, here, there, left)
    return Difference(
        sorted(both.sends(), key=lambda one: (rank(one), one.path)),
        sorted(both.removals(), key=lambda one: one.path),
        list(both.shards()),
        list(both.gone_shards()),
        top,
        top_there,
        len(ours.files) or ours.count,
    )


class _Compared:
    """Our manifest and theirs, the files `here` and `there` of the shards that differ, and what was left."""

    def __init__(
        self,
        folder: Path,
        ours: Manifest,
        theirs: Manifest,
        here: Mapping[str, FileRecord],
        there: Mapping[str, FileRecord],
        left: Hashes,
    ) -> None:
        self._folder, self._left = folder, left
        self._ours, self._theirs = ours, theirs
        self._here, self._there = here, there
        self._changed = {
            path for path in here if path not in there or there[path].sha256 != here[path].sha256
        }
        self._gone = [path for path in there if path not in here]
        self._shards = [path for path in ours.shards if _differs(path, ours, theirs)]
        self._gone_shards = [path for path in theirs.shards if path not in ours.shards]
        # By a run that was cut off, and the same in both: it may be there as neither says.
        self._touched = set(left) - {MANIFEST}
        self._touched.difference_update(self._changed, self._gone, self._shards, self._gone_shards)
        records = whole_records(folder, ours) if self._touched else {}
        shards = {path: FileRecord(digest, 0) for path, digest in ours.shards.items()}
        self._records = {**records, **shards}

    def sends(self) -> Iterator[ToSend]:
        """Yield the files that are to be sent, without the shards that differ."""
        for path in self._changed:
            yield self._sending(path, self._here[path])
        for path in self._touched:
            if path in self._records:
                yield self._sending(path, self._records[path])

    def removals(self) -> Iterator[ToRemove]:
        """Yield the files that are to go, without shards."""
        for path in (*self._gone, *(self._touched - set(self._records))):
            yield ToRemove(path, self._known(path))

    def shards(self) -> Iterator[ToSend]:
        """Yield the shards that differ."""
        for path in self._shards:
            size, is_new = _size(self._folder, path), path not in self._theirs.shards
            yield ToSend(path, self._ours.shards[path], size, self._known(path), is_new)

    def gone_shards(self) -> Iterator[ToRemove]:
        """Yield the shards that we have no longer."""
        for path in self._gone_shards:
            yield ToRemove(path, self._known(path))

    def _sending(self, path: str, record: FileRecord) -> ToSend:
        size = record.size if record.size > 0 else _size(self._folder, path)
        is_new = path not in self._there and path not in self._touched
        return ToSend(path, record.sha256, size, self._known(path), is_new)

    def _known(self, path: str) -> frozenset[str]:
        """Return the SHA-256 that we may have put at `path` before."""
        hashes = {self._theirs.shards.get(path, ""), *self._left.get(path, ())}
        if path in self._there:
            hashes.add(self._there[path].sha256)
        elif path in self._records and path not in self._changed:
            hashes.add(self._records[path].sha256)
        return frozenset(hashes - {""})


def rank(one: ToSend) -> tuple[bool, bool, bool]:
    """What pages point to comes first, then new pages, then those that lead to them, the front page last."""
    is_page = one.path.endswith(_PAGE_SUFFIXES)
    return is_page, is_page and not one.is_new, one.path == "index.html"


def _differs(path: str, one: Manifest, other: Manifest) -> bool:
    return one.shards[path] != other.shards.get(path)


def _here(folder: Path, ours: Manifest, theirs: Manifest) -> Iterator[tuple[str, FileRecord]]:
    """Yield the files of our shards that differ; those of an earlier version, which had none, all."""
    yield from earlier_records(ours)
    for path, digest in ours.shards.items():
        if _differs(path, ours, theirs):
            yield from _shard(folder, path, digest).items()


async def _there(
    read: Read, ours: Manifest, theirs: Manifest, left: Hashes
) -> AsyncIterator[tuple[str, FileRecord]]:
    """Yield the files of the target's shards that differ; a shard that is damaged tells of none."""
    for path, record in earlier_records(theirs):
        yield path, record
    for path, digest in theirs.shards.items():
        if path in ours.shards and not _differs(path, ours, theirs):
            continue
        data = await read(path)
        try:
            # A run that was cut off may have put its own shard already: all in it was there by then.
            records = decode_shard(data or b"", path, {digest, *left.get(path, ())})
        except ShardDamaged:
            continue
        for name, record in records.items():
            yield name, record


def whole_records(folder: Path, ours: Manifest) -> dict[str, FileRecord]:
    """Return every file that the export's manifest tells of; raises ExportAltered."""
    records = dict(earlier_records(ours))
    for path, digest in ours.shards.items():
        records.update(_shard(folder, path, digest))
    return records


def _shard(folder: Path, path: str, digest: str) -> dict[str, FileRecord]:
    try:
        return read_shard(folder, path, digest)
    except ShardDamaged as error:
        raise ExportAltered(folder, path) from error


def _top(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise NoExport(folder) from None


def _size(folder: Path, path: str) -> int:
    try:
        return (folder / path).stat().st_size
    except OSError as error:
        raise ExportAltered(folder, path) from error


def whole_file(folder: Path, path: str, digest: str) -> bytes:
    """Return the file of the export; raises ExportAltered where it is not as it was written."""
    try:
        data = (folder / path).read_bytes()
    except OSError as error:
        raise ExportAltered(folder, path) from error
    if sha256(data).hexdigest() != digest:
        raise ExportAltered(folder, path)
    return data


def paths_with_hashes(difference: Difference) -> Iterable[tuple[str, frozenset[str]]]:
    """Return what may be at each path that an upload touches, before it and after."""
    for one in (*difference.sends, *difference.shards):
        yield one.path, one.known | {one.sha256}
    for gone in (*difference.removals, *difference.gone_shards):
        yield gone.path, gone.known
