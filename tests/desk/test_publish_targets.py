"""Targets at the desk: what is kept, what is logged, and where passwords are."""

import keyring
import keyring.backend
import keyring.backends.fail
import pytest
from msgspec.structs import replace

from editor_app.desk.target_errors import (
    KeyringMissing,
    NeverExported,
    PasswordMissing,
    TargetMissing,
    TargetNameTaken,
)
from editor_app.domain.audit import Act
from editor_app.domain.publish_target import BrokenTarget, PublishTarget, TargetKind, TargetProblem
from editor_app.site.targets.errors import NoExport
from editor_app.site.targets.values import Published

SERVER = PublishTarget("Webben", TargetKind.SFTP, "server.example", folder="/srv/www", user="redaktionen")
PASSWORD = "korrekt-häst-42"


class MemoryKeyring(keyring.backend.KeyringBackend):
    """A keyring that is gone with the test."""

    priority = 1

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        if (service, username) not in self.kept:
            raise keyring.errors.PasswordDeleteError
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def ring():
    before, ring = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(ring)
    yield ring
    keyring.set_keyring(before)


def entries(desk):
    with desk._archive.reading() as holdings:
        return list(holdings.log.entries())


def test_a_target_is_kept_tidied_and_logged(desk):
    saved = desk.save_publish_target(replace(SERVER, name=" Webben ", address=" server.example "), by="Ada")

    assert desk.publish_targets() == (saved,) == (SERVER,)
    newest = entries(desk)[-1]
    assert (newest.act, newest.by) == (Act.TARGET_SAVED, "Ada")
    assert newest.details == {
        "target": "Webben",
        "kind": "sftp",
        "address": "server.example/srv/www",
        "user": "redaktionen",
    }


def test_the_password_is_in_the_keyring_and_nowhere_in_the_archive(desk, ring, tmp_path):
    desk.save_publish_target(SERVER, by="Ada", password=PASSWORD)

    assert list(ring.kept.values()) == [PASSWORD]
    assert PASSWORD not in repr(entries(desk)) + repr(desk.publish_targets())
    assert PASSWORD not in repr(vars(desk.publish_job("webben", tmp_path)).get("target"))
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or PASSWORD.encode() not in file.read_bytes()


def test_a_password_goes_to_no_other_server_than_it_was_given_for(desk, ring, tmp_path):
    desk.save_publish_target(SERVER, by="Ada", password=PASSWORD)
    desk.save_publish_target(replace(SERVER, address="annan.example"), by="Bo", replaces="Webben")

    with pytest.raises(PasswordMissing):
        desk.publish_job("Webben", tmp_path)
    assert ring.kept == {}


def test_a_password_that_another_target_needs_stays(desk, tmp_path):
    desk.save_publish_target(SERVER, by="Ada", password=PASSWORD)
    desk.save_publish_target(replace(SERVER, name="Prov", folder="/srv/prov"), by="Ada")

    desk.remove_publish_target("Webben", by="Ada")

    assert desk.publish_job("Prov", tmp_path).target.name == "Prov"


def test_a_publishing_that_changed_nothing_is_not_in_the_log(desk):
    before = entries(desk)

    desk.note_published("Webben", Published("server.example", 5, sent_bytes=300), by="Ada")

    assert entries(desk) == before


def test_another_server_has_its_key_accepted_anew(desk):
    desk.save_publish_target(SERVER, by="Ada")
    accepted = desk.accept_host_key("Webben", "ssh-ed25519 AAAA", by="Ada")

    moved = desk.save_publish_target(replace(accepted, address="annan.example"), by="Bo", replaces="Webben")

    assert accepted.host_key == "ssh-ed25519 AAAA"
    assert moved.host_key == ""


def test_without_a_keyring_the_environment_is_asked(desk, tmp_path, monkeypatch):
    desk.save_publish_target(SERVER, by="Ada")
    keyring.set_keyring(keyring.backends.fail.Keyring())

    with pytest.raises(KeyringMissing) as refused:
        desk.publish_job("Webben", tmp_path)
    assert refused.value.variable == "PRESSKLAR_PASSWORD_WEBBEN"
    monkeypatch.setenv("PRESSKLAR_PASSWORD_WEBBEN", PASSWORD)

    assert desk.publish_job("Webben", tmp_path).target == SERVER


def test_where_a_password_cannot_be_kept_nothing_is(desk):
    keyring.set_keyring(keyring.backends.fail.Keyring())

    with pytest.raises(KeyringMissing):
        desk.save_publish_target(SERVER, by="Ada", password=PASSWORD)

    assert desk.publish_targets() == ()


def test_a_removed_target_takes_its_password_along(desk, ring):
    desk.save_publish_target(SERVER, by="Ada", password=PASSWORD)

    desk.remove_publish_target("webben", by="Bo")

    assert desk.publish_targets() == ()
    assert ring.kept == {}
    assert entries(desk)[-1].act == Act.TARGET_REMOVED


def test_names_are_taken_once_and_unknown_ones_told(desk):
    desk.save_publish_target(SERVER, by="Ada")

    with pytest.raises(TargetNameTaken):
        desk.save_publish_target(replace(SERVER, name="webben"), by="Ada")
    with pytest.raises(TargetMissing) as missing:
        desk.publish_job("intranätet")
    assert missing.value.names == ("Webben",)


def test_a_broken_target_is_not_kept(desk):
    with pytest.raises(BrokenTarget) as refused:
        desk.save_publish_target(replace(SERVER, address="a b"), by="Ada")

    assert refused.value.problems == (TargetProblem.NO_HOST,)
    assert desk.publish_targets() == ()


def test_the_newest_export_is_published_to_a_zip_file_and_logged(desk, tmp_path):
    target = PublishTarget("Paket", TargetKind.ZIP, str(tmp_path / "webben.zip"))
    desk.save_publish_target(target, by="Ada")
    with pytest.raises(NeverExported):
        desk.publish_job("Paket")
    desk.export(tmp_path / "site", by="Ada")

    published = desk.publish_job("Paket").run()
    desk.note_published("Paket", published, by="Ada")

    newest = entries(desk)[-1]
    assert (newest.act, newest.details["target"]) == (Act.SITE_PUBLISHED, "Paket")
    assert newest.details["added"] == str(len(published.added))
    assert (tmp_path / "webben.zip").is_file()


def test_a_folder_that_is_no_export_is_told(desk, tmp_path):
    desk.save_publish_target(PublishTarget("Paket", TargetKind.ZIP, str(tmp_path / "a.zip")), by="Ada")

    with pytest.raises(NoExport):
        desk.publish_job("Paket", tmp_path).run()
