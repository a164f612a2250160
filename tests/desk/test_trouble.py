"""A full disk, a lock, another thread: what the desk keeps when the world does not help."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import msgspec
import pytest
from sqlalchemy import event

from editor_app.archive.archive import Archive, open_archive
from editor_app.archive.errors import ArchiveBusy, ArchiveNotWritable, DiskFull
from editor_app.archive.sqlite_file import make_engine
from editor_app.desk.desk import Desk
from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph


class Disk:
    """A disk of which the size can be set, in pages of the database; 0 for as large as it gets."""

    def __init__(self, path):
        self._engine = make_engine(path, busy_seconds=0.05)
        self._statements = []
        self.archive = Archive(path, self._engine)
        event.listen(self._engine, "begin", self._set)

    def run(self, *statements):
        self._statements = statements

    def _set(self, connection):
        for statement in self._statements:
            connection.exec_driver_sql(statement)


@pytest.fixture
def disk(archive_path, draft):
    disk = Disk(archive_path)
    yield disk
    disk.archive.close()


def longer(working_copy, text):
    body = Document(tuple(paragraph(f"{text} {number} " + "ord " * 50) for number in range(500)))
    return msgspec.structs.replace(working_copy.article, body=body)


def test_a_full_disk_leaves_the_earlier_text_and_a_later_save_works(disk, draft, archive_path):
    with closing(sqlite3.connect(archive_path)) as database:
        (pages,) = database.execute("PRAGMA page_count").fetchone()
    desk = Desk(disk.archive)
    disk.run(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull) as full:
        desk.save(longer(draft, "Stycke"), version=draft.version, by="Ada")

    assert full.value.path == archive_path
    assert desk.open(draft.article.id) == draft
    disk.run("PRAGMA max_page_count = 1000000")
    saved = desk.save(longer(draft, "Stycke"), version=draft.version, by="Ada")
    assert len(desk.open(draft.article.id).article.body.blocks) == 500
    assert saved.version == draft.version + 1


def test_a_save_that_may_not_write_says_so(disk, draft):
    desk = Desk(disk.archive)
    disk.run("PRAGMA query_only = ON")

    with pytest.raises(ArchiveNotWritable):
        desk.save(longer(draft, "Stycke"), version=draft.version, by="Ada")

    disk.run("PRAGMA query_only = OFF")
    assert desk.open(draft.article.id) == draft


def test_a_locked_archive_is_busy_and_a_later_save_works(disk, draft, archive_path):
    desk = Desk(disk.archive)
    with closing(sqlite3.connect(archive_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(ArchiveBusy):
            desk.save(longer(draft, "Stycke"), version=draft.version, by="Ada")

    assert desk.save(longer(draft, "Stycke"), version=draft.version, by="Ada").version == draft.version + 1


def test_a_desk_is_opened_used_and_closed_in_a_thread_of_its_own(archive_path):
    with ThreadPoolExecutor(max_workers=1) as thread:
        desk = thread.submit(open_desk, archive_path, create=True).result()
        created = thread.submit(desk.create, by="Ada").result()

        opened = thread.submit(desk.open, created.article.id).result()
        thread.submit(desk.close).result()

    assert opened == created


def test_two_threads_with_a_desk_each_wait_for_each_other(archive_path):
    open_archive(archive_path, create=True).close()

    def write(name):
        desk = open_desk(archive_path)
        for _ in range(20):
            desk.create(by=name)
        desk.close()

    with ThreadPoolExecutor(max_workers=2) as threads:
        for writer in [threads.submit(write, name) for name in ("Ada", "Bo")]:
            writer.result()

    desk = open_desk(archive_path)
    assert len(desk.articles()) == 40
    desk.close()
