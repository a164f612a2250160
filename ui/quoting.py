"""The quotes of the open article: marked in the text, listed, and approved by their speakers."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.desk.clock import utc_now
from editor_app.desk.values import WorkingCopy
from editor_app.domain.article import Article
from editor_app.domain.document import Quote
from editor_app.domain.quotes import ArticleQuote, QuoteApproval, QuoteWay, quote_hash, quotes_in
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.workflow import State
from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker, Failed
from ui.editing import Editing
from ui.editor.block_shapes import shape_of
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.theme.icons import icon
from ui.widgets.dialogs import show_dialog
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone
from ui.window_menus import Entry
from ui.workplace import Workplace

Quotes = Sequence[ArticleQuote]


class Quoting(QObject):
    """Keeps the marks at the quotes true, and opens the list of them; `name` gives who notes approvals."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        place: Workplace,
        newsroom: Newsroom,
        name: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session = session
        self._editing = editing
        self._place = place
        self._newsroom = newsroom
        self._name = name
        self._approved: frozenset[str] = frozenset()
        place.editor.body.menu_asked.connect(self._add_to_menu)
        session.opened.connect(self._opened)
        session.overtaken.connect(self._opened)
        session.state_changed.connect(self._warn)

    def lines(self) -> list[Entry]:
        """Return what the menus offer."""
        return [Entry("quotes", _("Quotes and approvals…"), self.show, "Ctrl+Alt+Q", "quote")]

    def refresh(self) -> None:
        """Ask again which quotes of the open article are approved."""
        if self._session.current is not None:
            self._opened(self._session.current)

    def show(self) -> None:
        """List the quotes of the article as it stands in the window, that at the cursor first."""
        article = self._editing.article()
        if article is not None:
            chosen = self._quote_at(self._place.editor.body.textCursor())
            self._worker.run(
                lambda desk: desk.quotes(article), lambda found: self._list(article, found, chosen)
            )

    def _list(self, article: Article, quotes: Quotes, chosen: str) -> None:
        from ui.review.quotes_dialog import QuotesDialog

        dialog = QuotesDialog(
            quotes,
            article.title,
            me=self._name(),
            today=wall_time(utc_now()).date(),
            names=[contact.name for contact in self._newsroom.contacts],
            approve=lambda *asked: self._approve(article, *asked),
            withdraw=lambda *asked: self._withdraw(article, *asked),
            chosen=chosen,
            parent=self._place,
        )
        dialog.finished.connect(self.refresh)
        show_dialog(dialog)

    def _approve(
        self,
        article: Article,
        hashes: Sequence[str],
        speaker: str,
        way: QuoteWay,
        day: date,
        done: Callable[[Quotes], Any],
        failed: Failed,
    ) -> None:
        by = self._name()
        self._worker.run(
            lambda desk: desk.approve_quotes(article, hashes, speaker, way, on=day, by=by), done, failed
        )

    def _withdraw(self, article: Article, hash_: str, done: Callable[[Quotes], Any], failed: Failed) -> None:
        by = self._name()
        self._worker.run(lambda desk: desk.withdraw_quote_approval(article, hash_, by=by), done, failed)

    def _opened(self, copy: WorkingCopy) -> None:
        article_id = copy.article.id
        self._worker.run(
            lambda desk: desk.quote_approvals(article_id), lambda found: self._mark(article_id, found)
        )

    def _mark(self, article_id: str, approvals: Sequence[QuoteApproval]) -> None:
        current = self._session.current
        if current is not None and current.article.id == article_id:
            self._approved = frozenset(approval.quote for approval in approvals)
            self._place.editor.body.mark_quotes(self._approved)

    def _warn(self, copy: WorkingCopy) -> None:
        """Say of a submitted article how many quotes their speakers have not approved."""
        if copy.state is not State.IN_REVIEW:
            return
        missing = sum(quote.hash not in self._approved for quote in quotes_in(copy.article.body))
        if missing:
            words = ngettext(
                "{count} quote has not been approved by its speaker.",
                "{count} quotes have not been approved by their speakers.",
                missing,
            )
            self._place.messages.say(
                Tone.WARNING,
                words.format(count=missing),
                (MessageAction(_("Show the quotes"), self.show),),
            )

    def _add_to_menu(self, menu: QMenu, cursor: QTextCursor) -> None:
        hash_ = self._quote_at(cursor)
        if not hash_:
            return
        is_approved = hash_ in self._approved
        menu.addSeparator()
        words = _("The quote is approved…") if is_approved else _("Note the approval of the quote…")
        action = menu.addAction(icon("circle-check" if is_approved else "quote"), words)
        action.setObjectName("quote_approval")
        body = self._place.editor.body

        def show() -> None:
            body.setTextCursor(cursor)
            self.show()

        action.triggered.connect(show)

    def _quote_at(self, cursor: QTextCursor) -> str:
        block = cursor.block()
        return quote_hash(block.text()) if shape_of(block).kind is Quote and block.text().strip() else ""
