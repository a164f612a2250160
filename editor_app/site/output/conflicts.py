"""What a commit would destroy of others' work, found before anything is switched."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from editor_app.site.output.disk import file_digest, regular_stat
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.manifest import read_manifest
from editor_app.site.output.paths import MANIFEST
from editor_app.site.output.pending import REMOVALS, WRITES, Step, marks
from editor_app.site.output.values import Conflict, ConflictKind

_ROWS = (
    "SELECT p.path, p.step, p.sha256, f.sha256 FROM pending p LEFT JOIN files f ON f.path = p.path"
    f" WHERE p.path > ? AND p.step IN ({marks(WRITES + REMOVALS)}) ORDER BY p.path LIMIT ?"
)


class Examination:
    """The look at what is at the paths that a run is about to change."""

    def __init__(self, live: Path, ledger: Ledger) -> None:
        self._live = live
        self._ledger = ledger
        self._in_the_way = lru_cache(maxsize=4096)(self._what_is_in_the_way)

    def conflicts(self) -> Iterator[Conflict]:
        """Yield what would be destroyed, by path, noting beside each file whether there is an old one.

        A file that is to go and is gone needs nothing done; one where a folder has to be goes first.
        """
        for page in self._ledger.pages(_ROWS):
            for path, step, new, old in page:
                if step in REMOVALS:
                    conflict, kept = self._of_removal(path, old)
                else:
                    conflict, kept = self._of_write(path, new, old)
                self._note(path, step, kept)
                if conflict is not None:
                    yield conflict

    def _note(self, path: str, step: int, kept: bytes | None) -> None:
        if step in REMOVALS and kept is None:
            self._ledger.run("UPDATE pending SET step = ? WHERE path = ?", (Step.FORGET, path))
        else:
            self._ledger.run("UPDATE pending SET kept = ? WHERE path = ?", (kept, path))

    def _of_removal(self, path: str, old: bytes) -> tuple[Conflict | None, bytes | None]:
        """Return what speaks against removing the file at `path`, and the SHA-256 of what is there."""
        file = self._live / path
        # What is found through a link, or is no plain file, is not what we wrote.
        if regular_stat(file) is None or self._in_the_way(parent_of(path)) is not None:
            return None, None
        found = file_digest(file)
        return (None if found == old else Conflict(path, ConflictKind.ALTERED)), found

    def _of_write(self, path: str, new: bytes, old: bytes | None) -> tuple[Conflict | None, bytes | None]:
        """Return what speaks against writing a file to `path`, and the SHA-256 of what it replaces."""
        conflict = self._in_the_way(parent_of(path))
        file = self._live / path
        if conflict is not None or not os.path.lexists(file):
            return conflict, None
        if file.is_symlink() or not (file.is_file() or file.is_dir()):
            return Conflict(path, ConflictKind.LINK), None
        if file.is_dir():
            return (None if self._gives_way(path) else Conflict(path, ConflictKind.FOLDER)), None
        found = file_digest(file)
        if found in (old, new) or (path == MANIFEST and read_manifest(self._live) is not None):
            return None, found
        return Conflict(path, ConflictKind.FOREIGN if old is None else ConflictKind.ALTERED), found

    def _what_is_in_the_way(self, folder: str) -> Conflict | None:
        """Return what keeps `folder` from being one that files can be written to."""
        if not folder:
            return None
        conflict = self._in_the_way(parent_of(folder))
        if conflict is not None:
            return conflict
        if (self._live / folder).is_symlink():
            return Conflict(folder, ConflictKind.LINK)
        if not (self._live / folder).is_file() or self._clear(folder, folder):
            return None
        return Conflict(folder, ConflictKind.FILE)

    def _gives_way(self, folder: str) -> bool:
        """Whether nothing is in `folder` but files of ours that are to go; those then go first."""
        files = 0
        for here, folders, names in os.walk(self._live / folder):
            if (not folders and not names) or any(Path(here, one).is_symlink() for one in folders):
                return False
            files += len(names)
        # "0" comes after "/".
        return self._clear(f"{folder}/", f"{folder}0") == files

    def _clear(self, first: str, last: str) -> int:
        """Let the files of ours that are to go from `first` to `last` go first; return how many they are."""
        return self._ledger.run(
            "UPDATE pending SET step = ? WHERE path BETWEEN ? AND ? AND step IN (?, ?)",
            (Step.CLEAR, first, last, *REMOVALS),
        ).rowcount


def parent_of(path: str) -> str:
    """Return the folder that `path` is in, empty for the top of the site."""
    return path.rpartition("/")[0]
