"""An export that finds nothing changed takes no longer on a large archive than on a small one."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import Engine, event

LARGE = ("site_texts", "site_mentions", "live_fragments", "live_pages", "articles", "revisions")


@pytest.fixture
def asked():
    """The questions to the archive, each with its values."""
    found = []

    def note(_connection, _cursor, statement, values, *_rest):
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def test_no_table_that_grows_with_the_articles_is_looked_through(
    desk, approved, archive_path, tmp_path, asked
):
    desk.export(tmp_path / "site", by="Ada")
    asked.clear()

    result = desk.export(tmp_path / "site", by="Ada")

    with closing(sqlite3.connect(archive_path)) as archive:
        steps = [
            row[3]
            for statement, values in asked
            for row in archive.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    assert result.added == result.changed == result.removed == ()
    assert any("site_texts" in step for step in steps)
    assert [step for step in steps if step.startswith(tuple(f"SCAN {name}" for name in LARGE))] == []
