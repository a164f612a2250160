"""The page looked at by axe-core, in a view of its own, without a word to whoever writes."""

import re

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from editor_app.domain.article import Article
from editor_app.translation import use_language
from tests.check_site.tools import AXE as CHECKED_WITH
from tests.ui.preview.pages import page
from tests.ui.preview.test_page_view import in_page
from ui.preview import accessibility
from ui.preview.accessibility import AXE, Unit
from ui.preview.phone_preview import PhonePreview

WAIT = 20000
PALE = '<p style="color: #aaa; background: #fff">{}</p>'
ARTICLE = Article("a")


class Rendering:
    """Renders the blocks of a list, whatever the article."""

    def __init__(self):
        self.blocks = ["<p>One</p>", PALE.format("Pale")]

    def is_for(self, _article):
        return True

    def lacks(self, _article):
        return False

    def page(self, _article):
        return page(*self.blocks)

    def withdrawn_page(self):
        return None


@pytest.fixture
def rendering():
    return Rendering()


@pytest.fixture
def preview(qtbot, tmp_path, rendering):
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    preview = PhonePreview(lambda _path: (b"", "text/css"), lambda *_image: None, settings)
    preview.resize(460, 700)
    preview.show()
    preview.set_renderer(rendering)
    with qtbot.waitSignal(preview.updated, timeout=WAIT):
        preview.follow(lambda: ARTICLE)
    yield preview
    delete(preview)


def look(qtbot, preview):
    with qtbot.waitSignal(preview.accessibility.found, timeout=WAIT) as looked:
        preview.findChild(object, "try_accessibility").trigger()
    return looked.args[0]


def of_rule(looked, rule):
    return [fault for fault in looked.faults if fault.rule == rule]


def test_pale_words_are_found_with_where_they_stand(qtbot, preview):
    looked = look(qtbot, preview)

    (pale,) = of_rule(looked, "color-contrast")
    assert looked.article is ARTICLE
    assert looked.was_asked
    assert (pale.impact, pale.part, pale.words) == ("serious", "body", "Pale")
    assert pale.unit == Unit("text", "Pale", 0)
    assert "wcag143" in pale.tags
    assert "contrast of 2.32" in pale.reasons[0]


def test_of_what_would_each_mend_it_the_usual_way_is_told(qtbot, preview, rendering):
    rendering.blocks += ["<p><button></button></p>"]
    with qtbot.waitSignal(preview.updated, timeout=WAIT):
        preview.refresh()

    (nameless,) = of_rule(look(qtbot, preview), "button-name")

    assert len(nameless.reasons) == 1


def test_what_looks_alike_is_told_apart_by_its_number(qtbot, preview, rendering):
    alike = PALE.format("Pale")
    rendering.blocks = [
        alike,
        f"<figure>{alike}</figure>",
        f"<ul><li>{alike}<ul><li>In</li></ul></li></ul>",
        alike,
    ]
    with qtbot.waitSignal(preview.updated, timeout=WAIT):
        preview.refresh()

    found = of_rule(look(qtbot, preview), "color-contrast")

    assert [fault.unit for fault in found][::3] == [Unit("text", "Pale", 0), Unit("text", "Pale", 3)]
    assert found[1].unit == Unit("figure", "Pale", 0)


def test_swedish_readers_hear_it_in_swedish(qtbot, preview):
    use_language("sv")

    (pale,) = of_rule(look(qtbot, preview), "color-contrast")
    use_language("en")

    assert "kontrast" in pale.help
    assert "Elementet har otillräcklig" in pale.reasons[0]


def test_a_page_left_alone_is_looked_at_once_and_again_as_it_changes(qtbot, preview, rendering, monkeypatch):
    looked = []
    preview.accessibility.found.connect(looked.append)
    preview.accessibility._quiet.setInterval(50)
    preview.refresh()
    qtbot.waitUntil(lambda: len(looked) == 1, timeout=WAIT)
    preview.refresh()
    qtbot.wait(200)
    same = len(looked)

    rendering.blocks = ["<p>Dark</p>"]
    preview.refresh()

    qtbot.waitUntil(lambda: len(looked) == 2, timeout=WAIT)
    assert same == 1
    assert [one.was_asked for one in looked] == [False, False]
    assert [len(of_rule(one, "color-contrast")) for one in looked] == [1, 0]


def test_nothing_is_left_of_the_view_that_looked(qtbot, preview):
    look(qtbot, preview)

    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [preview]


def test_a_page_that_does_not_answer_is_given_up(qtbot, preview, monkeypatch):
    monkeypatch.setattr(accessibility, "MOST_SECONDS", 0.0)

    with qtbot.waitSignal(preview.accessibility.failed, timeout=WAIT):
        preview.findChild(object, "try_accessibility").trigger()


def test_without_a_page_there_is_nothing_to_look_at(qtbot, preview):
    preview.follow(lambda: None)

    with qtbot.waitSignal(preview.accessibility.failed, timeout=WAIT):
        preview.accessibility.look()


def test_an_element_is_outlined_until_the_text_is_changed(qtbot, preview):
    outlined = "[...document.querySelectorAll('[style*=outline]')].map(e => e.textContent).join()"

    preview.point_at("#body > p:nth-child(2)")
    before = in_page(qtbot, preview.view, outlined)
    preview.note_edit()

    assert before == "Pale"
    assert in_page(qtbot, preview.view, outlined.replace("[style*=outline]", "[style*=solid]")) == ""


def test_the_axe_that_ships_is_the_one_that_exports_are_proved_with():
    shipped = re.match(r"/\*! axe v(\S+)", AXE.read_text(encoding="utf-8"))

    assert f"axe-core@{shipped[1]}" == CHECKED_WITH


def test_a_window_may_close_while_its_page_is_looked_at(qtbot, preview, rendering):
    other = PhonePreview(lambda _path: (b"", "text/css"), lambda *_image: None, preview.widths._settings)
    other.set_renderer(rendering)
    other.show()
    with qtbot.waitSignal(other.updated, timeout=WAIT):
        other.follow(lambda: ARTICLE)
    other.accessibility.look()
    with qtbot.waitSignal(other.accessibility._view.shown, timeout=WAIT):
        pass

    delete(other)

    assert of_rule(look(qtbot, preview), "color-contrast")
