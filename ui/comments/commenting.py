"""The comments on the open article: fetched, shown beside the text and in it, written and settled."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from editor_app.desk.values import PlacedComment
from editor_app.domain.comment import Comment, Passage
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.comments.comment_panel import COMMENT_KEYS
from ui.comments.comment_words import count_words, open_count
from ui.desk_worker import DeskWorker
from ui.editor.comment_marks import CommentMarks
from ui.editor.comment_places import CommentPlaces
from ui.editor.session import ArticleSession
from ui.theme.icons import icon
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained
from ui.widgets.number_words import number
from ui.widgets.tone import Tone
from ui.window_menus import Entry, Line
from ui.workplace import Workplace

PANEL = "comments"


class Commenting(QObject):
    """Keeps the list and the marks up with what the archive has of comments on the open article."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        place: Workplace,
        name: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session = session
        self._place = place
        self._panel = place.comments
        self._name = name
        editor = place.editor
        self.marks = CommentMarks(CommentPlaces(editor.title, editor.lead, editor.body), self)
        self._placed: Sequence[PlacedComment] = ()
        self._listen()

    def insert_lines(self) -> list[Line]:
        """Return the line of the menu Insert."""
        return [None, Entry("comment", _("Comment…"), self.begin, COMMENT_KEYS, "message-plus")]

    def finding_lines(self) -> list[Line]:
        """Return the lines of the menu Edit that go from comment to comment."""
        return [
            None,
            Entry("next_comment", _("Next comment"), lambda: self.go(1), "F8", "message"),
            Entry("previous_comment", _("Previous comment"), lambda: self.go(-1), "Shift+F8"),
        ]

    def begin(self) -> None:
        """Ask what there is to say about what is selected, or about the article."""
        passage = self.marks.selected()
        if self._session.current is not None:
            # The passage is one of the text that the archive has.
            self._session.flush(lambda: self._ask(passage))

    def go(self, step: int) -> None:
        """Go to the next open comment (`step` 1), or the one before (-1)."""
        comment_id = self._near(step)
        if comment_id:
            self._turn_to(comment_id)
        else:
            self._place.messages.note(_("No comment is open."))

    def _near(self, step: int) -> str:
        """Return the id of the open comment to go to; those on no passage come after all that are on one."""
        marked = self.marks.in_order()
        others = [
            one.comment.id for one in self._placed if one.comment.is_open and one.comment.id not in marked
        ]
        everywhere = [*marked, *others]
        if self._turned_to in others:
            return everywhere[(everywhere.index(self._turned_to) + step) % len(everywhere)]
        beside = self.marks.beside_cursor(step)
        return beside or next(iter(others[::step] or marked[::step]), "")

    def _turn_to(self, comment_id: str) -> None:
        """Put the focus on the passage of a comment, or on itself in the list where it has none."""
        self._choose(comment_id)
        if not self.marks.go_to(comment_id):
            self._show_panel()
            self._panel.focus_on(comment_id)

    @property
    def _turned_to(self) -> str:
        """The id of the comment that has the focus in the list, empty where none has."""
        return next((card.placed.comment.id for card in self._panel.cards() if card.hasFocus()), "")

    def refresh(self) -> None:
        """Fetch the comments of the open article anew."""
        current = self._session.current
        if current is None:
            return
        article_id = current.article.id

        def show(placed: tuple[PlacedComment, ...]) -> None:
            here = self._session.current
            if here is not None and here.article.id == article_id:
                self._show(placed)

        self._worker.run(lambda desk: desk.comments(article_id), show, self._say)

    def _listen(self) -> None:
        session, panel, editor = self._session, self._panel, self._place.editor
        session.opened.connect(self._begin_article)
        session.overtaken.connect(self.refresh)
        session.state_changed.connect(self.refresh)
        session.saved.connect(self._follow_words)
        panel.comment_asked.connect(self.begin)
        panel.chosen.connect(self._choose)
        panel.visit_asked.connect(self._visit)
        panel.settle_asked.connect(self._settle)
        panel.reopen_asked.connect(self._reopen)
        self.marks.clicked.connect(self._show_clicked)
        self._place.bar.comment_asked.connect(self._show_returned)
        editor.comments_button.clicked.connect(self._show_panel)
        for field in (editor.title, editor.lead, editor.body):
            field.menu_asked.connect(self._add_to_menu)

    def _begin_article(self) -> None:
        self._show(())
        self.refresh()

    def _follow_words(self) -> None:
        # What was deleted may have come back.
        is_missed = any(one.is_lost and one.comment.is_open for one in self._placed)
        if is_missed or self.marks.are_stale():
            self.refresh()

    def _show(self, placed: Sequence[PlacedComment]) -> None:
        self.marks.show(placed)
        self._place.bar.show_returned(_sent_back_with(placed))
        if placed == self._placed:
            return
        self._placed = placed
        self._panel.show_comments(placed)
        count = open_count(placed)
        button = self._place.editor.comments_button
        button.setText(number(count) if count else "")
        button.setAccessibleName(count_words(count))
        button.setToolTip(count_words(count))

    def _choose(self, comment_id: str) -> None:
        self._panel.choose(comment_id)
        self.marks.choose(comment_id)

    def _visit(self, comment_id: str) -> None:
        self._choose(comment_id)
        self.marks.go_to(comment_id)

    def _show_clicked(self, comment_id: str) -> None:
        self._show_panel()
        self._choose(comment_id)

    def _show_returned(self, comment_id: str) -> None:
        self._show_panel()
        self._turn_to(comment_id)

    def _show_panel(self) -> None:
        self._place.show_panel(PANEL, True)

    def _ask(self, passage: Passage | None) -> None:
        from ui.comments.comment_dialog import CommentDialog

        current = self._session.current
        if current is None:
            return
        article_id = current.article.id
        dialog = CommentDialog(passage, self._place)
        dialog.accepted.connect(lambda: self._add(article_id, dialog.words(), passage))
        show_dialog(dialog)

    def _add(self, article_id: str, words: str, passage: Passage | None) -> None:
        name = self._name()

        def done(comment: Comment) -> None:
            self._show_panel()
            self._choose(comment.id)
            self.refresh()

        self._worker.run(
            lambda desk: desk.add_comment(article_id, words, by=name, passage=passage), done, self._say
        )

    def _settle(self, comment_id: str) -> None:
        name = self._name()
        self._do(lambda desk: desk.settle_comment(comment_id, by=name))

    def _reopen(self, comment_id: str) -> None:
        name = self._name()
        self._do(lambda desk: desk.reopen_comment(comment_id, by=name))

    def _do(self, act: Callable[[Any], Comment]) -> None:
        self._worker.run(act, lambda _comment: self.refresh(), self._say)

    def _add_to_menu(self, menu: QMenu, _cursor: QTextCursor) -> None:
        menu.addSeparator()
        action = menu.addAction(icon("message-plus"), _("Comment…"))
        action.triggered.connect(self.begin)

    def _say(self, error: EditorAppError) -> None:
        self._place.messages.say(Tone.ERROR, explained(error))


def _sent_back_with(placed: Sequence[PlacedComment]) -> Comment | None:
    """Return the last comment with which the article was sent back, where that still stands."""
    still_standing = (one.comment for one in placed if one.sends_back)
    return max(still_standing, key=lambda comment: comment.written_at, default=None)
