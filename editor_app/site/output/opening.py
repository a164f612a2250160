"""The ledger of a target, opened: what a kill left is settled, and what was lost is made anew."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from editor_app.site.errors import ForeignFolder
from editor_app.site.output.disk import file_digest, regular_stat, remove_tree
from editor_app.site.output.errors import HalfSwitched, NewerSite
from editor_app.site.output.failures import WORLDLY, is_damage, reason_of
from editor_app.site.output.ledger import Ledger, NewerLedger, Unreadable
from editor_app.site.output.manifest import (
    SCHEMA,
    Manifest,
    ShardDamaged,
    content_of,
    earlier_records,
    read_manifest,
    read_shard,
)
from editor_app.site.output.paths import MANIFEST, is_of_manifest, shard_of
from editor_app.site.output.pending import NO_SHARD
from editor_app.site.output.place import Place
from editor_app.site.output.releases import prune_releases
from editor_app.site.output.site_record import Site, note_site, site_of
from editor_app.site.output.switching import begun, can_go_on, forget, go_back, go_on, settle
from editor_app.site.output.values import FileRecord, RecoveryKind

# A time that no file has, so that the file is read before it counts as the same.
_UNKNOWN_TIME = -1
_EVERYTHING = (
    "files",
    "articles",
    "pending",
    "pending_articles",
    "generations",
    "kept_files",
    "kept_articles",
    "about",
)


def open_ledger(place: Place, *, adopt: bool) -> tuple[Ledger, bool, bool]:
    """Return the ledger of `place` in a transaction, whether nothing is there yet, and whether it was lost.

    Raises ForeignFolder where the target has files but no manifest of ours, unless it is to be adopted.
    """
    place.require_one_disk()
    _take_over_from_earlier_versions(place)
    ledger = load(place)
    try:
        return ledger, *_settled(place, ledger, adopt=adopt)
    except BaseException as error:
        if not is_damage(error):
            ledger.close()
            raise
        ledger.set_aside()
    ledger = load(place)
    is_first, _is_lost = _settled(place, ledger, adopt=adopt)
    return ledger, is_first, not is_first


def _settled(place: Place, ledger: Ledger, *, adopt: bool) -> tuple[bool, bool]:
    """Settle what a kill left and begin a run; return whether it is the first, and what was lost."""
    settle_cut_off(place, ledger)
    tidy(place, ledger)
    ledger.run("BEGIN IMMEDIATE")
    if place.live.exists() and any(place.live.iterdir()):
        return False, _learn(place, ledger, adopt=adopt)
    if site_of(ledger) is not None:
        _empty(place, ledger)
    return True, False


def _take_over_from_earlier_versions(place: Place) -> None:
    """Settle what an export of an earlier version left that was killed; it renamed whole folders."""
    retired, staging = (
        place.target.with_name(f".{place.target.name}.pressklar-{name}") for name in ("old", "new")
    )
    if retired.is_dir() and not place.target.exists():
        retired.rename(place.target)
    for leftover in (staging, retired):
        remove_tree(leftover)


def load(place: Place) -> Ledger:
    """Return the ledger of `place`, a new one where it is no ledger any more; raises NewerSite."""
    try:
        return Ledger(place.ledger)
    except NewerLedger as error:
        raise NewerSite(place.target) from error
    except Unreadable:
        place.ledger.unlink()
        return Ledger(place.ledger)


def _learn(place: Place, ledger: Ledger, *, adopt: bool) -> bool:
    """Compare the ledger with the manifest of the site; return whether it knew another site, or none."""
    known = ledger.value("SELECT sha256 FROM files WHERE path = ?", (MANIFEST,))
    if (
        known is not None
        and regular_stat(place.live / MANIFEST)
        and known == file_digest(place.live / MANIFEST)
    ):
        return False
    manifest = read_manifest(place.live)
    site = site_of(ledger)
    if manifest is None:
        if site is None and not adopt:
            raise ForeignFolder(place.target)
        # The files are still told from others' work, but nobody knows what became of them.
        note_site(ledger, msgspec.structs.replace(site or Site(b"", 0), state=None))
        ledger.run("DELETE FROM articles")
        return site is not None
    if manifest.schema > SCHEMA:
        raise NewerSite(place.target)
    content = content_of(manifest.shards)
    if site is not None and site.content == content:
        return False
    _empty(place, ledger)
    _rebuild(place.live, ledger, manifest)
    note_site(ledger, Site(content, ledger.value("SELECT count(*) FROM files WHERE shard <> ?", (NO_SHARD,))))
    return True


def settle_cut_off(place: Place, ledger: Ledger) -> RecoveryKind | None:
    """Finish or undo the switch that a kill cut off, if there is one; raises HalfSwitched."""
    switch = begun(ledger)
    if switch is None:
        return None
    try:
        if can_go_on(place, ledger, switch):
            go_on(place, ledger, switch)
            settle(ledger, switch)
            return RecoveryKind.FINISHED
        go_back(place, ledger, switch)
        forget(ledger)
        return RecoveryKind.UNDONE
    except WORLDLY as error:
        if is_damage(error):
            raise
        raise HalfSwitched(place.target, reason_of(error)) from error


def tidy(place: Place, ledger: Ledger) -> None:
    """Remove what a run left that was cut off before its switch, or after it."""
    last = last_generation(ledger)
    # What resists removal now is removed by a later run.
    with suppress(OSError):
        place.mark.unlink(missing_ok=True)
        remove_tree(place.stage)
        for number in kept_numbers(place):
            if number > last:
                remove_tree(place.kept_of(number))
        prune_releases(place)
    for folder in (place.kept, place.releases):
        # One that is not empty stays.
        with suppress(OSError):
            folder.rmdir()


def last_generation(ledger: Ledger) -> int:
    """Return the number of the newest generation that there ever was."""
    return int(ledger.about("generation") or 0)


def kept_numbers(place: Place) -> list[int]:
    """Return the numbers of the generations of which files are kept, oldest first."""
    if not place.kept.is_dir():
        return []
    return sorted(int(folder.name) for folder in place.kept.iterdir() if folder.name.isdecimal())


def _empty(place: Place, ledger: Ledger) -> None:
    """Forget the site; what is kept of earlier ones stays on the disk until newer takes its place."""
    for table in _EVERYTHING:
        ledger.run(f"DELETE FROM {table}")
    if numbers := kept_numbers(place):
        ledger.note("generation", str(numbers[-1]).encode())


def _rebuild(live: Path, ledger: Ledger, manifest: Manifest) -> None:
    """Fill the ledger with what the manifest knows; files that it does not know are others' work."""
    for path, record in _records(live, manifest):
        shard = NO_SHARD if is_of_manifest(path) else shard_of(path)
        ledger.run(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                path,
                bytes.fromhex(record.sha256),
                record.size,
                _UNKNOWN_TIME,
                shard,
                record.owner,
                record.revision,
            ),
        )


def _records(live: Path, manifest: Manifest) -> Iterator[tuple[str, FileRecord]]:
    yield from earlier_records(manifest)
    for path, digest in manifest.shards.items():
        yield path, FileRecord(digest, -1)
        # What a damaged shard told of is no more ours than anybody's.
        with suppress(ShardDamaged):
            yield from read_shard(live, path, digest).items()
