"""Whether a package for preservation is what was written: checked without the archive that it came from."""

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

from editor_app.desk.bag_reading import Bag, opened_bag
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
    with opened_bag(path) as bag:
        _require_package(bag, path)
        flaws = [*_by_manifest(bag, MANIFEST), *_by_manifest(bag, TAG_MANIFEST), *_unknown(bag)]
        for check in (_versions, _log):
            try:
                flaws += check(bag)
            except (msgspec.DecodeError, KeyError):
                flaws.append(
                    PackageFlaw(PackageFault.UNREADABLE, LOG if check is _log else f"{PAYLOAD}revisions.json")
                )
        return PackageReport(path, len(bag.names), tuple(flaws))


def head_in_package(path: Path) -> KeptHead:
    """Return what a package knows of the log: its head and its own entries; raises NotAPackage."""
    with opened_bag(path) as bag:
        _require_package(bag, path)
        try:
            log = msgspec.json.decode(bag.read(LOG), type=PackageLog)
        except (msgspec.DecodeError, KeyError) as error:
            raise NotAPackage(path) from error
    heads = (log.head, *(Head(entry.number, entry.hash) for entry in log.entries))
    return KeptHead(path.name, heads)


def _require_package(bag: Bag, path: Path) -> None:
    if not {DECLARATION, MANIFEST} <= bag.names:
        raise NotAPackage(path)


def _hashes(bag: Bag, manifest: str) -> dict[str, str]:
    return read_manifest(bag.read(manifest)) if manifest in bag.names else {}


def _by_manifest(bag: Bag, manifest: str) -> Iterator[PackageFlaw]:
    for path, expected in _hashes(bag, manifest).items():
        if path not in bag.names:
            yield PackageFlaw(PackageFault.MISSING, path)
        elif bag.hash(path) != expected:
            yield PackageFlaw(PackageFault.ALTERED, path)


def _unknown(bag: Bag) -> Iterator[PackageFlaw]:
    if TAG_MANIFEST not in bag.names:
        yield PackageFlaw(PackageFault.MISSING, TAG_MANIFEST)
    known = {path for manifest in (MANIFEST, TAG_MANIFEST) for path in _hashes(bag, manifest)}
    for path in sorted(bag.names - known - {TAG_MANIFEST}):
        yield PackageFlaw(PackageFault.UNKNOWN, path)


def _versions(bag: Bag) -> Iterator[PackageFlaw]:
    kept = msgspec.json.decode(bag.read(f"{PAYLOAD}revisions.json"), type=list[_Kept])
    hashes = {one.number: one.hash for one in kept}
    for number, expected in hashes.items():
        path = f"{PAYLOAD}revisions/{number:04d}.json"
        if path not in bag.names or bag.hash(path) != expected:
            yield PackageFlaw(PackageFault.NOT_ITS_HASH, path)
    for approval in msgspec.json.decode(bag.read(f"{PAYLOAD}approvals.json"), type=list[_Approved]):
        if hashes.get(approval.revision) != approval.hash:
            yield PackageFlaw(PackageFault.APPROVES_OTHER_WORDS, f"{PAYLOAD}approvals.json")


def _log(bag: Bag) -> Iterator[PackageFlaw]:
    log = msgspec.json.decode(bag.read(LOG), type=PackageLog)
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
