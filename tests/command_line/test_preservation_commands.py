"""The end of an article's time by command."""

import sqlite3
from contextlib import closing

import pytest

from editor_app.command_line.exit_codes import ExitCode
from tests.command_line.conftest import READY_PAGE


@pytest.fixture
def article_id(command, archive):
    return command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()


def test_a_draft_is_deleted_and_what_was_published_is_not(command, archive, article_id):
    other = command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()
    command("submit", article_id, "--by", "Ada", "--archive", archive)
    command("approve", article_id, "--by", "Bo", "--archive", archive)

    deleted = command("delete", other, "--by", "Ada", "--reason", "Dubblett", "--archive", archive)
    refused = command("delete", article_id, "--by", "Ada", "--archive", archive)

    assert (deleted.code, refused.code) == (ExitCode.DONE, ExitCode.PREVENTED)
    assert "cannot be deleted" in refused.err and "Withdraw it" in refused.err
    assert len(command("list", "--json", "--archive", archive).json) == 1


def test_a_package_is_written_checked_and_compared_with_the_log(command, archive, article_id, tmp_path):
    made = command("preserve", article_id, "--out", tmp_path, "--by", "Ada", "--archive", archive)

    package = made.out.strip()
    checked = command("check-package", package, "--archive", archive)
    verified = command("verify", "--package", package, "--archive", archive)

    assert made.code == checked.code == verified.code == ExitCode.DONE
    assert "is whole" in checked.out
    assert "Compared with entry" in verified.out


def test_nothing_is_due_where_no_rule_was_set(command, archive, article_id):
    listed = command("retention", "--archive", archive)
    disposed = command("dispose", "--all-due", "--by", "Ada", "--archive", archive)
    refused = command("dispose", article_id, "--by", "Ada", "--archive", archive)

    assert listed.out.strip() == "Nothing is due."
    assert disposed.code == ExitCode.DONE
    assert refused.code == ExitCode.PREVENTED
    assert "never published" in refused.err


def test_the_log_still_tells_of_what_was_deleted(command, archive, article_id):
    command("delete", article_id, "--by", "Ada", "--archive", archive)

    told = command("log", article_id[:8], "--archive", archive)

    assert told.code == ExitCode.DONE
    assert "Deleted" in told.out.splitlines()[-1]


def test_what_is_due_is_preserved_then_disposed_of_and_told(command, archive, article_id, tmp_path):
    command("policy", "set", "--keep", "nyhet=1", "--by", "Bo", "--archive", archive)
    command("submit", article_id, "--by", "Ada", "--archive", archive)
    command("approve", article_id, "--by", "Bo", "--archive", archive)
    command("withdraw", article_id, "--reason", "out_of_date", "--by", "Bo", "--archive", archive)
    with closing(sqlite3.connect(archive)) as database, database:
        database.execute("UPDATE withdrawals SET withdrawn_at = '2020-01-02 10:00:00.000000'")
        database.execute("UPDATE publications SET published_at = '2020-01-01 10:00:00.000000'")
    command("preserve", "--all-due", "--out", tmp_path, "--by", "Ada", "--archive", archive)

    disposed = command("dispose", "--all-due", "--by", "Ada", "--archive", archive)

    assert disposed.code == ExitCode.DONE
    assert "is disposed of. The log still tells of it." in disposed.out
    assert "Disposed of" in command("log", article_id, "--archive", archive).out
