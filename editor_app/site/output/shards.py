"""The manifest of what a run makes of a site: only the shards that change are written anew."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from operator import itemgetter

from editor_app.site.output.ledger import Ledger
from editor_app.site.output.manifest import (
    FileRow,
    content_of,
    digits_for,
    encode_manifest,
    encode_shard,
    shard_path,
)
from editor_app.site.output.paths import MANIFEST, SHARD_DIGITS
from editor_app.site.output.pending import GONE, NO_SHARD, Pending, Step, marks
from editor_app.site.output.site_record import Site, site_of
from editor_app.site.output.staging import Staging
from editor_app.site.output.values import State

# Beyond so many shards one pass over all files is quicker than looking up the files of each.
_FEW = 64
_FIELDS = "path, sha256, size, owner, revision"


class Shards:
    """The shards of the site that `pending` makes of the one before, of which only some differ."""

    def __init__(self, ledger: Ledger, pending: Pending) -> None:
        self._ledger = ledger
        self._pending = pending
        before = site_of(ledger) or Site(b"", 0)
        self.count = pending.count_after(before.count)
        self._digits = digits_for(self.count)
        self._shift = 4 * (SHARD_DIGITS - self._digits)
        self.is_cut_anew = before.digits != self._digits

    @cached_property
    def _before(self) -> dict[str, str]:
        rows = self._ledger.run(
            "SELECT path, sha256 FROM files WHERE shard = ? AND path <> ?", (NO_SHARD, MANIFEST)
        )
        return {path: digest.hex() for path, digest in rows}

    def put(self, staging: Staging, state: State) -> Site:
        """Hand over the manifest of the site, made of `state`, with the shards that change."""
        hashes = {} if self.is_cut_anew else dict(self._before)
        empty = set(self._before) if self.is_cut_anew else {self._path(one) for one in self._affected()}
        for shard, rows in self._changed():
            path = self._path(shard)
            data = encode_shard(rows)
            hashes[path] = sha256(data).hexdigest()
            staging.put(path, data)
            empty.discard(path)
        for path in empty:
            hashes.pop(path, None)
            self._pending.remove(path)
        staging.put(MANIFEST, encode_manifest(state.head, state.moment, self.count, hashes))
        return Site(content_of(hashes), self.count, self._digits, state)

    def manifest(self, state: State) -> bytes:
        """Return the manifest of the site, made of `state`, where no shard changes."""
        return encode_manifest(state.head, state.moment, self.count, self._before)

    def _path(self, shard: int) -> str:
        return shard_path(shard << self._shift, self._digits)

    def _affected(self) -> list[int]:
        rows = self._ledger.run(
            "SELECT DISTINCT shard >> ? FROM pending WHERE shard <> ? AND step <> ?",
            (self._shift, NO_SHARD, Step.REFRESH),
        )
        return sorted(shard for (shard,) in rows)

    def _changed(self) -> Iterator[tuple[int, list[FileRow]]]:
        """Yield the shards to be written, each with its files by path; none that would be empty."""
        affected = None if self.is_cut_anew else self._affected()
        if affected is not None and len(affected) <= _FEW:
            for shard in affected:
                first = shard << self._shift
                last = first + (1 << self._shift) - 1
                if rows := self._ledger.run(_files(f"shard BETWEEN {first} AND {last}")).fetchall():
                    yield shard, [row[1:] for row in rows]
            return
        # The rows are sorted, and so read to their end, before the first is given: puts do not disturb.
        everything = self._ledger.run(_files(f"shard <> {NO_SHARD}", f"shard >> {self._shift}"))
        for shard, group in groupby(everything, key=itemgetter(0)):
            if affected is None or shard in affected:
                yield shard, [row[1:] for row in group]


def _files(where: str, shard: str = "0") -> str:
    """Return the statement for the files that will be there, by shard and path."""
    return (
        f"SELECT {shard} AS place, {_FIELDS} FROM files"
        f" WHERE {where} AND NOT EXISTS (SELECT 1 FROM pending p WHERE p.path = files.path)"
        f" UNION ALL SELECT {shard}, {_FIELDS} FROM pending WHERE {where} AND step NOT IN ({marks(GONE)})"
        " ORDER BY place, path"
    )
