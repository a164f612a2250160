"""The open article as a file that an expert without the program can comment on."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, QObject
from PySide6.QtWidgets import QDateEdit, QFileDialog, QWidget

from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.messages import Messages
from ui.widgets.calendar_popup import CalendarPopup
from ui.widgets.dialogs import show_dialog
from ui.widgets.question_dialog import QuestionDialog
from ui.widgets.tone import Tone
from ui.word_export import file_name

DAYS_TO_ANSWER = 7


class ReviewDialog(QuestionDialog):
    """Asks until when the expert is to answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        day = QDateEdit(QDate.currentDate().addDays(DAYS_TO_ANSWER))
        day.setObjectName("answer_by")
        CalendarPopup(day)
        day.setDisplayFormat("yyyy-MM-dd")
        day.setMinimumDate(QDate.currentDate())
        super().__init__(
            _("Send for review"),
            _(
                "You get a file to attach to a mail. Whoever opens it reads the article in a browser, "
                "comments on it, and sends the comments back to you. The article is kept as a version."
            ),
            _("Answer by"),
            day,
            button=_("Save the file…"),
            parent=parent,
        )
        self._day = day

    def answer_by(self) -> date:
        """Return the day that was chosen."""
        day = self._day.date()
        return date(day.year(), day.month(), day.day())


class ReviewSending(QObject):
    """Asks for a day and a place, and writes the review file there."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        messages: Messages,
        name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._editing = editing
        self._messages = messages
        self._name = name
        self._window = window

    def begin(self) -> None:
        """Ask until when the answer is wanted, and where the file is to be."""
        if self._session.current is None:
            return
        dialog = ReviewDialog(self._window)
        dialog.accepted.connect(lambda: self._choose_place(dialog.answer_by()))
        show_dialog(dialog)

    def _choose_place(self, answer_by: date) -> None:
        article = self._editing.article()
        if article is None:
            return
        name = _("Review {title}").format(title=file_name(article.title))
        path, _filter = QFileDialog.getSaveFileName(
            self._window, _("Send for review"), str(Path.home() / f"{name}.html"), _("Web pages (*.html)")
        )
        if path:
            target = Path(path)
            self._write(article.id, target if target.suffix else target.with_suffix(".html"), answer_by)

    def _write(self, article_id: str, target: Path, answer_by: date) -> None:
        by = self._name()
        # What was typed a moment ago is to be in it.
        self._session.flush(
            lambda: self._worker.run(
                lambda desk: desk.export_review(article_id, target, by=by, answer_by=answer_by),
                lambda _number: self._messages.say(
                    Tone.SUCCESS,
                    _(
                        "{path} is written. Attach it to a mail. Take in what comes back, the file or the "
                        "text of the mail, and the comments stand beside the text."
                    ).format(path=target),
                ),
                self._editing.say,
            )
        )
