"""The browser engine inside the phone: shows one page and patches what changes in it."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from editor_app.resource_files import RESOURCES
from ui.preview.changes import NewPage, Page, change_between, script_for
from ui.preview.page_source import (
    SCHEME,
    ImageLoader,
    NoNetwork,
    PageSource,
    SiteFiles,
    page_url,
    register_scheme,
)
from ui.widgets.alive import while_alive

SCRIPTS = tuple(RESOURCES / "preview" / name for name in ("patch.js", "trials.js"))
OUR_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld


class PageView(QWebEngineView):
    """Shows the newest page it was given; `shown` comes when a page has reached the screen's tree.

    Only one patch is under way at a time: what comes meanwhile waits, and only the newest is kept.
    `tried` carries how many parts of the page were outlined, after each `try_out`.
    """

    shown = Signal()
    tried = Signal(int)
    link_followed = Signal(QUrl)
    link_touched = Signal(str)

    def __init__(self, site_files: SiteFiles, load_image: ImageLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register_scheme()
        # A profile without a name keeps nothing on disk.
        self._profile = QWebEngineProfile()
        self._source = PageSource(site_files, load_image, self._profile)
        self._interceptor = NoNetwork(self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._source)
        self._profile.setUrlRequestInterceptor(self._interceptor)
        self._page = _StillPage(self._profile, self)
        # Qt destroys children in order, and a page has to go before its profile.
        self._profile.setParent(self)
        self._page.link_followed.connect(self.link_followed)
        self._page.linkHovered.connect(self.link_touched)
        self.setPage(self._page)
        self._quiet_settings()
        self._in_tree: Page | None = None
        self._newest: Page | None = None
        self._busy = False
        self.loadFinished.connect(self._loaded)

    def show_page(self, page: Page) -> None:
        """Show `page`, patching what is there already where that is enough."""
        self._newest = page
        if not self._busy:
            self._catch_up()

    def read_anew(self) -> None:
        """Read the page again, with the stylesheet that it asks for."""
        self._in_tree = None
        if not self._busy:
            self._catch_up()

    def try_out(self, names: Sequence[str]) -> None:
        """Show the page as `names` of resources/preview/trials.js say, until others are asked for."""
        script = f"window.pressklarTrials?.show({json.dumps(list(names))}) ?? 0"
        self._page.runJavaScript(script, OUR_WORLD, while_alive(self, self._tell_tried))

    def point_at(self, target: str) -> None:
        """Outline what the selector `target` selects, in sight; nothing where that is empty."""
        self._page.runJavaScript(f"window.pressklarTrials?.pointAt({json.dumps(target)})", OUR_WORLD)

    def add_scripts(self, paths: Sequence[Path]) -> None:
        """Let the scripts at `paths` run in our world in each page that is read from now on."""
        self._page.add_scripts(paths)

    def run_script(self, script: str, done: Callable[[object], None]) -> None:
        """Run `script` in our world; `done` gets what it answers, "" for null."""
        self._page.runJavaScript(script, OUR_WORLD, done)

    def _tell_tried(self, outlined: object) -> None:
        self.tried.emit(int(outlined) if isinstance(outlined, int | float) else 0)

    def _catch_up(self) -> None:
        page = self._newest
        if page is None or page is self._in_tree:
            return
        # Whatever is read meanwhile, an image or the page itself, is of the newest page.
        self._source.set_page(page.path, page.html)
        change = NewPage() if self._in_tree is None else change_between(self._in_tree, page)
        self._in_tree = page
        if change is None:
            self.shown.emit()
            return
        self._busy = True
        if isinstance(change, NewPage):
            self.load(page_url(page.path))
        else:
            # The engine may answer while the view goes.
            self._page.runJavaScript(script_for(change), OUR_WORLD, while_alive(self, self._patched))

    def _patched(self, fitted: object) -> None:
        self._busy = False
        if fitted is not True:
            # The tree is not what we took it for: the page is read anew.
            self._in_tree = None
        else:
            self.shown.emit()
        self._catch_up()

    def _loaded(self, whole: bool) -> None:
        self._busy = False
        if whole:
            self.shown.emit()
        self._catch_up()

    def _quiet_settings(self) -> None:
        settings = self._page.settings()
        attribute = QWebEngineSettings.WebAttribute
        for one in (
            attribute.LocalStorageEnabled,
            attribute.JavascriptCanOpenWindows,
            attribute.PluginsEnabled,
            attribute.FullScreenSupportEnabled,
            attribute.PdfViewerEnabled,
            attribute.ErrorPageEnabled,
            # Phones show none, and the page is as wide as the screen.
            attribute.ShowScrollBars,
        ):
            settings.setAttribute(one, False)
        settings.setAttribute(attribute.FocusOnNavigationEnabled, False)


class _StillPage(QWebEnginePage):
    """A page that nobody can click away."""

    link_followed = Signal(QUrl)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.add_scripts(SCRIPTS)

    def add_scripts(self, paths: Sequence[Path]) -> None:
        for path in paths:
            script = QWebEngineScript()
            script.setSourceCode(path.read_text(encoding="utf-8"))
            script.setWorldId(OUR_WORLD.value)
            script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
            self.scripts().insert(script)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        target = QUrl(url)
        if kind == QWebEnginePage.NavigationType.NavigationTypeTyped:
            return True
        if target.hasFragment() and _without_fragment(target) == _without_fragment(self.url()):
            return True
        self.link_followed.emit(target)
        return False

    def javaScriptConsoleMessage(
        self, level: QWebEnginePage.JavaScriptConsoleMessageLevel, message: str, line: int, source: str
    ) -> None:
        """Keep what the engine says of a page out of the terminal."""


def _without_fragment(url: QUrl) -> str:
    return url.toString().partition("#")[0]
