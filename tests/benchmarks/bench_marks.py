"""How long the window is kept by the marks of what the rules found: after a key, and where all is new.

QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_marks.py
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.bench_long_article import Heartbeat, tell

SIZES = (600, 10_000)
KEYS = 15
# By then what was typed before is saved, and checked anew with what the archive says.
SETTLING_MS = 1500
GOAL_MS = 16


def main() -> None:
    """Print for each size how much the window's thread works at a stretch, and when the marks stand."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu --log-level=3")
    from PySide6.QtCore import QSettings

    from editor_app.desk.opening import open_desk
    from ui.application import Windows, make_application
    from ui.person import Person
    from ui.settings.preferences import Preferences

    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "archive.sqlite3"
        ids = dict(make_articles(archive))
        preferences = Preferences(QSettings(str(Path(folder) / "own.ini"), QSettings.Format.IniFormat))
        windows, person = Windows(make_application(), preferences, "sv"), Person()
        for size, article_id in ids.items():
            window = windows.open(lambda: open_desk(archive), archive, article_id)
            window.resize(1440, 900)
            window.place.show_panel("findings", True)
            checking = window.article.checking
            person.wait_for(lambda checking=checking: checking.findings, "the article is checked")
            person.pause(2000)
            print_figures(window, person, size)
            person.pause(500)
        windows.close()


def make_articles(path: Path) -> Iterator[tuple[int, str]]:
    """Store the labelled texts one after the other, as far as each size goes; yield sizes and ids."""
    from msgspec.structs import replace

    from editor_app.desk.opening import open_desk
    from editor_app.domain.document import Document, plain_text
    from tests.checks.labelled.reading import texts

    desk = open_desk(path, create=True)
    for size in SIZES:
        blocks, count = [], 0
        for block in cycle([block for text in texts() for block in text.body.blocks]):
            blocks.append(block)
            count += len(plain_text(block).split())
            if count >= size:
                break
        copy = desk.create(by="Bo")
        article = replace(copy.article, title="Nya träd", lead="De är ekar.", body=Document(tuple(blocks)))
        desk.save(article, version=copy.version, by="Bo")
        yield size, copy.article.id
    desk.close()


def print_figures(window, person, size: int) -> None:
    from PySide6.QtTest import QTest

    checking, body, heartbeat, worked = window.article.checking, window.place.editor.body, Heartbeat(), []
    for number in range(KEYS):
        person.pause(SETTLING_MS)
        came: list[bool] = []
        connection = checking.shown.connect(lambda came=came: came.append(True))
        QTest.keyClicks(body, "abc defg "[number % 9])
        # The key itself is measured by others.
        person.pause(50)
        heartbeat.begin()
        person.wait_for(lambda came=came: came, "the marks stand")
        person.pause(300)
        worked.append(heartbeat.worked)
        checking.shown.disconnect(connection)
    print(f"{size} words, {len(checking.findings)} findings; milliseconds")
    tell("  most work of the window's thread at a stretch, marking", worked, f"goal {GOAL_MS}")


if __name__ == "__main__":
    main()
