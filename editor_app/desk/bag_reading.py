"""The files of a bag in a ZIP that anybody may have made: named, hashed and read within bounds."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import IO

from editor_app.desk.errors import NotAPackage

# An article with hundreds of versions and images has some thousands of files.
MOST_FILES = 20_000
# What the ends of a file may say of so many files.
MOST_DIRECTORY_BYTES = 8 * 1024 * 1024
# What is read whole: manifests, and what the program itself understands.
MOST_READ_BYTES = 64 * 1024 * 1024
MOST_UNPACKED_BYTES = 16 * 1024 * 1024 * 1024
# Text that somebody compressed is hardly a fiftieth of itself; a file made to fill memory is far less.
MOST_TIMES_PACKED = 200
_PIECE = 1024 * 1024
_END, _END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_LARGE_END, _LARGE_END_BYTES = b"PK\x06\x07", 20
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:]|(?:^|/)\.{0,2}(?:/|$)")
# What reading a ZIP that is damaged, or made to be, may raise.
UNREADABLE = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Bag:
    """The one folder in an open ZIP; every method may raise what UNREADABLE names."""

    def __init__(self, opened: zipfile.ZipFile, files: dict[str, zipfile.ZipInfo]) -> None:
        self._opened = opened
        self._files = files
        self.hash = cache(self._hash)

    @property
    def names(self) -> frozenset[str]:
        """The paths of its files below the folder."""
        return frozenset(self._files)

    def read(self, name: str) -> bytes:
        """Return what the file holds; raises KeyError where it is not there."""
        info = self._files[name]
        if info.file_size > MOST_READ_BYTES:
            raise zipfile.BadZipFile(f"{name} is too large to be read")
        return self._opened.read(info)

    def _hash(self, name: str) -> str:
        digest = sha256()
        with self._opened.open(self._files[name]) as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
        return digest.hexdigest()


@contextmanager
def opened_bag(path: Path) -> Iterator[Bag]:
    """Give the bag at `path`; raises NotAPackage where there is none, or one that no program would write."""
    try:
        with path.open("rb") as file:
            _require_small_directory(file)
            with zipfile.ZipFile(file) as opened:
                size = file.seek(0, 2)
                yield Bag(opened, _files_of(opened.infolist(), size))
    except UNREADABLE as error:
        raise NotAPackage(path) from error


def _require_small_directory(file: IO[bytes]) -> None:
    """Raise BadZipFile where the list of files, which is read whole, is longer than any package has."""
    size = file.seek(0, 2)
    file.seek(max(size - _END_BYTES - _LONGEST_COMMENT - _LARGE_END_BYTES, 0))
    end = file.read()
    at = end.rfind(_END)
    if at < 0 or len(end) < at + _END_BYTES:
        raise zipfile.BadZipFile("no end")
    listed = int.from_bytes(end[at + 12 : at + 16], "little")
    is_large = end[max(at - _LARGE_END_BYTES, 0) : at].startswith(_LARGE_END)
    if is_large or listed > MOST_DIRECTORY_BYTES:
        raise zipfile.BadZipFile("too many files")


def _files_of(entries: list[zipfile.ZipInfo], packed_bytes: int) -> dict[str, zipfile.ZipInfo]:
    """Return the files by their paths below the one folder; raises BadZipFile where they are no bag's."""
    files: dict[str, zipfile.ZipInfo] = {}
    folders: set[str] = set()
    for entry in entries:
        # A folder by itself, as other programs write them.
        if entry.is_dir() and not entry.file_size:
            continue
        folder, _slash, name = entry.filename.partition("/")
        if _UNSAFE.search(entry.filename) or not name or name in files:
            raise zipfile.BadZipFile(f"the name {entry.filename!r}")
        folders.add(folder)
        files[name] = entry
    unpacked = sum(entry.file_size for entry in files.values())
    if unpacked > min(MOST_UNPACKED_BYTES, MOST_TIMES_PACKED * packed_bytes):
        raise zipfile.BadZipFile("unpacks to too much")
    if len(files) > MOST_FILES or len(folders) != 1:
        raise zipfile.BadZipFile("not one folder of files")
    return files
