"""Links under the mouse: Ctrl and a click open them, and the context menu acts on them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QCursor, QDesktopServices, QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.desk.values import ArticleSummary
from editor_app.domain.addresses import is_allowed_href
from editor_app.translation import _
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import LinkAt, link_at, remove_link
from ui.editor.insertions import Insertions
from ui.editor.link_words import article_of
from ui.editor.under_mouse import text_cursor_at
from ui.theme.icons import icon
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained

CONTROL = Qt.KeyboardModifier.ControlModifier
OpenAddress = Callable[[QUrl], bool]


class LinkFollowing(QObject):
    """Opens links of `body` where they lead: `article_asked` carries the id of an article.

    `notice` carries a sentence on why a link was not opened. Everything else is handed to
    `open_address`, which is the system's browser, mail or telephone.
    """

    article_asked = Signal(str)
    notice = Signal(str)

    def __init__(
        self,
        body: BodyEditor,
        insertions: Insertions,
        open_address: OpenAddress = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(body)
        self._body = body
        self._insertions = insertions
        self._open_address = open_address
        self._pressed: LinkAt | None = None
        body.viewport().setMouseTracking(True)
        body.viewport().installEventFilter(self)
        body.installEventFilter(self)
        body.menu_asked.connect(self._add_to_menu)

    def follow(self, href: str) -> None:
        """Open what `href` leads to."""
        article_id = article_of(href)
        if article_id is None:
            if not is_allowed_href(href) or not self._open_address(QUrl(href)):
                self.notice.emit(_("The link could not be opened: {address}").format(address=href))
        else:
            self._insertions.articles.look_up(
                article_id,
                while_alive(self, self._follow_to),
                while_alive(self, lambda error: self.notice.emit(explained(error))),
            )

    def _follow_to(self, article: ArticleSummary | None) -> None:
        if article is None:
            self.notice.emit(_("The article that the link leads to is not in the archive."))
        else:
            self.article_asked.emit(article.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body:
            if event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
                # What is held is known to the application only after this key.
                self._show_hand(QGuiApplication.queryKeyboardModifiers())
        elif isinstance(event, QMouseEvent):
            return self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._show_hand(event.modifiers())
            return self._pressed is not None
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and is_left and event.modifiers() == CONTROL:
            self._pressed = self._link_at(event.position().toPoint())
            return self._pressed is not None
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            if self._link_at(event.position().toPoint()) == pressed:
                self.follow(pressed.href)
            return True
        return False

    def _show_hand(self, modifiers: Qt.KeyboardModifier) -> None:
        viewport = self._body.viewport()
        over_link = modifiers == CONTROL and self._link_at(viewport.mapFromGlobal(QCursor.pos())) is not None
        shape = Qt.CursorShape.PointingHandCursor if over_link else Qt.CursorShape.IBeamCursor
        if viewport.cursor().shape() != shape:
            viewport.setCursor(shape)

    def _link_at(self, position: QPoint) -> LinkAt | None:
        cursor = text_cursor_at(self._body, position)
        return None if cursor is None else link_at(cursor)

    def _add_to_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        link = link_at(cursor)
        if link is None:
            return
        first = menu.actions()[0]
        for name, text, drawing, act, changes in (
            ("open_link", _("Open link"), "external-link", partial(self.follow, link.href), False),
            ("change_link", _("Change link…"), "link", partial(self._change, link), True),
            ("copy_address", _("Copy address"), "copy", partial(_copy, link.href), False),
            ("remove_link", _("Remove link"), "unlink", partial(self._remove, link), True),
        ):
            if changes and self._body.isReadOnly():
                continue
            action = QAction(icon(drawing), text, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked, act=act: act())
            menu.insertAction(first, action)
        menu.insertSeparator(first)

    def _change(self, link: LinkAt) -> None:
        self._go_to(link)
        self._insertions.ask_link()

    def _remove(self, link: LinkAt) -> None:
        self._go_to(link)
        self._body.run(remove_link)

    def _go_to(self, link: LinkAt) -> None:
        cursor = self._body.textCursor()
        cursor.setPosition(link.start)
        self._body.setTextCursor(cursor)


def _copy(href: str) -> None:
    QGuiApplication.clipboard().setText(href.removeprefix("mailto:").removeprefix("tel:"))
