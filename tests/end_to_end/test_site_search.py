"""The search of the website in a real browser engine, served and from a disk."""

import threading
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import delete

from editor_app.domain.search_words import words_of
from tests.site.made_site import plan, write
from tests.site.newsroom import NOW, content, publication
from ui.preview.page_source import register_scheme

# The browser engine asks for it before the application is made.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
ODD_TITLES = (
    "Får vi fara till Årsta?",
    "Kafé Agén öppnar på Straße 5",
    "Bygg\u00adlov för E4:an, 2\u00a0000 kr",
    "Çelik & Núñez spelar",
    "A\u030angbåten är tillbaka",
    "Ny cykelväg – igen",
)


TITLES = "[...document.querySelectorAll('#results a')].map((link) => link.textContent).join('|')"


class QuietPages(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_arguments):
        pass


def articles():
    new_year = datetime(2025, 1, 1, tzinfo=UTC)
    for number, title in enumerate(ODD_TITLES):
        yield publication(f"odd{number}", title, slug=f"udda-{number}", lead="", days_old=number + 1)
    for number in range(60):
        at = new_year + timedelta(hours=number)
        yield publication(f"new{number}", f"Sophämtning {number}", slug=f"ny-{number}", publish_at=at)
    yield publication("old", "Sophämtning och lunnefågel", slug="gammal", days_old=900)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "site"
    write(plan(content(*articles()), NOW), folder)
    return folder


@pytest.fixture(scope="module")
def address(site):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietPages, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


class Page(QWebEnginePage):
    """A page that remembers what went wrong on it."""

    def __init__(self, profile, parent):
        super().__init__(profile, parent)
        self.complaints = []

    def javaScriptConsoleMessage(self, _level, message, line, source):
        self.complaints.append(f"{source}:{line}: {message}")


class Reader:
    """Somebody at a browser who opens pages and types."""

    def __init__(self, qtbot):
        self._qtbot = qtbot
        # The engine is one for all tests, and the windows of later ones want their scheme known in it.
        register_scheme()
        self._profile = QWebEngineProfile()
        self.view = QWebEngineView()
        self.page = Page(self._profile, self.view)
        self._profile.setParent(self.view)
        self.view.setPage(self.page)
        self.view.resize(800, 600)
        self.view.show()

    def open(self, url):
        with self._qtbot.waitSignal(self.view.loadFinished, timeout=20000):
            self.view.load(QUrl(url))

    def see(self, script):
        answers = []
        self.page.runJavaScript(script, WORLD, answers.append)
        self._qtbot.waitUntil(lambda: bool(answers), timeout=5000)
        return answers[0]

    def wait_for(self, script, wanted):
        self._qtbot.waitUntil(lambda: self.see(script) == wanted, timeout=10000)

    def type(self, words):
        self.see(
            f"document.getElementById('words').value = {words!r};"
            "document.getElementById('words').dispatchEvent(new InputEvent('input', {bubbles: true})); true"
        )

    def titles(self):
        return self.see(
            "[...document.querySelectorAll('#results a')].map((a) => a.textContent).join('|')"
        ).split("|")


@pytest.fixture
def reader(qtbot):
    reader = Reader(qtbot)
    yield reader
    delete(reader.view)


STATUS = "document.getElementById('found').textContent"
NEWEST_IS_SHOWN = "!document.getElementById('newest-list').hidden"


def test_what_is_typed_filters_the_articles_the_newest_first(reader, address):
    reader.open(address + "sok/index.html")

    reader.type("soph 59")
    reader.wait_for(STATUS, "1 artikel hittades.")

    assert reader.titles() == ["Sophämtning 59"]
    assert reader.see("document.querySelector('#results a').href") == address + "nyheter/ny-59/index.html"
    assert reader.see("document.querySelector('#results time').textContent") == "3 januari 2025"
    assert not reader.see(NEWEST_IS_SHOWN)
    assert reader.page.complaints == []


def test_older_years_are_read_when_there_is_little_to_show(reader, address):
    reader.open(address + "sok/index.html?q=lunnef%C3%A5gel")

    reader.wait_for(STATUS, "1 artikel hittades.")

    assert reader.titles() == ["Sophämtning och lunnefågel"]
    assert reader.see("document.getElementById('words').value") == "lunnefågel"


def test_of_many_hits_the_newest_are_shown_and_older_years_are_offered(reader, address):
    reader.open(address + "sok/index.html")

    reader.type("sophämtning")
    reader.wait_for(STATUS, "60 artiklar hittades. De 50 nyaste visas.")
    assert len(reader.titles()) == 50
    assert not reader.see("document.getElementById('more').hidden")
    reader.see("document.querySelector('#more button').click(); true")

    reader.wait_for(STATUS, "61 artiklar hittades. De 50 nyaste visas.")


@pytest.mark.parametrize("title", ODD_TITLES)
def test_words_are_the_same_as_the_archives(reader, address, title):
    shown = unicodedata.normalize("NFC", title)
    reader.open(address + "sok/index.html")

    for word in words_of(title):
        reader.type(word)
        reader.wait_for(
            f"[...document.querySelectorAll('#results a')].some((a) => a.textContent === {shown!r})", True
        )


def test_swedish_letters_are_letters_of_their_own_and_accents_are_not(reader, address):
    reader.open(address + "sok/index.html")

    reader.type("far")
    reader.wait_for(STATUS, "1 artikel hittades.")
    reader.type("angbat")
    reader.wait_for(STATUS, "Inget hittades. Prova färre eller andra ord.")
    reader.type("agen")

    reader.wait_for(STATUS, "1 artikel hittades.")
    assert reader.titles() == ["Kafé Agén öppnar på Straße 5"]


def test_without_words_the_newest_are_there_again(reader, address):
    reader.open(address + "sok/index.html")
    reader.type("park")
    reader.wait_for(NEWEST_IS_SHOWN, False)

    reader.type("")

    reader.wait_for(NEWEST_IS_SHOWN, True)
    assert reader.see(STATUS) == ""


def test_from_a_disk_there_is_the_plain_list_and_a_word_on_why(reader, site):
    reader.open(QUrl.fromLocalFile(str(site / "sok" / "index.html")).toString())

    reader.wait_for("document.querySelector('#search .about') !== null", True)

    assert reader.see("document.getElementById('words') === null")
    assert reader.see(NEWEST_IS_SHOWN)
    assert reader.page.complaints == []
