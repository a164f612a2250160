"""Keeps the archive of the window: backs it up each day, and knows what to do where it is damaged."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.archive_opening import opener
from ui.desk_worker import DeskWorker, OpenDesk
from ui.keeping.file_work import FileWork, Tell
from ui.keeping.openers import opener_after_restoring, opener_of_what_is_left
from ui.leaving import Leaving
from ui.messages import Messages
from ui.widgets.date_words import clock_text, date_text
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.desk.keeping import Backup, Damage

# Long after the window can be used, and while it stays open, a look whether the day has its backup.
FIRST_MS, EVERY_MS = 30_000, 3_600_000


class KeptArchive(QObject):
    """Knows whether the archive is whole.

    `asked` carries what opens the archive in another way, and its path, for another window;
    `found_damaged` why nothing can be written.
    """

    asked = Signal(object, object)
    found_damaged = Signal(str)

    def __init__(
        self,
        path: Path,
        worker: DeskWorker,
        leaving: Leaving,
        messages: Messages,
        name: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._path = path
        self._worker = worker
        self._leaving = leaving
        self._messages = messages
        self._name = name
        self._window = window
        self._is_open = self._is_damaged = False
        self.work = FileWork(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.back_up_if_due)
        worker.erred.connect(self._say_if_damaged, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Take it that the archive has been opened."""
        self._is_open = True
        self._timer.start(FIRST_MS)
        self._worker.run(lambda desk: desk.damage(), self._tell_damage)

    def close(self) -> None:
        """Stop what is under way."""
        self._timer.stop()
        self.work.close()

    def back_up_if_due(self) -> None:
        """Make the backup of the day, where it has none and the archive is whole, and tidy up."""
        self._timer.start(EVERY_MS)
        path = self._path

        def back_up(tell: Tell) -> None:
            from editor_app.desk.clock import utc_now
            from editor_app.desk.keeping import BackupKind, back_up, is_due, remove_leftovers

            remove_leftovers()
            if is_due(path, now=utc_now()):
                back_up(path, BackupKind.DAILY, now=utc_now(), progress=tell)

        if not self._is_damaged:
            self.work.run(back_up, lambda _done: None, self._tell_failed)

    def show_backups(self) -> None:
        """Show the backups of the archive, to make one or to bring one back."""
        from ui.keeping.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self._path, self.work, self._name(), self._window)
        dialog.restore_asked.connect(self.restore)
        show_dialog(dialog)

    def check(self) -> None:
        """Look whether anything is wrong with the archive."""
        from ui.keeping.checkup_dialog import CheckupDialog

        show_dialog(CheckupDialog(self._path, self.work, self._window))

    def restore(self, backup: Path, made_at: datetime) -> None:
        """Ask whether the archive is to be what it was in `backup`, and leave the window for that."""
        box = QMessageBox(self._window)
        box.setObjectName("restore_backup")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Restore a backup"))
        box.setText(
            _("Restore the archive as it was {day}, {time}?").format(
                day=date_text(made_at), time=clock_text(made_at)
            )
        )
        box.setInformativeText(
            _("What was written since then is not in it. The archive as it is now is kept among the backups.")
        )
        restore = box.addButton(_("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole))
        restore.clicked.connect(
            lambda: self._leave_for(opener_after_restoring(backup, self._path, self._name()))
        )
        show_dialog(box)

    def read_if_damaged(self, error: EditorAppError) -> None:
        """Open what can be read where `error` says that the archive is damaged."""
        from editor_app.desk.opening import is_damaged_archive

        if is_damaged_archive(error):
            self._read_what_is_left()

    def ways_on(self, error: EditorAppError) -> tuple[MessageAction, ...]:
        """Return what can be done about an archive that does not open for `error`."""
        from editor_app.desk.opening import is_broken_backup, is_damage

        as_it_is = MessageAction(
            _("Open it as it is"), lambda: self.asked.emit(opener(self._path), self._path)
        )
        what_is_left = MessageAction(_("Read what can be read"), self._read_what_is_left)
        return (
            *([as_it_is] if is_broken_backup(error) else []),
            *([what_is_left] if is_damage(error) else []),
            MessageAction(_("Backups…"), self.show_backups),
        )

    def _read_what_is_left(self) -> None:
        from ui.keeping.reading_dialog import ReadingDialog

        def show(desk: "Desk | None") -> None:
            # Where nothing could be read, the other window says why.
            self.asked.emit(opener_of_what_is_left(self._path, desk), self._path)

        dialog = ReadingDialog(self._path, self.work, self._window)
        dialog.read.connect(show)
        dialog.failed.connect(lambda _error: show(None))
        dialog.rejected.connect(self.show_backups)
        dialog.begin()

    @Slot(object)
    def _say_if_damaged(self, error: EditorAppError) -> None:
        """Say what can be done where the archive proves damaged while somebody works on it."""
        from editor_app.desk.opening import is_damaged_archive

        if self._is_open and not self._is_damaged and is_damaged_archive(error):
            self._messages.say_of_archive(
                Tone.ERROR,
                explained(error),
                (
                    MessageAction(
                        _("Read what can be read"), lambda: self._leaving.leave(self._read_what_is_left)
                    ),
                    MessageAction(_("Backups…"), self.show_backups),
                ),
            )

    def _leave_for(self, open_desk: OpenDesk) -> None:
        self._leaving.leave(lambda: self.asked.emit(open_desk, self._path))

    def _tell_failed(self, error: EditorAppError) -> None:
        def newest(_tell: Tell) -> "Backup | None":
            from editor_app.desk.keeping import backups_of

            return next(iter(backups_of(self._path)), None)

        self.work.run(newest, lambda backup: self._say_failed(error, backup), self._say_failed)

    def _say_failed(self, error: EditorAppError, newest: "Backup | None" = None) -> None:
        since = _("There is no backup.")
        if newest is not None:
            since = _("No backup since {day}.").format(day=date_text(newest.made_at))
        actions = (MessageAction(_("Backups…"), self.show_backups),)
        self._messages.say_of_archive(Tone.WARNING, f"{since} {explained(error)}", actions)

    def _tell_damage(self, damage: "Damage | None") -> None:
        self._is_damaged = damage is not None
        if damage is not None:
            from editor_app.desk.damage_words import damage_words
            from editor_app.desk.keeping import newest_whole

            words = damage_words(damage)
            self.found_damaged.emit(
                _("The archive is damaged and opened for reading alone. To write again, restore a backup.")
            )
            self._messages.say_of_archive(
                Tone.ERROR, words, (MessageAction(_("Backups…"), self.show_backups),)
            )
            self.work.run(
                lambda tell: newest_whole(self._path, tell),
                lambda backup: self._offer(backup, words),
                self._tell_failed,
            )

    def _offer(self, backup: "Backup | None", words: str) -> None:
        """Let the newest backup that is whole be brought back with one press."""
        if backup is None:
            return
        path, made_at = backup.path, backup.made_at
        text = _("Restore the backup of {day}, {time}…").format(
            day=date_text(backup.made_at), time=clock_text(backup.made_at)
        )
        self._messages.say_of_archive(
            Tone.ERROR,
            words,
            (
                MessageAction(text, lambda: self.restore(path, made_at)),
                MessageAction(_("Other backups…"), self.show_backups),
            ),
        )
