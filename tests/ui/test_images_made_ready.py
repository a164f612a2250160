"""What pages show of an article's images is made while it waits for approval."""

import io
import sqlite3
from contextlib import closing

import msgspec
import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, Figure, paragraph
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.desk_worker import DeskWorker
from ui.main_window import MainWindow
from ui.newsroom import Newsroom
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def path(tmp_path):
    """An archive with one draft that is ready to be submitted, with an image in its text."""
    data = io.BytesIO()
    Image.new("RGB", (700, 400), "teal").save(data, "PNG")
    path = tmp_path / "archive.sqlite3"
    desk = new_desk(path)
    created = desk.create(by="Ada")
    article = msgspec.structs.replace(
        created.article,
        title="Ny lekplats",
        lead="Den öppnar i maj.",
        category_id=desk.add_category("Uppleva och göra").id,
        contact_ids=reachable(desk),
        body=Document(
            (
                paragraph("Den är stor."),
                Figure(desk.add_image(data.getvalue(), name="lek.png", by="Ada").id, alt="Gungor"),
            )
        ),
    )
    desk.save(article, version=created.version, by="Ada")
    desk.close()
    return path


def stored_widths(path):
    with closing(sqlite3.connect(path)) as database:
        return [width for (width,) in database.execute("SELECT width FROM image_renditions ORDER BY width")]


@pytest.fixture
def window(qtbot, path):
    """A window with the draft open."""
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    window = MainWindow(lambda: open_desk(path), path, preferences)
    window.show()
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        window.session.open(window.newsroom.finding.rows.ids[0])
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_submitted_article_has_every_width_of_its_images_soon(qtbot, window, path):
    window.findChild(object, "submit").trigger()

    qtbot.waitUntil(lambda: set(stored_widths(path)) >= {320, 480, 700}, timeout=WAIT)


def test_an_image_that_is_asked_for_while_the_window_goes_is_let_go(qapp, path):
    worker = DeskWorker(lambda: open_desk(path), qapp)
    newsroom = Newsroom(worker, str, worker)
    answers = []
    worker.close()

    newsroom.load_page_image("bilder/x.webp", answers.append, answers.append)
    QCoreApplication.processEvents()

    assert answers == []
