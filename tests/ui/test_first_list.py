"""What a start may not wait for: by the first list, none of it is loaded."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.blank_archives import new_desk

ROOT = Path(__file__).parents[2]
PROGRAM = r"""
import linecache
import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer

from ui.application import Windows, make_application
from ui.archive_opening import opener
from ui.settings.preferences import Preferences

application = make_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
windows = Windows(application, Preferences(settings), "sv")
window = windows.open(opener(Path(sys.argv[1]), with_samples=True), Path(sys.argv[1]))
rows = window.newsroom.finding.rows
loaded = []


def note():
    loaded.extend((rows.index(0, 0).data(), " ".join(sys.modules), " ".join(linecache.cache)))
    loaded.append(sys.getswitchinterval())
    application.quit()


rows.dataChanged.connect(note)
QTimer.singleShot(20000, application.quit)
application.exec()
windows.close()
print(*loaded, sep="\n")
"""
NOT_YET = (
    "PIL",
    "PySide6.QtWebEngineWidgets",
    "alembic",
    "babel.dates",
    "diff_match_patch",
    "docx",
    "editor_app.checks.checker",
    "editor_app.checks.rule_book",
    "editor_app.checks.rules",
    "editor_app.desk.checking",
    "editor_app.desk.exporting",
    "editor_app.desk.preview",
    "editor_app.desk.source_texts",
    "editor_app.desk.taking_in",
    "editor_app.rendering.body",
    "editor_app.rendering.pages",
    "editor_app.site.output.output",
    "editor_app.site.planning.planner",
    "email_validator",
    "hunspell",
    "jinja2",
    "mammoth",
    "nh3",
    "phonenumbers",
    "selectolax",
    "slugify",
    "ui.archive_browser.archive_page",
    "vobject",
)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """What a window on one article says of its first row, and what it had loaded by then.

    That is the names of the modules, the files whose source was read, and the seconds for which a
    thread may keep the window waiting.
    """
    folder = tmp_path_factory.mktemp("start")
    archive = folder / "archive.sqlite3"
    desk = new_desk(archive)
    desk.create(by="Bo Lind")
    desk.close()
    program = [sys.executable, "-c", PROGRAM, str(archive), str(folder / "settings.ini")]
    run = subprocess.run(program, cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


def test_the_list_comes_before_what_it_can_do_without(started):
    title, loaded, *_rest = started

    assert title == "Ingen rubrik ännu"
    assert set(NOT_YET) & set(loaded.split()) == set()


def test_what_the_list_needs_is_loaded_when_it_is_there(started):
    assert {"sqlalchemy", "ui.main_window"} <= set(started[1].split())


def test_no_module_is_read_as_source_beside_being_imported(started):
    read = {Path(path).name for path in started[2].split()}

    assert read & {"main_window.py", "newsroom.py", "schema.py"} == set()


def test_no_thread_keeps_the_window_waiting_for_long(started):
    assert float(started[3]) <= 0.001
