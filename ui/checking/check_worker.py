"""The thread that checks articles, so that the window never waits for a rule."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor_app.checks.findings import Finding
from editor_app.domain.article import Article

if TYPE_CHECKING:
    from editor_app.checks.checker import Checker
    from editor_app.checks.context import Context
    from editor_app.checks.swedish.lix import Lix
    from editor_app.domain.dismissals import Dismissal

    Asked = tuple[Article, Context, Sequence[Dismissal]]


class Checked(Struct, frozen=True):
    """What the rules found in `article`, the worst first; `lix` is None for a text too short for it.

    `let_be` are the findings that somebody dismissed, each with what was noted then.
    """

    article: Article
    findings: tuple[Finding, ...]
    lix: "Lix | None"
    let_be: "tuple[tuple[Dismissal, Finding], ...]" = ()


class CheckWorker(QObject):
    """Checks article after article; of those that are asked for meanwhile only the newest is checked.

    `checked` carries what was found, in the window's thread; a bug in a rule is raised there.
    """

    checked = Signal(object)
    _settled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checks")
        self._checker: Checker | None = None
        self._asked: Asked | None = None
        self._is_busy = False
        self._is_closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def check(self, article: Article, context: "Context", dismissals: "Sequence[Dismissal]" = ()) -> None:
        """Check `article` next, in place of any other that waits; what was dismissed is not told again."""
        self._asked = article, context, dismissals
        self._go_on()

    def close(self) -> None:
        """Let the thread end; nothing is told any more."""
        self._is_closed = True
        self._thread.shutdown(wait=True)

    def _go_on(self) -> None:
        if self._asked is not None and not self._is_busy and not self._is_closed:
            asked, self._asked = self._asked, None
            self._is_busy = True
            self._thread.submit(self._work, *asked)

    def _work(self, article: Article, context: "Context", dismissals: "Sequence[Dismissal]") -> None:
        try:
            found = self._look_at(article, context, dismissals)
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
            self._settled.emit(partial(_raise, bug))
        else:
            self._settled.emit(partial(self.checked.emit, found))

    def _look_at(self, article: Article, context: "Context", dismissals: "Sequence[Dismissal]") -> Checked:
        # The rules bring libraries that the first paint does not wait for.
        from editor_app.checks.checker import Checker
        from editor_app.checks.dismissing import left, let_be
        from editor_app.checks.rule_book import RULES
        from editor_app.checks.rules.plain_language import running_lix

        if self._checker is None:
            self._checker = Checker(RULES)
        found = self._checker.check(article, context)
        lix = running_lix(self._checker.read)
        return Checked(article, left(article, found, dismissals), lix, let_be(article, found, dismissals))

    @Slot(object)
    def _deliver(self, tell: Callable[[], Any]) -> None:
        self._is_busy = False
        self._go_on()
        if not self._is_closed:
            tell()


def _raise(bug: Exception) -> None:
    raise bug
