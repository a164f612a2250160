"""The process that stands by for the first export of a large archive."""

import gc
import os
import signal
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from errno import EAGAIN
from pathlib import Path
from time import sleep

import pytest

from editor_app.desk import standing_by
from editor_app.site.errors import TargetNotWritable
from editor_app.site.planning import crew, planner
from tests.desk.trees import tree

ROOT = Path(__file__).resolve().parents[2]
EXPORT = """
import sys
from datetime import UTC, datetime
from functools import partial
from editor_app.command_line import on_archive
from editor_app.command_line.running import run
from editor_app.desk import standing_by
from editor_app.site.planning import crew, planner, stretches
standing_by.LEAST_BYTES = planner.LEAST_ARTICLES = 1
begin, begun = crew._process, []
crew._process = lambda method: begun.append(method) or begin(method)
on_archive.open_desk = partial(on_archive.open_desk, clock=lambda: datetime(2026, 3, 3, tzinfo=UTC))
code = run(sys.argv[1:], show_window=None, demonstrate=None)
print(code, *begun)
"""
# The first process says when the other is there, and waits to be killed.
WAIT = """
import sys
from editor_app.site.planning import crew
if __name__ == "__main__":
    pool = crew._process(sys.argv[1])
    pool.submit(len, "").result()
    print("there", flush=True)
    sys.stdin.read()
"""
# It waits to be interrupted as soon as another process is asked for. Whoever runs the tests in the background
# lets all that they start ignore Ctrl+C.
WAIT_FOR_CTRL_C = """
import signal
import sys
from functools import partial
from pathlib import Path
from time import sleep
from editor_app.domain.audit import Head
from editor_app.site.output.place import Place
from editor_app.site.planning.crew import Crew
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with Crew(partial(sleep, 1.5), Place(Path(sys.argv[1])), Head(1, "0" * 64)):
            print("asked", flush=True)
            sleep(20)
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""
not_windows = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no groups of processes to interrupt"
)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no safe copies")


def program(*words: str | Path, script: str) -> list[str]:
    return [sys.executable, "-c", script, *map(str, words)]


@linux_only
def test_a_copy_of_the_process_makes_the_same_site_when_it_is_the_first_export(
    desk, approved, archive_path, tmp_path
):
    desk.export(tmp_path / "alone", by="Ada")
    words = ("export", "--archive", archive_path, "--by", "Ada", "--out", tmp_path / "together")

    first, second = (
        subprocess.run(program(*words, script=EXPORT), cwd=ROOT, check=True, capture_output=True, text=True)
        for _time in range(2)
    )

    assert first.stdout.splitlines()[-1] == "0 fork"
    assert second.stdout.splitlines()[-1] == "0"
    made = tree(tmp_path / "together")
    assert made == tree(tmp_path / "alone")
    assert "nyheter/ny-cykelvag-langs-an/index.html" in made


def test_none_stands_by_for_a_small_archive_or_one_that_is_not_there(archive_path, tmp_path, desk):
    del desk

    for archive in (archive_path, tmp_path / "missing.sqlite3"):
        assert standing_by.stand_by(archive, tmp_path / "site") is None


@pytest.mark.parametrize("target", [".", "../site", "link"])
def test_none_stands_by_where_the_site_is_there_whatever_its_folder_is_called(
    target, desk, approved, archive_path, tmp_path, monkeypatch
):
    monkeypatch.setattr(standing_by, "LEAST_BYTES", 1)
    site = tmp_path / "site"
    desk.export(site, by="Ada")
    (site / "link").symlink_to(site)
    monkeypatch.chdir(site)

    assert standing_by.stand_by(archive_path, Path(target)) is None


def test_none_stands_by_for_what_can_never_be_exported_to(archive_path, desk, monkeypatch):
    monkeypatch.setattr(standing_by, "LEAST_BYTES", 1)

    with pytest.raises(TargetNotWritable):
        standing_by.stand_by(archive_path, Path("/"))


def test_where_the_process_that_stood_by_is_gone_everything_is_made_here(
    desk, approved, tmp_path, monkeypatch
):
    monkeypatch.setattr(planner, "LEAST_ARTICLES", 1)
    desk.export(tmp_path / "alone", by="Ada")
    pool = crew._process("spawn")
    with pytest.raises(BrokenExecutor):
        pool.submit(os._exit, 1).result()

    desk.export(tmp_path / "together", by="Ada", other_process=pool)

    assert tree(tmp_path / "together") == tree(tmp_path / "alone")


def test_none_stands_by_where_the_system_has_no_room_for_another_process(monkeypatch):
    asked = []

    def refuse(method):
        asked.append(method)
        raise BlockingIOError(EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(crew, "_process", refuse)
    monkeypatch.setattr(crew.threading, "active_count", lambda: 1)
    monkeypatch.setattr(crew.sys, "platform", "linux")

    pool = crew.copy_of_this_process()

    gc.unfreeze()
    assert pool is None
    assert asked == ["fork"]


@pytest.mark.parametrize("method", [pytest.param("fork", marks=linux_only), "spawn"])
def test_the_other_process_ends_when_the_first_is_killed(method):
    with subprocess.Popen(
        program(method, script=WAIT), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as first:
        assert first.stdout.readline() == "there\n"

        first.kill()

        # The other process would keep the pipe open.
        assert first.communicate(timeout=20) == ("", None)


@contextmanager
def interruptible(folder):
    """Give a program that waits for Ctrl+C and has asked for another process, in a group of its own."""
    with subprocess.Popen(
        program(folder, script=WAIT_FOR_CTRL_C),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as first:
        assert first.stdout.readline() == "asked\n"
        try:
            yield first
        finally:
            first.kill()


@not_windows
def test_a_process_that_is_only_starting_says_nothing_when_its_export_is_interrupted(tmp_path):
    with interruptible(tmp_path / "site") as first:
        os.killpg(first.pid, signal.SIGINT)

        assert first.communicate(timeout=20) == ("stopped\n", "")


@not_windows
def test_an_export_that_is_interrupted_twice_ends(tmp_path):
    with interruptible(tmp_path / "site") as first:
        os.killpg(first.pid, signal.SIGINT)
        sleep(0.3)
        os.killpg(first.pid, signal.SIGINT)

        assert first.communicate(timeout=20) == ("stopped\n", "")
