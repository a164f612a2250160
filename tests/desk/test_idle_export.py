"""What an export asks takes no longer on a large archive than on a small one."""

import sqlite3
from contextlib import closing

import pytest
from msgspec.structs import replace
from sqlalchemy import Engine, event

from editor_app.domain.withdrawal import WithdrawalReason

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


def steps_of(asked, archive_path):
    """Return how SQLite answers the questions."""
    with closing(sqlite3.connect(archive_path)) as archive:
        return [
            row[3]
            for statement, values in asked
            for row in archive.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        ]


def test_no_table_that_grows_with_the_articles_is_looked_through(
    desk, approved, archive_path, tmp_path, asked
):
    desk.export(tmp_path / "site", by="Ada")
    asked.clear()

    result = desk.export(tmp_path / "site", by="Ada")

    steps = steps_of(asked, archive_path)
    assert result.added == result.changed == result.removed == ()
    assert any("site_texts" in step for step in steps)
    assert [step for step in steps if step.startswith(tuple(f"SCAN {name}" for name in LARGE))] == []


def test_lost_links_are_sought_only_among_those_of_what_changed(
    desk, approved, archive_path, tmp_path, asked
):
    other = desk.keep_copy(replace(approved.article, title="Parken är klar"), by="Ada").article
    desk.submit(other.id, by="Ada")
    desk.approve(other.id, by="Bo")
    desk.export(tmp_path / "site", by="Ada")
    # With the last one of a category every page would change.
    desk.withdraw(other.id, WithdrawalReason.WRONG, by="Bo")
    asked.clear()

    desk.export(tmp_path / "site", by="Ada")

    of_lost = [one for one in asked if "site_mentions" in one[0] and "EXISTS" in one[0]]
    sought = [step for step in steps_of(of_lost, archive_path) if "site_mentions USING" in step]
    assert len(sought) == 2
    assert all("target_id=?" in step or "(article_id=?" in step for step in sought)
