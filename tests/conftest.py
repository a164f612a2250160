"""What every test stands on: no screen, no real settings, no wait for the disk, the interface in English."""

import os
import shutil
import sqlite3
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import Pool, event

# Qt reads these when it is first imported, which test modules do at their top.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
# Without a screen there is no graphics card to ask.
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from editor_app.translation import SOURCE_LANGUAGE, use_language

# A machine that several jobs share is slow for a while now and then: that is no failure.
settings.register_profile("here", deadline=None)
# What fails there is to fail here too, so the examples are the same each time.
settings.register_profile(
    "ci",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if os.environ.get("CI") else "here")

# What the browser engine says where there is no graphics card; it then draws by itself.
NO_GRAPHICS_CARD = (
    "QRhiGles2: Failed to create",
    "Failed to create RHI for backend: OpenGL",
    "GPUInfo not initialized on GpuInfoUpdate",
)


# Where Linux lets files be written to memory, and how much room the tests want there, in bytes.
MEMORY = Path("/dev/shm")
ROOM = 2 * 1024**3


def pytest_configure():
    # A disk that others use too lets each of some hundred thousand files wait.
    if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(*NO_GRAPHICS_CARD, extend=True))


def write_without_waiting(database, _record, _pool):
    """Let SQLite go on before what it wrote has reached the disk: in a test no power goes."""
    # On a disk that fails, the program is to be the first to hear of it.
    with suppress(sqlite3.OperationalError):
        database.execute("PRAGMA synchronous = OFF")


@pytest.fixture(autouse=True, scope="session")
def _no_wait_for_the_disk():
    # A disk that others use too takes a tenth of a second for each of some hundred thousand waits.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _file: None)
        event.listen(Pool, "checkout", write_without_waiting)
        yield
        event.remove(Pool, "checkout", write_without_waiting)


@pytest.fixture(autouse=True)
def _english_interface():
    use_language(SOURCE_LANGUAGE)
    yield
    use_language(SOURCE_LANGUAGE)


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    # Each folder that pytest makes it numbers by all that there are.
    folder = tmp_path_factory.mktemp("homes")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def home(homes, monkeypatch):
    """Keep data, settings and caches of a test away from those of the person who runs it."""
    home = next(homes)
    home.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home
