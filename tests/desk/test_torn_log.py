"""The power goes while an approval is being written: the log beside the archive ends anywhere."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from editor_app.desk.opening import open_desk

CUTS = 60


@pytest.fixture
def interrupted(desk, submitted, archive_path, tmp_path):
    """Copies of the archive and of its log as they are just after an approval reached the log."""
    with closing(sqlite3.connect(archive_path, isolation_level=None)) as reader:
        # While somebody reads, the log is not moved into the archive.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        desk.approve(submitted.article.id, by="Bo")
        folder = tmp_path / "interrupted"
        folder.mkdir()
        for name in (archive_path.name, f"{archive_path.name}-wal"):
            shutil.copy(archive_path.with_name(name), folder)
    return folder / archive_path.name


def state_after(interrupted, log, folder, article_id):
    """Return where the article stands, and who approved it, in an archive with that log."""
    folder.mkdir()
    path = folder / interrupted.name
    shutil.copy(interrupted, path)
    path.with_name(f"{path.name}-wal").write_bytes(log)
    desk = open_desk(path)
    state = desk.open(article_id).state.value
    approved_by = [by for version in desk.versions(article_id) for by, _at in version.approvals]
    desk.close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return state, approved_by


def test_wherever_the_log_ends_the_approval_is_whole_or_not_there(interrupted, tmp_path, submitted):
    log = interrupted.with_name(f"{interrupted.name}-wal").read_bytes()
    article_id = submitted.article.id
    cuts = [len(log) * number // CUTS for number in range(CUTS)] + [len(log) - 1]

    torn = [state_after(interrupted, log[:cut], tmp_path / f"cut{cut}", article_id) for cut in cuts]
    whole = state_after(interrupted, log, tmp_path / "whole", article_id)

    assert set(map(repr, torn)) == {repr(("in_review", []))}
    assert whole == ("approved", ["Bo"])


def test_what_the_disk_made_up_at_the_end_of_the_log_is_not_believed(interrupted, tmp_path, submitted):
    log = interrupted.with_name(f"{interrupted.name}-wal").read_bytes()

    for number in range(1, 10):
        cut = len(log) * number // 10
        made_up = log[:cut] + os.urandom(len(log) - cut)
        left = state_after(interrupted, made_up, tmp_path / f"made up {number}", submitted.article.id)
        assert left == ("in_review", [])
