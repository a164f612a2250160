"""Where a copied page is pasted, opened or dropped."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPlainTextEdit, QPushButton

from editor_app.desk.comparing import compare
from editor_app.desk.errors import NothingToTakeIn
from editor_app.desk.explain import explain
from editor_app.desk.incoming_values import Became, Incoming, Returning, TakenIn
from editor_app.desk.values import PlacedComment, WorkingCopy
from editor_app.domain.article import Article, Kind
from editor_app.domain.comment import Comment, CommentOccasion
from editor_app.domain.document import Document, Figure
from editor_app.domain.revision import Snapshot
from editor_app.domain.workflow import State
from editor_app.intake.taken_text import SourceImage, TakenText
from ui.intake_dialog.intake_dialog import IntakeDialog

PAGE = "Nyhet\n\nNy lekplats i Ekdala\n\n3 maj 2024"
NOON = datetime(2024, 5, 3, tzinfo=UTC)
COPY = WorkingCopy(Article("1"), State.DRAFT, 1, NOON, "Eva Nord", NOON, "Eva Nord")
TAKEN = TakenIn(COPY, ("Check the category",), PAGE)
ROWS = (
    Became("Ny lekplats i Ekdala", "Headline"),
    Became("Barn och unga", "Category", is_new=True),
    Became("x" * 1000, "Paragraph"),
    Became("Sidfot", "Left out: header or footer", is_left_out=True),
)
IMAGE = QTextDocument.ResourceType.ImageResource.value
INCOMING = Incoming("", TakenText(title="Ny lekplats i Ekdala"), ROWS, PAGE)


class Desk:
    def __init__(self):
        self.asked = []
        self.stored = []
        self.returned = []
        self.images = []
        self.replies = []
        self.commented = []

    def look_into(self, what, done, failed):
        self.asked.append((what, done, failed))

    def take_in(self, incoming, done, failed):
        self.stored.append((incoming, done, failed))

    def take_back(self, incoming, done, failed):
        self.returned.append((incoming, done, failed))

    def take_comments(self, incoming, done, failed):
        self.commented.append((incoming, done, failed))

    def take_reply(self, reply, done, failed):
        self.replies.append((reply, done, failed))

    def load_image(self, image_id, draw):
        self.images.append((image_id, draw))

    def answer(self, incoming=INCOMING):
        self.asked[-1][1](incoming)


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def dialog(qtbot, desk):
    made = IntakeDialog(
        desk.look_into,
        desk.look_into,
        desk.take_in,
        desk.take_back,
        desk.take_comments,
        desk.take_reply,
        desk.load_image,
    )
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    for _what, _done, failed in (*desk.asked[-1:], *desk.stored[-1:], *desk.returned[-1:]):
        failed(NothingToTakeIn())
    made.reject()


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def paste(qtbot, dialog):
    QGuiApplication.clipboard().setText(PAGE)
    field = dialog.findChild(QPlainTextEdit, "page_text")
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def shown(dialog):
    model = dialog.outcome.table.model()
    return [tuple(model.index(row, column).data() for column in (0, 1)) for row in range(model.rowCount())]


def test_it_can_be_closed_while_a_document_is_read(dialog, desk, tmp_path):
    dialog.take_file(tmp_path / "stort.docx")

    dialog.reject()

    assert not dialog.isVisible()


def test_a_pasted_page_is_looked_over_and_then_taken_in(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    assert desk.asked[0][0] == PAGE
    desk.answer()
    assert desk.stored == []
    press(qtbot, dialog, "accept")
    dialog.reject()
    assert dialog.isVisible()
    incoming, done, _failed = desk.stored[0]

    with qtbot.waitSignal(dialog.taken) as taken:
        done(TAKEN)

    assert incoming is INCOMING
    assert taken.args == [TAKEN]
    assert not dialog.isVisible()


def test_it_is_shown_what_becomes_what_before_anything_is_stored(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")

    desk.answer()

    assert dialog.shows_outcome
    assert shown(dialog)[0] == ("Ny lekplats i Ekdala", "Headline")
    assert shown(dialog)[1] == ("Barn och unga", "Category (new)")
    assert len(shown(dialog)[2][0]) < 300
    assert dialog.outcome.sentence() == "3 pieces come in. 1 does not; it stands last."
    assert dialog.focusWidget() is dialog.outcome.table


def test_one_can_go_back_to_the_words(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    desk.answer()

    press(qtbot, dialog, "back")

    assert not dialog.shows_outcome
    assert not dialog.findChild(QPushButton, "back").isVisible()
    assert dialog.text() == PAGE
    assert dialog.focusWidget() is dialog.findChild(QPlainTextEdit, "page_text")
    assert desk.stored == []


def test_what_cannot_be_stored_leads_back_to_the_words_with_the_reason(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    desk.answer()
    press(qtbot, dialog, "accept")

    desk.stored[0][2](NothingToTakeIn())

    assert not dialog.shows_outcome
    assert dialog.text() == PAGE
    assert dialog.problem().startswith(explain(NothingToTakeIn()).what)


def snapshot(*blocks):
    return Snapshot(
        article_id="1",
        kind=Kind.NEWS,
        title="Lekplats",
        lead="",
        body=Document(blocks),
        language="sv",
        category=None,
        contacts=(),
        hero=None,
        related_ids=(),
        publish_at=None,
        embargo_until=None,
        unpublish_at=None,
        record_number="",
        slug="",
    )


def coming_back(*, changed_since=False):
    nothing = snapshot()
    changed = replace(nothing, title="Ny lekplats")
    returning = Returning(COPY, Article("1", title="Ny lekplats"), compare(nothing, changed), changed_since)
    return replace(INCOMING, name="lekplats.docx", returning=returning)


def test_a_document_that_comes_back_is_compared_and_taken_back(qtbot, dialog, desk):
    dialog.take_file(Path("/pages/lekplats.docx"))

    desk.answer(coming_back())

    assert dialog.shows_comparison
    assert "Ny lekplats" in dialog.comeback.comparison.text.toPlainText()
    assert dialog.findChild(QPushButton, "accept").text() == "Take back as a new version"
    press(qtbot, dialog, "accept")
    incoming, done, _failed = desk.returned[0]
    assert incoming.name == "lekplats.docx"
    assert desk.stored == []
    with qtbot.waitSignal(dialog.taken):
        done(TAKEN)


def with_comments(*, known=False):
    incoming = coming_back()
    placed = tuple(
        PlacedComment(
            Comment(id_, "1", None, CommentOccasion.WORD, words, "Cia Berg", NOON, settled_at=settled_at)
        )
        for id_, words, settled_at in (("a", "Vilken dag?", None), ("b", "Bra", NOON))
    )
    returning = replace(
        incoming.returning, comments=placed, known_ids=frozenset({"a", "b"} if known else {"b"})
    )
    return replace(incoming, returning=returning)


def test_comments_in_a_document_that_comes_back_are_shown_and_taken_alone(qtbot, dialog, desk):
    dialog.take_file(Path("/pages/lekplats.docx"))
    desk.answer(with_comments())
    shown = [label.text() for label in dialog.comeback.findChildren(QLabel) if label.isVisible()]

    press(qtbot, dialog, "comments_only")

    assert {"2 comments", "Vilken dag?", "Bra"} <= set(shown)
    assert any(text.endswith("Marked as done in the document. Taken in before.") for text in shown)
    incoming, done, _failed = desk.commented[0]
    assert desk.returned == []
    with qtbot.waitSignal(dialog.comments_taken) as taken:
        done(1)
    assert taken.args == [incoming, 1]
    assert not dialog.isVisible()


@pytest.mark.parametrize("incoming", ["none", "known"])
def test_comments_that_are_not_there_or_known_are_not_offered(qtbot, dialog, desk, incoming):
    dialog.take_file(Path("/pages/lekplats.docx"))
    desk.answer(coming_back() if incoming == "none" else with_comments(known=True))

    assert not dialog.findChild(QPushButton, "comments_only").isVisible()


def test_enter_takes_back_what_is_compared(qtbot, dialog, desk):
    dialog.findChild(QPushButton, "open_file").setFocus()
    dialog.take_file(Path("/pages/lekplats.docx"))
    desk.answer(coming_back())

    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert len(desk.returned) == 1
    assert dialog.isVisible()


def test_a_document_that_comes_back_may_become_an_article_of_its_own(qtbot, dialog, desk):
    dialog.take_file(Path("/pages/lekplats.docx"))
    desk.answer(coming_back())

    press(qtbot, dialog, "as_new")
    press(qtbot, dialog, "accept")

    assert dialog.shows_outcome
    assert not dialog.findChild(QPushButton, "as_new").isVisible()
    assert len(desk.stored) == 1
    assert desk.returned == []


def png(colour):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image = QImage(900, 600, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_images_are_shown_small_in_the_list_whether_brought_or_stored(qtbot, dialog, desk):
    rows = tuple(Became("Bron", "Image", image_id=image_id) for image_id in ("brought", "stored", "broken"))
    images = {"brought": SourceImage(png("red"), "bro.png"), "broken": SourceImage(b"x", "x.png")}
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")

    desk.answer(replace(INCOMING, rows=rows, taken=replace(INCOMING.taken, images=images)))
    qtbot.waitUntil(lambda: bool(desk.images))
    stored = QImage(40, 40, QImage.Format.Format_RGB32)
    stored.fill("blue")
    desk.images[0][1](stored)

    def colours():
        model = dialog.outcome.table.model()
        shown = [model.index(row, 0).data(Qt.ItemDataRole.DecorationRole) for row in range(3)]
        return [image.pixelColor(image.rect().center()).name(QColor.NameFormat.HexArgb) for image in shown]

    assert [image_id for image_id, _draw in desk.images] == ["stored"]
    qtbot.waitUntil(lambda: colours() == ["#ffff0000", "#ff0000ff", "#00000000"])


def test_the_comparison_with_a_document_that_comes_back_shows_its_images(qtbot, dialog, desk):
    brought = snapshot(Figure("new", alt="Bron"))
    incoming = coming_back()
    comparison = compare(snapshot(Figure("old", alt="Torget")), brought)
    returning = replace(incoming.returning, comparison=comparison)
    taken = replace(incoming.taken, images={"new": SourceImage(png("red"), "bro.png")})
    dialog.take_file(Path("/pages/lekplats.docx"))

    desk.answer(replace(incoming, returning=returning, taken=taken))

    qtbot.waitUntil(lambda: [image_id for image_id, _draw in desk.images] == ["old"])
    shown = dialog.comeback.comparison.text.document()
    qtbot.waitUntil(lambda: not QImage(shown.resource(IMAGE, QUrl("new"))).isNull())


@pytest.mark.parametrize("changed_since", [True, False])
def test_it_is_said_where_the_article_was_changed_meanwhile(dialog, desk, changed_since):
    dialog.take_file(Path("/pages/lekplats.docx"))

    desk.answer(coming_back(changed_since=changed_since))

    assert dialog.comeback.warns is changed_since


def test_what_cannot_be_taken_in_stays_in_the_field_with_the_reason(qtbot, dialog, desk):
    paste(qtbot, dialog)
    press(qtbot, dialog, "accept")
    error = NothingToTakeIn()

    desk.asked[0][2](error)

    assert dialog.isVisible()
    assert dialog.text() == PAGE
    assert dialog.problem().startswith(explain(error).what)
    assert dialog.focusWidget() is dialog.findChild(QPlainTextEdit, "page_text")
    press(qtbot, dialog, "accept")
    assert len(desk.asked) == 2


def test_a_page_is_taken_in_once_however_often_the_button_is_pressed(qtbot, dialog, desk):
    paste(qtbot, dialog)

    press(qtbot, dialog, "accept")
    press(qtbot, dialog, "accept")

    assert len(desk.asked) == 1


def test_nothing_is_taken_in_without_words(qtbot, dialog, desk):
    press(qtbot, dialog, "accept")

    assert desk.asked == []
    assert dialog.problem() == "Paste the text of a news page first, or open a file."

    paste(qtbot, dialog)

    assert dialog.problem() == ""


def test_a_text_file_is_taken_in(qtbot, dialog, desk, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/pages/lekplats.txt", ""))

    press(qtbot, dialog, "open_file")

    assert desk.asked[0][0] == Path("/pages/lekplats.txt")


def test_a_file_can_be_dropped_on_the_dialog(qtbot, dialog, desk):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/pages/lekplats.txt")])
    held = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)

    QApplication.sendEvent(dialog, QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, *held))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, *held))

    assert desk.asked[0][0] == Path("/pages/lekplats.txt")
