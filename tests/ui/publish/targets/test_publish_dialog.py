"""Publishing in the window, from adding a target to what became of it."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton

from editor_app.desk.target_errors import KeyringMissing
from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.site.targets.errors import (
    HostKeyChanged,
    HostKeyUnknown,
    LoginRefused,
    UploadStopped,
    WouldOverwrite,
)
from editor_app.site.targets.values import Doing, Progress, Published, RemoteConflict, RemoteConflictKind
from ui.desk_worker import DeskWorker
from ui.publish.targets.publish_dialog import PublishDialog
from ui.publish.targets.target_dialog import TargetDialog

WEB = PublishTarget("Webben", TargetKind.SFTP, "server.example", folder="/srv/www", user="redaktionen")
CLOUD = PublishTarget("Molnet", TargetKind.S3, "https://s3.example", folder="hink", user="nyckel")
DONE = Published("server.example/srv/www", 5, added=("a.html",), changed=("index.html",), sent_bytes=9)
CONFLICT = RemoteConflict("index.html", RemoteConflictKind.FOREIGN)


class FakeDesk:
    """Has targets, and a job that ends with each of `endings` in turn."""

    def __init__(self, *endings):
        self.targets = [CLOUD, WEB]
        self.endings = list(endings)
        self.noted, self.passwords, self.overwrites, self.trusted = [], [], [], []
        self.go_on = threading.Event()

    def publish_targets(self):
        return tuple(self.targets)

    def save_publish_target(self, target, *, by, password, replaces):  # noqa: ARG002 - as the desk has it
        self.passwords.append(password)
        self.targets = [one for one in self.targets if one.name != replaces] + [target]
        return target

    def remove_publish_target(self, name, *, by):  # noqa: ARG002 - as the desk has it
        self.targets = [one for one in self.targets if one.name != name]

    def accept_host_key(self, name, key, *, by):  # noqa: ARG002 - as the desk has it
        self.trusted.append((name, key))
        return WEB

    def publish_job(self, name, folder, *, password):  # noqa: ARG002 - as the desk has it
        self.passwords.append(password)
        if isinstance(self.endings[0], KeyringMissing):
            raise self.endings.pop(0)
        return self

    def trial_job(self, target, *, password):  # noqa: ARG002 - as the desk has it
        return self

    def try_connection(self):
        return self._end()

    def run(self, *, tell, is_stopped, overwrite):
        self.overwrites.append(overwrite)
        tell(Progress(Doing.SENDING, 1, 4, 2_000_000, 8_000_000, 90.0))
        if self.endings[0] is None:
            self.go_on.wait(5)
            if is_stopped():
                raise UploadStopped("server.example")
        return self._end()

    def _end(self):
        ending = self.endings.pop(0)
        if isinstance(ending, Exception):
            raise ending
        return ending

    def note_published(self, name, published, *, by):
        self.noted.append((name, published, by))

    def close(self):
        pass


@pytest.fixture
def open_dialog(qtbot):
    workers = []

    def make(desk):
        worker = DeskWorker(lambda: desk)
        workers.append(worker)
        dialog = PublishDialog(worker, desk.publish_targets(), "Ada")
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    yield make
    for worker in workers:
        worker.close()


def press(qtbot, dialog, name):
    button = dialog.findChild(QPushButton, name)
    assert button.isVisible() and button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def said(dialog):
    return dialog.findChild(QLabel, "outcome").text()


def test_a_published_site_is_told_and_noted(qtbot, open_dialog):
    desk = FakeDesk(DONE)
    dialog = open_dialog(desk)

    dialog.list.setCurrentRow(1)
    press(qtbot, dialog, "publish")
    qtbot.waitUntil(lambda: bool(desk.noted))

    assert said(dialog) == "Published to server.example/srv/www. Files: 1 new, 1 changed, 0 removed."
    assert desk.noted == [("Webben", DONE, "Ada")]


def test_progress_is_shown_until_somebody_stops_it(qtbot, open_dialog):
    desk = FakeDesk(None)
    dialog = open_dialog(desk)

    press(qtbot, dialog, "publish")
    qtbot.waitUntil(lambda: dialog.outcome.words.text().startswith("Sending"))
    words = dialog.outcome.words.text()
    dialog.reject()
    still_open = dialog.isVisible()
    press(qtbot, dialog, "stop")
    desk.go_on.set()
    qtbot.waitUntil(lambda: bool(dialog.outcome.problem.text()))

    assert words == "Sending: 1 of 4 files, 2 of 8 MB, about 2 minutes left"
    assert still_open
    assert dialog.outcome.problem.text().startswith("Publishing to server.example was stopped.")
    assert dialog.publish_button.isVisible() and not dialog.stop_button.isVisible()


def test_files_of_others_are_replaced_only_by_a_button_of_its_own(qtbot, open_dialog):
    desk = FakeDesk(WouldOverwrite("server.example", (CONFLICT,)), DONE)
    dialog = open_dialog(desk)

    press(qtbot, dialog, "publish")
    qtbot.waitUntil(dialog.overwrite_button.isVisible)
    refused = dialog.outcome.problem.text()
    press(qtbot, dialog, "overwrite")
    qtbot.waitUntil(lambda: bool(desk.noted))

    assert "index.html" in refused
    assert desk.overwrites == [False, True]
    assert not dialog.overwrite_button.isVisible()


@pytest.mark.parametrize("is_changed", [False, True])
def test_the_key_of_a_server_is_shown_and_accepted_by_its_own_button(qtbot, open_dialog, is_changed):
    asked = ("server.example", "ssh-ed25519 AAAA", "SHA256:nyckel")
    error = HostKeyChanged(*asked, "SHA256:tidigare") if is_changed else HostKeyUnknown(*asked)
    desk = FakeDesk(error, DONE)
    dialog = open_dialog(desk)
    dialog.list.setCurrentRow(1)

    press(qtbot, dialog, "publish")
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox, "host_key") is not None)
    box = dialog.findChild(QMessageBox, "host_key")
    words = box.informativeText()
    is_refused_by_enter = box.defaultButton().text() == "Do not connect"
    press(qtbot, box, "accept_key")
    qtbot.waitUntil(lambda: bool(desk.noted))

    assert "SHA256:nyckel" in words and ("SHA256:tidigare" in words) is is_changed
    assert is_refused_by_enter
    assert desk.trusted == [("Webben", "ssh-ed25519 AAAA")]


def test_without_a_keyring_the_password_is_asked_for_once(qtbot, open_dialog):
    desk = FakeDesk(KeyringMissing("Molnet", "PRESSKLAR_PASSWORD_MOLNET", "locked"), DONE)
    dialog = open_dialog(desk)

    press(qtbot, dialog, "publish")
    line = dialog.findChild(QLineEdit, "password_once")
    qtbot.waitUntil(line.isVisible)
    qtbot.keyClicks(line, "korrekt")
    press(qtbot, dialog, "publish")
    qtbot.waitUntil(lambda: bool(desk.noted))

    assert desk.passwords == ["", "korrekt"]
    assert line.text() == "" and not line.isVisible()


def test_a_new_target_is_tried_saved_and_chosen(qtbot, open_dialog):
    desk = FakeDesk(LoginRefused("server.example"), True)
    dialog = open_dialog(desk)

    press(qtbot, dialog, "add")
    form = dialog.findChild(TargetDialog)
    form.name.setText("Ny plats")
    form.kind.setCurrentIndex(form.kind.findData(TargetKind.WEBDAV))
    form.findChild(QLineEdit, "target_address").setText("https://moln.example")
    form.findChild(QLineEdit, "target_user").setText("ada")
    form.password.setText("korrekt")
    press(qtbot, form, "test")
    qtbot.waitUntil(lambda: bool(form.problem.text()))
    refused = form.problem.text()
    press(qtbot, form, "test")
    qtbot.waitUntil(lambda: bool(said(form)))
    works = said(form)
    press(qtbot, form, "save")
    qtbot.waitUntil(lambda: dialog.list.count() == 3)

    assert refused.startswith("server.example refuses")
    assert works == "The connection works, and the folder can be published to."
    assert desk.targets[-1] == PublishTarget(
        "Ny plats", TargetKind.WEBDAV, "https://moln.example", user="ada"
    )
    assert desk.passwords == ["korrekt"]
    assert dialog.list.currentItem().text().startswith("Ny plats\n")


def test_what_was_typed_stays_when_another_kind_is_chosen(qtbot, open_dialog):
    dialog = open_dialog(FakeDesk())
    dialog.list.setCurrentRow(1)

    press(qtbot, dialog, "edit")
    form = dialog.findChild(TargetDialog)
    for kind in (TargetKind.ZIP, TargetKind.S3, TargetKind.SFTP):
        form.kind.setCurrentIndex(form.kind.findData(kind))

    shown, has_key_button = form.target(), form.key_button.isVisible()
    form.reject()

    assert shown == WEB
    assert has_key_button


def test_a_removed_target_is_gone_and_without_any_the_dialog_says_what_to_do(qtbot, open_dialog):
    dialog = open_dialog(FakeDesk())

    for left in (1, 0):
        press(qtbot, dialog, "remove")
        qtbot.waitUntil(lambda left=left: dialog.list.count() == left)

    assert dialog.add_button.isEnabled()
    assert not dialog.publish_button.isEnabled() and not dialog.edit_button.isEnabled()
    assert not dialog.list.isVisible()


def test_a_key_from_a_file_goes_along_whole(qtbot, open_dialog, tmp_path, monkeypatch):
    key = "-----BEGIN OPENSSH PRIVATE KEY-----\nett\ntvå\n"
    (tmp_path / "id").write_text(key, encoding="utf-8")
    monkeypatch.setattr(
        "ui.publish.targets.target_dialog.QFileDialog.getOpenFileName", lambda *_: (str(tmp_path / "id"), "")
    )
    desk = FakeDesk()
    dialog = open_dialog(desk)
    dialog.list.setCurrentRow(1)

    press(qtbot, dialog, "edit")
    form = dialog.findChild(TargetDialog)
    press(qtbot, form, "choose_key")
    qtbot.waitUntil(lambda: form.password.placeholderText() == "The key id")
    press(qtbot, form, "save")
    qtbot.waitUntil(lambda: bool(desk.passwords))

    assert desk.passwords == [key]
