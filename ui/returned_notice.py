"""Says, as a session starts, what has come back to whoever sits there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker
from ui.editor.session import ArticleSession
from ui.messages import Messages
from ui.widgets.tone import Tone

MOST_NAMED = 3


class ReturnedNotice(QObject):
    """Says once in `messages` which articles were returned to `name` with a comment."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        messages: Messages,
        name: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._messages = messages
        self._name = name
        # An article that opens takes the messages of the one before away.
        session.opened.connect(self._ask, Qt.ConnectionType.SingleShotConnection)

    def _ask(self) -> None:
        name = self._name()
        # A lost archive is told of by those who watch over it.
        if name and not self._worker.is_closed:
            self._worker.run(lambda desk: desk.returned_to(name), self._tell, lambda _error: None)

    def _tell(self, titles: Sequence[str]) -> None:
        if titles:
            self._messages.say(Tone.INFO, returned_sentence(titles))


def returned_sentence(titles: Sequence[str]) -> str:
    """Return how many articles have come back, and what the first of them are called."""
    named = [_("“{title}”").format(title=title or _("Untitled")) for title in titles[:MOST_NAMED]]
    if len(titles) > MOST_NAMED:
        named.append("…")
    return ngettext(
        "{count} article has come back to you: {titles}",
        "{count} articles have come back to you: {titles}",
        len(titles),
    ).format(count=len(titles), titles=", ".join(named))
