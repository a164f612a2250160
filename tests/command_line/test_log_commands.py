"""The log by command: read, and checked beside an export."""

import sqlite3
from contextlib import closing

from editor_app.command_line.exit_codes import ExitCode
from tests.command_line.conftest import READY_PAGE


def test_the_log_tells_what_was_done_the_newest_last(command, archive):
    article_id = command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()
    command("submit", article_id, "--by", "Bo", "--archive", archive)

    shown = command("log", article_id[:8], "--archive", archive)

    lines = shown.out.splitlines()
    assert "Ada · Taken in" in lines[0] and READY_PAGE.name in lines[0]
    assert "Bo · Submitted for approval" in lines[-1]
    entries = command("log", "--person", "Bo", "--json", "--archive", archive).json
    assert [entry["act"] for entry in entries] == ["submitted"]


def test_a_whole_log_is_verified_beside_an_export(command, archive, tmp_path):
    article_id = command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()
    command("submit", article_id, "--by", "Ada", "--archive", archive)
    command("approve", article_id, "--by", "Bo", "--archive", archive)
    command("export", "--out", tmp_path / "site", "--archive", archive)

    verified = command("verify", "--site", tmp_path / "site", "--archive", archive)

    assert verified.code == ExitCode.DONE
    assert "The log is whole" in verified.out
    assert f"which {tmp_path / 'site'} knows" in verified.out
    assert "does not prevent it" in verified.out


def test_a_log_that_was_altered_ends_in_a_code_that_scripts_notice(command, archive):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    with closing(sqlite3.connect(archive)) as database, database:
        database.execute("UPDATE audit_log SET by = 'Bo' WHERE number = 1")

    verified = command("verify", "--archive", archive)

    assert verified.code == ExitCode.PREVENTED
    assert "Entry 1 was altered" in verified.out
    assert not command("verify", "--json", "--archive", archive).json["is_whole"]


def test_a_folder_without_an_export_is_told(command, archive, tmp_path):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)

    verified = command("verify", "--site", tmp_path, "--archive", archive)

    assert verified.code == ExitCode.PREVENTED
    assert "no export" in verified.err
