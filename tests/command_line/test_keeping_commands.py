"""Backups by command: made, listed and brought back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from editor_app.archive.archive import open_archive
from editor_app.command_line.exit_codes import ExitCode
from editor_app.domain.audit import Act, find_flaws
from tests.command_line.conftest import READY_PAGE


def titles(command, archive):
    return [article["title"] for article in command("list", "--json", "--archive", archive).json]


def test_a_backup_is_made_listed_and_brought_back(command, archive):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    before = titles(command, archive)
    made = command("backup", "--archive", archive)
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)

    listed = command("backups", "--json", "--archive", archive).json
    restored = command("restore-backup", made.out.strip(), "--archive", archive)

    assert made.code == restored.code == ExitCode.DONE
    assert [(one["file"], one["articles"], one["whole"]) for one in listed] == [(made.out.strip(), 1, True)]
    assert titles(command, archive) == before
    kept = command("backups", "--json", "--archive", archive).json[0]
    assert kept["kind"] == "replaced"
    assert kept["articles"] == 2
    assert kept["file"] in restored.out


def test_a_list_for_people_says_which_backups_are_damaged(command, archive):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    made = [command("backup", "--archive", archive).out.strip() for _ in range(2)]
    with Path(made[0]).open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(4096))

    listed = command("backups", "--archive", archive).out

    assert made[0] in listed and made[1] in listed
    assert listed.count("damaged") == 1
    assert listed.count("1 article") == 1


def test_a_place_is_kept_for_the_backups_to_come(command, archive, tmp_path):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    (tmp_path / "usb").mkdir()

    first = command("backup", "--keep-in", tmp_path / "usb", "--archive", archive).out.strip()
    second = command("backup", "--archive", archive).out.strip()
    beside = command("backup", "--keep-in", "", "--archive", archive).out.strip()

    assert first.startswith(str(tmp_path / "usb")) and second.startswith(str(tmp_path / "usb"))
    assert beside.startswith(str(tmp_path / "archive-backups"))


def test_what_cannot_be_done_is_said_with_a_next_step(command, archive, tmp_path):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)

    gone = command("backup", "--keep-in", tmp_path / "usb", "--archive", archive)
    wrong = command("restore-backup", READY_PAGE, "--archive", archive)
    missing = command("restore-backup", tmp_path / "none.backup", "--archive", archive)

    assert {gone.code, wrong.code, missing.code} == {ExitCode.PREVENTED}
    assert "not there" in gone.err and "another place" in gone.err
    assert "damaged" in wrong.err
    assert "none.backup" in missing.err and "no such file" in missing.err
    assert len(titles(command, archive)) == 1


def test_of_a_damaged_archive_what_is_left_is_shown_and_nothing_written(command, archive, tmp_path):
    article_id = command("import", READY_PAGE, "--by", "Ada", "--archive", archive).out.strip()
    data = bytearray(archive.read_bytes())
    data[:60] = os.urandom(60)
    archive.write_bytes(data)

    listed = command("list", "--archive", archive)
    written = command("word", article_id, "--out", tmp_path / "kept.docx", "--archive", archive)
    refused = command("submit", article_id, "--by", "Ada", "--archive", archive)

    assert (listed.code, written.code, refused.code) == (ExitCode.DONE, ExitCode.DONE, ExitCode.PREVENTED)
    assert article_id in listed.out
    assert "damaged" in listed.err and "1 article could be read" in listed.err
    assert "nothing is written" in refused.err and "restore a backup" in refused.err
    assert archive.read_bytes() == data


def test_the_doctor_mends_what_follows_from_the_texts_where_it_is_asked_to(command, archive):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    command("backup", "--archive", archive)
    with closing(sqlite3.connect(archive)) as database, database:
        database.execute("DELETE FROM search_rows")

    told = command("doctor", "--archive", archive)
    mended = command("doctor", "--mend", "--archive", archive)

    assert (told.code, mended.code) == (ExitCode.WARNED, ExitCode.DONE)
    assert "does not know all words" in told.out
    assert "Nothing is wrong." in mended.out


def test_the_doctor_says_what_is_wrong_and_its_exit_code_how_grave_it_is(command, archive):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    without_backup = command("doctor", "--archive", archive)
    command("backup", "--archive", archive)
    sound = command("doctor", "--json", "--archive", archive)
    with closing(sqlite3.connect(archive)) as database, database:
        database.execute("UPDATE audit_log SET by = 'Eve' WHERE number = 1")
    altered = command("doctor", "--json", "--archive", archive)

    assert without_backup.code == ExitCode.WARNED
    assert "There is no backup. Make one" in without_backup.out
    assert (sound.code, sound.json["findings"]) == (ExitCode.DONE, [])
    assert altered.code == ExitCode.PREVENTED
    assert [(one["problem"], one["severity"]) for one in altered.json["findings"]] == [
        ("log_altered", "severe")
    ]
    assert {"program_version", "archive_version", "sqlite_version"} <= set(altered.json)


def test_the_log_says_who_brought_a_backup_back_and_who_moved_them(command, archive, tmp_path):
    command("import", READY_PAGE, "--by", "Ada", "--archive", archive)
    (tmp_path / "usb").mkdir()
    made = command("backup", "--keep-in", tmp_path / "usb", "--by", "Bo", "--archive", archive).out.strip()

    command("restore-backup", made, "--by", "Cecilia", "--archive", archive)

    restored = open_archive(archive)
    with restored.reading() as holdings:
        entries = [(entry.act, entry.by) for entry in holdings.log.entries()]
        assert not list(find_flaws(holdings.log.entries()))
    restored.close()
    assert entries[-2:] == [(Act.BACKUPS_MOVED, "Bo"), (Act.BACKUP_RESTORED, "Cecilia")]
