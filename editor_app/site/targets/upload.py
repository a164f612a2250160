"""An export becomes the website on a server: only what differs is sent, also after a run that was cut.

Until the manifest is put, last of all, the one there tells of the site before, and the journal of what
may have been put since. So each run knows what is ours, whatever became of the one before it.
"""

import time
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from editor_app.site.output.paths import MANIFEST
from editor_app.site.targets.compared import (
    Difference,
    ToRemove,
    ToSend,
    compare,
    paths_with_hashes,
    rank,
    whole_file,
)
from editor_app.site.targets.errors import UploadStopped, WouldOverwrite
from editor_app.site.targets.journal import (
    JOURNAL,
    Check,
    Journal,
    in_turn,
    known_of,
    read_journal,
    write_journal,
)
from editor_app.site.targets.steady import Steady, in_lanes
from editor_app.site.targets.values import (
    Doing,
    IsStopped,
    Progress,
    Published,
    RemoteConflict,
    RemoteConflictKind,
    Tell,
)


class Upload:
    """One publishing of the export in `folder` to `remote`, at `where`."""

    def __init__(
        self, remote: Steady, where: str, folder: Path, *, tell: Tell, is_stopped: IsStopped, overwrite: bool
    ) -> None:
        self._remote = remote
        self._where = where
        self._folder = folder
        self._tell = tell
        self._is_stopped = is_stopped
        self._overwrite = overwrite
        self._conflicts: list[RemoteConflict] = []
        # What is there already as it is to be, or is gone already.
        self._settled: set[str] = set()

    async def look(self) -> Published:
        """Return what publishing would do; raises WouldOverwrite, NoExport and ExportAltered."""
        difference, _journal = await self._compared()
        await self._look_at_what_is_there(difference)
        return self._outcome(difference)

    async def run(self) -> Published:
        """Publish; raises WouldOverwrite, UploadBusy, UploadTakenOver, UploadStopped and those of `look`."""
        difference, journal = await self._compared()
        if difference.is_none and journal is None:
            return self._outcome(difference)
        return await in_turn(self._remote, self._where, self._run_in_turn)

    async def _run_in_turn(self, require_turn: Check) -> Published:
        # Whoever had the turn before may have published meanwhile.
        difference, journal = await self._compared()
        await self._look_at_what_is_there(difference)
        await write_journal(self._remote, journal, paths_with_hashes(difference))
        await self._send(difference)
        await self._remove([*difference.removals])
        self._tell(Progress(Doing.FINISHING, 0, 1))
        await in_lanes(difference.shards, self._send_one, self._remote.lanes)
        await in_lanes(difference.gone_shards, self._remove_one, self._remote.lanes)
        self._go_on()
        await require_turn()
        await self._remote.put(MANIFEST, difference.top)
        await self._remote.remove(JOURNAL)
        return self._outcome(difference)

    async def _compared(self) -> tuple[Difference, Journal | None]:
        journal = await read_journal(self._remote)
        return await compare(self._folder, self._remote.read, known_of(journal)), journal

    async def _look_at_what_is_there(self, difference: Difference) -> None:
        """Find what is settled, and what others did at the paths that the upload touches."""
        if difference.top_there is None and await self._remote.is_empty():
            return
        steps: list[ToSend | ToRemove] = [*difference.sends, *difference.shards, _step_of_top(difference)]
        steps += [*difference.removals, *difference.gone_shards]
        count = _Count(Doing.COMPARING, len(steps), 0, self._tell)

        async def look_at(step: ToSend | ToRemove) -> None:
            self._go_on()
            there = await self._remote.read(step.path)
            digest = None if there is None else sha256(there).hexdigest()
            if digest == (step.sha256 if isinstance(step, ToSend) else None):
                self._settled.add(step.path)
            elif digest is not None and digest not in step.known:
                kind = RemoteConflictKind.ALTERED if step.known else RemoteConflictKind.FOREIGN
                self._conflicts.append(RemoteConflict(step.path, kind))
            count.add(0)

        await in_lanes(steps, look_at, self._remote.lanes)
        self._conflicts.sort(key=lambda one: one.path)
        if self._conflicts and not self._overwrite:
            raise WouldOverwrite(self._where, tuple(self._conflicts))

    async def _send(self, difference: Difference) -> None:
        """Send in the order of the steps: none of a later group before all of an earlier one are there."""
        steps = [one for one in difference.sends if one.path not in self._settled]
        count = _Count(Doing.SENDING, len(steps), sum(one.size for one in steps), self._tell)

        async def send(step: ToSend) -> None:
            await self._send_one(step)
            count.add(step.size)

        for group in _groups(steps):
            await in_lanes(group, send, self._remote.lanes)

    async def _send_one(self, step: ToSend) -> None:
        self._go_on()
        if step.path not in self._settled:
            await self._remote.put(step.path, whole_file(self._folder, step.path, step.sha256))

    async def _remove(self, steps: list[ToRemove]) -> None:
        count = _Count(Doing.REMOVING, len(steps), 0, self._tell)

        async def remove(step: ToRemove) -> None:
            await self._remove_one(step)
            count.add(0)

        await in_lanes(steps, remove, self._remote.lanes)

    async def _remove_one(self, step: ToRemove) -> None:
        self._go_on()
        # What is gone may still have left a part of a cut run.
        await self._remote.remove(step.path)

    def _go_on(self) -> None:
        if self._is_stopped():
            raise UploadStopped(self._where)

    def _outcome(self, difference: Difference) -> Published:
        sent = [one for one in difference.sends if one.path not in self._settled]
        shards = [one for one in difference.shards if one.path not in self._settled]
        return Published(
            self._where,
            difference.files,
            added=tuple(sorted(one.path for one in sent if one.is_new)),
            changed=tuple(sorted(one.path for one in sent if not one.is_new)),
            removed=tuple(one.path for one in difference.removals if one.path not in self._settled),
            already=len(difference.sends) - len(sent),
            sent_bytes=sum(one.size for one in (*sent, *shards))
            + (len(difference.top) if difference.top != difference.top_there else 0),
            overwritten=tuple(one.path for one in self._conflicts),
        )


def _step_of_top(difference: Difference) -> ToSend:
    there = set() if difference.top_there is None else {sha256(difference.top_there).hexdigest()}
    digest = sha256(difference.top).hexdigest()
    return ToSend(MANIFEST, digest, len(difference.top), frozenset(there), not there)


def _groups(steps: list[ToSend]) -> list[list[ToSend]]:
    """Return what pages point to, new pages, changed pages and the front page, each whole."""
    return [list(group) for _rank, group in groupby(steps, key=rank)]


class _Count:
    """Counts what is done and tells of it, with the time that the rest takes at the pace so far."""

    def __init__(self, doing: Doing, files: int, size: int, tell: Tell) -> None:
        self._progress = Progress(doing, 0, files, 0, size)
        self._begun = time.monotonic()
        self._tell = tell
        if files:
            tell(self._progress)

    def add(self, size: int) -> None:
        """Count a file of `size` bytes as done."""
        now, before = time.monotonic() - self._begun, self._progress
        files, done = before.files + 1, before.bytes + size
        share = done / before.all_bytes if before.all_bytes else files / before.all_files
        left = now / share - now if now > 1 and share else None
        self._progress = Progress(before.doing, files, before.all_files, done, before.all_bytes, left)
        self._tell(self._progress)
