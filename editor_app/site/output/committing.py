"""A commit: everything is checked and kept before anything is switched, so that it is whole or not there."""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256

import msgspec

from editor_app.site.errors import BrokenSite
from editor_app.site.output.conflicts import Examination
from editor_app.site.output.disk import (
    file_digest,
    has_digest,
    link_or_copy,
    move_over,
    regular_stat,
    remove_tree,
    sync,
    write_new,
)
from editor_app.site.output.errors import HalfSwitched, SameOnDisk, WouldDestroy
from editor_app.site.output.failures import WORLDLY, reason_of
from editor_app.site.output.keeping import prune
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.manifest import read_manifest, with_head
from editor_app.site.output.opening import last_generation
from editor_app.site.output.paths import MANIFEST, ignores_case, one_on_disk
from editor_app.site.output.pending import REMOVALS, WRITES, Pending, Step, marks
from editor_app.site.output.place import Place
from editor_app.site.output.releases import prepare_release, prune_releases
from editor_app.site.output.shards import Shards
from editor_app.site.output.site_record import Site, site_of
from editor_app.site.output.staging import Staging
from editor_app.site.output.switching import Mode, Switch, begin, forget, go_back, go_on, settle
from editor_app.site.output.values import Conflict, State, Switched


class Work(StrEnum):
    """What a commit is doing."""

    CHECKING = "checking"
    KEEPING = "keeping"
    SWITCHING = "switching"


Tell = Callable[[Work, int, int], None]


def nothing_told(_work: Work, _done: int, _whole: int) -> None:
    """Tell nobody."""


class Commit:
    """The end of a run: from what is pending to a site that is switched."""

    def __init__(
        self,
        place: Place,
        ledger: Ledger,
        pending: Pending,
        staging: Staging,
        *,
        is_first: bool,
        by_releases: bool,
    ) -> None:
        self._place = place
        self._ledger = ledger
        self._pending = pending
        self._staging = staging
        self._is_first = is_first
        self._by_releases = by_releases

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return everything that the switch would destroy of others' work."""
        if self._is_first:
            return ()
        return tuple(sorted(set(Examination(self._place.live, self._ledger).conflicts()), key=_by_path))

    def run(self, state: State, *, overwrite: bool, tell: Tell) -> Switched:
        """Make the site what the run put, with a manifest that tells of it."""
        shards = Shards(self._ledger, self._pending)
        is_told_anew = self._is_first or self._pending.has_files() or shards.is_cut_anew
        stays = self._by_releases == (self._place.release is not None)
        site = site_of(self._ledger)
        if site is not None and stays and not is_told_anew and self._manifest_is_ours():
            return self._note_state(state, shards, site)
        return self.finish(shards.put(self._staging, state), overwrite=overwrite, tell=tell)

    def finish(self, site: Site, *, overwrite: bool, tell: Tell) -> Switched:
        """Check, keep, switch and record, in that order."""
        overwritten = self._require_no_conflict(overwrite=overwrite)
        self._require_all_different()
        switched = Switched(
            added=self._pending.count(Step.ADD),
            changed=self._pending.count(Step.REPLACE, Step.RETURN),
            removed=self._pending.count(Step.FORGET, *REMOVALS),
            generation=last_generation(self._ledger) + 1 if self._replaces() else None,
            overwritten=overwritten,
        )
        self._read_back(tell)
        if switched.generation is not None:
            self._keep_old(switched.generation, tell)
        prepared = self._prepared(switched.generation or 0, site)
        tell(Work.SWITCHING, 0, 0)
        self._switch(prepared)
        return switched

    def _replaces(self) -> bool:
        """Whether there is a site before, of which something is to be kept."""
        return not self._is_first and self._pending.has_files()

    def _prepared(self, generation: int, site: Site) -> Switch:
        before = self._place.release
        if not self._by_releases and before is None:
            return Switch(Mode.FOLDER if self._is_first else Mode.FILES, generation, site)
        release = prepare_release(self._place, self._ledger)
        sync(self._place.beside, ())
        mode = Mode.RELEASE if self._by_releases else Mode.UNLINKED
        return Switch(mode, generation, site, release, before)

    def _manifest_is_ours(self) -> bool:
        """Whether no one else's work is where the manifest belongs."""
        file = self._place.live / MANIFEST
        if not os.path.lexists(file):
            return True
        is_as_left = regular_stat(file) is not None and file_digest(file) == self._known_manifest()
        return is_as_left or read_manifest(self._place.live) is not None

    def _known_manifest(self) -> bytes | None:
        known: bytes | None = self._ledger.value("SELECT sha256 FROM files WHERE path = ?", (MANIFEST,))
        return known

    def _note_state(self, state: State, shards: Shards, site: Site) -> Switched:
        """Let the manifest and the ledger know of a moment at which no file of the site is another."""
        file = self._place.live / MANIFEST
        found = file.read_bytes() if regular_stat(file) else b""
        if sha256(found).digest() == self._known_manifest():
            data = with_head(found, state.head, state.moment, site.count)
        else:
            data = shards.manifest(state)
        if found != data:
            staged = self._place.stage / MANIFEST
            time = write_new(staged.as_posix(), data)
            move_over(staged, file)
            self._pending.note_manifest(data, time)
        settle(self._ledger, Switch(Mode.FILES, 0, msgspec.structs.replace(site, state=state)))
        with suppress(OSError):
            remove_tree(self._place.stage)
        return Switched(0, 0, 0)

    def _require_no_conflict(self, *, overwrite: bool) -> tuple[str, ...]:
        """Return the paths of others' work that will be replaced; raises WouldDestroy."""
        found = self.conflicts()
        refused = tuple(one for one in found if not (overwrite and one.may_be_overwritten))
        if refused:
            raise WouldDestroy(self._place.target, refused)
        return tuple(one.path for one in found)

    def _require_all_different(self) -> None:
        """Raise SameOnDisk where a disk without upper and lower case would take two paths for one."""
        if not ignores_case(self._place.lock):
            return
        self._ledger.add_function(one_on_disk)
        # A path that goes counts too: its removal would take away the file that came in its place.
        twice = self._ledger.row(
            "SELECT min(path), max(path) FROM (SELECT path FROM pending UNION SELECT path FROM files)"
            " GROUP BY one_on_disk(path) HAVING count(*) > 1"
        )
        if twice is not None:
            raise SameOnDisk(self._place.target, *twice)

    def _read_back(self, tell: Tell) -> None:
        """Wait for the disk and read what was staged: a disk that lies is found out before the switch."""
        sync(self._place.stage, (self._place.stage / path for path, *_file in self._written()))
        whole, stage = self._pending.rows(*WRITES), self._place.stage.as_posix()
        for done, (path, size, digest) in enumerate(self._written()):
            if not done & 255:
                tell(Work.CHECKING, done, whole)
            if not has_digest(f"{stage}/{path}", size, digest):
                raise BrokenSite(path, "the file is not as it was written")

    def _written(self) -> Iterator[tuple[str, int, bytes]]:
        yield from self._ledger.run(
            f"SELECT path, size, sha256 FROM pending WHERE step IN ({marks(WRITES)}) ORDER BY path"
        )

    def _keep_old(self, generation: int, tell: Tell) -> None:
        """Give what will be replaced a second name, from which it can be put back."""
        kept = self._place.kept_of(generation)
        kept.mkdir(parents=True)
        whole = self._pending.rows(*WRITES, *REMOVALS)
        rows = self._ledger.run("SELECT path FROM pending WHERE kept NOTNULL ORDER BY path")
        for done, (path,) in enumerate(rows):
            if not done & 255:
                tell(Work.KEEPING, done, whole)
            link_or_copy(self._place.live / path, kept / path)
        self._ledger.note("generation", str(generation).encode())

    def _switch(self, switch: Switch) -> None:
        begin(self._place, self._ledger, switch)
        try:
            go_on(self._place, self._ledger, switch)
            sync(self._place.beside, ())
        except OSError:
            self._undo(switch)
            raise
        try:
            settle(self._ledger, switch)
        except WORLDLY as error:
            raise HalfSwitched(self._place.target, reason_of(error)) from error
        # The new site is in place; what resists removal is taken away by the next run.
        with suppress(OSError):
            self._place.mark.unlink()
            remove_tree(self._place.stage)
            prune(self._place, self._ledger)
            prune_releases(self._place)

    def _undo(self, switch: Switch) -> None:
        try:
            go_back(self._place, self._ledger, switch)
            forget(self._ledger)
        except WORLDLY as error:
            raise HalfSwitched(self._place.target, reason_of(error)) from error


def _by_path(conflict: Conflict) -> str:
    return conflict.path
