"""How soon the window is painted, and how soon the phone shows what was typed: run it, it prints figures.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_window.py
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

STARTS = 9
KEYSTROKES = 200
WORDS = 600
SENTENCE = "Gatorna kring torget får nya träd i höst och arbetet börjar vid parken när skolan har slutat. "


def surroundings() -> dict[str, str]:
    """Return the environment of a start: off the screen where there is none, settings of its own."""
    # A warm machine has compiled the modules once, which some development machines turn off.
    chosen = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    chosen.setdefault("QT_QPA_PLATFORM", "offscreen")
    chosen.setdefault("QT_QUICK_BACKEND", "software")
    chosen.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
    return chosen


def start_once(archive: Path) -> None:
    """Print the milliseconds from the call of `main()` until the window was painted."""
    import main

    began = time.perf_counter()
    # What main() does from here on: read the command line, load the window, show it.
    from editor_app.command_line.running import run

    def show_window(_archive: Path | None, language: str | None) -> int:
        from PySide6.QtCore import QCoreApplication

        from ui.application import start

        def painted() -> None:
            print(f"painted {(time.perf_counter() - began) * 1000:.1f}", flush=True)
            QCoreApplication.exit(0)

        return start(partial(_open_desk, archive), archive, language, painted=painted)

    run(["--language", "sv"], show_window=show_window, demonstrate=main.demonstrate)


def _open_desk(archive: Path) -> object:
    from editor_app.desk import opening

    return opening.open_desk(archive, create=True)


def measure_starts(folder: Path) -> list[float]:
    """Return the milliseconds of each of STARTS starts, the first one, which warms up, left out."""
    times = []
    for _ in range(STARTS + 1):
        run = subprocess.run(
            [sys.executable, __file__, "--start", str(folder / "start.sqlite3")],
            env=surroundings()
            | {"XDG_CONFIG_HOME": str(folder), "PYTHONPYCACHEPREFIX": str(folder / "compiled")},
            capture_output=True,
            text=True,
            check=True,
        )
        times += [float(line.split()[1]) for line in run.stdout.splitlines() if line.startswith("painted")]
    return times[1:]


def measure_typing(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Return milliseconds per keystroke: until the page had it, in the key's handling, in rendering."""
    os.environ.update(surroundings())
    from PySide6.QtCore import QCoreApplication, QEvent, QSettings

    from ui.application import Windows, make_application
    from ui.person import Person
    from ui.settings.preferences import Preferences

    archive = folder / "typing.sqlite3"
    article_id = _long_article(archive)
    preferences = Preferences(QSettings(str(folder / "typing.ini"), QSettings.Format.IniFormat))
    windows = Windows(make_application(), preferences, "sv")
    person = Person()
    window = windows.open(lambda: _open(archive), archive, article_id)
    window.resize(1440, 900)
    person.wait_for(lambda: window.session.current is not None, "the article opens")
    person.wait_for(lambda: window.place.preview.view is not None, "the engine starts")
    person.pause(2000)
    figures = _type(window, person)
    windows.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return figures


def _type(window, person) -> tuple[list[float], list[float], list[float]]:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    preview, body = window.place.preview, window.place.editor.body
    arrived: list[float] = []
    preview.updated.connect(lambda: arrived.append(time.perf_counter()))
    rendering: list[float] = []
    _time_rendering(preview, rendering)
    body.moveCursor(QTextCursor.MoveOperation.End)
    seen, handled = [], []
    for number in range(KEYSTROKES):
        arrived.clear()
        pressed = time.perf_counter()
        QTest.keyClicks(body, "abcdefgh "[number % 9])
        handled.append((time.perf_counter() - pressed) * 1000)
        person.wait_for(lambda: arrived, "the page changes")
        seen.append((arrived[0] - pressed) * 1000)
        person.pause(40)
    return seen, handled, rendering


def _time_rendering(preview, times: list[float]) -> None:
    refresh = preview.refresh

    def timed_refresh() -> None:
        began = time.perf_counter()
        refresh()
        times.append((time.perf_counter() - began) * 1000)

    preview._timer.timeout.disconnect()
    preview._timer.timeout.connect(timed_refresh)


def _open(archive: Path):
    from editor_app.desk.opening import open_desk

    return open_desk(archive, create=True)


def _long_article(archive: Path) -> str:
    from msgspec.structs import replace

    from editor_app.domain.document import Document, paragraph

    desk = _open(archive)
    copy = desk.create(by="Bo")
    sentences = [SENTENCE] * (WORDS // len(SENTENCE.split()))
    blocks = tuple(paragraph("".join(sentences[at : at + 3])) for at in range(0, len(sentences), 3))
    article = replace(copy.article, title="Nya träd", lead=SENTENCE, body=Document(blocks))
    desk.save(article, version=copy.version, by="Bo")
    desk.close()
    return article.id


def tell(name: str, times: list[float], goal: str) -> None:
    """Print median, 95th percentile and maximum of `times` in milliseconds, and the goal."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:44} median {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {max(times):6.1f}  {goal}")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tell("main() to painted, ms", measure_starts(folder), "goal: 500")
        seen, handled, rendering = measure_typing(folder)
    tell(f"key to page, {WORDS} words, ms", seen, "goal: p95 60")
    tell("the key's own handling, ms", handled, "goal: 16")
    tell("reading, rendering and sending, ms", rendering, "goal: 16")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--start"]:
        start_once(Path(sys.argv[2]))
    else:
        main()
