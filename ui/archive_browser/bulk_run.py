"""One act done to many articles, one after the other: what is done is done whole, what is refused is told."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor_app.desk.values import ArticleSummary
from editor_app.domain.errors import EditorAppError
from ui.archive_browser.bulk_acts import Asked, BulkAct
from ui.desk_worker import DeskWorker
from ui.widgets.explained import explained


class BulkRun(QObject):
    """Asks the worker for one article at a time, so that others are served between them.

    `progressed` carries how many have been looked at; `finished` comes at the end, and when somebody
    stopped it.
    """

    progressed = Signal(int)
    finished = Signal()

    def __init__(self, worker: DeskWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._left: list[ArticleSummary] = []
        self._stopped = False
        self.done: list[ArticleSummary] = []
        self.refused: list[tuple[ArticleSummary, str]] = []

    @property
    def left(self) -> int:
        """How many articles were not reached."""
        return len(self._left)

    def begin(self, act: BulkAct, articles: Sequence[ArticleSummary], asked: Asked) -> None:
        """Do `act` to the articles, in their order."""
        self._left = list(reversed(articles))
        self._stopped = False
        self._go_on(act, asked)

    def stop(self) -> None:
        """Leave the articles as they are that have not been reached."""
        self._stopped = True

    def _go_on(self, act: BulkAct, asked: Asked) -> None:
        if self._stopped or not self._left:
            self.finished.emit()
            return
        article = self._left.pop()
        self._worker.run(
            lambda desk: act.do(desk, article, asked),
            partial(self._note_done, act, asked, article),
            partial(self._note_refused, act, asked, article),
        )

    def _note_done(self, act: BulkAct, asked: Asked, article: ArticleSummary, _answer: object) -> None:
        self.done.append(article)
        self._note_progress(act, asked)

    def _note_refused(
        self, act: BulkAct, asked: Asked, article: ArticleSummary, error: EditorAppError
    ) -> None:
        self.refused.append((article, explained(error)))
        self._note_progress(act, asked)

    def _note_progress(self, act: BulkAct, asked: Asked) -> None:
        self.progressed.emit(len(self.done) + len(self.refused))
        self._go_on(act, asked)
