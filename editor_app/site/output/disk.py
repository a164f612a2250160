"""The system calls that an output needs, each made so that it can be done again after a kill."""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

# A file system that has no hard links, or none across its parts, says one of these.
_NO_LINKS = frozenset({errno.EPERM, errno.EXDEV, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})
# Most files fit; a buffer that the system has to clear anew for each takes longer than to read them.
_CHUNK = 1 << 16
_BINARY = getattr(os, "O_BINARY", 0)
# Follow no link and wait for nobody; 0 where the system has no such word.
_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO})


def file_digest(path: str | Path) -> bytes:
    """Return the SHA-256 of the file at `path`, which is read piece by piece."""
    digest = sha256()
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        while piece := os.read(file, _CHUNK):
            digest.update(piece)
    finally:
        os.close(file)
    return digest.digest()


def has_digest(path: str, size: int, digest: bytes) -> bool:
    """Whether a plain file, no link to one, is at `path` with `size` bytes that have the SHA-256 `digest`."""
    if size >= _CHUNK or not _AS_IT_IS:
        found = regular_stat(path)
        return found is not None and found.st_size == size and file_digest(path) == digest
    try:
        file = os.open(path, os.O_RDONLY | _AS_IT_IS)
    except OSError as error:
        if error.errno in _NO_FILE:
            return False
        raise
    try:
        # One more than there should be, so that what was added shows.
        data = os.read(file, size + 1)
        return len(data) == size and sha256(data).digest() == digest
    except IsADirectoryError:
        return False
    finally:
        os.close(file)


def regular_stat(path: str | Path) -> os.stat_result | None:
    """Return what the system knows of the file at `path`, None where none is or it is no plain file."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found if stat.S_ISREG(found.st_mode) else None


def write_new(path: str, data: bytes) -> int:
    """Write `data` to a file that is not there yet; return its time in nanoseconds."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    try:
        file = os.open(path, flags, 0o666)
    except FileNotFoundError:
        _make_parent(path)
        file = os.open(path, flags, 0o666)
    try:
        done = os.write(file, data)
        while done < len(data):
            done += os.write(file, memoryview(data)[done:])
        return os.fstat(file).st_mtime_ns
    finally:
        os.close(file)


def _make_parent(path: str) -> None:
    parent = path[: path.rindex("/")]
    try:
        # A Path for each of a hundred thousand folders takes longer than all else that is done for them.
        os.mkdir(parent)  # noqa: PTH102
    except (FileNotFoundError, FileExistsError):
        Path(parent).mkdir(parents=True, exist_ok=True)


def move_over(old: Path, new: Path) -> None:
    """Rename `old` to `new`, which it replaces; folders on the way to `new` are made."""
    try:
        old.replace(new)
    except FileNotFoundError:
        if not os.path.lexists(old):
            raise
        new.parent.mkdir(parents=True, exist_ok=True)
        old.replace(new)


def remove_file(path: Path, top: Path) -> None:
    """Remove the file at `path`, if it is there, and the folders below `top` that are empty then."""
    # A run that goes on after a kill may find a folder here, made in place of the file.
    if regular_stat(path) is not None:
        path.unlink()
    for folder in path.parents:
        if folder == top:
            return
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            # Something of ours or of others is still in it.
            return


def link_or_copy(old: Path, new: Path) -> None:
    """Make `new` the same file as `old`, or a copy with its time where there are no hard links."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(old, new, follow_symlinks=False)


def remove_tree(folder: Path) -> None:
    """Remove `folder` with all that is in it, if it is there; a link is removed and not followed."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)


def sync(folder: Path, files: Iterable[Path]) -> None:
    """Wait until the disk with `folder` has kept what was written to it, `files` among that."""
    if sys.platform == "win32":
        for path in files:
            with path.open("r+b") as file:
                os.fsync(file)
    elif sys.platform == "linux":
        _sync_disk(folder)
    else:
        os.sync()


def _sync_disk(folder: Path) -> None:
    # One call for the disk of the site: waiting for each of many files takes the disk as often, and
    # os.sync waits for the sticks and shares that happen to be there too.
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(opened) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(opened)
