"""Says, where the mouse rests, where a link leads and which language a passage is in."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import link_at
from ui.editor.language_menu import language_words
from ui.editor.link_words import ask_where
from ui.editor.marks import language_of
from ui.editor.under_mouse import text_cursor_at
from ui.pickers.title_source import TitleSource
from ui.widgets.alive import while_alive


class HoverHints(QObject):
    """Shows tooltips over the passages of `body`; `articles` gives the titles that links lead to."""

    def __init__(self, body: BodyEditor, articles: TitleSource) -> None:
        super().__init__(body)
        self._body = body
        self._articles = articles
        self._at = QPoint()
        body.viewport().installEventFilter(self)

    def explain(self, cursor: QTextCursor, show: Callable[[str], Any]) -> None:
        """Give `show` what is said of the passage at `cursor`, empty where there is nothing to say."""
        language, link = _language_line(cursor), link_at(cursor)
        if link is None:
            show(language)
        else:
            ask_where(
                link.href,
                self._articles,
                lambda where: show("\n".join(filter(None, (where, _("Ctrl+click opens"), language)))),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        self._at = QPoint(event.globalPos())
        cursor = text_cursor_at(self._body, event.pos())
        if cursor is None:
            QToolTip.hideText()
        else:
            self.explain(cursor, while_alive(self, partial(self._show, self._at)))
        return True

    def _show(self, at: QPoint, words: str) -> None:
        # The mouse may rest elsewhere by the time of the answer.
        if at == self._at:
            QToolTip.showText(at, words, self._body)


def _language_line(cursor: QTextCursor) -> str:
    ahead = QTextCursor(cursor)
    ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
    tag = language_of(ahead.charFormat())
    return _("Language: {name}").format(name=language_words(tag)) if tag else ""
