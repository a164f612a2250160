"""The way back: an export of what earlier ones replaced and kept."""

import shutil
from collections.abc import Iterator

import msgspec

from editor_app.site.output.disk import file_digest, regular_stat
from editor_app.site.output.errors import KeptDamaged, NothingKept
from editor_app.site.output.ledger import Ledger
from editor_app.site.output.pending import Pending, Step
from editor_app.site.output.place import Place
from editor_app.site.output.site_record import Site, site_of
from editor_app.site.output.stage import StagedFile
from editor_app.site.output.values import Generation

# Of several generations that changed a file, the oldest knows what it was; what it was made of is with the
# oldest that touched its bytes.
_FILES = f"""
WITH records AS (
    SELECT path, sha256, size, owner, revision, min(generation) FROM kept_files
    WHERE generation >= ?1 GROUP BY path),
bytes AS (
    SELECT path, kept, step, min(generation) AS generation FROM kept_files
    WHERE generation >= ?1 AND step <> {int(Step.RECORD)} GROUP BY path)
SELECT r.path, r.sha256, r.size, r.owner, r.revision, b.kept, b.generation
FROM records r LEFT JOIN bytes b ON b.path = r.path ORDER BY r.path"""
_ARTICLES = """
INSERT INTO pending_articles SELECT id, remembered FROM (
    SELECT id, remembered, min(generation) FROM kept_articles WHERE generation >= ? GROUP BY id)"""


def generations(ledger: Ledger) -> Iterator[Generation]:
    """Yield what can be gone back to, the newest first."""
    for number, before, *counts in ledger.run("SELECT * FROM generations ORDER BY number DESC"):
        site = msgspec.json.decode(before, type=Site)
        yield Generation(number, site.state, *counts)


def put_back(place: Place, ledger: Ledger, pending: Pending, before: int | None) -> Site:
    """Make what was there before the generation `before`, or the newest, pending; return that site.

    Raises NothingKept and KeptDamaged.
    """
    chosen = ledger.row(
        "SELECT number, site FROM generations"
        " WHERE number = coalesce(?, (SELECT max(number) FROM generations))",
        (before,),
    )
    if chosen is None:
        raise NothingKept(place.target)
    number, encoded = chosen
    for path, digest, _size, owner, revision, kept, generation in ledger.run(_FILES, (number,)):
        if generation is None:
            _put_record_back(ledger, pending, path, digest, owner, revision)
        elif kept is None:
            # No file was there, so none of ours is to be.
            pending.remove(path)
        else:
            size, time = _stage(place, path, kept, generation)
            step = Step.RETURN if kept != digest else Step.REPLACE if _is_known(ledger, path) else Step.ADD
            pending.note(StagedFile(path, kept, size, time, owner or "", revision or ""), step)
    ledger.run(_ARTICLES, (number,))
    site = msgspec.json.decode(encoded, type=Site)
    now = site_of(ledger)
    return msgspec.structs.replace(site, count=pending.count_after(now.count if now else 0))


def _put_record_back(
    ledger: Ledger, pending: Pending, path: str, digest: bytes | None, owner: str | None, revision: str | None
) -> None:
    known = ledger.row("SELECT sha256, size, mtime FROM files WHERE path = ?", (path,))
    if known is not None:
        now, size, time = known
        step = Step.FORGET if digest is None else Step.RECORD
        pending.note(StagedFile(path, now, size, time, owner or "", revision or ""), step)


def _is_known(ledger: Ledger, path: str) -> bool:
    return ledger.value("SELECT 1 FROM files WHERE path = ?", (path,)) is not None


def _stage(place: Place, path: str, digest: bytes, generation: int) -> tuple[int, int]:
    """Copy what was kept to the stage; return its size and time. What is kept stays, apart from the site."""
    kept, staged = place.kept_of(generation) / path, place.stage / path
    if regular_stat(kept) is None or file_digest(kept) != digest:
        raise KeptDamaged(place.target, path)
    staged.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(kept, staged)
    found = staged.stat()
    return found.st_size, found.st_mtime_ns
