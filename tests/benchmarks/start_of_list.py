"""One start of the program on an archive, loading what the program loads and no more, for bench_list.py.

start_of_list.py ARCHIVE FOLDER
"""

import os
import sys
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))


def show_window(archive: Path, folder: Path, _archive: Path | None, language: str | None) -> int:
    """Say when the list can be used, look around in the archive, and say how much memory that took."""
    import gc

    # As main() does.
    gc.disable()
    from PySide6.QtCore import QCoreApplication, QSettings

    from ui.application import Windows, make_application
    from ui.archive_opening import opener
    from ui.settings.preferences import Preferences

    settings = QSettings(str(folder / "list.ini"), QSettings.Format.IniFormat)
    # There is no phone, and so no browser engine.
    settings.setValue("window/hidden/preview", 1)
    windows = Windows(make_application(), Preferences(settings), language or "sv")
    window = windows.open(opener(archive), archive)
    window.resize(1440, 900)
    rows = window.newsroom.finding.rows
    while not (rows.ids and rows.index(0, 0).data()):
        QCoreApplication.processEvents()
        time.sleep(0.001)
    window.grab()
    print(f"usable {time.process_time() * 1000}", flush=True)
    _look_around(window)
    windows.close()
    return 0


def _look_around(window) -> None:
    from ui.person import Person

    person = Person()
    person.wait_for(lambda: window.session.current is not None, "the newest article opens")
    print(f"memory {memory()}", flush=True)
    bar = window.place.list.view.verticalScrollBar()
    for step in range(50):
        bar.setValue(bar.maximum() * step // 50)
        person.pause(20)
    window.overview.show()
    person.pause(500)
    print(f"memory {memory()}", flush=True)


def memory() -> int:
    """Return the megabytes that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    from editor_app.command_line.running import run

    shown = partial(show_window, Path(sys.argv[1]), Path(sys.argv[2]))
    sys.exit(run([], show_window=shown, demonstrate=lambda *_asked: 1))
