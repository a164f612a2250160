"""What may be wrong with a target."""

import pytest

from editor_app.domain.publish_target import PublishTarget, TargetKind, TargetProblem, fingerprint, problems


@pytest.mark.parametrize(
    ("kind", "address", "folder", "found"),
    [
        (TargetKind.SFTP, "server.example", "www", []),
        (TargetKind.SFTP, "server.example:2222", "/srv/www", []),
        (TargetKind.SFTP, "[2001:db8::1]:2222", "", []),
        (TargetKind.SFTP, "sftp://server.example", "", [TargetProblem.NO_HOST]),
        (TargetKind.SFTP, "server.example:port", "", [TargetProblem.NO_HOST]),
        (TargetKind.SFTP, "ada:hemligt@server.example", "", [TargetProblem.PASSWORD_IN_ADDRESS]),
        (TargetKind.SFTP, "", "", [TargetProblem.NO_ADDRESS]),
        (TargetKind.WEBDAV, "https://moln.example/dav", "webb", []),
        (TargetKind.WEBDAV, "http://moln.example/dav", "webb", [TargetProblem.NOT_HTTPS]),
        (TargetKind.WEBDAV, "http://127.0.0.1:8080", "webb", []),
        (TargetKind.WEBDAV, "https://ada:hemligt@moln.example", "", [TargetProblem.PASSWORD_IN_ADDRESS]),
        (TargetKind.WEBDAV, "https://", "", [TargetProblem.NO_HOST]),
        (TargetKind.WEBDAV, "https://moln.example", "../annat", [TargetProblem.ODD_FOLDER]),
        (TargetKind.S3, "https://s3.example", "hink/webb", []),
        (TargetKind.S3, "https://s3.example", "", [TargetProblem.NO_BUCKET]),
        (TargetKind.ZIP, "/tmp/webben.zip", "", []),
        (TargetKind.ZIP, "/tmp/webben", "", [TargetProblem.NO_ZIP]),
    ],
)
def test_what_is_wrong_with_an_address_is_found(kind, address, folder, found):
    target = PublishTarget("webben", kind, address, folder=folder, user="redaktionen")

    assert list(problems(target)) == found


def test_a_server_needs_a_user_and_a_target_a_name():
    target = PublishTarget(" ", TargetKind.SFTP, "server.example")

    assert list(problems(target)) == [TargetProblem.NO_NAME, TargetProblem.NO_USER]


def test_host_and_port_are_read():
    target = PublishTarget("a", TargetKind.SFTP, "[2001:db8::1]:2222")

    assert target.host_and_port == ("2001:db8::1", 2222)
    assert PublishTarget("a", TargetKind.SFTP, "server.example").host_and_port == ("server.example", 22)


def test_a_key_is_shown_as_ssh_programs_show_it():
    key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"

    assert fingerprint(key).startswith("SHA256:") and len(fingerprint(key)) == 50
    assert fingerprint("ingen nyckel alls") == ""
