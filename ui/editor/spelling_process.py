"""The dictionaries, in a process of their own: asked and answered without the window waiting."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

import editor_app
from editor_app.checks.spelling.messages import (
    Answer,
    Judge,
    Judged,
    Learn,
    Request,
    Suggest,
    answer_of,
    to_line,
)
from ui.widgets.timers import once_after

MODULE = "editor_app.checks.spelling"
ROOT = Path(editor_app.__file__).resolve().parent.parent
# Between two batches a person's wish for suggestions gets its turn.
BATCH = 200
MOST_STARTS = 3
# A killed process is gone within a few milliseconds, and the window waits no longer than that looks well.
LONGEST_GOODBYE_MS = 100

Key = tuple[str, str]
Suggestions = tuple[str, ...]


class SpellingProcess(QObject):
    """Judges words and remembers the judgements; the process starts with the first question.

    `judged` comes whenever more is known, `relearned` when what was known before no longer holds.
    `gave_up` comes when the process cannot be started, or has ended by itself MOST_STARTS times; from
    then on nothing is judged.
    """

    judged = Signal()
    relearned = Signal()
    gave_up = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._verdicts: dict[Key, bool] = {}
        self._wanted: dict[Key, None] = {}
        self._is_asked = False
        self._suggested: dict[Key, Suggestions] = {}
        self._awaited: dict[Key, list[Callable[[Suggestions], Any]]] = {}
        self._told: dict[str, tuple[str, ...]] = {}
        self._starts = 0
        self._is_closed = False
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        # Without UTF-8 mode, paths with å in them are lost on systems in the C locale.
        self._process.setArguments(["-X", "utf8", "-m", MODULE])
        self._process.setWorkingDirectory(str(ROOT))
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)
        self._sending = once_after(0, self._ask_next, self)
        if parent is not None:
            # Comes before Qt deletes the children, which would wait for the process.
            parent.destroyed.connect(self.close)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self.close)

    def is_misspelled(self, language: str, form: str) -> bool | None:
        """Tell whether `form` is misspelled; None while that is not known, and `judged` will follow."""
        verdict = self._verdicts.get((language, form))
        if verdict is None:
            self._wanted[language, form] = None
            if not self._sending.isActive():
                self._sending.start()
        return verdict

    def suggest(self, language: str, form: str, done: Callable[[Suggestions], Any]) -> None:
        """Give `done` what may have been meant by `form`, the likeliest first."""
        key = language, form
        if key in self._suggested:
            done(self._suggested[key])
            return
        self._awaited.setdefault(key, []).append(done)
        self._send(Suggest(language, form))

    def learn(self, words: Mapping[str, Iterable[str]]) -> None:
        """Take `words`, by language, for right from now on, and no longer those of before."""
        told = {language: tuple(some) for language, some in words.items()}
        changed = [tag for tag in {*told, *self._told} if told.get(tag, ()) != self._told.get(tag, ())]
        self._told = told
        if not changed:
            return
        self._verdicts = {key: verdict for key, verdict in self._verdicts.items() if key[0] not in changed}
        if self._is_running():
            for language in changed:
                self._write(Learn(language, told.get(language, ())))
        self.relearned.emit()

    def close(self) -> None:
        """End the process, once for all."""
        if self._is_closed:
            return
        self._is_closed = True
        self._process.finished.disconnect(self._ended)
        self._process.errorOccurred.disconnect(self._failed)
        self._starts = MOST_STARTS
        self._sending.stop()
        if self._is_running():
            self._process.kill()
            self._process.waitForFinished(LONGEST_GOODBYE_MS)

    def _ask_next(self) -> None:
        if self._is_asked or not self._wanted:
            return
        language = next(iter(self._wanted))[0]
        forms = [form for tag, form in self._wanted if tag == language][:BATCH]
        for form in forms:
            del self._wanted[language, form]
        self._is_asked = self._send(Judge(language, tuple(forms)))

    def _send(self, request: Request) -> bool:
        if not self._is_running() and not self._start():
            return False
        self._write(request)
        return True

    def _start(self) -> bool:
        if self._starts >= MOST_STARTS:
            return False
        self._starts += 1
        self._process.start()
        for language, words in self._told.items():
            self._write(Learn(language, words))
        return True

    def _write(self, request: Request) -> None:
        self._process.write(to_line(request))

    def _is_running(self) -> bool:
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def _read(self) -> None:
        while self._process.canReadLine():
            self._take(answer_of(bytes(self._process.readLine().data())))

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, Judged):
            misspelled = set(answer.misspelled)
            for form in answer.forms:
                self._verdicts[answer.language, form] = form in misspelled
            self._is_asked = False
            self._sending.start()
            self.judged.emit()
        else:
            key = answer.language, answer.form
            self._suggested[key] = answer.suggestions
            for done in self._awaited.pop(key, []):
                done(answer.suggestions)

    def _ended(self) -> None:
        self._is_asked = False
        awaited, self._awaited = self._awaited, {}
        for waiting in awaited.values():
            for done in waiting:
                done(())
        if self._starts < MOST_STARTS:
            self.judged.emit()
        else:
            self.gave_up.emit()

    def _failed(self, error: QProcess.ProcessError) -> None:
        # Where it has run, `finished` tells the rest.
        if error is QProcess.ProcessError.FailedToStart:
            self._starts = MOST_STARTS
            self._ended()
