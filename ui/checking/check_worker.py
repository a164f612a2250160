"""The thread that checks articles, so that the window never waits for a rule."""

from collections.abc import Callable
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


class Checked(Struct, frozen=True):
    """What the rules found in `article`, the worst first; `lix` is None for a text too short for it."""

    article: Article
    findings: tuple[Finding, ...]
    lix: "Lix | None"


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
        self._asked: tuple[Article, Context] | None = None
        self._is_busy = False
        self._is_closed = False
        self._settled.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def check(self, article: Article, context: "Context") -> None:
        """Check `article` next, in place of any other that waits."""
        self._asked = article, context
        self._go_on()

    def close(self) -> None:
        """Let the thread end; nothing is told any more."""
        self._is_closed = True
        self._thread.shutdown(wait=True)

    def _go_on(self) -> None:
        if self._asked is not None and not self._is_busy and not self._is_closed:
            article, context = self._asked
            self._asked, self._is_busy = None, True
            self._thread.submit(self._work, article, context)

    def _work(self, article: Article, context: "Context") -> None:
        try:
            found = self._look_at(article, context)
        except Exception as bug:  # noqa: BLE001 - carried over to the window's thread, and raised there
            self._settled.emit(partial(_raise, bug))
        else:
            self._settled.emit(partial(self.checked.emit, found))

    def _look_at(self, article: Article, context: "Context") -> Checked:
        # The rules bring libraries that the first paint does not wait for.
        from editor_app.checks.checker import Checker
        from editor_app.checks.passages import passages
        from editor_app.checks.rule_book import RULES
        from editor_app.checks.rules.plain_language import running_lix

        if self._checker is None:
            self._checker = Checker(RULES)
        findings = self._checker.check(article, context)
        return Checked(article, findings, running_lix(passages(article, article.body)))

    @Slot(object)
    def _deliver(self, tell: Callable[[], Any]) -> None:
        self._is_busy = False
        self._go_on()
        if not self._is_closed:
            tell()


def _raise(bug: Exception) -> None:
    raise bug
