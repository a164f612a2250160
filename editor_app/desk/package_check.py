"""Whether a package for preservation is what was written: checked without the archive that it came from."""

import zipfile
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from editor_app.desk.bags import DECLARATION, MANIFEST, PAYLOAD, TAG_MANIFEST, read_manifest
from editor_app.desk.errors import NotAPackage
from editor_app.domain.audit import Entry, Head, entry_hash
from editor_app.domain.log_report import KeptHead

LOG = f"{PAYLOAD}log.json"


class PackageFault(StrEnum):
    """What is wrong with a file in a package."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    ALTERED = "altered"
    UNREADABLE = "unreadable"
    NOT_ITS_HASH = "not_its_hash"
    APPROVES_OTHER_WORDS = "approves_other_words"
    ENTRY_ALTERED = "entry_altered"
    ENTRIES_UNLINKED = "entries_unlinked"
    BEYOND_HEAD = "beyond_head"


class PackageFlaw(Struct, frozen=True):
    """`what` is wrong with the file at `path` in the package."""

    what: PackageFault
    path: str


class PackageReport(Struct, frozen=True):
    """What a check of a package found."""

    path: Path
    files: int
    flaws: tuple[PackageFlaw, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.flaws


class _Kept(Struct, frozen=True):
    number: int
    hash: str


class _Approved(Struct, frozen=True):
    revision: int
    hash: str


class PackageLog(Struct, frozen=True):
    """What a package says of the log: the head of all of it, and the entries about its article."""

    head: Head
    entries: tuple[Entry, ...]


def check_package(path: Path) -> PackageReport:
    """Check every file by its hash, and what the files say of each other; raises NotAPackage."""
    files = _read(path)
    flaws = [*_by_manifest(files, MANIFEST), *_by_manifest(files, TAG_MANIFEST), *_unknown(files)]
    for check in (_versions, _log):
        try:
            flaws += check(files)
        except (msgspec.DecodeError, KeyError):
            flaws.append(
                PackageFlaw(PackageFault.UNREADABLE, LOG if check is _log else f"{PAYLOAD}revisions.json")
            )
    return PackageReport(path, len(files), tuple(flaws))


def head_in_package(path: Path) -> KeptHead:
    """Return what a package knows of the log: its head and its own entries; raises NotAPackage."""
    try:
        log = msgspec.json.decode(_read(path)[LOG], type=PackageLog)
    except (msgspec.DecodeError, KeyError) as error:
        raise NotAPackage(path) from error
    heads = (log.head, *(Head(entry.number, entry.hash) for entry in log.entries))
    return KeptHead(path.name, heads)


def _read(path: Path) -> dict[str, bytes]:
    """Return the files in the one folder of the ZIP; raises NotAPackage."""
    try:
        with zipfile.ZipFile(path) as bag:
            found = {name.partition("/")[2]: bag.read(name) for name in bag.namelist()}
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise NotAPackage(path) from error
    if DECLARATION not in found or MANIFEST not in found:
        raise NotAPackage(path)
    return found


def _by_manifest(files: dict[str, bytes], manifest: str) -> Iterator[PackageFlaw]:
    for path, expected in read_manifest(files.get(manifest, b"")).items():
        if path not in files:
            yield PackageFlaw(PackageFault.MISSING, path)
        elif sha256(files[path]).hexdigest() != expected:
            yield PackageFlaw(PackageFault.ALTERED, path)


def _unknown(files: dict[str, bytes]) -> Iterator[PackageFlaw]:
    if TAG_MANIFEST not in files:
        yield PackageFlaw(PackageFault.MISSING, TAG_MANIFEST)
    known = {
        path for manifest in (MANIFEST, TAG_MANIFEST) for path in read_manifest(files.get(manifest, b""))
    }
    for path in sorted(files.keys() - known - {TAG_MANIFEST}):
        yield PackageFlaw(PackageFault.UNKNOWN, path)


def _versions(files: dict[str, bytes]) -> Iterator[PackageFlaw]:
    kept = msgspec.json.decode(files[f"{PAYLOAD}revisions.json"], type=list[_Kept])
    hashes = {one.number: one.hash for one in kept}
    for number, expected in hashes.items():
        path = f"{PAYLOAD}revisions/{number:04d}.json"
        if sha256(files.get(path, b"")).hexdigest() != expected:
            yield PackageFlaw(PackageFault.NOT_ITS_HASH, path)
    for approval in msgspec.json.decode(files[f"{PAYLOAD}approvals.json"], type=list[_Approved]):
        if hashes.get(approval.revision) != approval.hash:
            yield PackageFlaw(PackageFault.APPROVES_OTHER_WORDS, f"{PAYLOAD}approvals.json")


def _log(files: dict[str, bytes]) -> Iterator[PackageFlaw]:
    log = msgspec.json.decode(files[LOG], type=PackageLog)
    for entry in log.entries:
        if entry_hash(entry) != entry.hash:
            yield PackageFlaw(PackageFault.ENTRY_ALTERED, LOG)
        if entry.number > log.head.number or (
            entry.number == log.head.number and entry.hash != log.head.hash
        ):
            yield PackageFlaw(PackageFault.BEYOND_HEAD, LOG)
    for before, after in pairwise(log.entries):
        follows = after.number == before.number + 1
        if after.number <= before.number or (follows and after.previous != before.hash):
            yield PackageFlaw(PackageFault.ENTRIES_UNLINKED, LOG)
