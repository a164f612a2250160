"""Links are found by title or typed, shown, followed, pasted over words and taken off."""

from dataclasses import fields
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Article, Kind
from editor_app.domain.document import Document, Heading, Link, Paragraph, Span, paragraph
from editor_app.domain.workflow import LiveSide, State
from ui.editor.hover_hints import HoverHints
from ui.editor.insertions import Insertions
from ui.editor.link_dialog import LinkDialog
from ui.editor.link_following import LinkFollowing
from ui.editor.link_words import leads_to
from ui.pickers.image_source import ImageSource
from ui.pickers.title_source import TitleSource
from ui.widgets.folding import matches

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOON = datetime(2026, 5, 4, 10, tzinfo=UTC)


def summary(key, title):
    return ArticleSummary(
        id=key,
        title=title,
        kind=Kind.NEWS,
        language="sv",
        category="",
        state=State.DRAFT,
        live=LiveSide.NOT_PUBLISHED,
        publish_at=None,
        updated_at=NOON,
        updated_by="Ada Ek",
    )


ARTICLES = (summary("1", "Ny bro över ån"), summary("2", "Badhuset öppnar"))


class Archive:
    """Answers when it is told to, as a worker does, or at once."""

    def __init__(self, *, at_once=True):
        self._at_once = at_once
        self._waiting = []

    @property
    def source(self):
        return TitleSource(find=self._find, rows=self._rows)

    def answer(self):
        waiting, self._waiting = self._waiting, []
        for done, summaries in waiting:
            done(summaries)

    def _find(self, typed, done, _failed):
        self._settle(done, [one for one in ARTICLES if matches(typed, one.title)])

    def _rows(self, ids, done, _failed):
        self._settle(done, [one for one in ARTICLES if one.id in ids])

    def _settle(self, done, summaries):
        self._waiting.append((done, summaries))
        if self._at_once:
            self.answer()


def linked(href):
    return Paragraph((Span("Läs "), Span("mer här", (Link(href),)), Span(" i dag")))


@pytest.fixture
def dialog(qtbot):
    def open_dialog(href="", *, asks_words=False, archive=None):
        articles = (archive or Archive()).source
        dialog = LinkDialog(href, asks_words=asks_words, articles=articles)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_dialog


def address(dialog):
    return dialog.findChild(QLineEdit, "address")


def destination(dialog):
    return dialog.findChild(QLabel, "destination").text()


class TestDialog:
    def test_an_article_is_found_by_words_of_its_title_and_picked_with_enter(self, dialog, qtbot):
        shown = dialog()
        qtbot.keyClicks(address(shown), "badhus")

        qtbot.keyClick(address(shown), Key.Key_Return)
        words = (address(shown).text(), destination(shown))
        with qtbot.waitSignal(shown.chosen) as chosen:
            qtbot.keyClick(address(shown), Key.Key_Return)

        assert words == ("Badhuset öppnar", "Leads to the article “Badhuset öppnar”")
        assert chosen.args == ["article:2", ""]

    @pytest.mark.parametrize(
        ("typed", "told"),
        [
            ("www.klarebro.example", "Opens www.klarebro.example"),
            ("post@klarebro.example", "Sends e-mail to post@klarebro.example"),
            ("08-465 004 00", "Calls 08-465 004 00"),
            ("ingenting", ""),
        ],
    )
    def test_it_says_what_it_takes_the_words_for(self, dialog, qtbot, typed, told):
        shown = dialog()

        qtbot.keyClicks(address(shown), typed)

        assert destination(shown) == told

    def test_a_link_to_an_article_shows_its_title_and_stays_as_it_is(self, dialog, qtbot):
        shown = dialog("article:1")

        title = address(shown).text()
        with qtbot.waitSignal(shown.chosen) as chosen:
            shown.accept()

        assert title == "Ny bro över ån"
        assert chosen.args[0] == "article:1"

    def test_what_the_archive_finds_is_offered_as_it_answers(self, dialog, qtbot):
        archive = Archive(at_once=False)
        shown = dialog(archive=archive)
        with qtbot.waitActive(shown):
            shown.activateWindow()
        qtbot.keyClicks(address(shown), "badhus")
        archive.answer()

        qtbot.keyClick(address(shown), Key.Key_Return)
        archive.answer()

        assert address(shown).text() == "Badhuset öppnar"
        assert destination(shown) == "Leads to the article “Badhuset öppnar”"

    def test_the_title_of_a_link_comes_as_the_archive_answers_unless_something_is_typed(self, dialog, qtbot):
        archive = Archive(at_once=False)
        waiting, typed_in = dialog("article:1", archive=archive), dialog("article:2", archive=archive)
        address(typed_in).selectAll()
        qtbot.keyClicks(address(typed_in), "112")
        before = destination(waiting)

        archive.answer()

        assert before == ""
        assert address(waiting).text() == "Ny bro över ån"
        assert destination(waiting) == "Leads to the article “Ny bro över ån”"
        assert address(typed_in).text() == "112"

    def test_a_link_to_an_article_that_is_gone_says_so(self, dialog):
        assert destination(dialog("article:9")) == "Leads to an article that is not in the archive"

    def test_other_words_than_those_of_the_picked_article_are_an_address_again(self, dialog, qtbot):
        shown = dialog("article:1")
        address(shown).selectAll()

        qtbot.keyClicks(address(shown), "www.klarebro.example")
        with qtbot.waitSignal(shown.chosen) as chosen:
            shown.accept()

        assert chosen.args[0] == "https://www.klarebro.example"

    def test_escape_closes_the_suggestions_and_then_the_dialog(self, dialog, qtbot):
        shown = dialog()
        qtbot.keyClicks(address(shown), "bro")

        qtbot.keyClick(address(shown), Key.Key_Escape)
        still_open = shown.isVisible()
        qtbot.keyClick(address(shown), Key.Key_Escape)

        assert still_open
        assert not shown.isVisible()


@pytest.fixture
def opened():
    return []


@pytest.fixture
def body(editor):
    return editor


@pytest.fixture
def links(body, opened):
    def open_address(url):
        opened.append(url)
        return True

    images = ImageSource(*(lambda *_: None for _ in fields(ImageSource)))
    return LinkFollowing(body, Insertions(body, images, Archive().source, body), open_address)


def middle_of_link(body):
    cursor = QTextCursor(body.document())
    cursor.setPosition(len("Läs mer"))
    return body.cursorRect(cursor).center()


@pytest.mark.parametrize("href", ["https://klarebro.example/", "mailto:a@klarebro.example", "tel:112"])
def test_ctrl_and_a_click_open_a_link_and_the_cursor_stays(body, links, opened, qtbot, href):
    body.set_body(Document((linked(href),)))

    qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, CONTROL, middle_of_link(body))

    assert opened == [QUrl(href)]
    assert body.textCursor().position() == 0


def test_a_click_without_ctrl_or_beside_the_link_opens_nothing(body, links, opened, qtbot):
    body.set_body(Document((linked("https://klarebro.example/"),)))

    qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=middle_of_link(body))
    beside = QPoint(body.viewport().width() - 40, middle_of_link(body).y())
    qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, CONTROL, beside)

    assert opened == []


def test_a_link_to_an_article_asks_for_it_and_one_that_is_gone_is_told(body, links, qtbot):
    body.set_body(Document((linked("article:2"),)))

    with qtbot.waitSignal(links.article_asked) as asked:
        qtbot.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, CONTROL, middle_of_link(body))
    with qtbot.waitSignal(links.notice) as told:
        links.follow("article:9")

    assert asked.args == ["2"]
    assert "not in the archive" in told.args[0]


def test_what_may_not_be_linked_to_is_never_opened(links, opened, qtbot):
    with qtbot.waitSignal(links.notice):
        links.follow("file:///etc/passwd")

    assert opened == []


def menu_at_link(body):
    menu = body.context_menu(middle_of_link(body))
    return {action.objectName(): action for action in menu.actions() if action.objectName()}, menu


def test_the_context_menu_opens_copies_and_removes_a_link(body, links, opened):
    body.set_body(Document((linked("mailto:a@klarebro.example"),)))
    actions, menu = menu_at_link(body)

    actions["open_link"].trigger()
    actions["copy_address"].trigger()
    actions["remove_link"].trigger()
    removed = body.body().blocks
    body.undo()

    assert opened == [QUrl("mailto:a@klarebro.example")]
    assert QGuiApplication.clipboard().text() == "a@klarebro.example"
    assert removed == (paragraph("Läs mer här i dag"),)
    assert body.body().blocks == (linked("mailto:a@klarebro.example"),)
    menu.deleteLater()


def test_a_link_in_what_is_only_read_is_opened_and_copied_and_not_changed(body, links):
    body.set_body(Document((linked("mailto:a@klarebro.example"),)))
    body.setReadOnly(True)

    actions, menu = menu_at_link(body)

    assert {"open_link", "copy_address"} <= set(actions)
    assert not {"change_link", "remove_link"} & set(actions)
    menu.deleteLater()


def test_ctrl_shift_k_takes_the_link_at_the_cursor_off_and_undo_brings_it_back(article_editor, qtbot):
    link = linked("https://klarebro.example/")
    article_editor.show_article(Article("a", body=Document((link,))))
    cursor = article_editor.body.textCursor()
    cursor.setPosition(6)
    article_editor.body.setTextCursor(cursor)

    qtbot.keyClick(article_editor.body, Key.Key_K, CONTROL | SHIFT)
    removed = article_editor.body.body().blocks
    article_editor.body.undo()

    assert removed == (paragraph("Läs mer här i dag"),)
    assert article_editor.body.body().blocks == (link,)


def test_the_mouse_over_a_link_is_told_where_it_leads(body):
    hints = HoverHints(body, Archive().source)
    body.set_body(Document((linked("article:1"),)))
    cursor = QTextCursor(body.document())
    cursor.setPosition(6)
    said = []

    hints.explain(cursor, said.append)

    assert said == ["Leads to the article “Ny bro över ån”\nCtrl+click opens"]


def test_a_web_address_is_read_out_without_its_codes():
    assert leads_to("https://klarebro.example/bygga/%C3%A5n/") == "Opens klarebro.example/bygga/ån"


def paste(body, text):
    data = QMimeData()
    data.setText(text)
    body.insertFromMimeData(data)


def test_an_address_pasted_over_words_links_them_in_one_step(body):
    body.set_body(Document((paragraph("Läs mer"),)))
    body.selectAll()

    paste(body, "https://klarebro.example/a\n")
    pasted = body.body().blocks
    body.undo()

    assert pasted == (Paragraph((Span("Läs mer", (Link("https://klarebro.example/a"),)),)),)
    assert body.body().blocks == (paragraph("Läs mer"),)


@pytest.mark.parametrize(
    ("block", "text", "after"),
    [
        (paragraph("Läs"), "två ord", paragraph("två ord")),
        (paragraph("www.a.example"), "www.b.example", paragraph("www.b.example")),
        (Heading(2, (Span("Läs"),)), "www.b.example", Heading(2, (Span("www.b.example"),))),
    ],
)
def test_other_pastes_over_words_replace_them(body, block, text, after):
    body.set_body(Document((block,)))
    body.selectAll()

    paste(body, text)

    assert body.body().blocks == (after,)
