"""What an archive holds, counted, to compare a backup with what it is a copy of."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct

from editor_app.archive.backups.errors import BackupBroken
from editor_app.archive.sqlite_file import APPLICATION_ID, integrity_problems, opened_to_look, stoppable


class Contents(Struct, frozen=True):
    """How much there is of what, and when an article was last changed, None where there is none."""

    articles: int
    revisions: int
    newest_change: datetime | None


def count_contents(database: sqlite3.Connection) -> Contents:
    """Return what an archive of any version holds; raises sqlite3.Error."""
    articles, revisions = (
        database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("articles", "revisions")
    )
    newest = database.execute("SELECT max(updated_at) FROM articles").fetchone()[0]
    return Contents(articles, revisions, _moment(newest))


def examine(path: Path, go_on: Callable[[], Any] = lambda: None) -> Contents:
    """Return what the backup at `path` holds; raises BackupBroken where it does not prove whole.

    `go_on` is called now and then, and may raise to stop.
    """
    try:
        with opened_to_look(path) as database, stoppable(database, go_on):
            is_ours = database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            if is_ours and not integrity_problems(database):
                return count_contents(database)
    except sqlite3.Error as error:
        raise BackupBroken(path) from error
    raise BackupBroken(path)


def _moment(stored: str | None) -> datetime | None:
    try:
        return None if stored is None else datetime.fromisoformat(stored).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        # Nobody's count of a backup fails on one time that was written by hand.
        return None
