"""A backup takes the place of the archive whole or not at all, and what stood there is kept."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from editor_app.archive.archive import open_archive
from editor_app.archive.backups.contents import examine
from editor_app.archive.backups.errors import BackupBroken, BackupOutOfReach
from editor_app.archive.backups.making import make_backup
from editor_app.archive.backups.names import BackupKind, folder_beside
from editor_app.archive.backups.restoring import restore
from editor_app.archive.backups.shelf import backups_of
from editor_app.archive.errors import ArchiveBusy, NewerArchive
from editor_app.archive.sqlite_file import read_stamp, touch
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.upgrading import upgrade
from editor_app.domain.article import Category

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def add(path, name):
    archive = open_archive(path)
    with archive.writing() as holdings:
        holdings.categories.add(Category(name, name, name.casefold()))
    archive.close()


def names_in(path):
    archive = open_archive(path)
    with archive.reading() as holdings:
        names = [category.name for category in holdings.categories.all()]
    archive.close()
    return names


@pytest.fixture
def backup(archive, path):
    """A backup with one category, of a closed archive that has two by now."""
    archive.close()
    add(path, "Trafik")
    backup = make_backup(path, BackupKind.DAILY, folder_beside(path), now=NOW).path
    add(path, "Skola")
    return backup


def left_beside(path):
    return sorted(file.name for file in path.parent.iterdir() if file.is_file())


def test_the_archive_is_what_it_was_and_what_stood_there_is_kept(backup, path):
    kept = restore(backup, path, now=NOW, by="Ada")

    assert names_in(path) == ["Trafik"]
    assert kept.parent == folder_beside(path)
    assert examine(kept).articles == 0
    shutil.copy(kept, path.with_name("look.sqlite3"))
    assert names_in(path.with_name("look.sqlite3")) == ["Skola", "Trafik"]
    assert backup.exists()
    assert [one.kind for one in backups_of(path)] == [BackupKind.REPLACED, BackupKind.DAILY]


def test_nothing_but_the_archive_is_left_beside_it(backup, path):
    restore(backup, path, now=NOW, by="Ada")

    assert left_beside(path) == ["archive.sqlite3"]


def test_a_backup_takes_the_place_of_an_archive_that_is_gone(backup, path):
    path.unlink()

    kept = restore(backup, path, now=NOW, by="Ada")

    assert kept is None
    assert names_in(path) == ["Trafik"]


def test_a_damaged_archive_is_kept_with_its_log_as_it_is(backup, path):
    damaged, log = os.urandom(9000), os.urandom(500)
    path.write_bytes(damaged)
    path.with_name("archive.sqlite3-wal").write_bytes(log)

    kept = restore(backup, path, now=NOW, by="Ada")

    assert names_in(path) == ["Trafik"]
    assert kept.read_bytes() == damaged
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == log


def test_what_is_only_in_the_log_of_the_archive_is_kept_too(backup, path):
    add(path, "Kultur")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM categories").fetchall()
        add(path, "Miljö")
        copies = path.parent / "pulled out"
        copies.mkdir()
        for name in ("archive.sqlite3", "archive.sqlite3-wal"):
            shutil.copy(path.with_name(name), copies)
    cut_off = copies / "archive.sqlite3"

    kept = restore(backup, cut_off, now=NOW, by="Ada")

    shutil.copy(kept, path.with_name("look.sqlite3"))
    assert names_in(path.with_name("look.sqlite3")) == ["Kultur", "Miljö", "Skola", "Trafik"]
    assert names_in(cut_off) == ["Trafik"]


def test_while_somebody_has_the_archive_open_it_stays(backup, path):
    other = open_archive(path)
    with other.reading() as holdings:
        assert len(holdings.categories.all()) == 2

    with pytest.raises(ArchiveBusy):
        restore(backup, path, now=NOW, by="Ada")

    other.close()
    assert names_in(path) == ["Skola", "Trafik"]


def test_a_backup_that_is_not_there_or_is_a_folder_is_not_called_damaged(backup, path):
    before = path.read_bytes()

    for elsewhere in (backup.with_name("none.backup"), backup.parent, backup / "below_a_file"):
        with pytest.raises(BackupOutOfReach):
            restore(elsewhere, path, now=NOW, by="Ada")

    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"Anteckningar", bytes(5000)])
def test_what_is_no_backup_changes_nothing(backup, path, content):
    backup.write_bytes(content)
    before = path.read_bytes()

    with pytest.raises(BackupBroken):
        restore(backup, path, now=NOW, by="Ada")

    assert path.read_bytes() == before
    assert left_beside(path) == ["archive.sqlite3"]


def test_a_backup_whose_tables_are_not_those_of_an_archive_changes_nothing(backup, path):
    with closing(sqlite3.connect(backup)) as database, database:
        database.execute("DROP TABLE articles")
    before = path.read_bytes()

    with pytest.raises(BackupBroken):
        restore(backup, path, now=NOW, by="Ada")

    assert path.read_bytes() == before


def test_a_backup_of_a_newer_program_is_left_for_that(backup, path):
    with closing(sqlite3.connect(backup)) as database, database:
        database.execute(f"PRAGMA user_version = {ARCHIVE_VERSION + 1}")

    with pytest.raises(NewerArchive):
        restore(backup, path, now=NOW, by="Ada")

    assert names_in(path) == ["Skola", "Trafik"]


def test_a_backup_of_an_older_program_is_upgraded_on_its_way_and_stays_what_it_is(backup, path, tmp_path):
    old = tmp_path / "old.sqlite3"
    touch(old)
    upgrade(old, found=0, to=1)
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("INSERT INTO categories VALUES ('1', 'Omsorg', 'omsorg', 'omsorg')")
    older = make_backup(old, BackupKind.DAILY, folder_beside(path), now=NOW).path
    before = older.read_bytes()

    restore(older, path, now=NOW, by="Ada")

    assert names_in(path) == ["Omsorg"]
    assert read_stamp(path).version == ARCHIVE_VERSION
    assert older.read_bytes() == before
    assert "restoring" not in "".join(map(str, tmp_path.rglob("*")))
