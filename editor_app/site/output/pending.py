"""What a run is about to change, kept in the ledger so that memory stays flat."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from hashlib import sha256

from editor_app.site.output.errors import SamePath
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.paths import MANIFEST, is_of_manifest, shard_of
from editor_app.site.output.stage import StagedFile
from editor_app.site.output.values import Change, ChangeKind

# The shard of the files that the manifest itself consists of.
NO_SHARD = -1


class Step(IntEnum):
    """What is done about a file, in the order in which a switch does it."""

    # It is where a folder has to be.
    CLEAR = 0
    ADD = 1
    REPLACE = 2
    # The file is there as it should be, and the ledger has to know it.
    RECORD = 3
    # As RECORD, where only the time of the file is another.
    REFRESH = 4
    # Another's file is put back where one of ours took its place.
    RETURN = 5
    # The file is gone already.
    FORGET = 6
    REMOVE = 7


# Whoever has put a file at a path may put another one there.
_ADD = """
    INSERT INTO pending VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)
    ON CONFLICT DO UPDATE SET
        sha256 = excluded.sha256, size = excluded.size, mtime = excluded.mtime,
        revision = excluded.revision, step = excluded.step
    WHERE owner = excluded.owner"""

WRITES = (Step.ADD, Step.REPLACE, Step.RETURN)
REMOVALS = (Step.CLEAR, Step.REMOVE)
# After these the ledger knows of no file.
GONE = (Step.CLEAR, Step.RETURN, Step.FORGET, Step.REMOVE)
_KINDS = {
    Step.ADD: ChangeKind.ADDED,
    Step.REPLACE: ChangeKind.CHANGED,
    Step.RETURN: ChangeKind.CHANGED,
    Step.CLEAR: ChangeKind.REMOVED,
    Step.REMOVE: ChangeKind.REMOVED,
    Step.FORGET: ChangeKind.REMOVED,
}


class Pending:
    """The rows of `pending`, and which paths a run has named."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        ledger.run("CREATE TEMP TABLE named (path TEXT PRIMARY KEY, owner TEXT NOT NULL) WITHOUT ROWID")

    def name(self, path: str, owner: str) -> str | None:
        """Note that `owner` has a file at `path`; return who named the path before, None where nobody did."""
        added = self._ledger.run("INSERT OR IGNORE INTO named VALUES (?, ?)", (path, owner)).rowcount
        return None if added else self.named(path)

    def named(self, path: str) -> str | None:
        """Return who has named `path` in this run, None where nobody has."""
        owner: str | None = self._ledger.value("SELECT owner FROM named WHERE path = ?", (path,))
        return owner

    def note(self, file: StagedFile, step: Step) -> None:
        """Note what is to be done about a file, instead of what was noted before."""
        self._ledger.run(
            "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", _row(file, step)
        )

    def add(self, files: Sequence[StagedFile]) -> None:
        """Note that files are to be added; raises SamePath where another owner has one at the path of one."""
        rows = [_row(file, Step.ADD) for file in files]
        if self._ledger.run_for_each(_ADD, rows) == len(rows):
            return
        for file in files:
            owner = self._ledger.value("SELECT owner FROM pending WHERE path = ?", (file.path,))
            if owner != file.owner:
                raise SamePath(file.path, *sorted((owner, file.owner)))

    def drop(self, path: str) -> None:
        """Let `path` be as it is."""
        self._ledger.run("DELETE FROM pending WHERE path = ?", (path,))

    def remove(self, path: str) -> bool:
        """Note that the file at `path` is to go; return whether there is a file of ours."""
        added = self._ledger.run(
            "INSERT OR REPLACE INTO pending SELECT *, ?, NULL FROM files WHERE path = ?", (Step.REMOVE, path)
        )
        return added.rowcount > 0

    def remove_unnamed(self) -> None:
        """Note that all files are to go that this run has not named."""
        self._ledger.run(
            "INSERT OR IGNORE INTO pending SELECT *, ?, NULL FROM files"
            " WHERE shard <> ? AND NOT EXISTS (SELECT 1 FROM named n WHERE n.path = files.path)",
            (Step.REMOVE, NO_SHARD),
        )

    def has_files(self) -> bool:
        """Whether anything is to be done that the manifest tells of."""
        return bool(self._ledger.value("SELECT 1 FROM pending WHERE step <> ? LIMIT 1", (Step.REFRESH,)))

    def count_after(self, count: int) -> int:
        """Return how many files of the site the ledger will know, which knows `count` now."""
        added, removed = (
            self._ledger.value(
                f"SELECT count(*) FROM pending p WHERE shard <> ? AND step {is_gone} IN ({marks(GONE)})"
                f" AND {is_known} EXISTS (SELECT 1 FROM files f WHERE f.path = p.path)",
                (NO_SHARD,),
            )
            for is_gone, is_known in (("NOT", "NOT"), ("", ""))
        )
        after: int = count + added - removed
        return after

    def count(self, *steps: Step) -> int:
        """Return how many files of the site, without those of the manifest, have one of `steps`."""
        return count_files(self._ledger, steps)

    def rows(self, *steps: Step) -> int:
        """Return how many files have one of `steps`, those of the manifest among them."""
        number: int = self._ledger.value(f"SELECT count(*) FROM pending WHERE step IN ({marks(steps)})")
        return number

    def note_manifest(self, data: bytes, time: int) -> None:
        """Note that the manifest has become `data`, though nothing that it tells of is another."""
        self.note(StagedFile(MANIFEST, sha256(data).digest(), len(data), time), Step.REFRESH)

    def changes(self) -> Iterator[Change]:
        """Yield what is to become of the files of the site, by path."""
        for path, step, owner in self._ledger.run(
            "SELECT path, step, owner FROM pending WHERE shard <> ? ORDER BY path", (NO_SHARD,)
        ):
            if (kind := _KINDS.get(Step(step))) is not None:
                yield Change(path, kind, owner)


def _row(file: StagedFile, step: Step) -> tuple[str, bytes, int, int | None, int, str, str, int]:
    shard = NO_SHARD if is_of_manifest(file.path) else shard_of(file.path)
    return file.path, file.digest, file.size, file.time, shard, file.owner, file.revision, int(step)


def marks(steps: tuple[Step, ...]) -> str:
    """Return `steps` as a statement lists them."""
    return ", ".join(str(int(step)) for step in steps)


def count_files(ledger: Ledger, steps: tuple[Step, ...]) -> int:
    """Return how many files of the site, without the manifest, have one of `steps`."""
    number: int = ledger.value(
        f"SELECT count(*) FROM pending WHERE step IN ({marks(steps)}) AND shard <> ?", (NO_SHARD,)
    )
    return number
