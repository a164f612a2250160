"""The open article's versions: shown, saved, restored, and compared with what somebody else wrote."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QInputDialog, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.desk.errors import EditConflict
from editor_app.domain.article import Article
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editor.session import ArticleSession
from ui.messages import Messages
from ui.newsroom import Newsroom
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import show_dialog
from ui.widgets.tone import Tone

COMPARE_SIZE = (820, 680)


class Versions(QObject):
    """Opens the dialogs on versions, loaded as they are opened, and does what they ask for."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        newsroom: Newsroom,
        messages: Messages,
        name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._newsroom = newsroom
        self._messages = messages
        self._name = name
        self._window = window

    def show(self) -> None:
        """Show the history, the newest version compared with the present text."""
        self._session.flush(self._open)

    def show_since_approved(self) -> None:
        """Show what changed since the text that is live."""
        current = self._session.current
        if current is not None and current.live is None:
            self._messages.say(Tone.INFO, _("The article has not been approved yet."))
        elif current is not None and current.live is not None:
            self._session.flush(partial(self._open, current.live.number))

    def save(self) -> None:
        """Ask what the version is to be called, and keep the words as they are."""
        if self._session.current is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_("Save version"))
        dialog.setLabelText(_("Name of the version"))
        dialog.setOkButtonText(_("Save"))
        dialog.setCancelButtonText(_("Cancel"))
        dialog.textValueSelected.connect(self._save)
        show_dialog(dialog)

    def compare_conflict(self, conflict: EditConflict, mine: Article) -> None:
        """Show what is in the window beside what somebody else saved; the choice between them stays."""
        theirs = conflict.theirs.article
        dialog = self._show_comparison(_("Their text and yours"), theirs, mine, self._window)
        # The message with the choice was closed by asking for the comparison.
        dialog.finished.connect(lambda: self._session.flush(lambda: None))

    def compare_with(self, number: int, window: QWidget) -> None:
        """Show, over `window`, what changed between version `number` and the text as it stands."""
        current = self._session.current
        if current is not None:
            self._show_comparison(_("Changes since the approval"), number, current.article, window)

    def _show_comparison(self, title: str, old: int | Article, new: Article, window: QWidget) -> QDialog:
        from ui.review.compare_view import CompareView

        dialog = QDialog(window)
        dialog.setWindowTitle(title)
        dialog.resize(*COMPARE_SIZE)
        view = CompareView(self._load_image)
        QVBoxLayout(dialog).addWidget(view)
        self._worker.run(lambda desk: desk.compare(new.id, old, new), while_alive(view, view.show_comparison))
        show_dialog(dialog)
        return dialog

    def _open(self, first: int | None = None) -> None:
        from ui.review.versions_dialog import VersionsDialog

        current = self._session.current
        if current is None:
            return
        dialog = VersionsDialog(
            self._worker, current, utc_now(), self._load_image, first, self._window, by=self._name()
        )
        dialog.restore_asked.connect(self._restore)
        show_dialog(dialog)

    def _save(self, name: str) -> None:
        self._session.save_version(
            self._name(), name, lambda: self._messages.say(Tone.SUCCESS, _("The version is saved."))
        )

    def _restore(self, number: int) -> None:
        self._session.restore(number, self._name(), self._tell_restored)

    def _tell_restored(self, notes: tuple[str, ...]) -> None:
        words = _("The version is restored. What stood here is kept in the history.")
        self._messages.say(Tone.SUCCESS, "\n".join((words, *notes)))

    def _load_image(self, image_id: str, done: Callable[[QImage], Any]) -> None:
        images = self._newsroom.images
        images.load_small(image_id, lambda picture: done(picture.pixels), self._newsroom.failed.emit)
