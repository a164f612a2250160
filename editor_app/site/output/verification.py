"""Whether a folder still holds the site that was written to it, file by file."""

import os
from collections.abc import Generator, Iterator
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from editor_app.domain.audit import Head
from editor_app.site.output.disk import file_digest, regular_stat
from editor_app.site.output.errors import NewerSite
from editor_app.site.output.failures import typed_errors
from editor_app.site.output.manifest import (
    SCHEMA,
    Manifest,
    ShardDamaged,
    digits_for,
    earlier_records,
    read_manifest,
    read_shard,
    shard_path,
)
from editor_app.site.output.paths import MANIFEST, shard_of
from editor_app.site.output.values import FileRecord


class FindingKind(StrEnum):
    """What somebody, or the disk, did to a file of a site."""

    ALTERED = "altered"
    MISSING = "missing"
    ADDED = "added"
    # A part of the manifest is missing or altered: of the files that it told of nothing is known.
    MANIFEST = "manifest"


class Finding(Struct, frozen=True):
    """A file that is not as the site was written, by its path below the folder."""

    path: str
    kind: FindingKind


class FolderCheck(Struct, frozen=True):
    """What became of a site: how many files it was written with, from what, and what is not as it was.

    `head` and `moment` are those that the manifest names; `findings` are sorted by path.
    """

    files: int
    head: Head
    moment: datetime | None
    findings: tuple[Finding, ...]

    @property
    def is_whole(self) -> bool:
        """Whether every file is there as it was written, and no other."""
        return not self.findings


def verify_folder(target: Path) -> Generator[float, None, FolderCheck]:
    """Read the whole site at `target`, yielding the share that is done; return what was found.

    Raises NewerSite, and TargetNotWritable where the disk does not let itself be read.
    """
    with typed_errors(target):
        folder = Path(os.path.realpath(target))
        manifest = read_manifest(folder)
        if manifest is None:
            return FolderCheck(0, Head(), None, (Finding(MANIFEST, FindingKind.MANIFEST),))
        if manifest.schema > SCHEMA:
            raise NewerSite(target)
        check = _Check(folder, manifest)
        yield from check.read_all()
        return check.outcome()


class _Check:
    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._manifest = manifest
        self._known = {MANIFEST, *manifest.shards}
        self._files = 0
        self._findings: list[Finding] = []

    def read_all(self) -> Iterator[float]:
        """Compare each file that the manifest tells of, then look for others; yield the share done."""
        whole = len(self._manifest.shards) + 1
        self._compare(dict(earlier_records(self._manifest)))
        for done, (shard, digest) in enumerate(sorted(self._manifest.shards.items()), start=1):
            try:
                self._compare(read_shard(self._folder, shard, digest))
            except ShardDamaged:
                self._find(shard, FindingKind.MANIFEST)
            yield done / whole
        self._look_for_others()
        yield 1.0

    def outcome(self) -> FolderCheck:
        """Return what was found."""
        found = tuple(sorted(self._findings, key=lambda finding: finding.path))
        return FolderCheck(self._files, self._manifest.log_head, self._manifest.moment, found)

    def _find(self, path: str, kind: FindingKind) -> None:
        self._findings.append(Finding(path, kind))

    def _compare(self, records: dict[str, FileRecord]) -> None:
        self._known.update(records)
        self._files += len(records)
        for path, record in records.items():
            file = self._folder / path
            found = regular_stat(file)
            if found is None:
                is_there = os.path.lexists(file)
                self._find(path, FindingKind.ALTERED if is_there else FindingKind.MISSING)
            elif record.size not in (-1, found.st_size) or file_digest(file).hex() != record.sha256:
                self._find(path, FindingKind.ALTERED)

    def _look_for_others(self) -> None:
        damaged = {one.path for one in self._findings if one.kind is FindingKind.MANIFEST}
        digits = digits_for(self._manifest.count)
        for here, folders, files in os.walk(self._folder):
            # A link to a folder is listed as a folder, and not followed.
            links = [name for name in folders if Path(here, name).is_symlink()]
            for name in (*files, *links):
                path = Path(here, name).relative_to(self._folder).as_posix()
                # What a damaged part told of may well be ours.
                if path not in self._known and shard_path(shard_of(path), digits) not in damaged:
                    self._find(path, FindingKind.ADDED)
