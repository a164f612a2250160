"""The end of an article's time, in the window: deleted, preserved, disposed of; and the log of it all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from editor_app.desk.values import Deletion, Preserved
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.settings.preferences import Preferences
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained
from ui.widgets.tone import Tone
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.retention.delete_dialog import DeleteDialog

FOLDER = "preservation/folder"


class Retaining(QObject):
    """Opens its dialogs over `window`; `closed` comes when the open article is gone."""

    closed = Signal()

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        place: Workplace,
        newsroom: Newsroom,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._place = place
        self._newsroom = newsroom
        self._preferences = preferences
        self._window = window

    def show_log(self) -> None:
        """Show the audit log."""
        from ui.log.log_dialog import LogDialog

        current = self._session.current
        article = ("", "") if current is None else (current.article.id, current.article.title)
        show_dialog(LogDialog(self._worker, article, self._window))

    def show_due(self) -> None:
        """Show what need no longer be kept."""
        from ui.retention.due_dialog import DueDialog

        dialog = DueDialog(self._worker, self._preferences.name, self._window)
        dialog.disposed.connect(self._newsroom.refresh)
        dialog.disposed.connect(self._look_again)
        show_dialog(dialog)

    def preserve(self) -> None:
        """Ask for a folder, and write the package of the open article there."""
        current = self._session.current
        if current is None:
            return
        kept = str(self._preferences.settings.value(FOLDER, "") or Path.home())
        folder = QFileDialog.getExistingDirectory(self._window, _("Where the package is to be"), kept)
        if not folder:
            return
        self._preferences.settings.setValue(FOLDER, folder)
        article_id, by = current.article.id, self._preferences.name
        self._session.flush(
            lambda: self._worker.run(
                lambda desk: desk.preserve(article_id, Path(folder), by=by), self._tell_preserved, self._say
            )
        )

    def ask_to_delete(self) -> None:
        """Say what goes with the open article, and delete it if that is wanted."""
        current = self._session.current
        if current is None:
            return
        article_id = current.article.id
        self._session.flush(
            lambda: self._worker.run(lambda desk: desk.deletion(article_id), self._show_deletion, self._say)
        )

    def _show_deletion(self, gone: Deletion) -> None:
        from ui.retention.delete_dialog import DeleteDialog

        dialog = DeleteDialog(gone, self._window)
        dialog.accepted.connect(lambda: self._delete(gone, dialog))
        show_dialog(dialog)

    def _delete(self, gone: Deletion, dialog: "DeleteDialog") -> None:
        by, reason, with_images = self._preferences.name, dialog.reason(), dialog.with_images()
        self._worker.run(
            lambda desk: desk.delete(
                gone.article_id, by=by, reason=reason, with_images=with_images, version=gone.version
            ),
            lambda _none: self._deleted(gone),
            self._say,
        )

    def _deleted(self, gone: Deletion) -> None:
        current = self._session.current
        if current is not None and current.article.id == gone.article_id:
            self._session.close()
            self.closed.emit()
        self._newsroom.refresh()
        self._place.messages.say(
            Tone.SUCCESS,
            _("“{title}” is deleted. The log still tells of it.").format(title=gone.title or _("Untitled")),
        )

    def _tell_preserved(self, preserved: Preserved) -> None:
        self._place.messages.say(
            Tone.SUCCESS, _("{path} is written and checked.").format(path=preserved.path)
        )

    def _look_again(self) -> None:
        """The open article may be among what was disposed of."""
        current = self._session.current
        if current is not None:
            article_id = current.article.id
            self._worker.run(lambda desk: desk.rows([article_id]), self._close_if_gone, self._say)

    def _close_if_gone(self, rows: tuple[object, ...]) -> None:
        if not rows:
            self._session.close()
            self.closed.emit()

    def _say(self, error: EditorAppError) -> None:
        self._place.messages.say(Tone.ERROR, explained(error))
