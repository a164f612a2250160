"""The dialog that publishes the exported website, and in which targets are added and changed."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.publish_job import HostKeyUnknown, Published, PublishJob, WouldOverwrite
from editor_app.desk.publish_words import KIND_WORDS, published_sentences
from editor_app.desk.target_errors import PasswordMissing
from editor_app.domain.errors import EditorAppError
from editor_app.domain.publish_target import PublishTarget
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.publish.targets.background_run import BackgroundRun
from ui.publish.targets.host_key_question import ask_to_trust
from ui.publish.targets.publish_outcome import PublishOutcome
from ui.publish.targets.target_dialog import TargetDialog
from ui.theme.icons import icon
from ui.theme.spacing import XL, L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import make_wide_enough_for_words, show_dialog
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

if TYPE_CHECKING:
    from editor_app.desk.publish_job import IsStopped, Tell


class PublishDialog(QDialog):
    """Publishes the export in `folder`, or the newest one, to one of the `targets`, in the name `by`."""

    def __init__(
        self,
        worker: DeskWorker,
        targets: Sequence[PublishTarget],
        by: str,
        folder: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Publish the website"))
        self._worker = worker
        self._by = by
        self._folder = folder
        self._running = False
        self._run = BackgroundRun(self)
        self._make_list()
        self.outcome = PublishOutcome()
        self._make_buttons()
        self._lay_out()
        self._run.told.connect(self.outcome.show_progress)
        self._run.done.connect(self._tell_done)
        self._run.failed.connect(self._tell_trouble)
        self._show_targets(targets)
        make_wide_enough_for_words(self)
        # Addresses are longer than sentences are wide.
        self.resize(self.minimumWidth() * 3 // 2, self.sizeHint().height())

    def reject(self) -> None:
        # What is under way is stopped by its own button first.
        if not self._running:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._running:
            event.ignore()
        else:
            super().closeEvent(event)

    def _make_list(self) -> None:
        self.list = QListWidget()
        self.list.setObjectName("targets")
        self.list.setAccessibleName(_("Targets"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._begin_anew)
        self._empty = QuietLabel(_("There are no targets yet. Add the server that the website is to be on."))

    def _make_buttons(self) -> None:
        self.add_button = plain_button(_("Add…"), "add", "plus", lambda: self._edit(None))
        self.edit_button = plain_button(_("Change…"), "edit", "pencil", lambda: self._edit(self._chosen()))
        self.remove_button = plain_button(_("Remove"), "remove", "trash", self._remove)
        self.overwrite_button = plain_button(
            _("Replace their files"), "overwrite", act=lambda: self._start(overwrite=True)
        )
        self.stop_button = plain_button(_("Stop publishing"), "stop", act=self._stop)
        self.close_button = plain_button(_("Close"), "close", act=self.reject)
        self.publish_button = PrimaryButton(_("Publish"))
        self.publish_button.setObjectName("publish")
        self.publish_button.clicked.connect(self._start)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        words = (
            _("The newest export is published. Only what has changed is sent.")
            if self._folder is None
            else _("The export in {folder} is published. Only what has changed is sent.").format(
                folder=self._folder
            )
        )
        column.addWidget(QuietLabel(words))
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        changing = QHBoxLayout()
        changing.setSpacing(S)
        for button in (self.add_button, self.edit_button, self.remove_button):
            changing.addWidget(button)
        changing.addStretch()
        column.addLayout(changing)
        column.addWidget(self.outcome)
        ending = QHBoxLayout()
        ending.setSpacing(S)
        ending.addStretch()
        for button in (self.overwrite_button, self.stop_button, self.publish_button, self.close_button):
            ending.addWidget(button)
        column.addLayout(ending)

    def _show_targets(self, targets: Sequence[PublishTarget], chosen: str = "") -> None:
        self.list.clear()
        for target in targets:
            words = f"{target.name}\n{_(KIND_WORDS[target.kind])} · {target.where}"
            item = QListWidgetItem(icon("world-upload"), words, self.list)
            item.setData(Qt.ItemDataRole.UserRole, target)
            if target.name == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(targets))
        self._empty.setVisible(not targets)
        self._begin_anew()

    def _chosen(self) -> PublishTarget | None:
        item = self.list.currentItem()
        target: PublishTarget | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return target

    def _begin_anew(self, _row: int = 0) -> None:
        self.outcome.clear()
        self._set_running(False)

    def _edit(self, target: PublishTarget | None) -> None:
        dialog = TargetDialog(self._worker, self._by, target, self)
        dialog.saved.connect(lambda saved: self._read_targets(saved.name))
        show_dialog(dialog)

    def _remove(self) -> None:
        target = self._chosen()
        if target is not None:
            name, by = target.name, self._by
            self._worker.run(
                lambda desk: desk.remove_publish_target(name, by=by),
                while_alive(self, lambda _nothing: self._read_targets()),
                while_alive(self, self._tell_trouble),
            )

    def _read_targets(self, chosen: str = "") -> None:
        self._worker.run(
            lambda desk: desk.publish_targets(),
            while_alive(self, partial(self._show_targets, chosen=chosen)),
            while_alive(self, self._tell_trouble),
        )

    def _start(self, *, overwrite: bool = False) -> None:
        target = self._chosen()
        if target is None:
            return
        name, folder, password = target.name, self._folder, self.outcome.password()
        self.outcome.clear()
        self._set_running(True)
        self._worker.run(
            lambda desk: desk.publish_job(name, folder, password=password),
            while_alive(self, partial(self._publish, overwrite)),
            while_alive(self, self._tell_trouble),
        )

    def _publish(self, overwrite: bool, job: PublishJob) -> None:
        def publish(tell: "Tell", is_stopped: "IsStopped") -> Published:
            return job.run(tell=tell, is_stopped=is_stopped, overwrite=overwrite)

        self._run.start(publish)

    def _stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._run.stop()

    def _tell_done(self, published: Published) -> None:
        self._set_running(False)
        self.outcome.show_sentences(published_sentences(published))
        target, by = self._chosen(), self._by
        if target is not None:
            name = target.name
            self._worker.run(
                lambda desk: desk.note_published(name, published, by=by),
                failed=while_alive(self, self._tell_trouble),
            )
        self.close_button.setFocus()

    def _tell_trouble(self, error: EditorAppError) -> None:
        self._set_running(False)
        self.outcome.show_trouble(error)
        self.overwrite_button.setVisible(isinstance(error, WouldOverwrite))
        if isinstance(error, PasswordMissing):
            self.outcome.ask_for_password()
        elif isinstance(error, HostKeyUnknown):
            ask_to_trust(error, lambda: self._trust(error.key), self)

    def _trust(self, key: str) -> None:
        target = self._chosen()
        if target is not None:
            name, by = target.name, self._by
            self._worker.run(
                lambda desk: desk.accept_host_key(name, key, by=by),
                while_alive(self, lambda _target: self._start()),
                while_alive(self, self._tell_trouble),
            )

    def _set_running(self, running: bool) -> None:
        self._running = running
        is_chosen = self._chosen() is not None
        self.outcome.set_running(running)
        self.list.setEnabled(not running)
        self.add_button.setEnabled(not running)
        for button in (self.edit_button, self.remove_button, self.publish_button):
            button.setEnabled(is_chosen and not running)
        self.overwrite_button.hide()
        self.stop_button.setVisible(running)
        self.stop_button.setEnabled(running)
        self.publish_button.setVisible(not running)
        self.close_button.setEnabled(not running)
