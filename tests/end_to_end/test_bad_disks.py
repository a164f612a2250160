"""Disks that are full, that fail in the middle, or that go away: nothing is lost, and work goes on after."""

import contextlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from editor_app.archive.backups.errors import BackupFailed, BackupProblem
from editor_app.archive.checkup.checkup import check
from editor_app.archive.checkup.findings import Problem
from editor_app.archive.errors import ArchiveError, ArchiveGone, ArchiveNotWritable, DiskFull
from editor_app.desk import keeping
from editor_app.desk.explain import explain
from editor_app.desk.keeping import BackupKind
from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph
from tests.blank_archives import new_desk

if sys.platform != "win32":
    import resource

NOW = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
MADE = Path(__file__).parents[1] / "archive" / "made_by"
SIZE = 6 * 1024 * 1024


def mount(*arguments):
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only the superuser can mount a disk")
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")


def unmount(folder, *options):
    subprocess.run(["umount", *options, str(folder)], check=True)


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder)
    yield folder
    unmount(folder, "-l")


def fill_up(folder):
    """Take all the room that is left, and return the file that has it."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    return filler


def article_in(desk):
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(created.article, title="Bron", lead="Öppnar i maj.")
    return desk.save(article, version=created.version, by="Ada")


def longer(copy):
    body = Document(tuple(paragraph(f"Stycke {number} " + "ord " * 50) for number in range(300)))
    return msgspec.structs.replace(copy.article, body=body)


def test_on_a_full_disk_a_checkup_speaks_of_no_damage(disk):
    path = disk / "archive.sqlite3"
    desk = new_desk(path)
    article_in(desk)
    desk.close()
    fill_up(disk)

    report = check(path, now=NOW, progress=lambda *_step: None)

    problems = {finding.problem for finding in report.findings}
    assert {Problem.NOT_READ, Problem.DISK_LOW} <= problems
    assert Problem.DAMAGED not in problems


def test_on_a_full_disk_the_earlier_text_stays_and_with_room_work_goes_on(disk):
    desk = new_desk(disk / "archive.sqlite3")
    copy = article_in(desk)
    filler = fill_up(disk)

    with pytest.raises(DiskFull) as full:
        desk.save(longer(copy), version=copy.version, by="Ada")
    still_there = desk.open(copy.article.id)
    filler.unlink()
    saved = desk.save(longer(copy), version=copy.version, by="Ada")

    assert "full" in explain(full.value).what
    assert still_there == copy
    assert len(desk.open(copy.article.id).article.body.blocks) == 300
    assert saved.version == copy.version + 1
    desk.close()


def test_on_a_full_disk_no_half_a_backup_is_left(disk):
    path = disk / "archive.sqlite3"
    desk = new_desk(path)
    article_in(desk)
    filler = fill_up(disk)

    with pytest.raises(BackupFailed) as failed:
        keeping.back_up(path, BackupKind.DAILY, now=NOW)
    left = [file.name for file in disk.rglob("*.backup*")]
    filler.unlink()
    backup = keeping.back_up(path, BackupKind.DAILY, now=NOW)

    assert failed.value.problem is BackupProblem.DISK_FULL
    assert left == []
    assert keeping.contents_of(backup).articles == 1
    desk.close()


def test_on_a_full_disk_a_backup_is_not_half_brought_back(disk):
    path = disk / "archive.sqlite3"
    desk = new_desk(path)
    backup = keeping.back_up(path, BackupKind.DAILY, now=NOW)
    article_in(desk)
    desk.close()
    filler = fill_up(disk)

    with pytest.raises(DiskFull):
        keeping.restore_backup(backup.path, path, now=NOW, by="Ada")
    filler.unlink()

    desk = open_desk(path)
    assert [line.title for line in desk.articles()] == ["Bron"]
    desk.close()
    assert sorted(file.name for file in disk.iterdir()) == ["archive-backups", "archive.sqlite3"]


def test_on_a_full_disk_an_older_archive_stays_older(disk):
    path = disk / "archive.sqlite3"
    shutil.copyfile(MADE / "version-1.sqlite3", path)
    before = path.read_bytes()
    filler = fill_up(disk)

    with pytest.raises(ArchiveError):
        open_desk(path)
    filler.unlink()

    assert path.read_bytes() == before
    desk = open_desk(path)
    assert len(desk.articles()) == 4
    desk.close()


def test_a_network_drive_that_goes_away_takes_nothing_with_it(tmp_path, disk):
    share = tmp_path / "share"
    share.mkdir()
    mount("--bind", disk, share)
    desk = new_desk(share / "archive.sqlite3")
    copy = article_in(desk)

    unmount(share, "-l")
    with pytest.raises(ArchiveGone) as gone:
        desk.save(longer(copy), version=copy.version, by="Ada")
    with pytest.raises(ArchiveError):
        keeping.back_up(share / "archive.sqlite3", BackupKind.DAILY, now=NOW)
    mount("--bind", disk, share)
    saved = desk.save(longer(copy), version=copy.version, by="Ada")

    assert "put it back" in explain(gone.value).next_step.casefold()
    assert saved.version == copy.version + 1
    desk.close()
    unmount(share, "-l")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
def test_a_disk_that_fails_in_the_middle_of_a_write_keeps_the_earlier_text(tmp_path):
    desk = new_desk(tmp_path / "archive.sqlite3")
    copy = article_in(desk)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    # A write beyond this ends in an error of the disk, after some of it was written.
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
    try:
        with pytest.raises((ArchiveNotWritable, DiskFull)):
            desk.save(longer(copy), version=copy.version, by="Ada")
        with pytest.raises(BackupFailed):
            keeping.back_up(tmp_path / "archive.sqlite3", BackupKind.DAILY, now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    still_there = desk.open(copy.article.id)
    saved = desk.save(longer(copy), version=copy.version, by="Ada")

    assert still_there == copy
    assert saved.version == copy.version + 1
    assert list((tmp_path / "archive-backups").iterdir()) == []
    desk.close()
