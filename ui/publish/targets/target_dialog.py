"""One target: where it is, who logs in, and whether that works."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.publish_job import HostKeyUnknown, PublishJob, read_key
from editor_app.desk.publish_words import KIND_WORDS, trial_sentence
from editor_app.domain.errors import EditorAppError
from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.publish.targets.background_run import BackgroundRun
from ui.publish.targets.host_key_question import ask_to_trust
from ui.publish.targets.place_fields import PlaceFields, texts_of
from ui.theme.spacing import XL, L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import closing_buttons, make_wide_enough_for_words
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.labels import WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

if TYPE_CHECKING:
    from editor_app.desk.publish_job import IsStopped, Tell


class TargetDialog(QDialog):
    """Asks for a target, `before` with its settings or a new one; `saved` carries it as it was stored."""

    saved = Signal(object)

    def __init__(
        self,
        worker: DeskWorker,
        by: str,
        before: PublishTarget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Target: {name}").format(name=before.name) if before else _("New target"))
        self._worker = worker
        self._by = by
        self._before = before
        self._host_key = before.host_key if before else ""
        self._texts = texts_of(before) if before else {}
        self._key = ""
        self._run = BackgroundRun(self)
        self._run.done.connect(self._tell_outcome)
        self._run.failed.connect(self._tell_trouble)
        self._make_fields()
        self._make_outcome()
        self._lay_out()
        self._show_fields_of_kind()
        make_wide_enough_for_words(self)
        self.resize(self.minimumWidth() * 5 // 4, self.sizeHint().height())
        self.name.setFocus()

    def target(self) -> PublishTarget:
        """Return the target as it was filled in."""
        return PublishTarget(
            self.name.text(),
            self._chosen_kind(),
            host_key=self._host_key,
            **self._place.texts(),
        )

    def accept(self) -> None:
        """Store the target, and close once it is."""
        target, password = self.target(), self.password.text() or self._key
        by, replaces = self._by, self._before.name if self._before else ""
        self._set_busy(True)
        self._worker.run(
            lambda desk: desk.save_publish_target(target, by=by, password=password, replaces=replaces),
            while_alive(self, self._tell_saved),
            while_alive(self, self._tell_trouble),
        )

    def _make_fields(self) -> None:
        self.name = named_line("target_name", self._before.name if self._before else "")
        self.kind = QComboBox()
        self.kind.setObjectName("target_kind")
        for kind, words in KIND_WORDS.items():
            self.kind.addItem(_(words), kind)
        if self._before:
            self.kind.setCurrentIndex(self.kind.findData(self._before.kind))
        self.kind.currentIndexChanged.connect(self._change_kind)
        self._place = PlaceFields(self._chosen_kind(), self._texts)
        self.password = named_line("target_password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.key_button = plain_button(_("Choose a key…"), "choose_key")
        self.key_button.clicked.connect(self._choose_key)

    def _chosen_kind(self) -> TargetKind:
        # Qt keeps the bare text of the value.
        return TargetKind(self.kind.currentData())

    def _make_outcome(self) -> None:
        self._outcome = WrappingLabel()
        self._outcome.setObjectName("outcome")
        self._outcome.hide()
        self.problem = Problem()
        self.test_button = plain_button(_("Test the connection"), "test")
        self.test_button.clicked.connect(self._test)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(FormField(_("Name"), self.name, _("What you call it, such as Webbplatsen.")))
        column.addWidget(FormField(_("Kind"), self.kind))
        self._place_row = QVBoxLayout()
        self._place_row.addWidget(self._place)
        column.addLayout(self._place_row)
        self._password_field = FormField(_("Password or key"), self._password_row(), self._password_hint())
        # The line has the name, and is not to be heard twice.
        self._password_field.control.setAccessibleName("")
        self.password.setAccessibleName(_("Password or key"))
        column.addWidget(self._password_field)
        column.addWidget(self._outcome)
        column.addWidget(self.problem)
        column.addStretch()
        save = PrimaryButton(_("Save"))
        save.setObjectName("save")
        self._buttons = closing_buttons(self, save)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.test_button)
        row.addStretch()
        row.addWidget(self._buttons)
        column.addLayout(row)

    def _password_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self.password, 1)
        layout.addWidget(self.key_button)
        row.setFocusProxy(self.password)
        return row

    def _password_hint(self) -> str:
        if self._before is None:
            return _("It is kept in the keyring of this computer, never in the archive.")
        return _("Leave it empty to keep the one in the keyring of this computer.")

    def _change_kind(self) -> None:
        self._texts |= self._place.texts()
        before, self._place = self._place, PlaceFields(self._chosen_kind(), self._texts)
        self._place_row.replaceWidget(before, self._place)
        # Until the loop comes to it, its lines would still be found by their names.
        before.hide()
        before.setParent(None)
        before.deleteLater()
        self.setTabOrder(self.kind, next(iter(self._place.lines.values())))
        self._show_fields_of_kind()

    def _show_fields_of_kind(self) -> None:
        kind = self._chosen_kind()
        self._password_field.setVisible(kind is not TargetKind.ZIP)
        self.test_button.setVisible(kind is not TargetKind.ZIP)
        self.key_button.setVisible(kind is TargetKind.SFTP)

    def _choose_key(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Choose a private key"))
        if chosen:
            path = Path(chosen)
            self._worker.run(
                lambda _desk: read_key(path),
                while_alive(self, partial(self._take_key, path.name)),
                while_alive(self, self._tell_trouble),
            )

    def _take_key(self, name: str, key: str) -> None:
        # A line has no room for the lines of a key, so it only says which was chosen.
        self._key = key
        self.password.clear()
        self.password.setPlaceholderText(_("The key {name}").format(name=name))

    def _test(self) -> None:
        target, password = self.target(), self.password.text() or self._key
        self._set_busy(True)
        self._worker.run(
            lambda desk: desk.trial_job(target, password=password),
            while_alive(self, self._begin_trial),
            while_alive(self, self._tell_trouble),
        )

    def _begin_trial(self, job: PublishJob) -> None:
        def try_it(_tell: "Tell", _is_stopped: "IsStopped") -> bool:
            return job.try_connection()

        self._run.start(try_it)

    def _tell_outcome(self, is_free: bool) -> None:
        self._set_busy(False)
        self._outcome.setText(trial_sentence(is_free))
        self._outcome.show()

    def _tell_trouble(self, error: EditorAppError) -> None:
        self._set_busy(False)
        if isinstance(error, HostKeyUnknown):
            ask_to_trust(error, lambda: self._trust(error.key), self)
        else:
            self.problem.show_sentence(explained(error))

    def _trust(self, key: str) -> None:
        self._host_key = key
        self._test()

    def _tell_saved(self, target: PublishTarget) -> None:
        self.saved.emit(target)
        super().accept()

    def _set_busy(self, busy: bool) -> None:
        self.test_button.setEnabled(not busy)
        self._buttons.setEnabled(not busy)
        if busy:
            self._outcome.hide()
            self.problem.show_sentence("")
