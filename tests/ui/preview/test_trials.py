"""The page tried out in the phone: by larger text, other colours, numbers and outlines."""

import pytest
from PySide6.QtCore import QSettings
from shiboken6 import delete

from editor_app.domain.article import Article
from tests.ui.preview.pages import page
from tests.ui.preview.test_page_view import in_page
from ui.preview.phone_preview import PhonePreview
from ui.preview.trials import TRIALS

WAIT = 20000
CSS = b"""
p { color: rgb(1, 2, 3); margin: 0 }
@media (prefers-color-scheme: dark) { p { color: rgb(200, 201, 202) } }
.wide { width: 900px }
.scrolls { overflow-x: auto }
"""


class Rendering:
    """Renders the blocks of a list, whatever the article."""

    def __init__(self):
        self.blocks = ["<p>One</p>", "<p>Two</p>"]

    def is_for(self, _article):
        return True

    def lacks(self, _article):
        return False

    def page(self, _article):
        return page(*self.blocks, header='<link rel="stylesheet" href="/assets/site.css">Top')

    def withdrawn_page(self):
        return None


@pytest.fixture
def rendering():
    return Rendering()


@pytest.fixture
def preview(qtbot, tmp_path, rendering):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    preview = PhonePreview(lambda _path: (CSS, "text/css"), lambda *_image: None, settings)
    preview.resize(460, 700)
    preview.show()
    preview.set_renderer(rendering)
    with qtbot.waitSignal(preview.updated, timeout=WAIT):
        preview.follow(lambda: Article("a"))
    yield preview
    delete(preview)


def set_trial(qtbot, preview, name, on=True):
    with qtbot.waitSignal(preview.view.tried, timeout=WAIT):
        preview.trials.actions[name].setChecked(on)


def style_of(qtbot, preview, selector, name):
    script = f"getComputedStyle(document.querySelector('{selector}')).{name}"
    return in_page(qtbot, preview.view, script)


@pytest.mark.parametrize(
    ("trial", "selector", "style", "usual", "tried"),
    [
        ("text", "html", "fontSize", "16px", "32px"),
        ("spacing", "p", "marginBottom", "0px", "32px"),
        ("spacing", "p", "letterSpacing", "normal", "1.92px"),
        ("grey", "html", "filter", "none", "grayscale(1)"),
        ("dark", "p", "color", "rgb(1, 2, 3)", "rgb(200, 201, 202)"),
    ],
)
def test_a_trial_changes_how_the_page_looks_and_ends(qtbot, preview, trial, selector, style, usual, tried):
    seen = [style_of(qtbot, preview, selector, style)]
    for on in (True, False):
        set_trial(qtbot, preview, trial, on)
        seen.append(style_of(qtbot, preview, selector, style))

    assert seen == [usual, tried, usual]


def numbers(qtbot, preview):
    script = "[...document.querySelectorAll('#pressklar-order span')].map(e => e.textContent).join(' ')"
    return in_page(qtbot, preview.view, script)


def test_what_is_read_is_numbered_and_numbered_again_as_it_is_written(qtbot, preview, rendering):
    set_trial(qtbot, preview, "order")
    before = numbers(qtbot, preview)
    rendering.blocks += ["<details><summary>Three</summary><p>Closed</p></details>"]

    with qtbot.waitSignal(preview.view.tried, timeout=WAIT):
        preview.refresh()

    assert (before, numbers(qtbot, preview)) == ("1 2 3", "1 2 3 4")
    rendering.blocks += ['<a href="/">Four</a>', '<a class="skip" href="#main">Not seen</a>']
    with qtbot.waitSignal(preview.view.tried, timeout=WAIT):
        preview.refresh()
    assert numbers(qtbot, preview) == "1 2 3 4 5"
    set_trial(qtbot, preview, "order", on=False)
    assert numbers(qtbot, preview) == ""


def test_what_is_wider_than_the_screen_is_outlined_and_counted(qtbot, preview, rendering):
    wide = '<p class="wide">Wide</p>'
    rendering.blocks += [f"<div>{wide}</div>", f'<div class="scrolls">{wide}</div>']
    with qtbot.waitSignal(preview.updated, timeout=WAIT):
        preview.refresh()

    set_trial(qtbot, preview, "overflow")

    script = (
        "[...document.querySelectorAll('body *')].filter(e => e.style.outline).map(e => e.className).join()"
    )
    assert in_page(qtbot, preview.view, script) == "wide"
    assert preview.findChild(object, "tried").text() == "1 part is wider than the screen"
    set_trial(qtbot, preview, "overflow", on=False)
    assert in_page(qtbot, preview.view, script) == ""
    assert not preview.findChild(object, "tried").isVisible()


def test_a_page_where_all_fits_is_said_to_fit(qtbot, preview):
    set_trial(qtbot, preview, "overflow")

    assert preview.findChild(object, "tried").text() == "Nothing is wider than the screen"


def test_each_trial_is_in_the_menu_of_the_phone(preview):
    menu = preview.findChild(object, "try_out").menu()

    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    assert names == [*(f"try_{name}" for name in TRIALS), "try_accessibility", "read_aloud"]
