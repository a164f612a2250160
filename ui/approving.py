"""The open article taken through its workflow: the dialogs ask, the session acts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from editor_app.desk.values import PlacedComment, WorkingCopy
from editor_app.domain.comment import Passage
from editor_app.domain.quotes import ArticleQuote
from editor_app.domain.workflow import Action
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.review.change_line import Since
from ui.review.reasons import reason_against
from ui.widgets.dialogs import show_dialog
from ui.widgets.tone import Tone
from ui.workplace import Workplace


class Approving(QObject):
    """Does to the open article what takes it on, in the name that `name` gives or that a dialog asks for.

    `selected` gives the passage that is selected in the text, which a return is then about.
    `comparison_asked` carries the number of a version and the window over which to show what changed
    since.
    """

    comparison_asked = Signal(int, object)

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        place: Workplace,
        newsroom: Newsroom,
        name: Callable[[], str],
        selected: Callable[[], Passage | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session = session
        self._place = place
        self._newsroom = newsroom
        self._name = name
        self._selected = selected

    def submit(self) -> None:
        """Ask for approval."""
        self._session.submit(self._name())

    def take_back(self) -> None:
        """Make it a draft again."""
        self._session.take_back(self._name())

    def ask_to_return(self) -> None:
        """Ask what is to be done with the article, and send it back with that."""
        self._ask(Action.RETURN, self._show_return)

    def ask_to_approve(self) -> None:
        """Ask who approves, and approve what is in the window now."""
        self._ask(Action.APPROVE, self._look_at_changes)

    def publish(self) -> None:
        """Make what is approved the live text."""
        self._session.publish(
            self._name(), lambda: self._say(_("Published. The page goes out with the next export."))
        )

    def ask_to_correct(self) -> None:
        """Ask what the readers are told, and make what is live a draft to be corrected."""
        self._ask(Action.CORRECT, self._show_correction)

    def ask_to_withdraw(self) -> None:
        """Ask why, and what to read instead, and take the article down."""
        self._ask(Action.WITHDRAW, self._show_withdrawal)

    def _ask(self, action: Action, show: Callable[[WorkingCopy], None]) -> None:
        """Save first: what is asked about is what is in the window, and that may be a draft again."""
        self._session.flush(lambda: self._show_where_possible(action, show))

    def _show_where_possible(self, action: Action, show: Callable[[WorkingCopy], None]) -> None:
        current = self._session.current
        if current is None:
            return
        reason = reason_against(current, action)
        if reason:
            self._place.messages.say(Tone.ERROR, reason)
        else:
            show(current)

    def _show_return(self, copy: WorkingCopy) -> None:
        from ui.review.return_dialog import ReturnDialog

        passage = self._selected()
        dialog = ReturnDialog(copy, passage, self._place)
        dialog.accepted.connect(lambda: self._session.return_to_author(self._name(), dialog.words(), passage))
        show_dialog(dialog)

    def _look_at_changes(self, copy: WorkingCopy) -> None:
        article_id = copy.article.id
        self._worker.run(
            lambda desk: desk.since_approval(article_id),
            lambda since: self._look_at_rest(copy, since),
            # An older version that was altered does not stand in the way of other words.
            lambda error: self._look_at_rest(copy, error),
        )

    def _look_at_rest(self, copy: WorkingCopy, since: Since) -> None:
        """Ask for the quotes and comments that whoever approves has to know of."""
        self._worker.run(
            lambda desk: (desk.quotes(copy.article), desk.comments(copy.article.id)),
            lambda answer: self._show_approval(copy, since, *answer),
        )

    def _show_approval(
        self,
        copy: WorkingCopy,
        since: Since,
        quotes: Sequence[ArticleQuote],
        placed: Sequence[PlacedComment],
    ) -> None:
        from ui.review.approve_dialog import ApproveDialog

        if copy != self._session.current:
            # Somebody went on meanwhile.
            return
        unseen = [quote for quote in quotes if quote.approval is None]
        dialog = ApproveDialog(
            copy,
            self._newsroom.policy,
            since,
            self._name(),
            self._place,
            unseen=unseen,
            open_comments=[one.comment for one in placed if one.comment.is_open],
        )
        dialog.comparison_asked.connect(lambda number: self.comparison_asked.emit(number, dialog))
        dialog.accepted.connect(lambda: self._session.approve(dialog.name(), dialog.forced_reason()))
        show_dialog(dialog)

    def _show_correction(self, copy: WorkingCopy) -> None:
        from ui.review.correct_dialog import CorrectDialog

        dialog = CorrectDialog(copy, self._place)
        dialog.accepted.connect(lambda: self._session.correct(self._name(), dialog.words()))
        show_dialog(dialog)

    def _show_withdrawal(self, copy: WorkingCopy) -> None:
        from ui.review.withdraw_dialog import WithdrawDialog

        dialog = WithdrawDialog(copy, self._newsroom.articles, self._place)
        dialog.accepted.connect(
            lambda: self._session.withdraw(
                self._name(),
                dialog.asked(),
                lambda: self._say(_("Withdrawn. With the next export, the page tells readers so.")),
            )
        )
        show_dialog(dialog)

    def _say(self, sentence: str) -> None:
        self._place.messages.say(Tone.SUCCESS, sentence)
