"""Reads the rows of a table around the pages that cannot be read."""

import sqlite3
from collections.abc import Generator, Iterator, Sequence
from typing import Any

# In rows that a damaged page may hide, and in questions that are asked of one table at most.
FARTHEST = 1 << 40
MOST_QUESTIONS = 20_000

Row = tuple[Any, ...]


class TornTable:
    """The rows of one table; `is_torn` tells afterwards that some could not be read."""

    def __init__(self, database: sqlite3.Connection, name: str, columns: Sequence[str] = ()) -> None:
        self._database = database
        self._name = name
        self._columns = ", ".join(f'"{column}"' for column in columns)
        self._questions = 0
        self.is_torn = False

    def rows(self) -> Iterator[Row]:
        """Yield what can be read, each row once: the number that SQLite gave it, then the columns."""
        last = yield from self._read(0, FARTHEST)
        if last is None:
            return
        self.is_torn = True
        end = self._last_number()
        if end is not None and end > last:
            yield from self._read_parts(last + 1, end)

    def about_how_many(self) -> int:
        """Return how many rows there may be, by the number of the last one."""
        return self._last_number() or 0

    def _read(self, first: int, last: int) -> Generator[Row, None, int | None]:
        """Yield the rows with these numbers; return the last that was read where it went wrong, or None."""
        self._questions += 1
        reached = first - 1
        query = (
            f'SELECT rowid, {self._columns} FROM "{self._name}" WHERE rowid BETWEEN ? AND ? ORDER BY rowid'
        )
        try:
            for row in self._database.execute(query, (first, last)):
                yield row
                reached = row[0]
        except sqlite3.DatabaseError:
            return reached
        return None

    def _read_parts(self, first: int, last: int) -> Iterator[Row]:
        """Yield the rows between, halving what cannot be read until single rows are left out."""
        waiting = [(first, last)]
        while waiting and self._questions < MOST_QUESTIONS:
            start, end = waiting.pop()
            reached = yield from self._read(start, end)
            if reached is not None and reached < end:
                start = reached + 1
                middle = (start + end) // 2
                if start < end:
                    waiting += [(middle + 1, end), (start, middle)]

    def _last_number(self) -> int | None:
        """Return the number of the last row that can be reached from the end."""
        query = f'SELECT rowid FROM "{self._name}" ORDER BY rowid DESC LIMIT 1'
        try:
            found: Row | None = self._database.execute(query).fetchone()
        except sqlite3.DatabaseError:
            return self._last_reachable()
        return None if found is None else int(found[0])

    def _last_reachable(self) -> int | None:
        """Feel for the end where the last page is damaged: the farthest number at which a row is found."""
        reached = None
        for power in range(1, 32):
            self._questions += 1
            query = f'SELECT rowid FROM "{self._name}" WHERE rowid >= ? ORDER BY rowid LIMIT 1'
            try:
                found = self._database.execute(query, (1 << power,)).fetchone()
            except sqlite3.DatabaseError:
                continue
            if found is None:
                break
            reached = int(found[0])
        return reached
