"""A website as one zip file, the same bytes for the same export, to be sent or unpacked elsewhere."""

import asyncio
import os
import zipfile
import zlib
from datetime import UTC
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from editor_app.domain.publish_target import PublishTarget
from editor_app.site.output.failures import typed_errors
from editor_app.site.output.manifest import decode_manifest
from editor_app.site.output.paths import MANIFEST
from editor_app.site.targets.compared import Read, compare, whole_file, whole_records
from editor_app.site.targets.errors import NoExport, ReadBackDiffers, UploadStopped, WouldOverwrite
from editor_app.site.targets.remote import PART
from editor_app.site.targets.values import (
    Doing,
    IsStopped,
    Progress,
    Published,
    RemoteConflict,
    RemoteConflictKind,
    Tell,
)

# The first moment that a zip file can name.
_EARLIEST = (1980, 1, 1, 0, 0, 0)
# What is compressed already gains nothing.
_STORED = frozenset({".webp", ".avif", ".png", ".jpg", ".jpeg", ".gif", ".woff2"})


def publish(
    target: PublishTarget,
    folder: Path,
    *,
    tell: Tell,
    is_stopped: IsStopped,
    overwrite: bool,
    dry_run: bool,
) -> Published:
    """Write the export in `folder` to the zip file of `target`; it is whole or as it was.

    Raises WouldOverwrite where something else is there, UploadStopped, ReadBackDiffers, NoExport,
    ExportAltered, TargetFull and TargetNotWritable.
    """
    path = _path(target)
    is_foreign = not is_ours_or_missing(target)
    if is_foreign and not overwrite:
        conflict = RemoteConflict(path.name, RemoteConflictKind.FOREIGN)
        raise WouldOverwrite(target.where, (conflict,))
    difference = asyncio.run(compare(folder, _reader(target), {}))
    outcome = Published(
        target.where,
        difference.files,
        added=tuple(sorted(one.path for one in difference.sends if one.is_new)),
        changed=tuple(sorted(one.path for one in difference.sends if not one.is_new)),
        removed=tuple(one.path for one in difference.removals),
        overwritten=(path.name,) if is_foreign else (),
    )
    if difference.is_none or dry_run:
        return outcome
    with typed_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + PART)
        try:
            _write(part, target, folder, tell, is_stopped)
            _read_back(part, target, folder)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        return msgspec.structs.replace(outcome, sent_bytes=path.stat().st_size)


def is_ours_or_missing(target: PublishTarget) -> bool:
    """Return whether the zip file holds a website that this program exported, or is not there."""
    with typed_errors(_path(target)):
        return not _path(target).exists() or asyncio.run(_reader(target)(MANIFEST)) is not None


def _path(target: PublishTarget) -> Path:
    return Path(target.address).expanduser().absolute()


def _name(target: PublishTarget, path: str) -> str:
    top = target.folder.strip("/")
    return f"{top}/{path}" if top else path


def _reader(target: PublishTarget) -> Read:
    """Return what reads a file in the zip file; a file that is no zip file has none."""

    async def read(path: str) -> bytes | None:
        try:
            with zipfile.ZipFile(_path(target)) as archive:
                return archive.read(_name(target, path))
        except (FileNotFoundError, KeyError, zipfile.BadZipFile, zlib.error):
            return None

    return read


def _files(folder: Path) -> tuple[list[tuple[str, str]], tuple[int, int, int, int, int, int]]:
    """Return all files of the export with their SHA-256, the manifest last, and the moment for a zip file."""
    try:
        top = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise NoExport(folder) from None
    manifest = decode_manifest(top)
    if manifest is None:
        raise NoExport(folder)
    hashes = {path: record.sha256 for path, record in whole_records(folder, manifest).items()}
    files = sorted({**hashes, **manifest.shards}.items())
    moment = _EARLIEST if manifest.moment is None else manifest.moment.astimezone(UTC).timetuple()[:6]
    return [*files, (MANIFEST, sha256(top).hexdigest())], moment


def _write(part: Path, target: PublishTarget, folder: Path, tell: Tell, is_stopped: IsStopped) -> None:
    files, moment = _files(folder)
    with zipfile.ZipFile(part, "w") as archive:
        for number, (path, digest) in enumerate(files):
            if is_stopped():
                raise UploadStopped(target.where)
            tell(Progress(Doing.SENDING, number, len(files)))
            entry = zipfile.ZipInfo(_name(target, path), moment)
            # The same on every system: a plain file that anybody may read.
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            is_stored = PurePosixPath(path).suffix in _STORED
            entry.compress_type = zipfile.ZIP_STORED if is_stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, whole_file(folder, path, digest))
    with part.open("r+b") as file:
        os.fsync(file)


def _read_back(part: Path, target: PublishTarget, folder: Path) -> None:
    with zipfile.ZipFile(part) as archive:
        for path, digest in _files(folder)[0]:
            if sha256(archive.read(_name(target, path))).hexdigest() != digest:
                raise ReadBackDiffers(target.where, path)
