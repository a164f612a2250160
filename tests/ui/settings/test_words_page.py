"""The folder with the newsroom's own words, chosen and looked through in the settings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QPushButton

from editor_app.checks.word_lists import OWN_FILES, words_of
from editor_app.desk.errors import FileNotWritten
from editor_app.desk.explain import explain
from tests.blank_archives import new_desk
from ui.settings.words_page import WordSource, WordsPage


@pytest.fixture
def desk(tmp_path):
    desk = new_desk(tmp_path / "archive.sqlite3")
    yield desk
    desk.close()


@pytest.fixture
def source(desk):
    return WordSource(
        lambda folder, done, _failed: done(desk.words_in(folder)),
        lambda folder, done, _failed: done(desk.make_example_words(folder)),
    )


@pytest.fixture
def show(qtbot, source):
    def show(folder="", source=source):
        page = WordsPage(str(folder), source)
        qtbot.addWidget(page)
        page.show()
        return page

    return show


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "ord"
    folder.mkdir()
    return folder


def button(page, name):
    return page.findChild(QPushButton, name)


def broken(page):
    listed = page.findChild(QListWidget, "broken_words")
    return [listed.item(number).text() for number in range(listed.count())]


def problem(page):
    return page.line.parentWidget().parentWidget().problem()


def test_where_no_folder_is_named_nothing_is_said_of_one(show):
    page = show()

    assert (page.folder(), broken(page), problem(page)) == ("", [], "")
    assert not button(page, "make_examples").isVisible()


def test_a_chosen_folder_says_how_much_its_files_hold(qtbot, show, folder, monkeypatch):
    (folder / "acronyms.txt").write_text("BMN\nSBN\n", encoding="utf-8")
    (folder / "names.txt").write_text("Maja Sundh\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page = show()

    qtbot.mouseClick(button(page, "choose_words"), Qt.MouseButton.LeftButton)

    counts = page.findChild(QLabel, "word_counts")
    qtbot.waitUntil(lambda: counts.text() == "acronyms.txt: 2 lines · names.txt: 1 line")
    assert page.folder() == str(folder)
    assert not button(page, "make_examples").isVisible()


def test_a_line_that_cannot_be_read_is_shown_with_its_file_and_number(show, folder):
    (folder / "rules.txt").write_text(
        "# Egna\nvaktmästare = fastighetsskötare\nhandikapp\n", encoding="utf-8"
    )

    page = show(folder)

    assert broken(page) == [
        "rules.txt, line 3: an equals sign with a space on each side is missing – handikapp"
    ]


def test_a_file_that_is_no_text_is_shown_by_its_name(show, folder):
    (folder / "names.txt").write_bytes("Åsa Lind".encode("latin-1"))

    assert broken(show(folder)) == ["names.txt: the file is no text in UTF-8"]


def test_an_empty_folder_gets_files_to_begin_with(qtbot, show, folder):
    page = show(folder)

    qtbot.keyClick(button(page, "make_examples"), Qt.Key.Key_Space)

    assert {path.name for path in folder.iterdir()} == set(OWN_FILES)
    assert broken(page) == []
    assert "rules.txt: 0 lines" in page.findChild(QLabel, "word_counts").text()
    assert not button(page, "make_examples").isVisible()


def test_what_is_there_is_never_written_over(desk, folder):
    (folder / "rules.txt").write_text("vaktmästare = fastighetsskötare\n", encoding="utf-8")

    desk.make_example_words(folder)

    assert words_of(folder).lines["rules.txt"] == 1


def test_a_folder_that_is_gone_is_told_beside_the_field(show, folder):
    page = show(folder / "borta")

    assert problem(page) == "There is no such folder. Choose another, or make it."
    assert broken(page) == []


def test_files_that_cannot_be_written_are_told_beside_the_field(qtbot, show, folder, source):
    error = FileNotWritten(Path("rules.txt"), "Permission denied")
    page = show(folder, source._replace(make=lambda _folder, _done, failed: failed(error)))

    qtbot.mouseClick(button(page, "make_examples"), Qt.MouseButton.LeftButton)

    assert problem(page).startswith(explain(error).what)
