"""A folder that exports write to, as the planner of an export sees it."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from editor_app.site.output.committing import Commit, Tell, nothing_told
from editor_app.site.output.failures import WORLDLY, is_damage, typed_error, typed_errors
from editor_app.site.output.going_back import generations, put_back
from editor_app.site.output.opening import open_ledger, tidy
from editor_app.site.output.paths import is_of_manifest, is_path
from editor_app.site.output.pending import Pending
from editor_app.site.output.place import Place
from editor_app.site.output.releases import require_links
from editor_app.site.output.site_record import site_of
from editor_app.site.output.stage import Stage, StagedFile
from editor_app.site.output.staging import KNOWN, Staging
from editor_app.site.output.switching import begun
from editor_app.site.output.turns import PATIENCE_SECONDS, turn
from editor_app.site.output.values import Change, Conflict, FileRecord, Generation, Put, State, Switched


class Output:
    """The site at a target and what a run is about to make of it.

    What is asked (`state`, `file`, `article`, `paths_of`) is what the last commit left; what the run puts
    shows in `changes` alone. Nothing at the target changes before `commit`, and a run that ends without
    one leaves nothing. Errors of the disk are TargetNotWritable and what derives from it.
    """

    def __init__(self, target: Path, *, adopt: bool, releases: bool | None, patience: float) -> None:
        self._adopt = adopt
        self._releases = releases
        self._patience = patience
        self._exits = ExitStack()
        with typed_errors(target):
            self.place = Place(target)
        self._is_over = False
        self._replaces_all = False

    @classmethod
    def open(
        cls,
        target: Path,
        *,
        adopt: bool = False,
        releases: bool | None = None,
        patience: float = PATIENCE_SECONDS,
    ) -> Self:
        """Return the output at `target`, to be used in a `with`, which waits up to `patience` seconds.

        Entering it finishes or undoes what a killed run left. It raises TargetBusy, and ForeignFolder where
        the folder has files but no manifest of ours; `adopt` takes such a folder over, its files being
        others' work. `releases` lets a commit write whole releases behind one link that is switched, or a
        plain folder; None leaves it as it is. It raises NoReleases where there are no links. Nothing here
        needs a clock: the moment comes with the state.
        """
        return cls(target, adopt=adopt, releases=releases, patience=patience)

    def __enter__(self) -> Self:
        with typed_errors(self.place.target), self._exits:
            self.place.target.parent.mkdir(parents=True, exist_ok=True)
            self._exits.enter_context(turn(self.place, patience=self._patience))
            if self._releases:
                require_links(self.place)
            self._ledger, self.is_first, self.rebuilt = open_ledger(self.place, adopt=self._adopt)
            self._exits.callback(self._ledger.close)
            self._pending = Pending(self._ledger)
            self._staging = Staging(self.place, self._ledger, self._pending, is_first=self.is_first)
            self._exits = self._exits.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with typed_errors(self.place.target), self._exits:
            if is_damage(error):
                self._is_over = True
                self._ledger.set_aside()
            self.abandon()

    # What the last commit left.

    @property
    def state(self) -> State | None:
        """What the site was made of; None before the first export and where that is not known any more.

        Then `article` knows nothing either, and everything has to be put.
        """
        site = site_of(self._ledger)
        return None if site is None else site.state

    def file(self, path: str) -> FileRecord | None:
        """Return what was last written to `path`, None where nothing was."""
        found = self._ledger.row(KNOWN, (path,))
        return None if found is None else FileRecord(found[0].hex(), found[1], *found[3:])

    def paths_of(self, owner: str) -> list[str]:
        """Return the paths that were written for `owner`, sorted."""
        rows = self._ledger.run("SELECT path FROM files WHERE owner = ? ORDER BY path", (owner,))
        return [path for (path,) in rows]

    def article(self, article_id: str) -> bytes | None:
        """Return what was remembered of an article, None where nothing was."""
        found: bytes | None = self._ledger.value(
            "SELECT remembered FROM articles WHERE id = ?", (article_id,)
        )
        return found

    def article_ids(self) -> Iterator[str]:
        """Yield the ids of the articles of which something is remembered, sorted."""
        for (article_id,) in self._ledger.run("SELECT id FROM articles ORDER BY id"):
            yield article_id

    # What the run hands over.

    def put(self, path: str, data: bytes, *, owner: str = "", revision: str = "") -> Put:
        """Let the site have `data` at `path`, for `owner`, showing `revision`; return what that changes.

        A file that is missing is written anew even where the ledger knows the same bytes, and so is one
        that somebody altered: then it is a conflict. Raises SamePath where another owner put one there.
        """
        _require_path(path)
        try:
            return self._staging.put(path, data, owner, revision)
        except WORLDLY as error:
            raise typed_error(error, self.place.target) from error

    @property
    def stage(self) -> Stage:
        """Where files are written that are then handed over; another process has one of its own."""
        return Stage(self.place)

    def take_over(self, files: Sequence[StagedFile]) -> None:
        """Take over what is in the stage, or what was found at the target, as `put` does.

        The commit reads back all that was written.
        """
        for file in files:
            _require_path(file.path)
        with typed_errors(self.place.target):
            self._staging.take_over(files)

    def keep(self, path: str) -> None:
        """Let the file at `path` stay as it is, whatever else `replace_all` or `remove` take away."""
        if self.is_first:
            return
        with typed_errors(self.place.target):
            self._pending.name(
                path, self._ledger.value("SELECT owner FROM files WHERE path = ?", (path,)) or ""
            )
            self._pending.drop(path)

    def remove(self, path: str) -> None:
        """Take the file of ours at `path` away, unless this run puts or keeps one there."""
        if self.is_first:
            return
        with typed_errors(self.place.target):
            if self._pending.named(path) is None:
                self._pending.remove(path)

    def replace_all(self) -> None:
        """Let the commit take away every file of ours that this run neither puts nor keeps."""
        self._replaces_all = True

    def remember(self, articles: Sequence[tuple[str, bytes | None]]) -> None:
        """Remember something of articles, by id, for the next run; None forgets one."""
        with typed_errors(self.place.target):
            self._ledger.run_for_each("INSERT OR REPLACE INTO pending_articles VALUES (?, ?)", articles)

    # How the run ends.

    def changes(self) -> Iterator[Change]:
        """Yield what a commit would do to the files of the site, by path; the manifest is not among them."""
        self._finish_putting()
        yield from self._pending.changes()

    def conflicts(self) -> tuple[Conflict, ...]:
        """Return everything that a commit would destroy of others' work, by path."""
        with typed_errors(self.place.target):
            self._finish_putting()
            return self._commit().conflicts()

    def commit(
        self,
        state: State,
        *,
        overwrite: bool = False,
        tell: Tell = nothing_told,
    ) -> Switched:
        """Make the site what the run put, whole or not at all, and end the run.

        `tell` is called with what is done, how much of it, and how much there is; what it raises cancels
        the commit, until the switch begins. Raises WouldDestroy where there are conflicts, of which
        `overwrite` allows those that can be kept, BrokenSite where the disk does not give back what
        was written, and SameOnDisk. Then the target is as it was.
        """
        with typed_errors(self.place.target):
            self._finish_putting()
            switched = self._commit().run(state, overwrite=overwrite, tell=tell)
            self._is_over = True
        return msgspec.structs.replace(switched, rebuilt=self.rebuilt)

    def generations(self) -> tuple[Generation, ...]:
        """Return what can be gone back to, the newest first."""
        with typed_errors(self.place.target):
            return tuple(generations(self._ledger))

    def roll_back(
        self,
        before: int | None = None,
        *,
        overwrite: bool = False,
        tell: Tell = nothing_told,
    ) -> Switched:
        """Make the site what it was before the generation `before`, or the newest, and end the run.

        It is a commit as any other, which can be gone back on too. The run must not have put anything.
        Raises what `commit` raises, NothingKept, and KeptDamaged; then the target is as it was.
        """
        with typed_errors(self.place.target):
            site = put_back(self.place, self._ledger, self._pending, before)
            switched = self._commit().finish(site, overwrite=overwrite, tell=tell)
            self._is_over = True
        return switched

    def abandon(self) -> None:
        """Forget what the run put; the target is as it was."""
        if self._is_over:
            return
        self._is_over = True
        with typed_errors(self.place.target):
            if self._ledger.in_transaction:
                self._ledger.run("ROLLBACK")
            # A switch that could neither be finished nor undone is the business of the next run.
            if begun(self._ledger) is None:
                tidy(self.place, self._ledger)

    @property
    def is_to_be_moved(self) -> bool:
        """Whether a commit, even without changes, makes releases of a folder or a folder of releases."""
        return self._releases is not None and self._releases != (self.place.release is not None)

    def _commit(self) -> Commit:
        by_releases = self.place.release is not None if self._releases is None else self._releases
        return Commit(
            self.place,
            self._ledger,
            self._pending,
            self._staging,
            is_first=self.is_first,
            by_releases=by_releases,
        )

    def _finish_putting(self) -> None:
        if self._replaces_all and not self.is_first:
            self._pending.remove_unnamed()


def _require_path(path: str) -> None:
    if not is_path(path) or is_of_manifest(path):
        raise ValueError(f"{path!r} is no path in a site")
