"""The phone: when it starts, what it follows, how wide it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from editor_app.domain.article import Article
from editor_app.rendering.templates import BrokenTemplate
from tests.ui.preview.pages import page
from ui.preview.phone_preview import LONGEST_WAIT_MS, PhonePreview


class FakeRenderer:
    def __init__(self, article_id="a", withdrawn=None):
        self.titles = []
        self._withdrawn = withdrawn
        self._article_id = article_id

    def is_for(self, article):
        return article.id == self._article_id

    def lacks(self, article):
        return bool(article.related_ids)

    def page(self, article):
        self.titles.append(article.title)
        return page("<p>Text</p>", title=article.title)

    def withdrawn_page(self):
        return self._withdrawn


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def renderer():
    return FakeRenderer()


@pytest.fixture
def preview(qtbot, settings, renderer):
    preview = PhonePreview(lambda _path: None, lambda *_image: None, settings)
    preview.resize(460, 700)
    preview.show()
    preview.set_renderer(renderer)
    yield preview
    delete(preview)


def started(qtbot, preview, renderer):
    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.follow(lambda: Article("a", title="Before"))
    renderer.titles.clear()
    return preview.view


def test_the_engine_starts_with_the_first_article(qtbot, preview):
    QCoreApplication.processEvents()
    was_there = preview.view is not None

    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.follow(lambda: Article("a", title="Early"))

    assert not was_there
    assert preview.view.isVisible()


def test_a_broken_template_is_told_on_the_phone_until_it_is_mended(qtbot, preview, renderer):
    class Broken(FakeRenderer):
        def page(self, _article):
            raise BrokenTemplate(Path("mallar/teasers.html"), 11, "Teaser has no attribute 'titel'")

    view = started(qtbot, preview, renderer)

    preview.set_renderer(Broken())
    told = preview.findChild(QLabel, "page_trouble")
    was_shown = told.isVisible() and not view.isVisible()
    words = told.text()
    preview.set_renderer(renderer)

    assert was_shown
    assert "mallar/teasers.html" in words and "11" in words
    assert view.isVisible() and not told.isVisible()


def test_the_engine_starts_no_sooner_than_somebody_sees_the_phone(qtbot, settings, renderer):
    preview = PhonePreview(lambda _path: None, lambda *_image: None, settings)
    preview.set_renderer(renderer)
    preview.follow(lambda: Article("a", title="Early"))
    QCoreApplication.processEvents()
    was_there = preview.view is not None

    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.show()

    assert not was_there
    assert preview.view.isVisible()
    delete(preview)


def test_it_follows_typing_that_never_pauses(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    article = Article("a", title="One")
    preview.follow(lambda: article)
    renderer.titles.clear()

    typed = 0
    while typed < 4 * LONGEST_WAIT_MS:
        preview.note_edit()
        qtbot.wait(10)
        typed += 10

    assert len(renderer.titles) >= 2


def test_a_pause_shows_the_newest_words_once(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    title = "One"
    preview.follow(lambda: Article("a", title=title))
    renderer.titles.clear()

    for title in ("Two", "Three"):  # noqa: B007 - read by the preview
        preview.note_edit()
    qtbot.waitUntil(lambda: bool(renderer.titles))

    assert renderer.titles == ["Three"]


def test_no_article_leaves_the_phone_with_a_sentence(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    preview.follow(lambda: Article("a", title="One"))
    preview.follow(lambda: None)

    assert not preview.view.isVisible()


def test_the_chosen_width_is_the_pages_width_and_is_remembered(qtbot, preview, renderer, settings):
    view = started(qtbot, preview, renderer)
    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.follow(lambda: Article("a", title="One"))

    for width in (320, 412):
        qtbot.mouseClick(preview.findChild(object, f"width_{width}"), Qt.MouseButton.LeftButton)
        widths = []

        def ask(seen=widths):
            view.page().runJavaScript("window.innerWidth", seen.append)
            return bool(seen) and seen[-1]

        qtbot.waitUntil(lambda want=width, ask=ask: ask() == want, timeout=5000)

    assert int(settings.value("preview/width")) == 412


def test_where_there_is_less_room_the_phone_is_smaller_and_the_page_as_wide(qtbot, preview, renderer):
    view = started(qtbot, preview, renderer)
    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.follow(lambda: Article("a", title="One"))
    preview.resize(300, 700)
    seen = []

    def ask():
        view.page().runJavaScript("window.innerWidth", seen.append)
        return bool(seen) and abs(seen[-1] - 390) <= 2

    qtbot.waitUntil(ask, timeout=5000)
    assert view.width() < 300


def test_it_asks_for_what_the_page_lacks_and_shows_the_article_meanwhile(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    article = Article("a", title="One", related_ids=("b",))

    with qtbot.waitSignal(preview.updated, timeout=20000), qtbot.waitSignal(preview.renderer_asked) as asked:
        preview.follow(lambda: article)

    assert asked.args == [article]
    assert renderer.titles == ["One"]


def test_what_was_shown_stays_until_there_is_a_renderer_for_the_next_article(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.follow(lambda: Article("a", title="One"))
    preview.follow(lambda: Article("b", title="Two", related_ids=("c",)))
    next_one = FakeRenderer("b")

    with qtbot.waitSignal(preview.updated, timeout=20000):
        preview.set_renderer(next_one)

    assert preview.view.isVisible()
    assert (renderer.titles, next_one.titles) == (["One"], ["Two"])


def test_of_a_withdrawn_article_it_shows_what_readers_find_when_asked(qtbot, preview, renderer):
    view = started(qtbot, preview, renderer)
    preview.set_renderer(FakeRenderer(withdrawn=page("<p>Withdrawn</p>", title="Withdrawn")))
    preview.follow(lambda: Article("a", title="One"))
    assert preview.as_readers_see.isVisible() and not preview.as_readers_see.isChecked()

    preview.as_readers_see.setFocus()
    qtbot.keyClick(preview.as_readers_see, Qt.Key.Key_Space)

    said = []

    def shows(word):
        view.page().toPlainText(said.append)
        return bool(said) and word in said[-1]

    qtbot.waitUntil(lambda: shows("Withdrawn"), timeout=20000)
    qtbot.keyClick(preview.as_readers_see, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shows("One"), timeout=20000)


def test_what_was_chosen_for_a_withdrawn_article_ends_with_it(qtbot, preview, renderer):
    started(qtbot, preview, renderer)
    preview.set_renderer(FakeRenderer(withdrawn=page("<p>Withdrawn</p>")))
    preview.follow(lambda: Article("a", title="One"))
    preview.as_readers_see.setChecked(True)

    preview.set_renderer(FakeRenderer())

    assert not preview.as_readers_see.isVisible()
    assert not preview.as_readers_see.isChecked()
