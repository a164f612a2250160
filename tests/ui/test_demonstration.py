"""The main job in a process of its own, and the folder that it leaves."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from ui.demonstration_folder import ARCHIVE, FolderTaken, prepare

ROOT = Path(__file__).parents[2]


def demonstrate(out):
    surroundings = {
        key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return subprocess.run(
        [sys.executable, "main.py", "demo", "--out", str(out)],
        cwd=ROOT,
        env=surroundings | {"LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.timeout(300)
def test_the_main_job_is_done_in_the_window_and_leaves_a_page_and_pictures(tmp_path):
    out = tmp_path / "demo"

    first = demonstrate(out)
    again = demonstrate(out)

    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    pages = [Path(line.partition(": ")[2]) for line in again.stdout.splitlines() if ": " in line]
    assert len(pages) == 7
    assert all(path.stat().st_size > 0 for path in pages)
    assert "verktyg" in pages[2].read_text(encoding="utf-8")
    assert (out / "window.png").read_bytes() != (out / "window-dark.png").read_bytes()
    assert lightness(out / "phone.png") > 0.8 > 0.3 > lightness(out / "phone-dark.png")


def lightness(picture):
    """Return how light `picture` is on the average, from 0 to 1."""
    return QColor(
        QImage(str(picture)).scaled(1, 1, mode=Qt.TransformationMode.SmoothTransformation).pixel(0, 0)
    ).lightnessF()


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")

    with pytest.raises(FolderTaken, match="other files"):
        prepare(tmp_path, None)

    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_only_the_archive_of_an_earlier_time_is_taken_away(tmp_path):
    prepare(tmp_path, None)
    (tmp_path / ARCHIVE).touch()
    (tmp_path / "note.txt").touch()

    archive = prepare(tmp_path, None)

    assert not archive.exists()
    assert (tmp_path / "note.txt").exists()


def test_an_archive_that_was_named_is_worked_on_where_it_is(tmp_path):
    mine = tmp_path / "mine.sqlite3"

    assert prepare(tmp_path / "out", mine) == mine
