"""Brings the rows that can still be read into a new archive, and mends what hangs loose there."""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from editor_app.archive.salvage.copying import Text
from editor_app.archive.salvage.rebuilding import metadata_of, text_of
from editor_app.archive.salvage.rows import Row, TornTable
from editor_app.archive.stored_values import CHOICES

# In rows.
TOLD_EVERY = 500
_NEWEST = "number = (SELECT max(number) FROM revisions WHERE article_id = r.article_id)"
# What is left of articles without their row, and of articles without their words.
_LOST_ROWS = f"""
    SELECT article_id, max(content) FROM (
        SELECT article_id, content FROM working_copies
        UNION ALL
        SELECT article_id, content FROM revisions r WHERE {_NEWEST}
            AND article_id NOT IN (SELECT article_id FROM working_copies)
    ) WHERE article_id NOT IN (SELECT id FROM articles) GROUP BY article_id
"""
_LOST_TEXTS = f"""
    SELECT a.id, a.title, a.kind, a.language, r.content
    FROM articles a LEFT JOIN revisions r ON r.article_id = a.id AND r.{_NEWEST}
    WHERE a.id NOT IN (SELECT article_id FROM working_copies)
"""


class Rescue:
    """Copies table by table from `damaged` to `target`, an empty archive of the same version."""

    def __init__(
        self,
        damaged: sqlite3.Connection,
        target: sqlite3.Connection,
        progress: Callable[[int, int], Any],
    ) -> None:
        self._damaged = damaged
        self._target = target
        self._progress = progress
        self._read = self._expected = 0
        self.torn: list[str] = []
        self.mended = 0
        self.rebuilt = 0

    def run(self) -> None:
        """Copy all, and leave no reference to a row that is not there."""
        # Nobody needs the copy after a power cut: it is made again.
        for pragma in ("foreign_keys = OFF", "journal_mode = MEMORY", "synchronous = OFF"):
            self._target.execute(f"PRAGMA {pragma}")
        self._target.execute("BEGIN")
        tables = _own_tables(self._target)
        self._expected = sum(TornTable(self._damaged, table).about_how_many() for table in tables)
        for table in tables:
            if not self._copy(table):
                self.torn.append(table)
        self._mend_words()
        self._rebuild_articles()
        self._drop_loose_ends()
        self._target.execute("COMMIT")

    def _copy(self, table: str) -> bool:
        """Copy what can be read of a table; tell whether that was all."""
        details = self._target.execute(f'PRAGMA table_info("{table}")').fetchall()
        columns = [row[1] for row in details]
        times = [place for place, row in enumerate(details, start=1) if row[2] in ("DATETIME", "DATE")]
        source = TornTable(self._damaged, table, columns)
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        insert = f'INSERT INTO "{table}" (rowid, {names}) VALUES (?, {marks})'
        refused = 0
        for row in source.rows():
            self._count()
            try:
                self._target.execute(insert, _plain(row, times))
            except (sqlite3.Error, ValueError):
                refused += 1
        self.mended += refused
        return not source.is_torn and not refused

    def _count(self) -> None:
        if self._read % TOLD_EVERY == 0:
            self._progress(self._read, max(self._expected, self._read))
        self._read += 1

    def _mend_words(self) -> None:
        for (table, column), least in CHOICES.items():
            words = [word.value for word in type(least)]
            marks = ", ".join("?" * len(words))
            # An archive of an older version may lack the table or the column.
            with suppress(sqlite3.OperationalError):
                mended = self._target.execute(
                    f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" NOT IN ({marks})',
                    (least.value, *words),
                )
                self.mended += mended.rowcount

    def _rebuild_articles(self) -> None:
        """Make anew the row of an article of which a text is left, and the text where a row is."""
        columns = {row[1] for row in self._target.execute("PRAGMA table_info(articles)")}
        for article_id, content in self._target.execute(_LOST_ROWS).fetchall():
            values = {name: value for name, value in metadata_of(content).items() if name in columns}
            names, marks = ", ".join(values), ", ".join("?" * (len(values) + 1))
            self._target.execute(
                f"INSERT INTO articles (id, {names}) VALUES ({marks})", (article_id, *values.values())
            )
            self.rebuilt += 1
        for article_id, title, kind, language, content in self._target.execute(_LOST_TEXTS).fetchall():
            text = text_of(article_id, title, kind, language, content)
            self._target.execute("INSERT INTO working_copies VALUES (?, ?)", (article_id, text))
            self.rebuilt += 1

    def _drop_loose_ends(self) -> None:
        while broken := self._target.execute("PRAGMA foreign_key_check").fetchall():
            for table, number, _parent, key in broken:
                self._cut_loose(table, number, key)
                self.mended += 1

    def _cut_loose(self, table: str, number: int, key: int) -> None:
        keys = self._target.execute(f'PRAGMA foreign_key_list("{table}")').fetchall()
        column = next(row[3] for row in keys if row[0] == key)
        details = self._target.execute(f'PRAGMA table_info("{table}")').fetchall()
        if next(row[3] or row[5] for row in details if row[1] == column):
            self._target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
        else:
            self._target.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (number,))


def _own_tables(database: sqlite3.Connection) -> list[str]:
    """Return the tables that hold what somebody wrote; not what searches keep for themselves."""
    rows = database.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
    ).fetchall()
    virtual = [name for name, sql in rows if str(sql).upper().startswith("CREATE VIRTUAL")]
    return [
        name
        for name, _sql in rows
        if name not in ("alembic_version", "sqlite_sequence", "search_rows", "search_words")
        and not any(name == owner or name.startswith(f"{owner}_") for owner in virtual)
    ]


def _plain(row: Row, times: Sequence[int]) -> Sequence[Any]:
    """Return a row with its texts as text; raises ValueError where one is none, or at `times` no time."""
    values = [value.decode() if isinstance(value, Text) else value for value in row]
    for place in times:
        if values[place] is not None:
            datetime.fromisoformat(str(values[place]))
    return values
