"""Says, where the mouse rests, where a link leads and which language a passage is in."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import link_at
from ui.editor.language_menu import language_words
from ui.editor.link_words import Articles, leads_to
from ui.editor.marks import language_of
from ui.editor.under_mouse import text_cursor_at


class HoverHints(QObject):
    """Shows tooltips over the passages of `body`; `articles` gives the titles that links lead to."""

    def __init__(self, body: BodyEditor, articles: Articles) -> None:
        super().__init__(body)
        self._body = body
        self._articles = articles
        body.viewport().installEventFilter(self)

    def hint(self, cursor: QTextCursor) -> str:
        """Return what is said of the passage at `cursor`, empty where there is nothing to say."""
        lines = []
        link = link_at(cursor)
        if link is not None:
            lines += [leads_to(link.href, self._articles()), _("Ctrl+click opens")]
        ahead = QTextCursor(cursor)
        ahead.movePosition(QTextCursor.MoveOperation.NextCharacter)
        tag = language_of(ahead.charFormat())
        if tag:
            lines.append(_("Language: {name}").format(name=language_words(tag)))
        return "\n".join(lines)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        cursor = text_cursor_at(self._body, event.pos())
        QToolTip.showText(event.globalPos(), "" if cursor is None else self.hint(cursor), self._body)
        return True
