"""The window on a large archive: start, list, scrolling, opening and typing: run it, it prints figures.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_list.py [COUNT]
"""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
START = Path(__file__).with_name("start_of_list.py")
sys.path.insert(0, str(ROOT))

from tests.benchmarks.bench_window import surroundings, tell  # noqa: E402
from tests.benchmarks.large_archive import copy_of_large_archive  # noqa: E402

STARTS = 10
STEPS = 300
ARTICLES = 30
KEYS = 40
FRAME_MS = 16
SMALL = 10


@contextmanager
def window_on(archive: Path, folder: Path) -> Iterator[tuple[object, object]]:
    """Give a window, and the person at it; there is no phone, and so no browser engine."""
    from PySide6.QtCore import QCoreApplication, QEvent, QSettings

    from ui.application import Windows
    from ui.person import Person
    from ui.settings.preferences import Preferences

    settings = QSettings(str(folder / "list.ini"), QSettings.Format.IniFormat)
    settings.setValue("window/hidden/preview", 1)
    windows = Windows(_application(), Preferences(settings), "sv")
    person = Person()
    window = windows.open(partial(_open, archive), archive)
    window.resize(1440, 900)
    person.wait_for(lambda: _first_row(window) is not None, "the list shows articles")
    yield window, person
    windows.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def measure_starts(archive: Path, folder: Path) -> tuple[list[float], list[float], list[int]]:
    """Return milliseconds from a new process to a list that can be used, and megabytes of memory.

    First those that passed, then those of the processor, which a busy machine tells more truly.
    """
    passed, worked, memories = [], [], []
    for _ in range(STARTS + 1):
        began = time.perf_counter()
        run = subprocess.Popen(
            [sys.executable, str(START), str(archive), str(folder)],
            env=surroundings() | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for line in run.stdout or ():
            if line.startswith("usable"):
                passed.append((time.perf_counter() - began) * 1000)
                worked.append(float(line.split()[1]))
            elif line.startswith("memory"):
                memories.append(int(line.split()[1]))
        run.wait()
    return passed[1:], worked[1:], memories


def measure_opening(archive: Path) -> tuple[float, float]:
    """Return the milliseconds until a table shows the archive: ours, and a QStandardItemModel of all rows."""
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView

    from editor_app.desk.clock import utc_now
    from editor_app.domain.article_query import ArticleQuery
    from ui.archive_browser.archive_table import ArchiveTable
    from ui.archive_browser.columns import COLUMNS
    from ui.archive_browser.finding import ArticleSource, Finding, TextSource

    application = _application()
    desk = _open(archive)

    def ours() -> None:
        finding = Finding(
            ArticleSource(
                ids=lambda _query, sort, done, _failed: done(desk.find(ArticleQuery(), sort)),
                rows=lambda ids, done, _failed: done(desk.rows(ids)),
            ),
            TextSource(lambda *_asked: None, lambda *_asked: None),
        )
        table = ArchiveTable(finding, QSettings())
        finding.refresh()
        _show(application, table, lambda: finding.rows.index(0, 0).data() is not None)

    def with_all_rows() -> None:
        now = utc_now()
        rows = desk.rows(desk.find(ArticleQuery()))
        model = QStandardItemModel(0, len(COLUMNS))
        for row in rows:
            model.appendRow([QStandardItem(column.text(row, now)) for column in COLUMNS])
        table = QTableView()
        table.setModel(model)
        _show(application, table, lambda: True)

    ours()
    result = min(_timed(ours) for _ in range(3)), _timed(with_all_rows)
    desk.close()
    return result


def measure_scrolling(window, person) -> list[float]:
    """Return the milliseconds of each frame while somebody drags through the whole list and back."""
    view = window.place.list.view
    bar = view.verticalScrollBar()
    places = [bar.maximum() * step // STEPS for step in range(STEPS)]
    # First in long strides, as with the bar, then in short ones, as with the wheel.
    places += [40 * step for step in range(STEPS)]
    times = []
    for place in places:
        began = time.perf_counter()
        bar.setValue(place)
        view.viewport().repaint()
        times.append((time.perf_counter() - began) * 1000)
        person.pause(4)
    return times


def measure_articles(window, person) -> tuple[list[float], list[float]]:
    """Return milliseconds until an article is on the screen, and of the longest turn of the event loop."""
    ids = window.newsroom.finding.rows.ids
    times, frames = [], []
    for number in range(ARTICLES):
        wanted = ids[number * len(ids) // ARTICLES]
        opened: list[float] = []
        connection = window.session.opened.connect(lambda _copy, opened=opened: opened.append(1))
        began = time.perf_counter()
        window.article.editing.open(wanted)
        longest = _wait_in_frames(person, lambda opened=opened: bool(opened))
        painting = time.perf_counter()
        window.place.editor.repaint()
        times.append((time.perf_counter() - began) * 1000)
        frames.append(max(longest, (time.perf_counter() - painting) * 1000))
        window.session.opened.disconnect(connection)
        person.pause(60)
    return times, frames


def measure_typing(window, person) -> tuple[list[float], list[float]]:
    """Return milliseconds of each key, and of each save with what the list does of it."""
    from PySide6.QtTest import QTest

    body = window.place.editor.body
    keys, saves = [], []
    for number in range(KEYS):
        began = time.perf_counter()
        QTest.keyClicks(body, "abcdefgh "[number % 9])
        keys.append((time.perf_counter() - began) * 1000)
        if number % 8 == 7:
            saves.append(_timed(partial(_save_and_list, window, person)))
        person.pause(10)
    return keys, saves


def main(count: int) -> None:
    os.environ.update(surroundings())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small = copy_of_large_archive(SMALL, folder / "small.sqlite3")
        archive = copy_of_large_archive(count, folder / "large.sqlite3")
        memories: list[int] = []
        for some, number in ((archive, count), (small, SMALL)):
            passed, worked, megabytes = measure_starts(some, folder)
            tell(f"process to usable list, {number} articles, ms", passed, "goal: 1000")
            tell("the same in time of the processor, ms", worked, "")
            memories = memories or megabytes
        print(f"memory without browser engine, MB: {min(memories)} to {max(memories)}  goal: 250")
        ours, theirs = measure_opening(archive)
        print(f"table opened, ms: {ours:.0f}, a QStandardItemModel {theirs:.0f}")
        print(f"share of that: {ours / theirs:.3f}  goal: 0.1")
        with window_on(archive, folder) as (window, person):
            person.wait_for(lambda: window.session.current is not None, "an article opens")
            person.pause(500)
            gc.collect()
            tell("frame while scrolling, ms", measure_scrolling(window, person), f"goal: {FRAME_MS}")
            opening, frames = measure_articles(window, person)
            tell("opening an article, ms", opening, "goal: 100")
            tell("longest stop of the window in it, ms", frames, "")
            large = measure_typing(window, person)
        with window_on(small, folder) as (window, person):
            person.wait_for(lambda: window.session.current is not None, "an article opens")
            person.pause(500)
            few = measure_typing(window, person)
        for words, number in (("a key", 0), ("save and list", 1)):
            tell(f"{words}, {count} articles, ms", large[number], "")
            tell(f"{words}, {SMALL} articles, ms", few[number], "")


def _save_and_list(window, person) -> None:
    saved: list[int] = []
    shown: list[int] = []
    rows = window.newsroom.finding.rows
    # What the list shows of an earlier save may still be on its way.
    saving = window.session.saved.connect(lambda _copy: saved.append(1))
    listing = rows.dataChanged.connect(lambda *_change: shown.extend(saved))
    window.session.flush(lambda: None)
    person.wait_for(lambda: bool(shown), "the list shows what was saved")
    window.session.saved.disconnect(saving)
    rows.disconnect(listing)


def _wait_in_frames(person, condition: Callable[[], bool]) -> float:
    """Wait, and return how many milliseconds the longest turn of the event loop took."""
    from PySide6.QtCore import QCoreApplication

    longest = 0.0
    while not condition():
        began = time.perf_counter()
        QCoreApplication.processEvents()
        longest = max(longest, (time.perf_counter() - began) * 1000)
    return longest


def _show(application, view, is_ready: Callable[[], bool]) -> None:
    view.resize(1200, 800)
    view.show()
    while not is_ready():
        application.processEvents()
    application.processEvents()
    view.grab()
    view.close()


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _first_row(window) -> str | None:
    rows = window.newsroom.finding.rows
    return rows.index(0, 0).data() if rows.ids else None


@cache
def _application():
    from ui.application import make_application

    return make_application()


def _open(archive: Path):
    from editor_app.desk.opening import open_desk

    return open_desk(archive)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
