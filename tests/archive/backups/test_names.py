"""Names of backups say what they are, and are read back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.archive.backups.names import (
    BackupKind,
    BackupName,
    folder_at,
    folder_beside,
    free_path,
    read_name,
)

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


def test_a_name_has_the_time_of_swedish_clocks_the_version_and_the_kind():
    name = BackupName("archive", NOON, 3, BackupKind.DAILY)

    assert str(name) == "archive_2026-11-23_12.00.00_v3_daily.backup"


@given(
    stem=st.from_regex(r"[a-zåäö0-9 _.-]{1,20}", fullmatch=True),
    made_at=st.datetimes(datetime(2024, 1, 1), datetime(2060, 1, 1)),
    version=st.integers(0, 99),
    kind=st.sampled_from(BackupKind),
    number=st.integers(1, 30),
)
def test_what_is_written_in_a_name_is_read_back(stem, made_at, version, kind, number):
    made_at = made_at.replace(microsecond=0, tzinfo=UTC)
    name = BackupName(stem, made_at, version, kind, number)

    again = read_name(str(name))

    # Only the hour that comes twice in autumn cannot be told from the one before.
    assert again is not None
    assert str(again) == str(name)
    assert (again.stem, again.version, again.kind, again.number) == (stem, version, kind, number)


@pytest.mark.parametrize(
    "name",
    [
        "archive.sqlite3",
        "archive_2026-11-23_12.00.00_v3_daily.sqlite3",
        "archive_2026-11-31_12.00.00_v3_daily.backup",
        "archive_2026-11-23_12.00.00_v3_weekly.backup",
        "archive_2026-11-23_12.00.00_v3_daily-1.backup",
        "archive_2026-11-23_12.00.00_v3_daily.backup.tmp",
        "2026-11-23_12.00.00_v3_daily.backup",
    ],
)
def test_other_names_are_not_taken_for_ours(name):
    assert read_name(name) is None


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    name = BackupName("archive", NOON, 3, BackupKind.BY_HAND)
    for _ in range(2):
        free_path(tmp_path, name).touch()

    assert free_path(tmp_path, name).name == "archive_2026-11-23_12.00.00_v3_by-hand-3.backup"


def test_archives_of_the_same_name_have_folders_of_their_own_in_one_place(tmp_path):
    here, there = Path("/a/archive.sqlite3"), Path("/b/archive.sqlite3")

    assert folder_beside(here) == Path("/a/archive-backups")
    assert folder_at(tmp_path, here) != folder_at(tmp_path, there)
    assert folder_at(tmp_path, here).parent == tmp_path
