"""What a run hands over: compared with what is there, and written beside the target where it differs."""

from collections.abc import Sequence
from hashlib import sha256

from editor_app.site.output.disk import file_digest, regular_stat
from editor_app.site.output.errors import SamePath, WouldDestroy
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.pending import Pending, Step
from editor_app.site.output.place import Place
from editor_app.site.output.stage import Stage, StagedFile
from editor_app.site.output.values import Conflict, ConflictKind, Put

# What the ledger knows of a file: SHA-256, size, time, owner and revision.
Known = tuple[bytes, int, int, str, str]
KNOWN = "SELECT sha256, size, mtime, owner, revision FROM files WHERE path = ?"


class Staging:
    """The files of a run, and what the ledger notes of them."""

    def __init__(self, place: Place, ledger: Ledger, pending: Pending, *, is_first: bool) -> None:
        self._ledger = ledger
        self._pending = pending
        self._is_first = is_first
        self._stage = Stage(place)
        self._live = f"{place.live.as_posix()}/"
        self._target = place.target

    def put(self, path: str, data: bytes, owner: str = "", revision: str = "") -> Put:
        """Write `data` for `path` unless the target has it; raises SamePath."""
        digest, size = sha256(data).digest(), len(data)
        result = self._compare(path, digest, size, owner, revision)
        if result is not Put.SAME:
            time = self._stage.write(path, data)
            self._note(StagedFile(path, digest, size, time, owner, revision), result)
        return result

    def take_over(self, files: Sequence[StagedFile]) -> None:
        """Take over what is in the stage already, or what the target has.

        Raises SamePath, and WouldDestroy where the target has another file now.
        """
        if self._is_first:
            self._pending.add(files)
            return
        for file in files:
            result = self._compare(file.path, file.digest, file.size, file.owner, file.revision)
            if result is Put.SAME:
                if file.time is not None:
                    self._stage.remove(file.path)
            elif file.time is None:
                # Somebody changed it since, so that it is nowhere.
                raise WouldDestroy(self._target, (Conflict(file.path, ConflictKind.ALTERED),))
            else:
                self._note(file, result)

    def _note(self, file: StagedFile, result: Put) -> None:
        if self._is_first:
            self._pending.add([file])
        else:
            self._pending.note(file, Step.ADD if result is Put.ADDED else Step.REPLACE)

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
            self._note_same(known, StagedFile(path, digest, size, found.st_mtime_ns, owner, revision))
            return Put.SAME
        return Put.CHANGED if known is not None else Put.ADDED

    def _note_same(self, known: Known | None, now: StagedFile) -> None:
        if known == now[1:]:
            self._pending.drop(now.path)
            return
        is_told = known is not None and (known[0], known[3:]) == (now.digest, (now.owner, now.revision))
        self._pending.note(now, Step.REFRESH if is_told else Step.RECORD)
