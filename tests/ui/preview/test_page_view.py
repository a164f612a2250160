"""The page in a real browser engine: patched, still, and off the network."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWebEngineCore import QWebEngineScript
from shiboken6 import delete

from tests.ui.preview.pages import page
from ui.preview.page_view import PageView

IMAGE_ID = "a" * 64
# One grey pixel.
WEBP = bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700")


class World:
    """Site files and images, and what was asked for."""

    def __init__(self):
        self.asked = []

    def site_files(self, path):
        self.asked.append(path)
        return (b"body { color: rgb(1, 2, 3) }", "text/css") if path == "assets/site.css" else None

    def load_image(self, image_id, done, _failed):
        self.asked.append(image_id)
        done(WEBP)


@pytest.fixture
def world():
    return World()


@pytest.fixture
def view(qtbot, world):
    view = PageView(world.site_files, world.load_image)
    view.resize(390, 600)
    view.show()
    yield view
    delete(view)


def in_page(qtbot, view, script, world_id=QWebEngineScript.ScriptWorldId.ApplicationWorld):
    answers = []
    view.page().runJavaScript(script, world_id, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    return answers[0]


def show(qtbot, view, *args, **kwargs):
    with qtbot.waitSignal(view.shown, timeout=20000):
        view.show_page(page(*args, **kwargs))


def test_a_changed_block_is_patched_and_its_neighbours_stay_the_same_nodes(qtbot, view):
    show(qtbot, view, "<p>One</p>", "<p>Two</p>")
    in_page(qtbot, view, "window.first = document.getElementById('body').children[0]; 1")

    show(qtbot, view, "<p>One</p>", "<p>Two more</p>", "<p>Three</p>")

    script = "[...document.getElementById('body').children].map(e => e.textContent).join('|')"
    assert in_page(qtbot, view, script) == "One|Two more|Three"
    assert in_page(qtbot, view, "window.first === document.getElementById('body').children[0]") is True


def test_what_comes_while_a_page_loads_is_shown_in_the_end(qtbot, view):
    for number in range(5):
        view.show_page(page(f"<p>{number}</p>", title=str(number)))

    qtbot.waitUntil(
        lambda: in_page(qtbot, view, "document.getElementById('body')?.textContent ?? ''") == "4",
        timeout=20000,
    )


def test_a_new_title_keeps_the_place_that_is_being_read(qtbot, view):
    long = [f"<p>{number}</p>" * 20 for number in range(20)]
    show(qtbot, view, *long)
    in_page(qtbot, view, "window.scrollTo(0, 700); 1")

    show(qtbot, view, *long, title="Other")

    assert in_page(qtbot, view, "window.scrollY") == 700
    assert in_page(qtbot, view, "document.querySelector('h1').textContent") == "Other"


@pytest.mark.parametrize(("number", "scrolled"), [(39, True), (0, False)])
def test_the_phone_scrolls_to_what_is_written(qtbot, view, number, scrolled):
    blocks = [f"<p>{one}</p>" for one in range(40)]
    show(qtbot, view, *blocks)

    blocks[number] = "<p>New</p>"
    show(qtbot, view, *blocks)

    assert (in_page(qtbot, view, "window.scrollY") > 0) is scrolled


def test_neither_a_page_nor_a_patch_can_act(qtbot, view):
    deed = "document.documentElement.dataset.done = 1"
    acting = f'<p><img src="x" onerror="{deed}">One<script>{deed}</script></p>'
    show(qtbot, view, acting)
    show(qtbot, view, acting, acting.replace("One", "Two"))
    qtbot.waitUntil(lambda: in_page(qtbot, view, "document.images[0].complete"), timeout=20000)

    assert in_page(qtbot, view, "document.documentElement.dataset.done ?? 'nothing'") == "nothing"


def test_the_network_is_off_and_the_sites_own_files_are_there(qtbot, view, world):
    show(
        qtbot,
        view,
        f'<img id="own" src="../../bilder/{IMAGE_ID}-320.webp"><img id="far" src="https://example.com/a.png">',
        header='<link rel="stylesheet" href="../../assets/site.css">',
    )
    script = "(i => i.complete ? i.naturalWidth : -1)(document.getElementById('{}'))"
    qtbot.waitUntil(lambda: in_page(qtbot, view, script.format("own")) == 1, timeout=5000)

    assert in_page(qtbot, view, script.format("far")) == 0
    assert in_page(qtbot, view, "getComputedStyle(document.body).color") == "rgb(1, 2, 3)"
    assert f"bilder/{IMAGE_ID}-320.webp" in world.asked


def test_a_click_on_a_link_says_where_it_leads_and_goes_nowhere(qtbot, view):
    show(qtbot, view, '<a id="out" href="https://example.com/x">Out</a><a id="in" href="#body">In</a>')
    before = view.url()

    with qtbot.waitSignal(view.link_followed) as followed:
        in_page(qtbot, view, "document.getElementById('out').click(); 1")
    in_page(qtbot, view, "document.getElementById('in').click(); 1")
    qtbot.waitUntil(lambda: view.url().fragment() == "body")

    assert followed.args == [QUrl("https://example.com/x")]
    assert view.url().toString() == before.toString() + "#body"


def test_a_page_that_is_read_anew_wears_the_stylesheet_of_now(qtbot, world):
    colours = ["rgb(1, 2, 3)", "rgb(4, 5, 6)"]
    world.site_files = lambda _path: (f"body {{ color: {colours[0]} }}".encode(), "text/css")
    fresh = PageView(world.site_files, world.load_image)
    fresh.show()
    stylesheet = '<link rel="stylesheet" href="../../assets/site.css">'
    try:
        show(qtbot, fresh, "<p>One</p>", header=stylesheet)
        before = in_page(qtbot, fresh, "getComputedStyle(document.body).color")
        colours.reverse()

        with qtbot.waitSignal(fresh.shown, timeout=20000):
            fresh.read_anew()

        assert before == "rgb(1, 2, 3)"
        assert in_page(qtbot, fresh, "getComputedStyle(document.body).color") == "rgb(4, 5, 6)"
    finally:
        delete(fresh)
