"""The commands that publish the exported website, and that tell where to."""

import keyring
import pytest
from keyring.backends.fail import Keyring

from editor_app.command_line.exit_codes import ExitCode
from tests.site.targets.places import PASSWORD, USER, Place, SshServer


@pytest.fixture
def server(tmp_path):
    root = tmp_path / "server"
    root.mkdir()
    server = SshServer(root)
    yield server
    server.close()


@pytest.fixture
def exported(command, archive, tmp_path):
    command("export", "--out", tmp_path / "site", "--archive", archive, "--by", "Ada")
    return tmp_path / "site"


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_target_is_added_listed_published_to_and_removed(command, archive, exported, tmp_path):
    file = tmp_path / "webben.zip"
    added = command("targets", "add", "Paket", "--kind", "zip", "--address", file, "--archive", archive)
    listed = command("targets", "list", "--json", "--archive", archive).json
    looked = command("publish-to", "paket", "--dry-run", "--archive", archive)
    assert not file.exists()
    published = command("publish-to", "paket", "--json", "--archive", archive).json
    again = command("publish-to", "paket", "--archive", archive)
    removed = command("targets", "remove", "paket", "--archive", archive)

    assert added.out == f"Paket is kept: {file}.\n"
    assert [(one["name"], one["kind"]) for one in listed] == [("Paket", "zip")]
    assert looked.out.startswith(f"To be published to {file}. Files: {len(published['added'])} new")
    assert file.is_file()
    assert again.out == f"Nothing has changed since the website was last published to {file}.\n"
    assert removed.code == ExitCode.DONE
    assert command("targets", "list", "--archive", archive).out.startswith("There are no targets yet.")


def test_a_server_is_published_to_once_its_key_is_accepted(command, archive, exported, server, monkeypatch):
    monkeypatch.setenv("PRESSKLAR_PASSWORD_WEBBEN", PASSWORD)
    place = Place(server, "webb")
    settings = ("--kind", "sftp", "--address", server.address(server.port), "--to", "webb", "--user", USER)
    command("targets", "add", "Webben", *settings, "--archive", archive)

    refused = command("publish-to", "Webben", "--archive", archive)
    fingerprint = server.key.get_fingerprint()
    other = command("publish-to", "Webben", "--accept-host-key", "SHA256:annan", "--archive", archive)
    tried = command("targets", "test", "Webben", "--accept-host-key", fingerprint, "--archive", archive)
    published = command("publish-to", "Webben", "--from", exported, "--archive", archive)

    assert refused.code == other.code == ExitCode.PREVENTED
    assert f"accept it with --accept-host-key {fingerprint}" in refused.err
    assert tried.out == "The connection works, and the folder can be published to.\n"
    assert published.code == ExitCode.DONE
    assert set(place.files()) == files_in(exported)
    log = command("log", "--archive", archive).out
    assert "Site published to a target" in log
    assert PASSWORD not in log + refused.err + published.out


def test_work_of_others_is_replaced_only_when_that_is_asked_for(
    command, archive, exported, server, monkeypatch
):
    monkeypatch.setenv("PRESSKLAR_PASSWORD_WEBBEN", PASSWORD)
    place = Place(server, "webb")
    place.write("index.html", b"annans")
    settings = ("--kind", "sftp", "--address", server.address(server.port), "--to", "webb", "--user", USER)
    command("targets", "add", "Webben", *settings, "--archive", archive)
    accept = ("--accept-host-key", server.key.get_fingerprint())

    warned = command("targets", "test", "Webben", *accept, "--archive", archive)
    refused = command("publish-to", "Webben", "--archive", archive)
    assert place.files() == {"index.html": b"annans"}
    published = command("publish-to", "Webben", "--overwrite", "--archive", archive)

    assert warned.code == ExitCode.WARNED
    assert refused.code == ExitCode.PREVENTED
    assert "index.html" in refused.err
    assert "replace them with --overwrite." in refused.err
    assert "Work of others was replaced in 1 file: index.html." in published.out


def test_without_a_keyring_the_command_says_what_to_do(command, archive, exported, monkeypatch):
    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())
    settings = ("--kind", "webdav", "--address", "https://moln.example", "--user", USER)
    command("targets", "add", "Molnet", *settings, "--archive", archive)

    refused = command("publish-to", "Molnet", "--archive", archive)

    keyring.set_keyring(before)
    assert refused.code == ExitCode.PREVENTED
    assert "PRESSKLAR_PASSWORD_MOLNET" in refused.err and "--ask-password" in refused.err
