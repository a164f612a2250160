"""Which files are opened as archives, and what is said of the others."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import OperationalError

from editor_app.archive.archive import open_archive
from editor_app.archive.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveMissing,
    ArchiveNotWritable,
    DiskFull,
    NewerArchive,
    NotAnArchive,
)
from editor_app.archive.failures import file_error, told_about
from editor_app.archive.sqlite_file import APPLICATION_ID
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.domain.article import Category


def run_sql(path, sql):
    with closing(sqlite3.connect(path)) as database, database:
        return database.execute(sql).fetchall()


def test_a_new_archive_is_made_with_its_folders_and_stamped(tmp_path):
    path = tmp_path / "år 2026" / "100% vårt" / "archive.sqlite3"

    open_archive(path, create=True).close()

    assert run_sql(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert run_sql(path, "PRAGMA user_version") == [(ARCHIVE_VERSION,)]
    assert run_sql(path, "PRAGMA journal_mode") == [("wal",)]


def test_what_is_acknowledged_has_reached_the_disk(path, monkeypatch):
    asked = []
    connect = sqlite3.connect

    def listening(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(asked.append)
        return connection

    monkeypatch.setattr(sqlite3, "connect", listening)
    open_archive(path, create=True).close()

    assert "PRAGMA synchronous = FULL" in asked


def test_to_create_an_archive_that_is_there_changes_nothing(archive, path):
    with archive.writing() as holdings:
        holdings.categories.add(Category("1", "Trafik", "trafik"))
    archive.close()

    again = open_archive(path, create=True)

    with again.reading() as holdings:
        assert [category.name for category in holdings.categories.all()] == ["Trafik"]
    again.close()


@pytest.mark.parametrize("statement", [None, "PRAGMA journal_mode = WAL"])
def test_a_creation_that_was_cut_short_is_finished_by_the_next(path, statement):
    path.touch()
    if statement:
        run_sql(path, statement)

    open_archive(path, create=True).close()

    assert run_sql(path, "PRAGMA user_version") == [(ARCHIVE_VERSION,)]


def test_a_missing_archive_is_not_made_unasked(path):
    with pytest.raises(ArchiveMissing) as missing:
        open_archive(path)

    assert missing.value.path == path
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"Hej!", b"Det var en gang en kommun. " * 500, bytes(4096)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path, content):
    path.write_bytes(content)

    with pytest.raises(NotAnArchive):
        open_archive(path)

    assert path.read_bytes() == content


@pytest.mark.parametrize("create", [False, True])
def test_a_database_of_another_program_is_refused_and_left_alone(path, create):
    run_sql(path, "CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()

    with pytest.raises(NotAnArchive):
        open_archive(path, create=create)

    assert path.read_bytes() == before


def test_a_folder_is_no_archive(tmp_path):
    with pytest.raises(NotAnArchive):
        open_archive(tmp_path)


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(archive, path):
    archive.close()
    run_sql(path, f"PRAGMA user_version = {ARCHIVE_VERSION + 1}")
    before = path.read_bytes()

    with pytest.raises(NewerArchive) as newer:
        open_archive(path)

    assert (newer.value.found, newer.value.known) == (ARCHIVE_VERSION + 1, ARCHIVE_VERSION)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_is_not_writable(tmp_path):
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(ArchiveNotWritable) as not_writable:
        open_archive(tmp_path / "file" / "archive.sqlite3", create=True)

    assert not_writable.value.reason


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another matter on Windows")
@pytest.mark.parametrize("folder_mode", [0o755, 0o777])
def test_an_archive_that_may_only_be_read_is_refused_before_an_hour_of_work(folder_mode):
    code = (
        "import os, sys; from pathlib import Path\n"
        "from editor_app.archive.archive import open_archive\n"
        "from editor_app.archive.errors import ArchiveNotWritable\n"
        # The superuser may write everywhere, so somebody else has to try.
        "os.geteuid() == 0 and os.seteuid(65534)\n"
        "try: open_archive(Path(sys.argv[1]))\n"
        "except ArchiveNotWritable as error: print(error.reason)\n"
    )
    # The folders of pytest are closed to others.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(folder_mode)
        path = Path(folder, "archive.sqlite3")
        open_archive(path, create=True).close()
        path.chmod(0o444)

        told = subprocess.run(
            [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
        )

    assert told.stdout.strip() in (os.strerror(errno.EACCES), "attempt to write a readonly database")


def test_an_archive_that_another_program_holds_is_busy(archive, path):
    archive.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")

        with pytest.raises(ArchiveBusy):
            open_archive(path, busy_seconds=0.05)


def test_while_somebody_writes_others_read_but_do_not_write(archive, path):
    other = open_archive(path, busy_seconds=0.05)
    with archive.writing() as holdings:
        holdings.categories.add(Category("1", "Trafik", "trafik"))

        with other.reading() as theirs:
            assert theirs.categories.all() == ()
        with pytest.raises(ArchiveBusy), other.writing():
            pass
    other.close()


def test_a_full_disk_is_told_and_what_was_stored_is_untouched(archive, path):
    with archive.writing() as holdings:
        holdings.settings.put("before", "1")
    with archive.writing() as holdings:
        pages = holdings.settings._connection.exec_driver_sql("PRAGMA page_count").scalar()
        holdings.settings._connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull) as full, archive.writing() as holdings:
        holdings.settings.put("before", "2")
        holdings.settings.put("much", "x" * 100_000)

    assert full.value.path == path
    with archive.reading() as holdings:
        assert holdings.settings.get("before") == "1"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, ArchiveNotWritable)],
)
def test_what_the_file_system_says_is_told(path, number, expected):
    assert type(file_error(path, OSError(number, os.strerror(number)))) is expected


@pytest.mark.parametrize(("free", "expected"), [(0, DiskFull), (10**9, ArchiveNotWritable)])
def test_an_error_of_the_disk_is_a_full_disk_where_it_is_full(path, monkeypatch, free, expected):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))

    with pytest.raises(expected), told_about(path):
        raise error


def test_an_error_that_is_no_trouble_of_the_world_stays_a_bug(archive):
    with pytest.raises(OperationalError), archive.reading() as holdings:
        holdings.settings._connection.exec_driver_sql("SELECT nothing FROM nowhere")


def test_a_damaged_archive_is_told(archive, path):
    with archive.writing() as holdings:
        holdings.settings.put("much", "x" * 100_000)
    archive.close()
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)

    with pytest.raises(ArchiveDamaged):
        damaged = open_archive(path)
        with damaged.reading() as holdings:
            holdings.settings.get("much")


def test_a_change_that_fails_leaves_nothing_behind(archive):
    class Bug(Exception):
        pass

    with pytest.raises(Bug), archive.writing() as holdings:
        holdings.categories.add(Category("1", "Trafik", "trafik"))
        raise Bug

    with archive.reading() as holdings:
        assert holdings.categories.all() == ()


def test_an_archive_that_is_up_to_date_opens_without_the_machinery_of_migrations(archive, path):
    archive.close()
    code = (
        "import sys; from pathlib import Path\n"
        "from editor_app.archive.archive import open_archive\n"
        "open_archive(Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)\n"
    )

    told = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
