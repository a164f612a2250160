"""The whole window on a real archive."""

from pathlib import Path
from threading import Event

import msgspec
import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton

from editor_app.desk import source_texts
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Article
from editor_app.intake.taken_text import TakenText
from tests.blank_archives import blank_archive, new_desk
from tests.cards import card
from ui.cards.cards_dialog import CardsDialog
from ui.cards.change_dialog import ChangeDialog
from ui.command_search import _choices
from ui.intake_dialog.intake_dialog import IntakeDialog
from ui.main_window import MainWindow
from ui.pickers.contact_dialog import ContactDialog
from ui.review.approve_dialog import ApproveDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def preferences():
    preferences = Preferences(user_settings())
    preferences.name = "Åsa Ek"
    return preferences


@pytest.fixture
def make_window(qtbot, preferences):
    windows = []

    def make(path: Path, **options) -> MainWindow:
        window = MainWindow(lambda: open_desk(path, **options), path, preferences)
        windows.append(window)
        window.show()
        return window

    yield make
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(qtbot, make_window, archive):
    """A window on an archive without articles."""
    window = make_window(blank_archive(archive))
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass
    return window


def test_the_newest_article_is_opened_once_at_the_start(qtbot, make_window, archive):
    desk = open_desk(archive, create=True)
    desk.create(by="Bo Lind")
    newest = desk.create(by="Bo Lind").article.id
    desk.close()
    window = make_window(archive)
    opened, answered = [], []
    window.session.opened.connect(lambda copy: opened.append(copy.article.id))

    qtbot.waitUntil(lambda: bool(opened), timeout=WAIT)
    # Whatever was asked for by now has been answered when this is.
    window.worker.run(lambda _desk: True, answered.append)
    qtbot.waitUntil(lambda: bool(answered), timeout=WAIT)

    assert opened == [newest]
    assert window.place.list.view.hasFocus()


def test_what_needs_an_article_waits_for_one(qtbot, window):
    names = ("find", "focus_mode", "go_to_heading", "format_menu", "zoom_in")
    before = [window._actions[name].isEnabled() for name in names]
    listed = {choice.key.objectName() for choice in _choices(window.menuBar())}
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    is_finding = not window.place.editor.find_bar.isHidden()

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        press(window, "new_article")

    assert not any(before) and not is_finding
    assert {"new_article", "settings"} <= listed
    assert not listed & {"find", "strong", "table"}
    assert all(window._actions[name].isEnabled() for name in names)
    assert "find" in {choice.key.objectName() for choice in _choices(window.menuBar())}


def press(window, name):
    window.findChild(object, name).trigger()


def new_article(qtbot, window, title="Ny lekplats"):
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        press(window, "new_article")
    if title:
        qtbot.keyClicks(window.place.editor.title, title)


def stored_titles(path):
    desk = open_desk(path)
    try:
        return [summary.title for summary in desk.articles()]
    finally:
        desk.close()


def test_nothing_of_the_archive_is_read_before_the_window_is_painted(qtbot, make_window, archive):
    window = make_window(archive, create=True)
    order = []
    window.painted.connect(lambda: order.append(("painted", archive.exists())))
    window.newsroom.opened.connect(lambda: order.append(("opened", archive.exists())))

    qtbot.waitUntil(lambda: len(order) == 2, timeout=WAIT)

    assert order == [("painted", False), ("opened", True)]


def test_a_new_article_can_be_typed_at_once(qtbot, window):
    new_article(qtbot, window, title="")

    assert window.focusWidget() is window.place.editor.title


def test_a_new_article_is_saved_as_it_is_typed_and_stands_in_the_list(qtbot, window, archive):
    new_article(qtbot, window)

    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        pass

    qtbot.waitUntil(lambda: window.place.list.shown_titles() == ("Ny lekplats",), timeout=WAIT)
    assert stored_titles(archive) == ["Ny lekplats"]


def test_the_phone_follows_the_typing(qtbot, window):
    new_article(qtbot, window, title="")
    preview = window.place.preview
    qtbot.waitUntil(lambda: preview.view is not None, timeout=WAIT)
    qtbot.keyClicks(window.place.editor.title, "Ny bro")
    answers = []

    def heading():
        preview.view.page().runJavaScript("document.querySelector('h1')?.textContent ?? ''", answers.append)
        return bool(answers) and answers[-1].strip() == "Ny bro"

    qtbot.waitUntil(heading, timeout=WAIT)


def test_closing_saves_what_was_just_typed(qtbot, window, archive):
    new_article(qtbot, window, title="Sista orden")

    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)

    assert stored_titles(archive) == ["Sista orden"]


def test_another_article_is_opened_from_the_list_and_the_first_is_saved(qtbot, window, archive):
    new_article(qtbot, window, title="Bron")
    new_article(qtbot, window, title="Torget")
    qtbot.waitUntil(lambda: "Bron" in window.place.list.shown_titles(), timeout=WAIT)
    row = window.place.list.shown_titles().index("Bron")
    view = window.place.list.view

    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert window.session.current.article.title == "Bron"
    assert set(stored_titles(archive)) == {"Bron", "Torget"}


def test_what_is_missing_is_listed_when_somebody_submits(qtbot, window):
    new_article(qtbot, window)

    press(window, "submit")

    qtbot.waitUntil(window.place.messages.isVisible, timeout=WAIT)
    assert "to mend" in window.place.messages.texts()[0]


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("The headline is missing", lambda place: place.editor.title),
        ("The lead is missing", lambda place: place.editor.lead),
        ("Choose a category", lambda place: place.details.category.field),
    ],
)
def test_what_is_missing_is_shown_where_it_is(qtbot, window, message, field):
    new_article(qtbot, window, title="")
    window.acts.show_panel("details", False)
    window.place.list.search.setFocus()
    press(window, "submit")
    panel = window.place.findings
    qtbot.waitUntil(lambda: message in [row.message for row in panel.rows()], timeout=WAIT)
    qtbot.waitUntil(panel.isVisible, timeout=WAIT)
    panel.choose(next(row.finding for row in panel.rows() if row.message == message))

    qtbot.keyClick(panel.list, Qt.Key.Key_Return)

    assert window.focusWidget() is field(window.place)
    assert window.findChild(object, "show_details").isChecked() is window.place.details.isVisible()


def test_an_article_changed_in_another_window_loses_neither_text(qtbot, window, archive):
    new_article(qtbot, window, title="Bron")
    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        pass
    other = open_desk(archive)
    copy = other.open(window.session.current.article.id)
    theirs = Article(copy.article.id, title="Bron, sade den andra")
    other.save(theirs, version=copy.version, by="Bo")
    other.close()

    qtbot.keyClicks(window.place.editor.title, " min")
    with qtbot.waitSignal(window.session.conflicted, timeout=WAIT):
        pass
    assert window.place.messages.texts() == ("This article was changed in another window.",)
    assert "Not saved" in window.place.bar.save_status.text()
    keep = next(
        button
        for button in window.place.messages.findChildren(QPushButton)
        if button.text() == "Keep my text as a copy"
    )
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        qtbot.mouseClick(keep, Qt.MouseButton.LeftButton)

    assert sorted(stored_titles(archive)) == ["Bron min", "Bron, sade den andra"]


def test_a_file_that_is_no_archive_gets_a_page_with_ways_out(qtbot, make_window, archive):
    archive.write_text("Detta är ingen databas.", encoding="utf-8")
    window = make_window(archive)

    with qtbot.waitSignal(window.newsroom.not_opened, timeout=WAIT):
        pass

    buttons = [b.text() for b in window.centralWidget().currentWidget().findChildren(QPushButton)]
    assert window.centralWidget().currentWidget().findChild(QLabel, "what").text()
    assert buttons == [
        "Try again",
        "Read what can be read",
        "Backups…",
        "Open another archive…",
        "Quit",
    ]
    assert archive.read_text(encoding="utf-8") == "Detta är ingen databas."
    assert not window.findChild(object, "new_article").isEnabled()
    assert window.findChild(object, "open_archive").isEnabled()


def test_the_list_has_the_keyboard_as_an_archive_with_articles_opens(qtbot, make_window, archive):
    desk = new_desk(archive)
    desk.create(by="Åsa Ek")
    desk.close()

    window = make_window(archive)
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass

    assert window.focusWidget() is window.place.list.view


def test_an_archive_that_comes_back_is_opened_on_a_second_try(qtbot, make_window, archive):
    window = make_window(archive)
    with qtbot.waitSignal(window.newsroom.not_opened, timeout=WAIT):
        pass
    new_desk(archive).close()

    again = window.centralWidget().currentWidget().findChildren(QPushButton)[0]
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)

    assert window.centralWidget().currentWidget() is window.place
    assert window.findChild(object, "new_article").isEnabled()


def test_a_text_that_cannot_be_saved_can_be_kept_in_a_file_on_leaving(
    qtbot, window, archive, tmp_path, monkeypatch
):
    new_article(qtbot, window, title="Viktigt")
    other = open_desk(archive)
    copy = other.open(window.session.current.article.id)
    other.save(Article(copy.article.id, title="Annat"), version=copy.version, by="Bo")
    other.close()
    kept = tmp_path / "kept.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(kept), ""))

    def press_keep(box):
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press_keep)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)

    assert kept.read_text(encoding="utf-8") == "Viktigt\n"


def drop(window, *paths):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    held = (dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, *held))


def taken_in_from_dialog(qtbot, window):
    """Wait until it is shown what becomes what, and take it in; return the title."""
    qtbot.waitUntil(lambda: any(dialog.shows_outcome for dialog in intakes(window)), timeout=WAIT)
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        next(dialog for dialog in intakes(window) if dialog.shows_outcome).accept()
    return window.session.current.article.title


def intakes(window):
    return [dialog for dialog in window.findChildren(IntakeDialog) if dialog.isVisible()]


def test_dropped_documents_are_looked_over_and_taken_in_one_after_the_other(qtbot, window, tmp_path):
    pages = []
    for number, title in enumerate(("Biblioteket får längre öppettider", "Badet öppnar i maj")):
        page = tmp_path / f"sida{number}.txt"
        page.write_text(f"Nyhet\n\n{title}\n\n3 mars 2026\n\nText.\n", encoding="utf-8")
        pages.append(page)

    drop(window, *pages, tmp_path / "bild.png")

    assert taken_in_from_dialog(qtbot, window) == "Biblioteket får längre öppettider"
    assert taken_in_from_dialog(qtbot, window) == "Badet öppnar i maj"
    qtbot.waitUntil(lambda: not intakes(window), timeout=WAIT)


def test_what_is_typed_is_saved_while_a_large_document_is_read(qtbot, window, archive, tmp_path, monkeypatch):
    is_read, document = Event(), tmp_path / "stort.docx"

    def read_slowly(path):
        assert is_read.wait(WAIT / 1_000)
        return TakenText(title=path.stem)

    monkeypatch.setattr(source_texts, "read_file_or_reply", read_slowly)
    document.touch()
    new_article(qtbot, window, title="")

    drop(window, document)
    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        qtbot.keyClicks(window.place.editor.title, "Bron")
    titles = stored_titles(archive)
    is_read.set()

    assert titles == ["Bron"]
    assert taken_in_from_dialog(qtbot, window) == "stort"


def test_panels_that_were_hidden_stay_hidden(qtbot, window, make_window, archive):
    press(window, "show_details")

    again = make_window(archive)

    assert not again.place.is_panel_shown("details")
    assert not again.findChild(object, "show_details").isChecked()
    assert again.place.is_panel_shown("preview")


def test_a_bug_is_told_and_what_was_typed_is_saved(qtbot, window, archive):
    new_article(qtbot, window, title="Kvar")

    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        window.tell_of_bug(ZeroDivisionError("x"))

    assert "ZeroDivisionError" in window.place.messages.texts()[0]
    assert stored_titles(archive) == ["Kvar"]


def test_every_action_has_keys_of_its_own(window):
    actions = [
        action
        for menu in window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator() and action.menu() is None
    ]
    keys = [action.shortcut().toString() for action in actions]

    assert all(keys), [action.text() for action in actions if not action.shortcut().toString()]
    assert len(set(keys)) == len(keys)


def test_approving_asks_for_the_second_person(qtbot, make_window, archive):
    window = make_window(blank_archive(archive, with_samples=True))
    with qtbot.waitSignal(window.session.opened, timeout=WAIT):
        pass
    press(window, "approve")

    qtbot.waitUntil(lambda: window.findChild(ApproveDialog) is not None, timeout=WAIT)
    window.findChild(ApproveDialog).reject()


def test_the_open_article_is_written_for_word_as_it_stands_in_the_window(
    qtbot, window, tmp_path, monkeypatch
):
    new_article(qtbot, window, title="Ny lekplats")
    target = tmp_path / "lekplats"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    press(window, "export_word")

    qtbot.waitUntil(
        lambda: any("lekplats.docx" in text for text in window.place.messages.texts()), timeout=WAIT
    )
    assert Document(str(target.with_suffix(".docx"))).paragraphs[0].text == "Ny lekplats"


def test_focus_mode_leaves_the_article_alone_and_escape_gives_the_rest_back(qtbot, window):
    new_article(qtbot, window)
    place = window.place
    press(window, "show_details")
    before = {name: panel.isVisible() for name, panel in place.panels.items()}

    press(window, "focus_mode")
    alone = [panel.isVisible() for panel in place.panels.values()]
    way_out = place.editor.foot.way_out.isVisible()
    qtbot.keyClick(place.editor.title, Qt.Key.Key_Escape)

    assert not any(alone)
    assert way_out
    assert {name: panel.isVisible() for name, panel in place.panels.items()} == before
    assert before == {
        "list": True,
        "comments": False,
        "findings": False,
        "details": False,
        "preview": True,
    }
    assert not window.findChild(object, "focus_mode").isChecked()


def test_searching_the_list_leaves_focus_mode_and_remembers_no_hidden_part(qtbot, window):
    new_article(qtbot, window)
    press(window, "focus_mode")

    press(window, "find_article")

    assert window.place.list.isVisible()
    assert window.place.is_panel_shown("preview")
    assert window.findChild(object, "show_list").isEnabled()


def test_a_contact_that_is_changed_in_the_card_file_is_the_same_beside_the_open_article(
    qtbot, make_window, archive
):
    desk = new_desk(archive)
    contact = desk.save_contact(card("", "Eva Ek", "Chef", phone="112"))
    copy = desk.create(by="Ada")
    changed = msgspec.structs.replace(copy.article, title="Ny bro", contact_ids=(contact.id,))
    desk.save(changed, version=copy.version, by="Ada")
    desk.close()
    window = make_window(archive)
    with qtbot.waitSignal(window.newsroom.opened, timeout=WAIT):
        pass

    window.findChild(QAction, "contacts").trigger()
    dialog = window.findChild(CardsDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1, timeout=WAIT)
    dialog.table.selectRow(0)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_F2)
    form = dialog.findChild(ContactDialog)
    qtbot.keyClicks(form.findChild(QLineEdit, "unit"), "Stab")
    qtbot.keyClick(form.findChild(QLineEdit, "unit"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.findChild(ChangeDialog) is not None, timeout=WAIT)
    qtbot.keyClick(form.findChild(ChangeDialog).findChild(QPushButton, "agree"), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [one.unit for one in window.newsroom.contacts] == ["Stab"], timeout=WAIT)
    qtbot.waitUntil(lambda: dialog.model.index(0, 1).data() == "Chef, Stab", timeout=WAIT)

    dialog.reject()
