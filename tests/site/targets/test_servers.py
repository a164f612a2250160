"""What servers refuse, and how each refusal is told apart."""

import asyncio
import errno
import os
from hashlib import sha256

import asyncssh
import pytest
import trustme
from msgspec.structs import replace
from obstore.exceptions import GenericError

from editor_app.desk.explain import explain
from editor_app.site.targets.content_types import cache_control, content_type
from editor_app.site.targets.errors import (
    CertificateRefused,
    HostKeyChanged,
    HostKeyUnknown,
    KeyNotReadable,
    LoginRefused,
    ReadBackDiffers,
    RemoteFolderMissing,
    RemoteFull,
    RemoteNotWritable,
    ServerUnreachable,
)
from editor_app.site.targets.publishing import publish, try_connection
from editor_app.site.targets.remote import PART
from editor_app.site.targets.s3 import Bucket, open_remote
from editor_app.site.targets.sftp import Sftp
from editor_app.site.targets.webdav import WebDav
from editor_app.translation import use_language
from tests.site.targets.places import DavServer, Place


@pytest.fixture(autouse=True)
def in_swedish():
    use_language("sv")
    yield
    use_language("en")


def refusal(error, place, export, **changes):
    """Return what keeps the export from being published, whose words have no password in them."""
    password = changes.pop("password", place.password)
    with pytest.raises(error) as refused:
        publish(replace(place.target(), **changes), password, export.folder, pauses=())
    told = explain(refused.value)
    assert type(refused.value) is error
    assert password not in f"{refused.value!r} {told.what} {told.next_step}"
    assert refused.value.__suppress_context__ or refused.value.__cause__ is None
    return refused.value, told


def test_a_wrong_password_is_told_in_swedish(sftp, webdav, export):
    for place in (sftp, webdav):
        _error, told = refusal(LoginRefused, place, export, password="fel-lösenord")

        assert "godtar inte användarnamnet eller lösenordet" in told.what


def test_a_wrong_access_key_is_refused(s3, export):
    with s3.server.asking_for_rights():
        refusal(LoginRefused, s3, export, user="okänd")


def test_a_folder_that_is_not_there_is_named(place, export):
    _error, told = refusal(RemoteFolderMissing, place, export, folder="saknas-helt/webb")

    assert "saknas-helt" in told.what


def test_a_server_that_is_not_there_cannot_be_reached(place, export):
    nowhere = place.server.address(1)

    refusal(ServerUnreachable, place, export, address=nowhere)


def test_the_system_says_why_an_sftp_server_cannot_be_reached(sftp, export):
    error, _told = refusal(ServerUnreachable, sftp, export, address=sftp.server.address(1))

    assert error.reason == os.strerror(errno.ECONNREFUSED)


def test_a_file_that_may_not_be_written_is_named(sftp, webdav, export):
    export.pages["locked/index.html"] = b"<h1>L\xc3\xa5st</h1>"
    export.write()
    for place in (sftp, webdav):
        error, _told = refusal(RemoteNotWritable, place, export)

        assert "locked/index.html" in error.reason


def test_a_collection_is_asked_for_once_however_much_goes_into_it_at_a_time(webdav, export, monkeypatch):
    export.pages.update({f"nyhet/{number}/index.html": b"<h1>Ny</h1>" for number in range(12)})
    export.write()
    asked = []
    ask = WebDav._ask

    async def note(remote, method, path, **more):
        asked.append((method, path))
        return await ask(remote, method, path, **more)

    monkeypatch.setattr(WebDav, "_ask", note)

    publish(webdav.target(), webdav.password, export.folder)

    made = [path for method, path in asked if method == "MKCOL"]
    assert "nyhet/" in made
    assert sorted(made) == sorted(set(made))


def test_a_full_disk_is_told_and_published_to_once_there_is_room(sftp, webdav, export):
    export.pages["full/index.html"] = b"<h1>Fullt</h1>"
    export.write()
    for place in (sftp, webdav):
        _error, told = refusal(RemoteFull, place, export)
        assert "inget utrymme kvar" in told.what

    del export.pages["full/index.html"]
    export.write()
    for place in (sftp, webdav):
        publish(place.target(), place.password, export.folder)
        assert place.files() == export.files()


def test_the_key_of_a_server_is_refused_until_it_is_accepted(sftp, export):
    error, told = refusal(HostKeyUnknown, sftp, export, host_key="")

    assert error.fingerprint == sftp.server.key.get_fingerprint()
    assert error.fingerprint.startswith("SHA256:") and error.fingerprint in told.what
    publish(sftp.target(host_key=error.key), sftp.password, export.folder)
    assert sftp.files() == export.files()


def test_a_changed_key_of_a_server_is_refused_loudly(sftp, export):
    other = asyncssh.generate_private_key("ssh-ed25519")

    error, told = refusal(HostKeyChanged, sftp, export, host_key=other.export_public_key().decode().strip())

    assert error.accepted == other.get_fingerprint()
    assert error.fingerprint == sftp.server.key.get_fingerprint()
    assert told.what.startswith("VARNING")
    assert sftp.files() == {}


def test_a_private_key_logs_in_in_the_place_of_a_password(sftp, export):
    key = sftp.server.user_key.export_private_key("openssh").decode()

    publish(sftp.target(), key, export.folder)

    assert sftp.files() == export.files()


def test_a_private_key_that_cannot_be_read_is_told(sftp, export):
    refusal(KeyNotReadable, sftp, export, password="-----BEGIN OPENSSH PRIVATE KEY-----\ntrasig")


@pytest.mark.parametrize("way", ["sftp", "webdav", "s3"])
def test_what_comes_back_otherwise_never_gets_its_name(request, way, export, monkeypatch):
    place = request.getfixturevalue(way)
    publish(place.target(), place.password, export.folder)
    before = place.files()
    export.pages["index.html"] = b"<h1>Nytt</h1>"
    export.write()
    twisted = b"<h1>Nxtt</h1>"
    read = {"sftp": (Sftp, "_fresh"), "webdav": (WebDav, "read"), "s3": (Bucket, "read")}[way]
    whole = getattr(*read)

    async def twisting(remote, path):
        data = await whole(remote, path)
        return twisted if data == b"<h1>Nytt</h1>" else data

    monkeypatch.setattr(*read, twisting)
    # Where the storage says what it has, that is what is compared.
    monkeypatch.setattr("editor_app.site.targets.s3.md5", lambda *_data, **_options: sha256())

    error, told = refusal(ReadBackDiffers, place, export)

    assert error.reason == "index.html"
    assert "kom tillbaka förändrad" in told.what
    if way != "s3":
        assert place.files()["index.html"] == before["index.html"]
        assert not [path for path in place.files() if path.endswith(PART)]
    assert place.files()["pressklar.json"] == before["pressklar.json"]


def test_folders_that_removals_leave_empty_go_too(sftp, export):
    publish(sftp.target(), sftp.password, export.folder)
    del export.pages["nyhet/skolan/index.html"]
    export.write()

    publish(sftp.target(), sftp.password, export.folder)

    assert not (sftp.server.root / sftp.name / "nyhet" / "skolan").exists()
    assert (sftp.server.root / sftp.name / "nyhet" / "bron").is_dir()


def test_a_server_that_nobody_vouches_for_gets_nothing(tmp_path, export):
    issued = trustme.CA().issue_cert("127.0.0.1")
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    certificate.write_bytes(b"".join(one.bytes() for one in issued.cert_chain_pems))
    key.write_bytes(issued.private_key_pem.bytes())
    root = tmp_path / "dav"
    root.mkdir()
    server = DavServer(root, (str(certificate), str(key)))
    try:
        place = Place(server, "webb")
        _error, told = refusal(CertificateRefused, place, export)
    finally:
        server.close()

    assert "kan inte bevisa" in told.what
    assert place.files() == {}


def test_a_bucket_says_what_each_file_is_and_how_long_it_may_be_kept(s3, export):
    publish(s3.target(), s3.password, export.folder)

    store = s3.server.store(s3.name)
    page, image = store.get("index.html").attributes, store.get("bilder/bron.webp").attributes
    assert page["Content-Type"] == "text/html; charset=utf-8"
    assert page["Cache-Control"] == "public, max-age=60, must-revalidate"
    assert (image["Content-Type"], image["Cache-Control"]) == ("image/webp", "public, max-age=604800")


def test_a_storage_that_cannot_create_at_once_is_looked_at_first(s3):
    bucket = open_remote(s3.target(), s3.password)
    bucket._store = WithoutConditions(bucket._store)

    created = [asyncio.run(bucket.create("a.json", data)) for data in (b"1", b"2")]

    assert created == [True, False]
    assert s3.files() == {"a.json": b"1"}


class WithoutConditions:
    """A storage of the kind that knows no conditions."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    async def put_async(self, path, data, *, mode="overwrite", **options):
        if mode == "create":
            raise GenericError("status code: 501 Not Implemented: <Code>NotImplemented</Code>")
        return await self._store.put_async(path, data, **options)


def test_feeds_are_told_from_other_xml():
    assert content_type("amnen/bygga/atom.xml") == "application/atom+xml; charset=utf-8"
    assert content_type("sitemap.xml") == "application/xml; charset=utf-8"
    assert content_type("okänt.xyz") == "application/octet-stream"
    assert "max-age=60" in cache_control("sitemap.xml")


def test_a_trial_meets_the_same_refusals(sftp):
    with pytest.raises(HostKeyUnknown):
        try_connection(sftp.target(host_key=""), sftp.password)
