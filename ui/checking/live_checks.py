"""The open article checked anew after each pause in the typing."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from editor_app.domain.page_needs import page_needs
from ui.checking.check_worker import Checked, CheckWorker
from ui.desk_worker import DeskWorker
from ui.widgets.timers import SETTLED_MS, once_after

if TYPE_CHECKING:
    from editor_app.checks.context import Context
    from editor_app.domain.dismissals import Dismissal

PAUSE_MS = 300


class LiveChecks(QObject):
    """Lets a thread of its own check what `read` returns: the article as it stands in the window.

    What the archive knows for the rules is asked of the desk again only where the article names
    other things of it, or after `forget`. `approver` says who would approve the article, empty where
    nobody is about to. `found` carries what was found in the article that is open.
    """

    found = Signal(object)

    def __init__(
        self,
        worker: DeskWorker,
        read: Callable[[], Article | None],
        approver: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._read = read
        self._approver = approver
        self._checks = CheckWorker(self)
        self._checks.checked.connect(self._tell)
        # Each start says how long: the one before may have said otherwise.
        self._pause = once_after(PAUSE_MS, self._check, self)
        self._context: Context | None = None
        self._dismissals: Sequence[Dismissal] = ()
        self._known: object = None
        self._asked: object = None

    @property
    def dismissals(self) -> "Sequence[Dismissal]":
        """What was let be in the article that was checked last."""
        return self._dismissals

    def note_edit(self) -> None:
        """Check after a pause."""
        self._pause.start(PAUSE_MS)

    def forget(self) -> None:
        """Take it that the archive may know other things by now, and check with those."""
        self._known = None
        self._pause.start(PAUSE_MS)

    def begin(self) -> None:
        """Check an article that has been opened, once it has stood in the window for a moment."""
        self._known = None
        self._pause.start(SETTLED_MS)

    def check_soon(self) -> None:
        """Check as soon as the window has painted."""
        self._known = None
        self._pause.start(0)

    def close(self) -> None:
        """Check nothing any more."""
        self._pause.stop()
        self._checks.close()

    def _check(self) -> None:
        article = self._read()
        if article is None:
            return
        if self._context is not None and self._known == _needs(article):
            self._checks.check(article, self._context, self._dismissals)
        elif self._asked is None:
            self._ask(article)

    def _ask(self, article: Article) -> None:
        """Ask the desk what the rules want to know; what is typed meanwhile is checked with that too."""
        self._asked = needs = _needs(article)
        # What is forgotten while the desk looks is asked for again.
        self._known = needs

        def take(known: "tuple[Context, Sequence[Dismissal]]") -> None:
            self._asked = None
            self._context, self._dismissals = known
            self._check()

        def fail(error: EditorAppError) -> None:
            self._asked = self._known = None
            self._worker.went_wrong.emit(error)

        def break_down(bug: Exception) -> None:
            self._asked = self._known = None
            raise bug

        approver = self._approver()
        self._worker.run(
            lambda desk: (desk.check_context(article, approver), desk.dismissals(article.id)),
            take,
            fail,
            break_down,
        )

    def _tell(self, checked: Checked) -> None:
        article = self._read()
        if article is not None and article.id == checked.article.id:
            self.found.emit(checked)


def _needs(article: Article) -> object:
    """Return what of `article` the desk answers by."""
    return page_needs(article), article.contact_ids, article.version_of
