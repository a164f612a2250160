"""What an article of 10,000 words costs in the window: opening, typing and the phone; prints figures.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_long_article.py
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

WORDS = 10_000
KEYSTROKES = 200
OPENINGS = 12
PAGES_SET = 12
PATCHES = 60
EDITS_FOR_MEMORY = 300
KEYS_WATCHED = 25
# In it the words are searched, counted, checked and saved.
AFTER_A_KEY_MS = 1200
MISTAKES = 200


def tell(name: str, times: list[float], goal: str) -> None:
    """Print median, 95th percentile and maximum of `times` in milliseconds, and the goal."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{name:58} median {statistics.median(times):6.1f}  p95 {p95:6.1f}  max {max(times):6.1f}  {goal}")


def make_archive(path: Path) -> tuple[str, str]:
    """Store a long article and a short one; return their ids."""
    from msgspec.structs import replace

    from editor_app.desk.opening import open_desk
    from editor_app.domain.document import Document, paragraph
    from tests.benchmarks.long_text import SENTENCE, document, with_mistakes

    desk = open_desk(path, create=True)
    ids = []
    for title, body in (
        ("Nya träd", with_mistakes(document(WORDS), MISTAKES)),
        ("Kort", Document((paragraph("Ett stycke."),))),
    ):
        copy = desk.create(by="Bo")
        desk.save(replace(copy.article, title=title, lead=SENTENCE, body=body), version=copy.version, by="Bo")
        ids.append(copy.article.id)
    desk.close()
    return ids[0], ids[1]


class Desktop:
    """The window on the long article, and a person in front of it."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
        from PySide6.QtCore import QSettings

        from editor_app.desk.opening import open_desk
        from ui.application import Windows, make_application
        from ui.person import Person
        from ui.settings.preferences import Preferences

        archive = folder / "archive.sqlite3"
        self.long, self.short = make_archive(archive)
        preferences = Preferences(QSettings(str(folder / "own.ini"), QSettings.Format.IniFormat))
        self.windows = Windows(make_application(), preferences, "sv")
        self.person = Person()
        self.window = self.windows.open(lambda: open_desk(archive), archive, self.short)
        self.window.resize(1440, 900)
        self.person.wait_for(lambda: self.window.session.current is not None, "the article opens")
        self.person.wait_for(lambda: self.window.place.preview.view is not None, "the engine starts")
        self.person.pause(2000)

    def wait_for(self, signal, act: Callable[[], object]) -> float:
        """Return the milliseconds from `act` until `signal`."""
        came: list[float] = []
        connection = signal.connect(lambda *_: came.append(time.perf_counter()))
        began = time.perf_counter()
        act()
        self.person.wait_for(lambda: came, "the window answers")
        signal.disconnect(connection)
        return (came[0] - began) * 1000

    def close(self) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent

        self.windows.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def measure_opening(desktop: Desktop) -> tuple[list[float], list[float]]:
    """Return the milliseconds until the long article is painted, and until it is on the phone."""
    window, painted, on_phone = desktop.window, [], []
    for _ in range(OPENINGS):
        desktop.wait_for(window.session.opened, lambda: window.article.editing.open(desktop.short))
        desktop.person.pause(300)
        shown: list[float] = []

        def open_and_paint(shown: list[float] = shown) -> None:
            began = time.perf_counter()
            desktop.wait_for(window.session.opened, lambda: window.article.editing.open(desktop.long))
            window.place.editor.grab()
            shown.append((time.perf_counter() - began) * 1000)

        on_phone.append(desktop.wait_for(window.place.preview.updated, open_and_paint))
        painted += shown
        desktop.person.pause(200)
    return painted, on_phone


def wait_for_marks(desktop: Desktop) -> int:
    """Return how many words are marked as misspelled, once all are checked."""
    button = desktop.window.place.editor.foot.misspellings
    desktop.person.wait_for(lambda: button.text().startswith(str(MISTAKES)), "the words are checked")
    return MISTAKES


def measure_typing(desktop: Desktop) -> tuple[list[float], list[float], list[float]]:
    """Return milliseconds per key: handled, until the page had it, and all work of the window's thread."""
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest

    body, preview = desktop.window.place.editor.body, desktop.window.place.preview
    text = body.document()
    body.setTextCursor(QTextCursor(text.findBlockByNumber(text.blockCount() // 2 // 6 * 6 + 1)))
    handled, seen, worked = [], [], []
    for number in range(KEYSTROKES):
        key = "abcdefgh "[number % 9]
        spent: list[float] = []

        def press(key: str = key, spent: list[float] = spent) -> None:
            began = time.perf_counter()
            QTest.keyClicks(body, key)
            spent.append((time.perf_counter() - began) * 1000)

        cpu = time.thread_time()
        seen.append(desktop.wait_for(preview.updated, press))
        worked.append((time.thread_time() - cpu) * 1000)
        handled.append(spent[0])
        desktop.person.pause(40)
    return handled, seen, worked


class Heartbeat:
    """Beats in the window's thread each millisecond, and knows how long it had to wait for its turn.

    `waited` and `worked` are the longest wait since `begin`, and the most work of the thread between two
    beats, in milliseconds; what else the computer does makes the first longer, not the second.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self.begin()

    def begin(self) -> None:
        self.waited = self.worked = 0.0
        self._clock, self._work = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        clock, work = time.perf_counter(), time.thread_time()
        self.waited = max(self.waited, (clock - self._clock) * 1000 - 1)
        self.worked = max(self.worked, (work - self._work) * 1000)
        self._clock, self._work = clock, work


def measure_stops(desktop: Desktop) -> tuple[list[float], list[float]]:
    """Return the longest stop in the second after each of some keys, and the most work at a stretch."""
    from PySide6.QtTest import QTest

    body, heartbeat, waited, worked = desktop.window.place.editor.body, Heartbeat(), [], []
    for number in range(KEYS_WATCHED):
        heartbeat.begin()
        QTest.keyClicks(body, "abc defg "[number % 9])
        desktop.person.pause(AFTER_A_KEY_MS)
        waited.append(heartbeat.waited)
        worked.append(heartbeat.worked)
    return waited, worked


def measure_page(desktop: Desktop) -> tuple[list[float], list[float]]:
    """Return the milliseconds of a patch of one block, and of setting the same page anew."""
    from msgspec.structs import replace

    from editor_app.domain.document import Document, paragraph

    view, article = desktop.window.place.preview.view, desktop.window.article.editing.article()
    renderer = desktop.window.place.preview._renderer
    blocks = article.body.blocks
    middle = len(blocks) // 2 // 6 * 6 + 1

    def page(number: int):
        body = Document((*blocks[:middle], paragraph(f"Stycke {number}."), *blocks[middle + 1 :]))
        changed = replace(article, body=body)
        return renderer.page(changed)

    patched, anew = [], []
    for number in range(PATCHES):
        following = page(number)
        patched.append(desktop.wait_for(view.shown, lambda s=following: view.show_page(s)))
    for number in range(PAGES_SET):
        following = page(-number)
        view._in_tree = None
        anew.append(desktop.wait_for(view.shown, lambda s=following: view.show_page(s)))
    return patched, anew


def measure_memory(desktop: Desktop) -> tuple[float, float]:
    """Return the resident megabytes of the page's process before and after EDITS_FOR_MEMORY keys."""
    from PySide6.QtTest import QTest

    body, view = desktop.window.place.editor.body, desktop.window.place.preview.view
    updated = desktop.window.place.preview.updated
    process = view.page().renderProcessPid()
    for _ in range(50):
        desktop.wait_for(updated, lambda: QTest.keyClicks(body, "a"))
    before = resident(process)
    for _ in range(EDITS_FOR_MEMORY):
        desktop.wait_for(updated, lambda: QTest.keyClicks(body, "a"))
    return before, resident(process)


def resident(process: int) -> float:
    """Return the megabytes of memory that `process` holds."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(Path(folder))
        painted, on_phone = measure_opening(desktop)
        marked = wait_for_marks(desktop)
        handled, seen, worked = measure_typing(desktop)
        alone = measure_stops(desktop)
        finding = desktop.window.place.editor.find_bar
        finding.open(replacing=True)
        finding.wanted.setText("träd")
        desktop.window.place.editor.body.setFocus()
        beside_search = measure_stops(desktop)
        finding.close_bar()
        before, after = measure_memory(desktop)
        patched, anew = measure_page(desktop)
        desktop.close()
    tell(f"opened and painted, {WORDS} words, ms", painted, "goal: 200")
    tell("opened and on the phone, ms", on_phone, "")
    tell("a key, handled, ms", handled, "goal: p95 16")
    tell("a key, all work of the window's thread, ms", worked, "")
    for name, (waited, at_work) in (("find bar closed", alone), ("find bar open", beside_search)):
        tell(f"longest stop in the second after a key, {name}", waited, "goal: p95 16")
        tell(f"most work at a stretch, {name}", at_work, "")
    tell("a key until the page has it, ms", seen, "goal: 80")
    tell("one block patched, ms", patched, "")
    tell("the page set anew, ms", anew, "")
    print(f"misspelled words marked: {marked}")
    print(f"patched / anew: {statistics.median(patched) / statistics.median(anew):.1%}, goal: 15 %")
    growth = after / before - 1
    print(
        f"memory of the page: {before:.0f} MB, after {EDITS_FOR_MEMORY} edits {after:.0f} MB ({growth:+.0%})"
    )


if __name__ == "__main__":
    main()
