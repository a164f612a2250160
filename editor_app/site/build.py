"""An export: built beside its target, checked, then switched, so that it is whole or not there."""

import errno
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from editor_app.site.errors import (
    BrokenSite,
    ForeignFile,
    ForeignFolder,
    TargetFull,
    TargetNotWritable,
)
from editor_app.site.export_result import ExportResult
from editor_app.site.links import check_links
from editor_app.site.manifest import MANIFEST, encode_manifest, file_hash, read_manifest
from editor_app.site.plan import SitePlan
from editor_app.site.turns import turn

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
# A file system that has no hard links, or none across its parts, says one of these.
_NO_LINKS = frozenset({errno.EPERM, errno.EXDEV, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})


def build(plan: SitePlan, target: Path) -> ExportResult:
    """Write the website to the folder `target`, whole or not at all.

    Files that an earlier export did not write stay as they are, and those that do not change
    keep their bytes and their time. Raises TargetNotWritable, TargetFull, TargetBusy,
    ForeignFolder, ForeignFile or BrokenSite; then `target` is as it was.
    """
    target = Path(os.path.realpath(target))
    if not target.name:
        raise TargetNotWritable(target, "the root of a disk cannot be replaced")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with turn(target):
            return _Export(plan, target).run()
    except OSError as error:
        reason = error.strerror or str(error)
        kind = TargetFull if error.errno in _NO_ROOM else TargetNotWritable
        raise kind(target, reason) from error


class _Export:
    """One export, with the folders beside the target that it needs for a while."""

    def __init__(self, plan: SitePlan, target: Path) -> None:
        self._plan = plan
        self._target = target
        self._staging = target.with_name(f".{target.name}.pressklar-new")
        self._retired = target.with_name(f".{target.name}.pressklar-old")
        self._old_files: Mapping[str, str] = {}
        self._unchanged: set[str] = set()

    def run(self) -> ExportResult:
        self._clear_up_after_a_killed_run()
        self._read_target()
        try:
            self._staging.mkdir()
            hashes = self._write_files()
            self._carry_over()
            self._check(hashes)
            result = self._result(hashes)
            self._switch()
        finally:
            _remove(self._staging)
        # The new site is in place; what resists removal is taken away by the next export.
        with suppress(OSError):
            _remove(self._retired)
        return result

    def _clear_up_after_a_killed_run(self) -> None:
        if self._retired.exists() and not self._target.exists():
            # Killed between the two renames of `_switch`: the last whole site is the retired one.
            self._retired.rename(self._target)
        for leftover in (self._staging, self._retired):
            _remove(leftover)

    def _read_target(self) -> None:
        """Learn what the earlier export wrote; refuse a folder that is none."""
        if not self._target.exists():
            return
        manifest = read_manifest(self._target)
        if manifest is not None:
            self._old_files = manifest.files
        elif any(self._target.iterdir()):
            raise ForeignFolder(self._target)

    def _write_files(self) -> dict[str, str]:
        """Write every file of the plan and the manifest; return the hashes by path."""
        hashes = {}
        for path, source in self._plan.files.items():
            data = source()
            check_links(path, data, self._plan.files)
            hashes[path] = file_hash(data)
            self._write(path, data)
        self._write(MANIFEST, encode_manifest(hashes, self._plan.articles, self._plan.log_head))
        return hashes

    def _write(self, path: str, data: bytes) -> None:
        old, new = self._target / path, self._staging / path
        new.parent.mkdir(parents=True, exist_ok=True)
        is_ours = path in self._old_files or path == MANIFEST
        if not is_ours and os.path.lexists(old):
            raise ForeignFile(old)
        if is_ours and old.is_file() and not old.is_symlink() and old.read_bytes() == data:
            _link_or_copy(old, new)
            self._unchanged.add(path)
        else:
            new.write_bytes(data)

    def _carry_over(self) -> None:
        """Take along what somebody else put into the folder."""
        if not self._target.exists():
            return
        shutil.copymode(self._target, self._staging)
        for folder, folders, files in os.walk(self._target):
            here = Path(folder)
            # A link to a folder is listed as a folder, and not followed.
            links = [name for name in folders if (here / name).is_symlink()]
            for name in [*files, *links]:
                path = (here / name).relative_to(self._target)
                if path.as_posix() not in self._old_files and path.as_posix() != MANIFEST:
                    self._carry(path)
            if not folders and not files:
                self._make_folder(here.relative_to(self._target))

    def _carry(self, path: Path) -> None:
        self._make_folder(path.parent)
        old, new = self._target / path, self._staging / path
        if new.is_dir():
            raise ForeignFile(old)
        if old.is_symlink():
            new.symlink_to(old.readlink())
        else:
            _link_or_copy(old, new)

    def _make_folder(self, path: Path) -> None:
        try:
            (self._staging / path).mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise ForeignFile(self._target / path) from error

    def _check(self, hashes: Mapping[str, str]) -> None:
        """Read back what was written: a disk that lies is found out before the switch."""
        for path, expected in hashes.items():
            file = self._staging / path
            if not file.is_file() or file_hash(file.read_bytes()) != expected:
                raise BrokenSite(path, "the file is not as it was written")
        manifest = read_manifest(self._staging)
        if manifest is None or manifest.files != hashes:
            raise BrokenSite(MANIFEST, "the file is not as it was written")

    def _result(self, hashes: Mapping[str, str]) -> ExportResult:
        old = {path for path in self._old_files if (self._target / path).is_file()}
        return ExportResult(
            target=self._target,
            pages=self._plan.pages,
            added=tuple(sorted(hashes.keys() - old)),
            changed=tuple(sorted((hashes.keys() & old) - self._unchanged)),
            removed=tuple(sorted(old - hashes.keys())),
            not_due=self._plan.not_due,
            withdrawn=self._plan.withdrawn,
            lost=self._plan.lost,
        )

    def _switch(self) -> None:
        if not self._target.exists():
            self._staging.rename(self._target)
            return
        self._target.rename(self._retired)
        try:
            self._staging.rename(self._target)
        finally:
            if not self._target.exists():
                self._retired.rename(self._target)


def _link_or_copy(old: Path, new: Path) -> None:
    """Make `new` the same file as `old`, or a copy with its time where there are no hard links."""
    try:
        os.link(old, new)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
