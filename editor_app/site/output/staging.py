"""What a run hands over: compared with what is there, and written beside the target where it differs."""

from hashlib import sha256
from pathlib import Path

from editor_app.site.output.disk import file_digest, regular_stat, write_new
from editor_app.site.output.errors import SamePath
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.pending import Pending, Step
from editor_app.site.output.place import Place
from editor_app.site.output.values import Put

# What the ledger knows of a file: SHA-256, size, time, owner and revision.
Known = tuple[bytes, int, int, str, str]
KNOWN = "SELECT sha256, size, mtime, owner, revision FROM files WHERE path = ?"


class Staging:
    """The folder with the files of a run, and what the ledger notes of them."""

    def __init__(self, place: Place, ledger: Ledger, pending: Pending, *, is_first: bool) -> None:
        self._ledger = ledger
        self._pending = pending
        self._is_first = is_first
        self._stage = f"{place.stage.as_posix()}/"
        self._live = f"{place.live.as_posix()}/"

    def put(self, path: str, data: bytes, owner: str = "", revision: str = "") -> Put:
        """Write `data` for `path` unless the target has it; raises SamePath."""
        digest, size = sha256(data).digest(), len(data)
        result = self._compare(path, digest, size, owner, revision)
        if result is Put.SAME:
            return result
        try:
            time = write_new(self._stage + path, data)
        except FileExistsError:
            self._require_same_owner(path, owner)
            Path(self._stage, path).unlink()
            time = write_new(self._stage + path, data)
        self._pending.note(path, _step(result), digest, size, time, owner, revision)
        return result

    def put_written(self, path: str, digest: bytes, size: int, owner: str, revision: str) -> Put:
        """Take over what is staged for `path`, or take what the target has there, if it is the same."""
        staged = regular_stat(self._stage + path)
        result = self._compare(path, digest, size, owner, revision)
        if result is Put.SAME:
            if staged is not None:
                Path(self._stage, path).unlink()
            return result
        if staged is None:
            return self.put(path, Path(self._live, path).read_bytes(), owner, revision)
        if self._is_first:
            self._require_same_owner(path, owner)
        self._pending.note(path, _step(result), digest, size, staged.st_mtime_ns, owner, revision)
        return result

    def _compare(self, path: str, digest: bytes, size: int, owner: str, revision: str) -> Put:
        """Return what a file with `digest` is to what is at `path`; what is the same is noted here."""
        if self._is_first:
            return Put.ADDED
        before = self._pending.name(path, owner)
        if before is not None and before != owner:
            raise SamePath(path, *sorted((before, owner)))
        known: Known | None = self._ledger.row(KNOWN, (path,))
        found = regular_stat(self._live + path)
        if found is None:
            return Put.ADDED
        is_as_left = known is not None and known[:3] == (digest, found.st_size, found.st_mtime_ns)
        if is_as_left or (found.st_size == size and file_digest(self._live + path) == digest):
            self._note_same(path, known, (digest, size, found.st_mtime_ns, owner, revision))
            return Put.SAME
        return Put.CHANGED if known is not None else Put.ADDED

    def _note_same(self, path: str, known: Known | None, now: Known) -> None:
        if known == now:
            self._pending.drop(path)
            return
        is_told = known is not None and (known[0], known[3:]) == (now[0], now[3:])
        self._pending.note(path, Step.REFRESH if is_told else Step.RECORD, *now)

    def _require_same_owner(self, path: str, owner: str) -> None:
        before = self._ledger.value("SELECT owner FROM pending WHERE path = ?", (path,))
        if before is not None and before != owner:
            raise SamePath(path, *sorted((before, owner)))


def _step(result: Put) -> Step:
    return Step.ADD if result is Put.ADDED else Step.REPLACE
