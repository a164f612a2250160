"""Run as a program: windows in which somebody types until they are killed, one after the other.

Its arguments are the archive, the number of rounds and a seed. It forks for each window, so that
the libraries are loaded once, and prints a line of JSON on what each death left behind.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Article
from editor_app.domain.codec import encode
from ui.application import Windows, make_application
from ui.main_window import MainWindow
from ui.settings.preferences import Preferences

# The promise, in seconds: saved so long after a pause, and at the latest so long after it was typed.
AFTER_PAUSE, AT_LATEST = 1.0, 5.0
# What a save and a busy machine may take beyond it.
GRACE = 1.0
LONGEST_LIFE = 8.0
WORDS = ("bro", "väg", "öppnar", "gatan", "kommunen", "i", "maj", "skolan", "två", "nya", "träd", "åker")


@dataclass(frozen=True)
class Typed:
    """What the window held after a key: when, in seconds, and the hash of its words."""

    at: float
    words: str


def words_of(article: Article) -> str:
    """Return what tells the words of an article from any others."""
    text = f"{article.title}\0{article.lead}\0".encode() + encode(article.body)
    return sha256(text).hexdigest()


class Typist:
    """Types into the article of `window` with the keys that people use, and tells after each of them."""

    def __init__(self, window: MainWindow, chance: random.Random, told: int) -> None:
        self._window = window
        self._chance = chance
        self._told = told

    def begin(self, _copy: object) -> None:
        """Start in the body, at its end."""
        body = self._window.place.editor.body
        body.setFocus()
        self._press(body, Qt.Key.Key_End, modifiers=Qt.KeyboardModifier.ControlModifier)
        self._step()

    def _step(self) -> None:
        for press in self._chance.choices(
            (self._write_word, self._new_block, self._erase, self._undo, self._write_title),
            (30, 4, 4, 1, 2),
        ):
            press()
        # Mostly as fast as people type, with the pauses that they make to think.
        pause = self._chance.choices((60, 300, 2500), (30, 6, 1))[0]
        QTimer.singleShot(pause, self._step)

    def _write_word(self) -> None:
        for letter in self._chance.choice(WORDS) + " ":
            self._press(self._window.place.editor.body, text=letter)

    def _new_block(self) -> None:
        body = self._window.place.editor.body
        self._press(body, Qt.Key.Key_Return, "\r")
        for letter in self._chance.choice(("", "- ", "1. ", "– ")):
            self._press(body, text=letter)

    def _erase(self) -> None:
        for _ in range(self._chance.randint(1, 6)):
            self._press(self._window.place.editor.body, Qt.Key.Key_Backspace)

    def _undo(self) -> None:
        self._press(
            self._window.place.editor.body, Qt.Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier
        )

    def _write_title(self) -> None:
        self._press(self._window.place.editor.title, text=self._chance.choice("abcdeåäö "))

    def _press(
        self,
        field: QWidget,
        key: Qt.Key = Qt.Key.Key_unknown,
        text: str = "",
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, modifiers, text))
        article = self._window.article.editing.article()
        if article is not None:
            os.write(self._told, f"{time.monotonic()} {words_of(article)}\n".encode())


def type_until_killed(path: Path, article_id: str, seed: int, told: int) -> None:
    """Open the window on the article and type; the process ends by being killed."""
    settings = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    # The phone takes no part in saving, and its engine takes a second to start.
    settings.setValue("window/hidden/preview", 1)
    application = make_application()
    windows = Windows(application, Preferences(settings), "sv")
    window = windows.open(partial(open_desk, path), path, article_id)
    typist = Typist(window, random.Random(seed), told)
    window.session.opened.connect(typist.begin)
    application.exec()


def kill_a_window(path: Path, article_id: str, chance: random.Random) -> tuple[list[Typed], float]:
    """Return what was typed, and when the process was killed."""
    heard, told = os.pipe()
    writer = os.fork()
    if writer == 0:
        os.close(heard)
        type_until_killed(path, article_id, chance.getrandbits(32), told)
        os._exit(0)
    os.close(told)
    with os.fdopen(heard) as lines:
        first = lines.readline()
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        killed = time.monotonic()
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        return [_typed(line) for line in (first, *lines)], killed


def _typed(line: str) -> Typed:
    at, words = line.split()
    return Typed(float(at), words)


def oldest_allowed(typed: list[Typed], killed: float) -> int:
    """Return the index of the oldest state that may be what is left, -1 where all of them may be lost."""
    allowed = -1
    for index, state in enumerate(typed):
        until = typed[index + 1].at if index + 1 < len(typed) else killed
        paused = until - state.at > AFTER_PAUSE + GRACE
        if paused or killed - state.at > AT_LATEST + GRACE:
            allowed = index
    return allowed


def what_is_left(path: Path, article_id: str) -> tuple[str, str]:
    """Return the hash of the stored words, and what SQLite says of the file."""
    with closing(sqlite3.connect(path)) as database:
        (integrity,) = database.execute("PRAGMA integrity_check").fetchone()
    desk = open_desk(path)
    left = words_of(desk.open(article_id).article)
    desk.close()
    return left, integrity


def main(path: Path, rounds: int, seed: int) -> None:
    """Kill so many windows on one article of the archive at `path`."""
    desk = open_desk(path, create=True)
    article_id = desk.create(by="Ada").article.id
    desk.close()
    chance = random.Random(seed)
    before = what_is_left(path, article_id)[0]
    for _ in range(rounds):
        typed, killed = kill_a_window(path, article_id, chance)
        left, integrity = what_is_left(path, article_id)
        states = [before, *(state.words for state in typed)]
        # The newest of equal states: undo and backspace come back to what was before.
        found = max((index for index, words in enumerate(states) if words == left), default=-1)
        # What was typed since, the promise's seconds at most.
        lost = killed - typed[found].at if 0 <= found < len(typed) else 0.0
        print(
            json.dumps(
                {
                    "keys": len(typed),
                    "found": found,
                    "oldest_allowed": oldest_allowed(typed, killed) + 1,
                    "seconds_lost": round(lost, 2),
                    "integrity": integrity,
                }
            ),
            flush=True,
        )
        before = left


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
