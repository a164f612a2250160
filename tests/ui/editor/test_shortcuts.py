"""The keys people know for kinds of block, and that none of them takes a character from the keyboard."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Emphasis, Heading, Paragraph, Span, Strong, paragraph

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ARTICLE = Article("a", title="Bro", body=Document((paragraph("Ord"),)))


@pytest.fixture
def editor(article_editor):
    article_editor.show_article(ARTICLE)
    return article_editor


def blocks(editor):
    return editor.apply_to(ARTICLE).body.blocks


def press(widget, key, modifiers, text):
    """Press a key as the window system does: shortcuts are asked first, and may be overridden."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    override.ignore()
    QApplication.sendEvent(widget, override)
    if override.isAccepted():
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
    else:
        QTest.keyClick(widget.window().windowHandle(), key, modifiers)


@pytest.mark.parametrize("modifiers", [CONTROL, CONTROL | ALT])
@pytest.mark.parametrize(("key", "level"), [(Key.Key_2, 2), (Key.Key_3, 3), (Key.Key_4, 4)])
def test_ctrl_and_a_digit_with_or_without_alt_make_a_heading_and_0_a_paragraph(editor, key, level, modifiers):
    press(editor.body, key, modifiers, "")
    made = blocks(editor)
    press(editor.body, Key.Key_0, modifiers, "0")

    assert made == (Heading(level, (Span("Ord"),)),)
    assert blocks(editor) == (paragraph("Ord"),)


@pytest.mark.parametrize(
    ("key", "text"),
    [(Key.Key_2, "@"), (Key.Key_At, "@"), (Key.Key_3, "£"), (Key.Key_4, "$"), (Key.Key_0, "}")],
)
@pytest.mark.parametrize("field", ["title", "lead", "body"])
def test_alt_gr_types_its_character_where_windows_reports_ctrl_and_alt(editor, field, key, text):
    widget = getattr(editor, field)
    widget.setFocus()

    press(widget, key, CONTROL | ALT, text)

    assert text in widget.toPlainText()
    assert blocks(editor)[0].__class__ is Paragraph


def test_ctrl_b_and_ctrl_i_mark_what_is_selected_and_one_undo_takes_each_back(editor):
    editor.body.selectAll()

    press(editor.body, Key.Key_B, CONTROL, "\x02")
    press(editor.body, Key.Key_I, CONTROL, "\t")
    marked = blocks(editor)
    editor.body.undo()
    editor.body.undo()

    assert marked == (Paragraph((Span("Ord", (Strong(), Emphasis())),)),)
    assert blocks(editor) == (paragraph("Ord"),)
