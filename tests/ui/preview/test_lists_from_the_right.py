"""Lists in Arabic on a Swedish page, laid out by the site's own stylesheet."""

import pytest
from shiboken6 import delete

from editor_app.resource_files import RESOURCES
from tests.ui.preview.test_page_view import in_page, show
from ui.preview.page_view import PageView

STYLESHEET = '<link rel="stylesheet" href="../../assets/site.css">'


@pytest.fixture
def view(qtbot):
    styles = (RESOURCES / "styles" / "site.css").read_bytes()
    view = PageView(lambda path: (styles, "text/css") if path.endswith("site.css") else None, lambda *_: None)
    view.resize(390, 600)
    view.show()
    yield view
    delete(view)


def test_the_words_of_a_list_from_the_right_stand_beside_its_bullets(qtbot, view):
    show(
        qtbot,
        view,
        '<ul><li>träden<ul lang="ar" dir="rtl"><li id="item">شجرة</li></ul></li></ul>',
        header=STYLESHEET + '<div class="body">',
    )

    away = in_page(
        qtbot,
        view,
        "(() => { const words = document.createRange(), item = document.getElementById('item');"
        "words.selectNodeContents(item);"
        "return item.getBoundingClientRect().right - words.getBoundingClientRect().right; })()",
    )
    assert away < 30
