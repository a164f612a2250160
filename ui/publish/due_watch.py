"""Looks at the clock: what should be on the website by now and is not."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

from editor_app.domain.due import Due
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editor.session import ArticleSession
from ui.messages import Messages
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone

PAUSE_MS = 60_000


class DueWatch(QObject):
    """Says in `messages`, once for each thing, what came since the newest export; `export` makes another."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        messages: Messages,
        export: Callable[[], Any],
        show_planned: Callable[[], Any],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self._export = export
        self._show_planned = show_planned
        self._told: frozenset[Due] = frozenset()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        # An article that opens takes the messages of the one before away.
        session.opened.connect(self._begin, Qt.ConnectionType.SingleShotConnection)

    def look(self) -> None:
        """Ask what is due."""
        # A lost archive is told of by those who watch over it.
        if not self._worker.is_closed:
            self._worker.run(lambda desk: desk.due_since_export(), self._tell, lambda _error: None)

    def _begin(self) -> None:
        self._timer.start()
        self.look()

    def _tell(self, overdue: Sequence[Due]) -> None:
        # It knows the renderer and its libraries, which the first paint does not wait for.
        from editor_app.desk.due_words import overdue_sentence

        if frozenset(overdue) <= self._told:
            return
        self._told = frozenset(overdue)
        self._messages.say(
            Tone.INFO,
            f"{overdue_sentence(overdue)} {_('Export the website.')}",
            (
                MessageAction(_("Export…"), self._export),
                MessageAction(_("Show what is planned"), self._show_planned),
            ),
        )
