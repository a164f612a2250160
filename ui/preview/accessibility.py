"""The page looked at by axe-core, in a view of its own that is on no screen."""

import json
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from editor_app.domain.article import Article
from editor_app.resource_files import RESOURCES
from editor_app.translation import interface_language
from ui.preview.changes import Page
from ui.widgets.alive import while_alive
from ui.widgets.timers import once_after

if TYPE_CHECKING:
    from ui.preview.page_view import PageView

AXE = RESOURCES / "axe" / "axe.min.js"
SWEDISH = RESOURCES / "axe" / "sv.json"
SCRIPTS = (AXE, RESOURCES / "preview" / "accessibility.js")
WIDTH, HEIGHT = 320, 800
# Nobody is told of the page while they write it.
QUIET_MS = 5000
ASK_MS = 100
MOST_SECONDS = 30.0


class Unit(msgspec.Struct, frozen=True):
    """An element of the body by its kind and its words; `number` counts those like it before, from 0."""

    kind: str
    text: str
    number: int


class Fault(msgspec.Struct, frozen=True):
    """What axe found in one element, which `target` selects; `part` is empty beside the article."""

    rule: str
    impact: str
    help: str
    reasons: tuple[str, ...]
    tags: tuple[str, ...]
    target: str
    part: str
    unit: Unit
    words: str


class Looked(msgspec.Struct, frozen=True):
    """The faults of the page of `article`; `was_asked` where somebody waits for the answer."""

    article: Article
    faults: tuple[Fault, ...]
    was_asked: bool


class Accessibility(QObject):
    """Looks at the newest page once it has been left alone for a while, or at once when asked.

    `make` makes the view, with what is given as its parent. `found` carries a Looked; `failed` comes
    where somebody asked and the page could not be looked at.
    """

    found = Signal(object)
    failed = Signal()

    def __init__(self, make: "Callable[[QWidget], PageView]", parent: QWidget) -> None:
        super().__init__(parent)
        self._make = make
        self._over = parent
        self._newest: tuple[Article, Page] | None = None
        self._looked_at: Page | None = None
        self._under_way: Article | None = None
        self._was_asked = False
        self._view: PageView | None = None
        self._until = 0.0
        self._quiet = once_after(QUIET_MS, self._look_unasked, self)
        self._ask_again = once_after(ASK_MS, self._ask, self)

    def note(self, article: Article, page: Page) -> None:
        """Look at the page of `article` once nothing has followed it for a while."""
        self._newest = article, page
        self._quiet.start()

    def forget(self) -> None:
        """Look at nothing: no article is open."""
        self._newest = None
        self._quiet.stop()

    def look(self) -> None:
        """Look now, for somebody who waits for the answer."""
        if self._newest is None:
            self.failed.emit()
            return
        self._was_asked = True
        self._begin()

    def _look_unasked(self) -> None:
        page = None if self._newest is None else self._newest[1]
        if self._over.isVisible() and page != self._looked_at:
            self._begin()

    def _begin(self) -> None:
        self._quiet.stop()
        if self._newest is None or self._under_way is not None:
            return
        self._under_way, self._looked_at = self._newest
        self._until = monotonic() + MOST_SECONDS
        self._view = view = self._make(self._over)
        # Contrast is seen only in what is shown, as Qt takes this to be.
        view.setWindowFlags(Qt.WindowType.Window)
        view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        view.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        view.add_scripts(SCRIPTS)
        view.resize(WIDTH, HEIGHT)
        view.show()
        view.shown.connect(self._run)
        view.show_page(self._looked_at)
        self._ask_again.start()

    def _run(self) -> None:
        if self._view is not None:
            locale = SWEDISH.read_text(encoding="utf-8") if interface_language() == "sv" else "null"
            self._view.run_script(f"pressklarAccessibility.run({locale})", lambda _nothing: None)

    def _ask(self) -> None:
        if self._view is not None:
            self._view.run_script("window.pressklarAccessibility?.answer()", while_alive(self, self._take))

    def _take(self, answer: object) -> None:
        article, view = self._under_way, self._view
        if article is None or view is None:
            return
        # Qt hands over null as an empty string.
        if not answer and monotonic() < self._until:
            self._ask_again.start()
            return
        view.hide()
        view.deleteLater()
        self._view = self._under_way = None
        was_asked, self._was_asked = self._was_asked, False
        found = json.loads(answer) if isinstance(answer, str) and answer else None
        if isinstance(found, list):
            faults = msgspec.convert(found, tuple[Fault, ...])
            self.found.emit(Looked(article, faults, was_asked))
        elif was_asked:
            self.failed.emit()
