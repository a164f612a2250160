"""The words that the open archive adds to the dictionaries, kept in step with the process that checks."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from ui.desk_worker import DeskWorker
from ui.editor.spelling_process import SpellingProcess


class ArchiveWords(QObject):
    """Fetches the words, adds and removes some; `changed` carries all of them where there are others.

    `name` gives the person's name, which is kept with each change.
    """

    changed = Signal(object)

    def __init__(
        self, worker: DeskWorker, process: SpellingProcess, name: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._worker = worker
        self._process = process
        self._words: Mapping[str, tuple[str, ...]] = {}

    @property
    def words(self) -> Mapping[str, tuple[str, ...]]:
        """The words by language, as the archive last had them."""
        return self._words

    def fetch(self) -> None:
        """Ask the archive for the words."""
        self._worker.run(lambda desk: desk.words(), self._take)

    def add(self, language: str, word: str) -> None:
        """Add a word for all who use the archive."""
        self._worker.run(lambda desk: desk.add_word(language, word, by=self._name()), self._take)

    def remove(self, language: str, word: str) -> None:
        """Take a word away that was added."""
        self._worker.run(lambda desk: desk.remove_word(language, word, by=self._name()), self._take)

    def _take(self, words: Mapping[str, tuple[str, ...]]) -> None:
        if words == self._words:
            return
        self._words = words
        self._process.learn(words)
        self.changed.emit(words)
