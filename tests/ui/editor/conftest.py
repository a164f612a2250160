"""A body editor, and one of a whole article, on the screen with the keyboard in it."""

from dataclasses import fields
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.editor.article_editor import ArticleEditor
from ui.editor.body_editor import BodyEditor
from ui.pickers.image_source import ImageSource


@pytest.fixture
def editor(qtbot):
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(760, 600)
    with qtbot.waitExposed(editor):
        editor.show()
    editor.setFocus()
    return editor


@pytest.fixture
def type_text_in(qapp):
    """Type any characters: QTest's own keyClicks stops the program at those beyond Latin-1."""

    def press(widget, text):
        for character in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)

    return press


@pytest.fixture
def type_text(editor, type_text_in):
    """Type into the editor of the test."""
    return partial(type_text_in, editor)


@pytest.fixture
def article_editor(qtbot):
    """An editor without images, shown and active, with the keyboard in its body."""
    editor = ArticleEditor(ImageSource(*(lambda *_: None for _ in fields(ImageSource))))
    qtbot.addWidget(editor)
    editor.resize(820, 700)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    editor.body.setFocus()
    return editor
