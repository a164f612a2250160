"""What an article is a translation of, chosen among the articles of the archive."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from editor_app.desk.language_versions import OriginalText
from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Kind, Original
from editor_app.domain.workflow import LiveSide, State
from ui.details.original_field import OriginalField, OriginalSource
from ui.pickers.title_source import TitleSource

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def summary(article_id, title):
    return ArticleSummary(
        article_id, title, Kind.NEWS, "sv", "", State.DRAFT, LiveSide.NOT_PUBLISHED, None, NOW, "Ada"
    )


def text(article_id, title, words="new"):
    return OriginalText(Original(article_id, words), title, "sv", frozenset({words}))


class Archive:
    """Answers at once; what it has may be changed meanwhile."""

    def __init__(self):
        self.texts = {"bro": text("bro", "Ny bro"), "own": text("own", "Bridge")}
        self.unanswered = []

    @property
    def source(self):
        found = [summary(key, one.title) for key, one in self.texts.items()]
        titles = TitleSource(
            find=lambda typed, done, _failed: done(
                [one for one in found if typed.lower() in one.title.lower()]
            ),
            rows=lambda *_: None,
        )
        return OriginalSource(titles, lambda id_, done, _failed: done(self.texts.get(id_)))


@pytest.fixture
def archive():
    return Archive()


@pytest.fixture
def field(qtbot, archive):
    made = OriginalField(archive.source)
    qtbot.addWidget(made)
    made.changes = []
    made.changed.connect(lambda: made.changes.append(made.original()))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_original(None, own_id="own")
    yield made
    made.close()


def words(field):
    return [label.text() for label in field.cards.findChildren(QLabel) if label.isVisible()]


def confirm_button(field):
    return next(
        (one for one in field.findChildren(QPushButton, "confirm_translation") if one.isVisible()), None
    )


def test_the_original_is_found_by_its_title(qtbot, field):
    field.field.setFocus()

    qtbot.keyClicks(field.field, "bro")
    qtbot.keyClick(field.field, Qt.Key.Key_Return)

    assert field.changes == [Original("bro", "new")]
    assert words(field) == ["Ny bro", "Svenska"]
    assert not field.field.isVisible()


def test_an_article_is_not_offered_as_its_own_original(qtbot, field):
    field.field.setFocus()

    qtbot.keyClicks(field.field, "bridge")

    assert not field.field.is_suggesting()
    field._choose("own")

    assert field.changes == []


def test_of_a_translation_its_original_is_taken(field, archive):
    archive.texts["most"] = text("bro", "Ny bro")

    field._choose("most")

    assert field.original() == Original("bro", "new")


def test_a_translation_that_is_out_of_date_says_so_and_is_confirmed(qtbot, field):
    field.show_original(Original("bro", "old"), own_id="own")
    told = words(field)

    qtbot.mouseClick(confirm_button(field), Qt.MouseButton.LeftButton)

    assert told == ["Ny bro", "Svenska", "It says something else since it was translated."]
    assert field.changes == [Original("bro", "new")]
    assert confirm_button(field) is None


@pytest.mark.parametrize("known", ["new", ""])
def test_one_that_follows_its_original_is_left_alone(field, known):
    field.show_original(Original("bro", known), own_id="own")

    assert words(field) == ["Ny bro", "Svenska"]
    assert field.original() == Original("bro", known)
    assert field.changes == []


def test_it_is_looked_at_anew_when_the_archive_changes(field, archive):
    field.show_original(Original("bro", "new"), own_id="own")
    archive.texts["bro"] = text("bro", "Ny bro över ån", "newest")

    field.look_again()

    assert words(field)[0] == "Ny bro över ån"
    assert confirm_button(field) is not None


def test_an_original_that_is_gone_stays_until_somebody_removes_it(qtbot, field):
    field.show_original(Original("borta", "f"), own_id="own")
    told = words(field)

    qtbot.keyClick(field.cards.cards()[0], Qt.Key.Key_Delete)

    assert told == ["An article that is not in the archive"]
    assert field.changes == [None]
    assert field.field.isVisible()
