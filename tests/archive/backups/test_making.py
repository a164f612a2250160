"""Backups are made while others write, are whole, and are the only files that are ever removed."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from editor_app.archive.archive import open_archive
from editor_app.archive.backups import making
from editor_app.archive.backups.contents import Contents, examine
from editor_app.archive.backups.errors import BackupBroken, BackupFailed, BackupProblem, IsBackup
from editor_app.archive.backups.making import make_backup
from editor_app.archive.backups.names import BackupKind, folder_at, folder_beside
from editor_app.archive.backups.shelf import backup_folder, backups_of, thin_out
from editor_app.archive.errors import ArchiveDamaged, ArchiveMissing, NotAnArchive
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.domain.article import Category

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def add(archive, name):
    with archive.writing() as holdings:
        holdings.categories.add(Category(name, name, name.casefold()))


def categories_in(path):
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
        return [name for (name,) in database.execute("SELECT name FROM categories ORDER BY name")]


def back_up(path, *, now=NOW, kind=BackupKind.DAILY, progress=None):
    return make_backup(path, kind, folder_beside(path), now=now, progress=progress)


def files(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_backup_is_one_file_that_holds_what_the_archive_held(archive, path):
    add(archive, "Trafik")

    backup = back_up(path)

    add(archive, "Skola")
    assert categories_in(backup.path) == ["Trafik"]
    assert files(folder_beside(path)) == [f"archive_2026-11-23_12.00.00_v{ARCHIVE_VERSION}_daily.backup"]
    assert backup.size == backup.path.stat().st_size
    assert backups_of(path) == (backup,)


def test_what_is_still_in_the_log_is_in_the_backup(archive, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        # Who reads keeps the log from being emptied.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM categories").fetchone()
        add(archive, "Trafik")

        backup = back_up(path)

    assert categories_in(backup.path) == ["Trafik"]


def test_others_write_while_a_backup_is_made_and_it_is_of_one_moment(archive, path, monkeypatch):
    with archive.writing() as holdings:
        holdings.settings.put("much", "x" * 200_000)
    add(archive, "Trafik")
    monkeypatch.setattr("editor_app.archive.sqlite_file.PAGES_AT_A_TIME", 5)
    heard = []

    def write_meanwhile(done, total):
        if not heard:
            add(archive, "Skola")
        heard.append((done, total))

    backup = back_up(path, progress=write_meanwhile)

    assert len(heard) > 5
    assert heard[-1][0] == heard[-1][1]
    assert [done for done, _total in heard] == sorted({done for done, _total in heard})
    assert categories_in(backup.path) == ["Trafik"]


def test_a_backup_that_is_stopped_leaves_nothing(archive, path):
    def stop(_done, _total):
        raise InterruptedError("enough")

    with pytest.raises(BackupFailed):
        back_up(path, progress=stop)

    assert files(folder_beside(path)) == []


def test_of_a_damaged_archive_it_is_said_that_the_archive_is_damaged(archive, path):
    archive.close()
    with closing(sqlite3.connect(path)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'working_copies'"
        page = database.execute(query).fetchone()[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"x" * 4096
    path.write_bytes(data)

    with pytest.raises(ArchiveDamaged):
        back_up(path)

    assert files(folder_beside(path)) == []


def test_a_backup_that_differs_from_the_archive_does_not_count(archive, path, monkeypatch):
    monkeypatch.setattr(making, "examine", lambda _path, _go_on: Contents(99, 0, None))

    with pytest.raises(BackupFailed) as failed:
        back_up(path)

    assert failed.value.problem is BackupProblem.NOT_WHOLE
    assert backups_of(path) == ()
    assert files(folder_beside(path)) == []


def test_a_place_that_is_not_there_is_not_made(archive, path, tmp_path):
    with pytest.raises(BackupFailed) as failed:
        make_backup(path, BackupKind.DAILY, tmp_path / "usb" / "backups", now=NOW)

    assert failed.value.problem is BackupProblem.FOLDER_GONE
    assert not (tmp_path / "usb").exists()


def test_a_file_where_the_folder_should_be_is_told(archive, path):
    folder_beside(path).write_text("Anteckningar")

    with pytest.raises(BackupFailed) as failed:
        back_up(path)

    assert failed.value.problem is BackupProblem.NOT_WRITABLE
    assert folder_beside(path).read_text() == "Anteckningar"


def test_no_backup_is_made_of_nothing_or_of_something_else(path):
    with pytest.raises(ArchiveMissing):
        back_up(path)

    path.write_text("Anteckningar")
    with pytest.raises(NotAnArchive):
        back_up(path)

    assert files(folder_beside(path)) == []


def test_a_backup_is_not_opened_for_the_archive(archive, path):
    backup = back_up(path)

    with pytest.raises(IsBackup):
        open_archive(backup.path)


def test_a_backup_under_the_name_of_an_archive_can_be_worked_in(archive, path, tmp_path):
    add(archive, "Trafik")
    backup = back_up(path)
    shutil.copy(backup.path, tmp_path / "by_hand.sqlite3")

    again = open_archive(tmp_path / "by_hand.sqlite3")

    with again.reading() as holdings:
        assert [category.name for category in holdings.categories.all()] == ["Trafik"]
    again.close()


@pytest.mark.parametrize("damage", ["cut", "garbage", "other", "empty"])
def test_a_backup_that_is_not_whole_is_found_out(archive, path, damage):
    with archive.writing() as holdings:
        holdings.settings.put("much", "x" * 100_000)
    backup = back_up(path).path
    data = bytearray(backup.read_bytes())
    if damage == "cut":
        del data[len(data) // 2 :]
    elif damage == "garbage":
        data[8192:12288] = os.urandom(4096)
    elif damage == "other":
        data[68:72] = b"song"
    else:
        data.clear()
    backup.write_bytes(data)

    with pytest.raises(BackupBroken):
        examine(backup)


def test_old_daily_backups_go_and_nothing_else_does(archive, path):
    folder = folder_beside(path)
    for days in range(12):
        back_up(path, now=NOW - timedelta(days=days))
    for kind in (BackupKind.BY_HAND, BackupKind.BEFORE_UPGRADE, BackupKind.REPLACED):
        back_up(path, now=NOW - timedelta(days=300), kind=kind)
    foreign = folder / "archive_2020-01-01_12.00.00_v3_daily.backup"
    foreign.write_text("Detta är mina anteckningar. " * 20)
    other = folder / "annat_2020-01-01_12.00.00_v3_daily.backup"
    shutil.copy(backups_of(path)[0].path, other)
    (folder / "LÄS MIG.txt").write_text("Rör inte")
    before = set(files(folder))

    removed = thin_out(path, now=NOW)

    assert {file.name for file in removed} == before - set(files(folder))
    assert removed
    assert all("_daily" in file.name and file.name.startswith("archive_2026-11") for file in removed)
    assert {foreign.name, other.name, "LÄS MIG.txt"} <= set(files(folder))


def test_a_copy_that_a_killed_program_left_goes_after_a_day(archive, path):
    back_up(path)
    folder = folder_beside(path)
    old, new = (folder / f"archive_2026-11-2{day}_12.00.00_v3_daily.backup.77.unfinished" for day in (1, 3))
    other = folder / "notes.unfinished"
    for file in (old, new, other):
        file.write_bytes(b"half")
    ages = {old: timedelta(days=2), new: timedelta(hours=1), other: timedelta(days=9)}
    for file, age in ages.items():
        os.utime(file, times=((NOW - age).timestamp(),) * 2)

    removed = thin_out(path, now=NOW)

    assert removed == (old,)
    assert new.exists() and other.exists()


def test_another_place_is_named_by_the_archive_itself(archive, path, tmp_path):
    with archive.writing() as holdings:
        holdings.settings.put("backup_place", f'"{tmp_path / "usb"}"')

    assert backup_folder(path) == folder_at(tmp_path / "usb", path)


def test_backups_beside_the_archive_are_found_after_the_place_was_changed(archive, path, tmp_path):
    beside = back_up(path)
    (tmp_path / "usb").mkdir()
    with archive.writing() as holdings:
        holdings.settings.put("backup_place", f'"{tmp_path / "usb"}"')
    there = make_backup(path, BackupKind.DAILY, backup_folder(path), now=NOW + timedelta(days=1))

    assert backups_of(path) == (there, beside)


def test_of_an_archive_that_cannot_be_read_the_backups_are_found(archive, path):
    backup = back_up(path)
    archive.close()
    path.write_bytes(os.urandom(5000))

    assert backups_of(path) == (backup,)
