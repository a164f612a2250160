"""Title, lead, body and toolbar as one editor."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QPalette, QTextCursor
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QToolButton

from editor_app.domain.article import Article
from editor_app.domain.document import (
    Document,
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    paragraph,
)
from ui.editor.article_editor import ArticleEditor
from ui.pickers.image_source import ImageSource

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ARTICLE = Article("a", title="Ny bro", lead="Bron öppnar i maj.", body=Document((paragraph("Ett två"),)))


@pytest.fixture
def asked_images():
    return []


@pytest.fixture
def editor(qtbot, asked_images):
    source = ImageSource(
        add_file=lambda *_: None,
        stored=lambda done, _failed: done(()),
        load=lambda image_id, *_: asked_images.append(image_id),
        add_data=lambda *_: None,
        add_picture=lambda *_: None,
        load_small=lambda *_: None,
        describe=lambda *_: None,
        uses=lambda *_: None,
    )
    editor = ArticleEditor(source)
    qtbot.addWidget(editor)
    editor.resize(820, 700)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.show_article(ARTICLE)
    editor.body.setFocus()
    return editor


def blocks(editor):
    return editor.apply_to(ARTICLE).body.blocks


def dialog_of(editor):
    (dialog,) = [child for child in editor.findChildren(QDialog) if child.isVisible()]
    return dialog


def test_what_is_shown_comes_back_unchanged(editor):
    assert editor.apply_to(ARTICLE) == ARTICLE


def test_to_show_an_article_is_no_edit_and_cannot_be_undone(editor, qtbot):
    with qtbot.assertNotEmitted(editor.edited, wait=50):
        editor.show_article(ARTICLE)

    assert not editor.body.document().isUndoAvailable()
    assert not editor.title.document().isUndoAvailable()


@pytest.mark.parametrize("field", ["title", "lead", "body"])
def test_typing_is_an_edit(editor, qtbot, field):
    with qtbot.waitSignal(editor.edited):
        qtbot.keyClicks(getattr(editor, field), "x")


def test_a_change_of_colours_is_no_edit(editor, qtbot):
    palette = QPalette(editor.palette())
    palette.setColor(QPalette.ColorRole.Link, QColor("red"))

    with qtbot.assertNotEmitted(editor.edited, wait=50):
        editor.setPalette(palette)

    assert not editor.body.document().isUndoAvailable()


def test_enter_goes_from_title_to_lead_to_body(editor, qtbot):
    editor.title.setFocus()

    qtbot.keyClick(editor.title, Key.Key_Return)
    assert editor.lead.hasFocus()
    qtbot.keyClick(editor.lead, Key.Key_Return)

    assert editor.body.hasFocus()
    assert editor.apply_to(ARTICLE) == ARTICLE


def test_a_title_takes_a_paste_without_its_breaks(editor):
    data = QMimeData()
    data.setText("Ny bro\növer ån\t i maj")
    editor.title.clear()

    editor.title.insertFromMimeData(data)

    assert editor.apply_to(ARTICLE).title == "Ny bro över ån i maj"


def test_a_long_title_wraps_and_the_field_grows(editor):
    before = editor.title.height()

    editor.title.show_words("Ett ord till " * 12)

    assert editor.title.height() > 1.5 * before


@pytest.mark.parametrize(
    ("keys", "modifiers", "made"),
    [
        (Key.Key_2, CONTROL, Heading(2, (Span("Ett två"),))),
        (Key.Key_4, CONTROL, Heading(4, (Span("Ett två"),))),
        (Key.Key_9, CONTROL | SHIFT, Quote((Span("Ett två"),))),
        (Key.Key_8, CONTROL | SHIFT, ListItem(False, 1, (Span("Ett två"),))),
        (Key.Key_7, CONTROL | SHIFT, ListItem(True, 1, (Span("Ett två"),))),
    ],
)
def test_keys_set_the_kind_of_block_and_undo_takes_it_back(editor, qtbot, keys, modifiers, made):
    qtbot.keyClick(editor.body, keys, modifiers)
    set_kind = blocks(editor)
    editor.body.undo()

    assert set_kind == (made,)
    assert blocks(editor) == ARTICLE.body.blocks


@pytest.mark.parametrize(("key", "mark"), [(Key.Key_B, Strong()), (Key.Key_I, Emphasis())])
def test_keys_mark_what_is_selected_and_take_the_mark_off_again(editor, qtbot, key, mark):
    editor.body.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)

    qtbot.keyClick(editor.body, key, CONTROL)
    marked = blocks(editor)
    qtbot.keyClick(editor.body, key, CONTROL)

    assert marked == (Paragraph((Span("Ett ", (mark,)), Span("två"))),)
    assert blocks(editor) == ARTICLE.body.blocks


def test_bold_without_a_selection_holds_for_what_is_typed_next(editor, qtbot):
    editor.body.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClick(editor.body, Key.Key_B, CONTROL)
    qtbot.keyClicks(editor.body, "x")

    assert blocks(editor) == (Paragraph((Span("Ett två"), Span("x", (Strong(),)))),)


def test_a_link_is_asked_for_and_a_wrong_address_is_told(editor, qtbot):
    editor.body.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor.body, Key.Key_K, CONTROL)
    dialog = dialog_of(editor)
    address = dialog.findChild(QLineEdit, "address")

    address.setText("javascript:alert(1)")
    dialog.accept()
    problem = dialog.problem()
    address.setText("www.example.se")
    dialog.accept()

    assert "www.example.se" in problem
    assert blocks(editor)[0].spans[0] == Span("Ett ", (Link("https://www.example.se"),))


def test_a_link_without_a_selection_asks_for_its_words(editor, qtbot):
    editor.body.moveCursor(QTextCursor.MoveOperation.End)
    editor.formats["link"].trigger()
    dialog = dialog_of(editor)
    dialog.findChild(QLineEdit, "address").setText("a@example.se")

    dialog.accept()
    without_words = dialog.problem()
    dialog.findChild(QLineEdit, "words").setText("Skriv")
    dialog.accept()

    assert without_words
    assert blocks(editor)[0].spans[-1] == Span("Skriv", (Link("mailto:a@example.se"),))


def test_what_does_not_fit_the_toolbar_is_behind_a_button_that_says_so(editor):
    more = editor.findChild(QToolButton, "qt_toolbar_ext_button")

    assert more.accessibleName() == more.toolTip() == "More"


def test_enter_in_the_address_makes_the_link(editor, qtbot):
    editor.body.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    editor.formats["link"].trigger()
    address = dialog_of(editor).findChild(QLineEdit, "address")

    qtbot.keyClicks(address, "www.example.se")
    qtbot.keyClick(address, Key.Key_Return)

    assert blocks(editor)[0].spans[0] == Span("Ett ", (Link("https://www.example.se"),))


def test_a_link_that_was_not_made_is_not_shown_as_one(editor):
    editor.formats["link"].trigger()

    dialog_of(editor).reject()

    assert not editor.formats["link"].isChecked()


def test_a_link_at_the_cursor_is_removed_whole(editor):
    link = Span("hela länken", (Link("https://example.se"), Strong()))
    editor.show_article(Article("a", body=Document((Paragraph((link,)),))))
    editor.body.moveCursor(QTextCursor.MoveOperation.NextWord)
    editor.formats["link"].trigger()

    dialog_of(editor).findChild(object, "remove").click()

    assert blocks(editor) == (Paragraph((Span("hela länken", (Strong(),)),)),)


def test_a_fact_box_is_put_around_what_is_selected_and_left_again(editor, type_text_in):
    editor.body.selectAll()

    editor.formats["fact_box"].trigger()
    type_text_in(editor.body, "Fakta")
    boxed = blocks(editor)
    editor.formats["fact_box"].trigger()

    assert boxed == (FactTitle((Span("Fakta"),)), Paragraph((Span("Ett två"),), boxed=True))
    assert blocks(editor) == (paragraph("Fakta"), paragraph("Ett två"))


def test_an_empty_fact_box_starts_with_its_title_and_has_a_way_out(editor, type_text_in):
    editor.body.moveCursor(QTextCursor.MoveOperation.End)

    editor.formats["fact_box"].trigger()
    type_text_in(editor.body, "Fakta")
    editor.body.moveCursor(QTextCursor.MoveOperation.Down)
    type_text_in(editor.body, "inne")
    editor.body.moveCursor(QTextCursor.MoveOperation.Down)
    type_text_in(editor.body, "ute")

    assert blocks(editor)[1:] == (
        FactTitle((Span("Fakta"),)),
        Paragraph((Span("inne"),), boxed=True),
        paragraph("ute"),
    )


def test_an_empty_body_says_what_to_do_until_it_has_a_kind_of_its_own(editor):
    editor.show_article(Article("a"))
    before = editor.body.placeholderText()

    editor.formats["bulleted"].trigger()
    as_list = editor.body.placeholderText()
    editor.formats["bulleted"].trigger()

    assert before == editor.body.placeholderText() == "Write the article here…"
    assert as_list == ""


def test_a_fact_box_is_written_and_left_by_enter_alone(editor, qtbot, type_text_in):
    editor.body.moveCursor(QTextCursor.MoveOperation.End)
    editor.formats["fact_box"].trigger()

    for words in ("Fakta", "inne", ""):
        type_text_in(editor.body, words)
        qtbot.keyClick(editor.body, Key.Key_Return)
    type_text_in(editor.body, "ute")

    assert blocks(editor)[1:] == (
        FactTitle((Span("Fakta"),)),
        Paragraph((Span("inne"),), boxed=True),
        paragraph("ute"),
    )


def test_an_image_goes_into_a_block_of_its_own_and_is_fetched(editor, qtbot, asked_images):
    figure = Figure("a" * 64, alt="En bro")
    editor.formats["figure"].trigger()
    dialog = dialog_of(editor)

    dialog.chosen.emit(figure)
    dialog.reject()

    assert blocks(editor) == (paragraph("Ett två"), figure)
    qtbot.waitUntil(lambda: asked_images == [figure.image_id])


def test_the_box_of_kinds_follows_the_cursor_and_sets_the_kind(editor):
    kinds = editor.findChild(QComboBox, "kind_of_block")
    assert kinds.currentData() == "paragraph"

    kinds.setCurrentIndex(kinds.findData("heading_3"))
    kinds.activated.emit(kinds.currentIndex())

    assert blocks(editor) == (Heading(3, (Span("Ett två"),)),)
    assert editor.formats["heading_3"].isChecked()


def test_formats_rest_while_the_title_is_written(editor):
    editor.title.setFocus()

    assert not editor.formats["strong"].isEnabled()
    editor.body.setFocus()
    assert editor.formats["strong"].isEnabled()


def test_the_words_are_counted(editor, qtbot):
    label = editor.findChild(QLabel, "word_count")
    assert label.text() == "8 words · 31 characters · 1 min to read"

    qtbot.keyClicks(editor.body, "x ")

    qtbot.waitUntil(lambda: label.text().startswith("9 words · 33 "))


def test_every_control_has_a_name_and_every_action_keys(editor):
    assert all(field.accessibleName() for field in (editor.title, editor.lead, editor.body))
    lines = [action for menu in editor.menu_lines() for action in menu if action is not None]
    assert lines
    alone = [action for action in lines if action.menu() is None]
    assert all(not action.shortcut().isEmpty() and action.toolTip() for action in alone)
