"""The list of versions: what a row says, what is compared at first, and what stands there without any."""

from contextlib import closing

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, ListItem, Span, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.desk_worker import DeskWorker
from ui.editor.decorations import Numbers
from ui.review.version_delegate import VersionDelegate
from ui.review.versions_dialog import VersionsDialog

WAIT = 15_000


@pytest.fixture
def desk(tmp_path):
    with closing(new_desk(tmp_path / "archive.sqlite3")) as made:
        yield made


@pytest.fixture
def show(qtbot, desk, tmp_path):
    """Return a function that shows the dialog for a working copy."""
    worker = DeskWorker(lambda: open_desk(tmp_path / "archive.sqlite3"))

    def show_dialog(copy):
        made = VersionsDialog(worker, copy, copy.updated_at, lambda *_asked: None, by="Ada")
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        empty = made.findChild(QLabel, "empty")
        qtbot.waitUntil(lambda: bool(made.view.summary()) or empty.isVisible(), timeout=WAIT)
        return made

    yield show_dialog
    worker.close()


def keep(desk, copy, name, **changes):
    article = msgspec.structs.replace(copy.article, **changes)
    saved = desk.save(article, version=copy.version, by="Ada")
    return desk.save_version(article.id, version=saved.version, by="Ada", name=name)


def test_the_newest_version_is_compared_with_the_one_before_where_it_is_the_present_text(desk, show):
    first = keep(desk, desk.create(by="Ada"), "Ett", title="Bron öppnar")
    copy = keep(desk, first, "Två", title="Bron öppnar i maj")

    shown = show(copy)

    assert shown.chosen().name == "Två"
    assert shown.other.currentText().startswith("Ett · Ada")
    assert shown.view.summary() == "2 words added, 0 removed"


def test_a_version_that_is_alone_with_the_present_text_is_compared_with_it(desk, show):
    shown = show(keep(desk, desk.create(by="Ada"), "Ett", title="Bron öppnar"))

    assert shown.other.currentText() == "The present text"
    assert shown.view.summary() == "The texts are the same."


def test_a_row_says_who_kept_the_version_who_approved_it_and_where_it_stands(desk, show):
    category = desk.add_category("Trafik")
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Bron öppnar",
        lead="I maj.",
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    saved = desk.save(article, version=created.version, by="Ada")
    desk.submit(article.id, by="Ada", version=saved.version)
    shown = show(desk.approve(article.id, by="Bo"))

    index = shown.list.model().index(0)

    assert index.data().startswith("Submitted for approval · Ada · today ")
    assert index.data().endswith(" · Live · As now")
    assert "\nApproved by Bo · today " in index.data(Qt.ItemDataRole.ToolTipRole)


def test_a_row_with_badges_is_taller_and_is_drawn_however_long_its_name(desk, show):
    first = keep(desk, desk.create(by="Ada"), "Kort", title="Bron öppnar")
    copy = keep(desk, first, "Till samhällsbyggnadsnämndens arbetsutskott " * 4, title="Bron öppnar i maj")
    shown = show(copy)
    delegate = VersionDelegate(copy.updated_at)
    option = QStyleOptionViewItem()
    option.font, option.palette, option.rect = shown.font(), shown.palette(), QRect(0, 0, 200, 120)
    canvas = QImage(320, 120, QImage.Format.Format_RGB32)
    canvas.fill(0)

    tall, low = (delegate.sizeHint(option, shown.list.model().index(row)).height() for row in (0, 1))
    painter = QPainter(canvas)
    delegate.paint(painter, option, shown.list.model().index(0))
    painter.end()

    assert tall > low
    assert all(canvas.pixelColor(x, y).value() == 0 for x in range(200, 320) for y in range(0, 120, 4))


def test_without_versions_the_dialog_says_how_to_save_one(desk, show):
    shown = show(desk.create(by="Ada"))

    empty = shown.findChild(QLabel, "empty")
    assert empty.text() == "No version is kept yet. Save one with Ctrl+Alt+S."
    assert not shown.list.isVisible()


def test_items_after_folded_ones_keep_their_numbers(desk, show):
    items = tuple(ListItem(ordered=True, spans=(Span(f"Moment {number}"),)) for number in range(1, 9))
    changed = (*items[:7], ListItem(ordered=True, spans=(Span("Moment 8 igen"),)), paragraph("Slut."))
    first = keep(desk, desk.create(by="Ada"), "Ett", body=Document((*items, paragraph("Slut."))))
    shown = show(keep(desk, first, "Två", body=Document(changed)))

    document = shown.view.text.document()

    assert number_of(document, "Moment 7") == 7
    assert number_of(document, "Moment 8") == 8
    assert document.find("Moment 3").isNull()


def number_of(document, words):
    """Return the number that stands beside the item that begins with `words`."""
    return Numbers().of(document.find(words).block())
