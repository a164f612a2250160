"""What the clock does to the website, in the window."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor_app.desk.opening import open_desk
from editor_app.domain.article import Kind
from editor_app.domain.due import Due, Happening
from editor_app.domain.policy import Policy
from editor_app.domain.swedish_time import months_after
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.main_window import MainWindow
from ui.publish.planned_dialog import PlannedDialog
from ui.settings.preferences import Preferences, user_settings
from ui.window_dialogs import PLANNED_AHEAD

WAIT = 20000
APRIL = datetime(2026, 4, 1, 6, tzinfo=UTC)


def lines(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


@pytest.fixture
def make_dialog(qtbot):
    made = []

    def make(overdue=(), coming=()):
        dialog = PlannedDialog(overdue, coming)
        qtbot.addWidget(dialog)
        dialog.open()
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.reject()


def test_what_waits_for_an_export_stands_before_what_comes(qtbot, make_dialog):
    dialog = make_dialog(
        [Due(APRIL, Happening.TAKEN_DOWN, "1", "Bron")], [Due(APRIL, Happening.APPEARS, "2", "Badet")]
    )

    assert [line.split(" ")[0] for line in lines(dialog)] == ["Bron\nIs", "Badet\nAppears"]
    assert lines(dialog)[0].endswith("Waits for an export")


def test_enter_opens_the_article(qtbot, make_dialog):
    dialog = make_dialog((), [Due(APRIL, Happening.APPEARS, "2", "Badet")])

    with qtbot.waitSignal(dialog.article_asked) as asked:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    assert asked.args == ["2"]


def test_nothing_planned_is_said(make_dialog):
    dialog = make_dialog()

    assert not dialog.findChild(QPushButton, "open").isEnabled()


@pytest.fixture
def overdue_window(qtbot, tmp_path):
    """A window on an archive whose newest export is older than what should have appeared."""
    path = tmp_path / "archive.sqlite3"
    clock = [datetime.now(UTC) - timedelta(days=2)]
    desk = new_desk(path, clock=lambda: clock[0])
    category = desk.add_category("Trafik", by="Ada")
    created = desk.create(by="Ada", kind=Kind.INFORMATION)
    article = msgspec.structs.replace(
        created.article,
        title="Bron",
        category_id=category.id,
        contact_ids=reachable(desk),
        publish_at=clock[0] + timedelta(days=1),
    )
    desk.save(article, version=created.version, by="Ada")
    desk.submit(article.id, by="Ada")
    desk.approve(article.id, by="Bo")
    desk.export(tmp_path / "site", by="Ada")
    desk.close()
    preferences = Preferences(user_settings())
    preferences.name = "Ada"
    window = MainWindow(lambda: open_desk(path), path, preferences)
    window.show()
    yield window
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_window_says_what_should_be_on_the_website_by_now(qtbot, overdue_window):
    messages = overdue_window.place.messages

    qtbot.waitUntil(lambda: bool(messages.texts()), timeout=WAIT)
    told = messages.texts()
    messages.clear()
    overdue_window.archive.due_watch.look()
    qtbot.wait(100)

    assert [text.split(" 20")[0].rsplit(" ", 2)[0] for text in told] == [
        "1 article should have been published"
    ]
    assert told[0].endswith("Export the website.")
    # Once is enough.
    assert messages.texts() == ()


def test_the_list_looks_beyond_the_pages_that_are_taken_down_by_rule():
    now = datetime(2026, 3, 2, tzinfo=UTC)

    assert months_after(now, max(Policy().take_down_months.values())) < now + PLANNED_AHEAD


def test_where_nothing_is_planned_the_dialog_says_how_to_plan(qtbot):
    dialog = PlannedDialog([], [])
    qtbot.addWidget(dialog)
    dialog.show()

    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]

    assert not dialog.list.isVisible()
    assert said == [
        "Nothing is planned for the next year.",
        "Set in an article's details when it is to appear and be taken down, and publish it.",
    ]
