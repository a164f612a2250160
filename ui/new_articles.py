"""The ways to a new article: an empty one, a copied page, a document."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from editor_app.desk.incoming_values import Incoming, IncomingReply, TakenIn
from editor_app.domain.reply import Reply
from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker, Failed
from ui.dropped_files import documents
from ui.editing import Editing
from ui.slow_reading import SlowReading
from ui.widgets.dialogs import show_dialog

# As wide as it is shown at most.
IMAGE_WIDTH = 480

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.desk.source_texts import TakenText
    from ui.intake_dialog.intake_dialog import IntakeDialog


Looked = Callable[[Incoming | IncomingReply], Any]


class NewArticles(QObject):
    """Lets the desk make articles in the name of `name`, and goes on with them in the window.

    `reply_taken` comes when comments on an article have come in instead.
    """

    reply_taken = Signal()

    def __init__(
        self, worker: DeskWorker, editing: Editing, name: Callable[[], str], window: QWidget
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._reading = SlowReading(self)
        self._editing = editing
        self._name = name
        self._window = window

    def begin(self) -> None:
        """Begin an empty article; the open one is saved first."""
        name = self._name()
        self._worker.run(lambda desk: desk.create(by=name), self._editing.begin, self._editing.say)

    def take_in(self) -> None:
        """Take in a copied news page, pasted, or a document from a file."""
        show_dialog(self._dialog())

    def take_dropped(self, dropped: QMimeData) -> None:
        """Take in each document of `dropped`, one after the other, looked over first."""
        self._take_files(documents(dropped))

    def _take_files(self, paths: Sequence[Path]) -> None:
        if not paths:
            return
        dialog = self._dialog()
        dialog.finished.connect(lambda _result: self._take_files(paths[1:]))
        show_dialog(dialog)
        dialog.take_file(paths[0])

    def _dialog(self) -> "IntakeDialog":
        # Loaded as it is opened: the first paint does not wait for it.
        from ui.intake_dialog.intake_dialog import IntakeDialog

        dialog = IntakeDialog(
            self._look_into,
            self._look_into_file,
            self._store,
            self._take_back,
            self._take_comments,
            self._take_reply,
            self._load_image,
            self._window,
        )
        dialog.reply_taken.connect(self._show_reply)
        dialog.comments_taken.connect(self._show_comments)
        dialog.taken.connect(self._editing.take_over)
        return dialog

    def _look_into(self, text: str, done: Looked, failed: Failed) -> None:
        from editor_app.desk.source_texts import read_text_or_reply

        self._reading.run(
            lambda: read_text_or_reply(text),
            lambda found: self._worker.run(lambda desk: _look_over(desk, found, source=text), done, failed),
            failed,
        )

    def _look_into_file(self, path: Path, done: Looked, failed: Failed) -> None:
        from editor_app.desk.source_texts import read_file_or_reply

        # What was typed a moment ago is to be in what the document is compared with.
        self._reading.run(
            lambda: read_file_or_reply(path),
            lambda found: self._editing.save_before(
                lambda: self._worker.run(lambda desk: _look_over(desk, found, name=path.name), done, failed)
            ),
            failed,
        )

    def _store(self, incoming: Incoming, done: Callable[[TakenIn], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_in(incoming, by=name), done, failed)

    def _take_back(self, incoming: Incoming, done: Callable[[TakenIn], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_back_words(incoming, by=name), done, failed)

    def _take_comments(self, incoming: Incoming, done: Callable[[int], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_word_comments(incoming, by=name), done, failed)

    def _take_reply(self, reply: IncomingReply, done: Callable[[int], Any], failed: Failed) -> None:
        name = self._name()
        self._worker.run(lambda desk: desk.take_reply(reply, by=name), done, failed)

    def _show_reply(self, reply: IncomingReply, count: int) -> None:
        words = ngettext(
            "{count} comment from {name} stands at “{title}”.",
            "{count} comments from {name} stand at “{title}”.",
            count,
        ).format(count=count, name=reply.name, title=reply.title)
        known = _("The comments from {name} were taken in before.").format(name=reply.name)
        self._editing.open_with_note(reply.article_id, words if count else known)
        self.reply_taken.emit()

    def _show_comments(self, incoming: Incoming, count: int) -> None:
        if incoming.returning is None:
            return
        article = incoming.returning.now.article
        words = ngettext(
            "{count} comment from {file} stands at “{title}”. The text is as it was.",
            "{count} comments from {file} stand at “{title}”. The text is as it was.",
            count,
        ).format(count=count, file=incoming.name, title=article.title or _("Untitled"))
        self._editing.open_with_note(article.id, words)
        self.reply_taken.emit()

    def _load_image(self, image_id: str, draw: Callable[[QImage], Any]) -> None:
        self._worker.run(
            lambda desk: desk.shown_image(image_id, IMAGE_WIDTH),
            lambda shown: draw(QImage.fromData(shown.data)),
        )


def _look_over(
    desk: "Desk", found: "TakenText | Reply", *, name: str = "", source: str = ""
) -> Incoming | IncomingReply:
    if isinstance(found, Reply):
        return desk.look_into_reply(found)
    return desk.look_over(found, name=name, source=source)
