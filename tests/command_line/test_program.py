"""main.py as a process of its own: whole flows, and what is loaded for each."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.command_line.exit_codes import ExitCode
from tests.command_line.conftest import READY_PAGE, ROOT

FULL_DISK = Path("/dev/full")

# Runs each command that follows, then tells which of the large libraries are loaded.
LOADED = """
import json, sys
root, *commands = sys.argv[1:]
sys.path.insert(0, root)
import main
from editor_app.command_line.running import run
codes = [run(json.loads(words), show_window=None, demonstrate=None) for words in commands]
heavy = [name for name in ("PySide6", "sqlalchemy", "ui") if name in sys.modules]
print(json.dumps([codes, heavy]), file=sys.stderr)
"""


def loaded(tmp_path, *commands) -> tuple[list[int], list[str]]:
    words = [json.dumps([str(argument) for argument in arguments]) for arguments in commands]
    done = subprocess.run(
        [sys.executable, "-c", LOADED, str(ROOT), *words],
        env={**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LANGUAGE": "en"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    codes, heavy = json.loads(done.stderr)
    return codes, heavy


def test_a_page_goes_from_a_file_to_the_website(program, tmp_path):
    archive, site = tmp_path / "a.sqlite3", tmp_path / "site"

    taken = program("import", READY_PAGE, "--archive", archive, "--by", "Ada Lind")
    article_id = taken.stdout.decode().strip()
    submitted = program("--archive", archive, "submit", article_id, "--by", "Ada Lind")
    approved = program("--archive", archive, "approve", article_id[:8], "--by", "Bo Ek")
    exported = program("export", "--out", site, "--archive", archive)
    shown = program("show", article_id, "--json", "--archive", archive)

    assert [done.returncode for done in (taken, submitted, approved, exported, shown)] == [ExitCode.DONE] * 5
    assert (site / "index.html").is_file()
    assert json.loads(shown.stdout)["state"] == "approved"


def test_the_output_is_utf_8_whatever_the_locale(program, tmp_path):
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    archive = tmp_path / "arkiv å.sqlite3"
    page = "Åäö på ön\n\nText.\n".encode()
    taken = program("import", "-", "--archive", archive, "--by", "Åsa", input=page, environment=plain)

    listed = program("list", "--archive", archive, "--json", environment=plain)
    refused = program("list", "--archive", tmp_path / "ö.sqlite3", environment=plain)

    assert taken.returncode == ExitCode.DONE
    [article] = json.loads(listed.stdout.decode("utf-8"))
    assert (article["title"], article["updated_by"]) == ("Åäö på ön", "Åsa")
    assert "ö.sqlite3" in refused.stderr.decode("utf-8")


def test_a_reader_that_goes_away_leaves_no_noise(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)

    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--version"],
            stdout=closed,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert (done.returncode, done.stderr) == (ExitCode.PIPE_CLOSED, b"")


@pytest.mark.skipif(not FULL_DISK.exists(), reason="needs a disk that is always full")
def test_output_that_has_no_room_is_a_sentence(tmp_path):
    with FULL_DISK.open("wb") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--version"],
            env={**os.environ, "LANGUAGE": "en"},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )

    assert done.returncode == ExitCode.PREVENTED
    assert done.stderr.decode().startswith("The disk that the output goes to is full.")


@pytest.mark.parametrize("stream", [0, 1, 2])
def test_a_closed_stream_is_no_trouble(program, tmp_path, stream):
    archive = tmp_path / "a.sqlite3"

    done = program("import", READY_PAGE, "--archive", archive, preexec_fn=lambda: os.close(stream))

    assert done.returncode == ExitCode.DONE
    assert b"Traceback" not in done.stderr
    assert len(json.loads(program("list", "--json", "--archive", archive).stdout)) == 1


def test_help_loads_neither_the_window_nor_the_database(tmp_path):
    assert loaded(tmp_path, ["--help"], ["import", "--help"], ["--version"]) == ([ExitCode.DONE] * 3, [])


def test_no_command_loads_qt(tmp_path):
    archive = ["--archive", tmp_path / "a.sqlite3"]

    codes, heavy = loaded(
        tmp_path,
        ["import", READY_PAGE, *archive],
        ["list", *archive],
        ["export", "--out", tmp_path / "site", *archive],
    )

    assert codes == [ExitCode.DONE] * 3
    assert heavy == ["sqlalchemy"]


def test_the_window_is_reached_without_the_database_libraries():
    reached = """
import sys
sys.path.insert(0, sys.argv[1])
import main
import ui.application
print("sqlalchemy" in sys.modules, "PySide6" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", reached, str(ROOT)], capture_output=True, text=True, timeout=60, check=True
    )

    assert done.stdout.split() == ["False", "True"]
