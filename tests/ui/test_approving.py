"""An article taken through its workflow in the real window, by its keys."""

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QRadioButton, QToolButton

from editor_app.desk.opening import open_desk
from editor_app.domain.document import Document, paragraph
from editor_app.domain.policy import Policy
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, Standing, State
from tests.blank_archives import new_desk
from tests.reachable import reachable
from ui.main_window import MainWindow
from ui.review.correct_dialog import CorrectDialog
from ui.review.return_dialog import ReturnDialog
from ui.review.withdraw_dialog import WithdrawDialog
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def archive(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def desk(archive):
    """A desk where Eva has submitted an article, and what is approved waits to be published."""
    desk = new_desk(archive)
    desk.save_policy(Policy(publishes_on_approval=False), by="Eva Nord")
    category = desk.add_category("Bygga och bo")
    created = desk.create(by="Eva Nord")
    article = msgspec.structs.replace(
        created.article,
        title="Ny lekplats i Ekparken",
        lead="Barnen får en ny lekplats.",
        body=Document((paragraph("Lekplatsen öppnar i maj."),)),
        category_id=category.id,
        contact_ids=reachable(desk),
    )
    desk.save(article, version=created.version, by="Eva Nord")
    desk.submit(article.id, by="Eva Nord")
    yield desk
    desk.close()


@pytest.fixture
def article_id(desk):
    return desk.articles()[0].id


@pytest.fixture
def open_window(qtbot, archive, desk):
    windows = []

    def open_one(name: str = "Bo Lind") -> MainWindow:
        preferences = Preferences(user_settings())
        preferences.name = name
        window = MainWindow(lambda: open_desk(archive), archive, preferences)
        windows.append(window)
        with qtbot.waitSignal(window.session.opened, timeout=WAIT):
            window.show()
        with qtbot.waitActive(window):
            window.activateWindow()
        return window

    yield open_one
    for window in windows:
        window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def dialog(qtbot, window, kind):
    qtbot.waitUntil(lambda: window.findChild(kind) is not None, timeout=WAIT)
    return window.findChild(kind)


def stands(window):
    return window.session.current.standing


def test_an_article_goes_back_with_a_comment(qtbot, desk, article_id, open_window):
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_Backspace, CONTROL | ALT)
    asking = dialog(qtbot, window, ReturnDialog)

    qtbot.keyClicks(asking.findChild(QPlainTextEdit, "words"), "Vem bygger?")
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        qtbot.mouseClick(asking.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)

    assert stands(window) == Standing(State.DRAFT)
    assert not window._actions["return"].isEnabled()
    with desk._archive.reading() as holdings:
        (comment,) = holdings.comments.of_article(article_id)
    assert (comment.words, comment.written_by) == ("Vem bygger?", "Bo Lind")


def test_what_is_approved_is_published_and_withdrawn_and_published_again(
    qtbot, desk, article_id, open_window
):
    desk.approve(article_id, by="Bo Lind")
    window = open_window()
    assert window.place.bar.standing() == "Approved by Bo Lind – not published"
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL | ALT)
    published = stands(window)

    qtbot.keyClick(window, Qt.Key.Key_W, CONTROL | SHIFT)
    asking = dialog(qtbot, window, WithdrawDialog)
    qtbot.keyClick(asking.findChild(QRadioButton, WithdrawalReason.WRONG.value), Qt.Key.Key_Space)
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        qtbot.mouseClick(asking.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)
    withdrawn = stands(window)
    step = window.place.bar.step_button
    label = step.text()
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)

    assert published == Standing(State.APPROVED, LiveSide.LIVE)
    assert withdrawn == Standing(State.APPROVED, LiveSide.WITHDRAWN)
    assert label == window._actions["publish"].text() + " again" == "Publish again"
    assert stands(window) == Standing(State.APPROVED, LiveSide.LIVE)
    assert window.place.messages.texts() == ("Published. The page goes out with the next export.",)


def test_what_cannot_be_done_now_says_why(open_window):
    actions = open_window()._actions

    assert actions["approve"].isEnabled()
    assert not actions["publish"].isEnabled()
    assert actions["publish"].toolTip() == "It has to be approved first."
    assert actions["withdraw"].toolTip() == "Only what is published can be withdrawn."


def test_a_published_article_is_corrected_and_the_correction_can_be_edited(
    qtbot, desk, article_id, open_window
):
    desk.approve(article_id, by="Bo Lind")
    desk.publish(article_id, by="Bo Lind")
    window = open_window()
    qtbot.keyClick(window, Qt.Key.Key_R, CONTROL | SHIFT)
    asking = dialog(qtbot, window, CorrectDialog)

    qtbot.keyClicks(asking.findChild(QPlainTextEdit, "words"), "Den invigs i juni.")
    with qtbot.waitSignal(window.session.state_changed, timeout=WAIT):
        qtbot.mouseClick(asking.findChild(QPushButton, "accept"), Qt.MouseButton.LeftButton)
    words = window.place.details.findChild(QPlainTextEdit, "correction")
    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        qtbot.keyClicks(words, "Ja! ")

    assert stands(window) == Standing(State.DRAFT, LiveSide.LIVE)
    assert window.place.bar.aside().endswith("stays until this one is published")
    (correction,) = desk.open(article_id).article.corrections
    assert correction.words == "Ja! Den invigs i juni."


def test_a_correction_is_removed_in_the_details(qtbot, desk, article_id, open_window):
    desk.approve(article_id, by="Bo Lind")
    desk.publish(article_id, by="Bo Lind")
    desk.correct(article_id, "Den invigs i juni.", by="Bo Lind")
    window = open_window()

    with qtbot.waitSignal(window.session.saved, timeout=WAIT):
        window.place.details.findChild(QToolButton, "remove_correction").click()

    assert desk.open(article_id).article.corrections == ()


def rules(window):
    return [finding.rule for finding in window.article.checking.findings]


def test_who_wrote_an_article_is_told_that_another_should_approve_while_it_waits_for_that(qtbot, open_window):
    window = open_window("Eva Nord")
    qtbot.waitUntil(lambda: "A02" in rules(window), timeout=WAIT)

    window.session.take_back("Eva Nord")

    qtbot.waitUntil(lambda: "A02" not in rules(window), timeout=WAIT)


def test_who_wrote_nothing_of_an_article_may_approve_it(qtbot, open_window):
    window = open_window("Bo Lind")

    qtbot.waitSignal(window.article.checking.shown, timeout=WAIT).wait()

    assert "A02" not in rules(window)
