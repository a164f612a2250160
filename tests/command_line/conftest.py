"""Commands run in this process, and in one of their own where that is the point."""

import gettext
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.command_line.exit_codes import ExitCode
from editor_app.command_line.running import run
from tests.blank_archives import blank_archive

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "tests" / "intake" / "pages"
READY_PAGE = PAGES / "menus_and_fact_box.txt"


@pytest.fixture(autouse=True)
def _english_argparse(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    domain = gettext.textdomain()
    yield
    gettext.textdomain(domain)


@pytest.fixture
def archive(tmp_path) -> Path:
    """An archive that holds nothing."""
    return blank_archive(tmp_path / "archive.sqlite3")


class Outcome:
    """What a command left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def command(capsys):
    """Return a function that runs a command in this process; nothing here may open a window."""

    def no_window(*arguments):
        pytest.fail(f"a window was asked for: {arguments}")

    def run_command(*arguments) -> Outcome:
        code = run([str(argument) for argument in arguments], show_window=no_window, demonstrate=no_window)
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return run_command


@pytest.fixture
def article_id(command, archive) -> str:
    """A draft by Ada Lind that has all it needs to be approved."""
    taken = command("import", READY_PAGE, "--archive", archive, "--by", "Ada Lind")
    assert taken.code == ExitCode.DONE
    return taken.out.strip()


@pytest.fixture
def program(tmp_path):
    """Return a function that runs main.py in a process of its own, far from anybody's real data."""

    def run_program(*arguments, **options) -> subprocess.CompletedProcess:
        environment = {
            name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")
        }
        environment |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LANGUAGE": "en"}
        environment |= options.pop("environment", {})
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            timeout=60,
            check=False,
            **options,
        )

    return run_program
