"""Who has had something sent back is told as the session starts."""

from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from editor_app.desk.opening import open_desk
from tests.blank_archives import new_desk
from tests.returned import returned
from ui.main_window import MainWindow
from ui.returned_notice import returned_sentence
from ui.settings.preferences import Preferences, user_settings

WAIT = 20000


@pytest.mark.parametrize(
    ("name", "said"),
    [("Ada", ["2 articles have come back to you: “Badet öppnar”, “Ny gångbro”"]), ("Bo", []), ("", [])],
)
def test_whoever_it_came_back_to_is_told_once_an_article_is_open(qtbot, tmp_path, name, said):
    path = tmp_path / "archive.sqlite3"
    with closing(new_desk(path)) as desk:
        returned(desk, "Ny gångbro")
        returned(desk, "Badet öppnar")
    preferences = Preferences(user_settings())
    preferences.name = name
    window = MainWindow(lambda: open_desk(path), path, preferences)
    window.show()
    qtbot.waitUntil(lambda: window.session.current is not None, timeout=WAIT)
    answers = []
    window.worker.run(lambda _desk: None, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)

    assert [text for text in window.place.messages.texts() if "come back" in text] == said
    window.dispose()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_what_came_back_is_named():
    assert returned_sentence(["Bron"]) == "1 article has come back to you: “Bron”"
    assert (
        returned_sentence(["A", "", "C", "D"]) == "4 articles have come back to you: “A”, “Untitled”, “C”, …"
    )
