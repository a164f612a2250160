"""Where a text from elsewhere is pasted, opened or dropped, looked over and taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.incoming_values import Incoming, IncomingReply, TakenIn
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import Failed
from ui.dropped_files import SUFFIXES, dropped_paths
from ui.intake_dialog.incoming_images import IncomingImages, LoadImage
from ui.intake_dialog.outcome_page import OutcomePage
from ui.intake_dialog.reply_page import ReplyPage
from ui.intake_dialog.return_page import ReturnPage
from ui.intake_dialog.source_page import SourcePage
from ui.theme.spacing import L, M
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

Looked = Callable[[Incoming | IncomingReply], Any]
Done = Callable[[TakenIn], Any]
WIDTH, HEIGHT = 760, 620


class IntakeDialog(QDialog):
    """Shows what becomes what in a pasted text or a file, and hands it over to be taken in.

    `look_into` gets the text, `look_into_file` a path, `take_in` and `take_back` what came of them, as
    does `take_comments` where only the comments in it are wanted; each with what to do on success and on
    failure. `load_image` gets an id, and what to do with its image.
    What was looked into may be an expert's reply to a review file, which `take_reply` gets.
    On failure the words stay in the field, with a sentence on why. `taken`
    carries what became of them, `reply_taken` an IncomingReply and how many of its comments were new,
    `comments_taken` an Incoming and the same.
    """

    taken = Signal(object)
    reply_taken = Signal(object, int)
    comments_taken = Signal(object, int)

    def __init__(
        self,
        look_into: Callable[[str, Looked, Failed], Any],
        look_into_file: Callable[[Path, Looked, Failed], Any],
        take_in: Callable[[Incoming, Done, Failed], Any],
        take_back: Callable[[Incoming, Done, Failed], Any],
        take_comments: Callable[[Incoming, Callable[[int], Any], Failed], Any],
        take_reply: Callable[[IncomingReply, Callable[[int], Any], Failed], Any],
        load_image: LoadImage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._images = IncomingImages(load_image, self)
        self._look_into = look_into
        self._look_into_file = look_into_file
        self._take_in = take_in
        self._take_back = take_back
        self._take_comments = take_comments
        self._take_reply = take_reply
        self._incoming: Incoming | None = None
        self._reply: IncomingReply | None = None
        self._waiting = False
        self._storing = False
        self.setWindowTitle(_("Take in a text"))
        self.resize(WIDTH, HEIGHT)
        self.setAcceptDrops(True)
        self.source = SourcePage()
        self.source.file_asked.connect(self.choose_file)
        self.outcome = OutcomePage(self._images.load)
        self.comeback = ReturnPage(self._images.load)
        self.reply = ReplyPage()
        self._steps = QStackedWidget()
        self._steps.addWidget(self.source)
        self._steps.addWidget(self.outcome)
        self._steps.addWidget(self.comeback)
        self._steps.addWidget(self.reply)
        self._lay_out()
        self.source.setFocus()

    def text(self) -> str:
        """Return the words in the field."""
        return self.source.text()

    def problem(self) -> str:
        """Return the sentence on why nothing was taken in, empty where nothing went wrong."""
        return self.source.problem()

    @property
    def shows_outcome(self) -> bool:
        """Whether it shows what becomes what."""
        return self._steps.currentWidget() is self.outcome

    @property
    def shows_comparison(self) -> bool:
        """Whether it shows what a document that comes back would change."""
        return self._steps.currentWidget() is self.comeback

    def accept(self) -> None:
        """Look into what was pasted, or store what was looked into."""
        if self._reply is not None:
            self._store_reply(self._reply)
        elif self._incoming is not None:
            self._wait(True)
            self._storing = True
            store = self._take_back if self.shows_comparison else self._take_in
            store(self._incoming, self._done, self._failed)
        elif not self.text().strip():
            self.source.ask_for_words()
        else:
            self._wait(True)
            self._look_into(self.text(), *self._answers())

    def take_as_new(self) -> None:
        """Show what becomes what, for an article of its own beside the one that comes back."""
        if self._incoming is not None:
            self.outcome.show_incoming(self._incoming)
            self._show_step(self.outcome)

    def take_comments(self) -> None:
        """Put the comments of a document that comes back beside the text, and leave its words."""
        incoming = self._incoming
        if incoming is not None:
            self._wait(True)
            self._storing = True
            self._take_comments(incoming, lambda count: self._comments_done(incoming, count), self._failed)

    def reject(self) -> None:
        """Close without taking anything in, unless that is just happening; what is being read is let go."""
        if not self._storing:
            super().reject()

    def go_back(self) -> None:
        """Show the words again; nothing has been stored."""
        self._incoming = self._reply = None
        self._show_step(self.source)

    def choose_file(self) -> None:
        """Ask for a document and look into it."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        formats = ";;".join((_("Documents ({patterns})").format(patterns=patterns), _("All files (*)")))
        path, _filter = QFileDialog.getOpenFileName(self, _("Open a document"), "", formats)
        if path:
            self.take_file(Path(path))

    def take_file(self, path: Path) -> None:
        """Look into the document at `path`."""
        self._wait(True)
        self._look_into_file(path, *self._answers())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(dropped_paths(event.mimeData())) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = dropped_paths(event.mimeData())
        if len(paths) == 1 and not self._waiting:
            event.acceptProposedAction()
            self.take_file(paths[0])

    def _lay_out(self) -> None:
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Reading the text…"))
        self._progress.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._steps, 1)
        column.addWidget(self._progress)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        self._accept_button = PrimaryButton(_("Continue"))
        self._accept_button.setObjectName("accept")
        self._back_button = plain_button(_("Back"), "back")
        self._back_button.clicked.connect(self.go_back)
        buttons = closing_buttons(self, self._accept_button)
        buttons.addButton(self._back_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._new_button = plain_button(_("Take in as a new article…"), "as_new")
        self._new_button.clicked.connect(self.take_as_new)
        buttons.addButton(self._new_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._comments_button = plain_button(_("Only the comments"), "comments_only")
        self._comments_button.clicked.connect(self.take_comments)
        buttons.addButton(self._comments_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._back_button.hide()
        self._new_button.hide()
        self._comments_button.hide()
        return buttons

    def _show_step(self, step: QWidget) -> None:
        self._steps.setCurrentWidget(step)
        self._back_button.setVisible(step is not self.source)
        self._new_button.setVisible(self.shows_comparison)
        returning = self._incoming.returning if self._incoming is not None else None
        has_comments = returning is not None and bool(returning.new_comments)
        self._comments_button.setVisible(self.shows_comparison and has_comments)
        self._accept_button.setText(self._words_for(step))
        step.setFocus()
        # While it could not be pressed, Qt let Enter press another button.
        self._accept_button.setDefault(True)

    def _words_for(self, step: QWidget) -> str:
        if step is self.reply:
            known = self._reply is not None and self._reply.is_known
            return _("Show the article") if known else _("Put beside the text")
        if step is self.comeback:
            return _("Take back as a new version")
        return _("Take in") if step is self.outcome else _("Continue")

    def _wait(self, waiting: bool) -> None:
        self._waiting = waiting
        self._progress.setVisible(waiting)
        self._accept_button.setEnabled(not waiting)
        self._back_button.setEnabled(not waiting)
        self._new_button.setEnabled(not waiting)
        self._comments_button.setEnabled(not waiting)
        self.source.wait(waiting)
        if waiting:
            self.source.show_problem("")

    def _answers(self) -> tuple[Looked, Failed]:
        """Return what to do with an answer, which may come when the dialog has gone."""
        return while_alive(self, self._looked), while_alive(self, self._failed)

    def _store_reply(self, reply: IncomingReply) -> None:
        self._wait(True)
        self._storing = True
        self._take_reply(reply, lambda count: self._reply_done(reply, count), self._failed)

    def _reply_done(self, reply: IncomingReply, count: int) -> None:
        self.reply_taken.emit(reply, count)
        super().accept()

    def _comments_done(self, incoming: Incoming, count: int) -> None:
        self.comments_taken.emit(incoming, count)
        super().accept()

    def _looked(self, incoming: Incoming | IncomingReply) -> None:
        self._wait(False)
        if isinstance(incoming, IncomingReply):
            self._reply = incoming
            self.reply.show_reply(incoming)
            self._show_step(self.reply)
            return
        self._incoming = incoming
        self._images.brought = incoming.taken.images
        page = self.outcome if incoming.returning is None else self.comeback
        page.show_incoming(incoming)
        self._show_step(page)

    def _done(self, taken: TakenIn) -> None:
        self.taken.emit(taken)
        super().accept()

    def _failed(self, error: EditorAppError) -> None:
        self._wait(False)
        self._storing = False
        self._incoming = self._reply = None
        self._show_step(self.source)
        self.source.show_problem(explained(error))
