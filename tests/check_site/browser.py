"""Pages in a real browser engine: axe-core and overflow, in one colour scheme for each process.

Run by the proof as `python -m tests.check_site.browser SCHEME AXE PICTURES|- MOST SITE…`; prints JSON.
Of each site MOST pages are shown, 0 for all.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import zip_longest
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QSize, QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from tests.check_site.findings import Verdict

# What Blink calls its colour schemes.
SCHEMES = {"dark": 0, "light": 1}
WIDTHS = (320, 1280)
HEIGHT = 900
SECONDS = 60


# All that the law asks and good practice beside it; the size of targets is off unless asked for.
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # The stylesheet is there already; to fetch it anew is against the policy of the page.
    "preload": False,
}
START_AXE = """
window.verdict = null;
axe.run(document, %s).then(
    (result) => { window.verdict = JSON.stringify(result.violations); },
    (error) => { window.verdict = JSON.stringify([{id: "axe", help: String(error), nodes: []}]); },
);
"""
OPEN_MENU = "for (const menu of document.querySelectorAll('details')) menu.open = true; true"
READY = "document.fonts.ready.then(() => { window.fontsReady = document.fonts.size; }); true"
DOUBLE_TEXT = "document.documentElement.style.fontSize = '200%'; true"
OVERFLOW = """
JSON.stringify((() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > width + 1)
        .slice(0, 5)
        .map((element) => element.tagName.toLowerCase() + '.' + element.className)
        .concat([`the page is ${document.documentElement.scrollWidth} wide`]);
})())
"""
SCHEME = "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'"
# A letter that titles begin with in every site that has any.
SEARCH, QUERY = "sok/index.html", "k"
HAS_FOUND = "document.querySelector('#found')?.textContent || null"
WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value


def environment(scheme: str) -> dict[str, str]:
    """Return what the engine reads from its environment as it starts."""
    flags = f"--disable-gpu --log-level=3 --blink-settings=preferredColorScheme={SCHEMES[scheme]}"
    variables = {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": flags}
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses to run its sandbox as root.
        variables["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return variables


class TookTooLong(Exception):
    """The browser engine did not answer within SECONDS."""


class _StayingPage(QWebEnginePage):
    """A page that leads nowhere by itself: one that a category had is looked at, not what it leads to."""

    def acceptNavigationRequest(
        self,
        url: QUrl | str,  # noqa: ARG002 - Qt's signature
        kind: QWebEnginePage.NavigationType,
        is_main_frame: bool,  # noqa: ARG002 - Qt's signature
    ) -> bool:
        return kind == QWebEnginePage.NavigationType.NavigationTypeTyped


class Browser:
    """A shown view, which is what axe needs to see contrast."""

    def __init__(self) -> None:
        self._view = QWebEngineView()
        self._view.setPage(_StayingPage(self._view))
        settings = self._view.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self._view.show()

    def load(self, address: QUrl, width: int) -> None:
        """Show the page `width` points wide, its fonts loaded."""
        self._view.resize(QSize(width, HEIGHT))

        def begin(done: Callable[[Any], None]) -> None:
            self._view.loadFinished.connect(done)
            self._view.load(address)

        self._wait(begin)
        self._view.loadFinished.disconnect()
        self.run(READY)
        self.poll("window.fontsReady ?? null")

    def run(self, script: str) -> Any:
        """Return what `script` evaluates to, in a world that the page's policy does not rule."""
        return self._wait(lambda done: self._view.page().runJavaScript(script, WORLD, done))

    def poll(self, script: str) -> Any:
        """Return the first answer of `script` that is not null."""
        for _ in range(SECONDS * 20):
            answer = self.run(script)
            # Qt hands over null as an empty string.
            if answer not in (None, ""):
                return answer
            self._wait(lambda done: QTimer.singleShot(50, lambda: done(None)))
        raise TookTooLong(script)

    def picture(self, path: Path, width: int) -> None:
        """Save a picture of the whole page."""
        height = int(self.run("document.documentElement.scrollHeight"))
        shown = min(max(height, 200), 8000)
        self._view.resize(QSize(width, shown))
        self.poll(f"(innerWidth === {width} && innerHeight === {shown}) || null")
        self._wait(lambda done: QTimer.singleShot(400, lambda: done(None)))
        path.parent.mkdir(parents=True, exist_ok=True)
        self._view.grab().save(str(path))

    def close(self) -> None:
        self._view.close()
        self._view.deleteLater()

    def _wait(self, begin: Callable[[Callable[[Any], None]], None]) -> Any:
        loop = QEventLoop()
        answers: list[Any] = []

        def done(answer: Any = None) -> None:
            answers.append(answer)
            loop.quit()

        begin(done)
        if not answers:
            QTimer.singleShot(SECONDS * 1000, loop, loop.quit)
            loop.exec()
        if not answers:
            raise TookTooLong("the page")
        return answers[0]


def check_page(browser: Browser, axe: str, address: QUrl, name: str, scheme: str) -> Iterator[Verdict]:
    """Yield what axe and the width of the page say, at each width, with text as it is and doubled."""
    for width in WIDTHS:
        browser.load(address, width)
        browser.run(OPEN_MENU)
        if address.hasQuery():
            browser.poll(HAS_FOUND)
        assert browser.run(SCHEME) == scheme
        where = f"{width} {scheme}"
        yield Verdict(name, f"overflow {where}", tuple(json.loads(browser.run(OVERFLOW))))
        browser.run(axe)
        browser.run(START_AXE % json.dumps(AXE_OPTIONS))
        violations = json.loads(browser.poll("window.verdict"))
        yield Verdict(name, f"axe {where}", tuple(map(_sentence, violations)))
        browser.run(DOUBLE_TEXT)
        yield Verdict(name, f"overflow {where}, text doubled", tuple(json.loads(browser.run(OVERFLOW))))


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the site and give its address: from a disk, the search has nothing to read."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietPages, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _QuietPages(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: Any) -> None:
        pass


def _sentence(violation: dict[str, Any]) -> str:
    nodes = [" ".join(map(str, node["target"])) for node in violation["nodes"]]
    return f"{violation['id']}: {violation['help']} ({len(nodes)}: {', '.join(nodes[:3])})"


def some_pages(site: Path, most: int) -> list[Path]:
    """Return at most `most` pages of the site, 0 for all: one of each folder in turn, so of every sort."""
    folders: dict[str, list[Path]] = {}
    for page in sorted(site.rglob("*.html")):
        folders.setdefault(page.relative_to(site).parts[0], []).append(page)
    in_turn = [page for row in zip_longest(*folders.values()) for page in row if page is not None]
    return in_turn[: most or None]


def main(scheme: str, axe_file: str, pictures: str, most: str, *sites: str) -> None:
    application = QApplication([])
    browser = Browser()
    axe = Path(axe_file).read_text(encoding="utf-8") + "; true"
    verdicts: list[Verdict] = []
    for site in map(Path, sites):
        for path in some_pages(site, int(most)):
            name = f"{site.name}/{path.relative_to(site)}"
            verdicts.extend(check_page(browser, axe, QUrl.fromLocalFile(str(path)), name, scheme))
            if pictures != "-":
                for width in (320, 390, 1280):
                    browser.load(QUrl.fromLocalFile(str(path)), width)
                    file = name.removesuffix("/index.html").removesuffix(".html").replace("/", "-")
                    browser.picture(Path(pictures) / f"{file}-{width}-{scheme}.png", width)
        if (site / SEARCH).is_file():
            with served(site) as address:
                found = QUrl(f"{address}{SEARCH}?q={QUERY}")
                verdicts.extend(check_page(browser, axe, found, f"{site.name}/{SEARCH}?q={QUERY}", scheme))
    browser.close()
    # The view has to go before the application does.
    del browser
    application.processEvents()
    print(json.dumps([asdict(verdict) for verdict in verdicts]))


if __name__ == "__main__":
    main(*sys.argv[1:])
