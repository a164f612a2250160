"""An export, and a server of each kind that is started once for all tests."""

import logging
import uuid
from datetime import UTC, datetime

import pytest

from editor_app.domain.audit import Head
from editor_app.domain.publish_target import TargetKind
from editor_app.site.output import committing, ledger
from editor_app.site.output.output import Output
from editor_app.site.output.values import State
from tests.site.targets.places import SERVERS, Place, root_of

PAGES = {
    "index.html": b"<h1>Klarebro</h1>",
    "nyhet/bron/index.html": b"<h1>Bron \xc3\xb6ppnar</h1>",
    "nyhet/skolan/index.html": b"<h1>Skolan</h1>",
    "bilder/bron.webp": bytes(range(256)) * 200,
    "atom.xml": b"<feed/>",
}


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch):
    """Nothing here is about power cuts."""
    monkeypatch.setattr(ledger, "SYNCHRONOUS", "OFF")
    monkeypatch.setattr(committing, "sync", lambda *_of_what: None)


@pytest.fixture(autouse=True)
def quiet_servers(caplog):
    caplog.set_level(logging.CRITICAL)


class Export:
    """An exported website that changes from one export to the next."""

    def __init__(self, folder):
        self.folder = folder
        self.pages = dict(PAGES)
        self._number = 0
        self.write()

    def write(self, **_nothing):
        """Export what `pages` are."""
        self._number += 1
        moment = datetime(2026, 3, 1, 12, self._number, tzinfo=UTC)
        with Output.open(self.folder) as output:
            for path, data in self.pages.items():
                output.put(path, data)
            output.replace_all()
            output.commit(State(Head(self._number, f"{self._number:064x}"), moment))
        return self

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def export(tmp_path):
    return Export(tmp_path / "www" / "public")


@pytest.fixture(scope="session")
def servers(tmp_path_factory):
    """Return what starts the server of a kind when it is first asked for."""
    folder, started = tmp_path_factory.mktemp("servers"), {}

    def server(kind):
        if kind not in started:
            started[kind] = SERVERS[kind](root_of(folder, kind))
        return started[kind]

    yield server
    for one in started.values():
        one.close()


@pytest.fixture(params=[TargetKind.SFTP, TargetKind.WEBDAV, TargetKind.S3], ids=lambda kind: kind.value)
def place(request, servers):
    return Place(servers(request.param), f"plats-{uuid.uuid4().hex[:12]}")


@pytest.fixture
def sftp(servers):
    return Place(servers(TargetKind.SFTP), f"plats-{uuid.uuid4().hex[:12]}")


@pytest.fixture
def webdav(servers):
    return Place(servers(TargetKind.WEBDAV), f"plats-{uuid.uuid4().hex[:12]}")


@pytest.fixture
def s3(servers):
    return Place(servers(TargetKind.S3), f"plats-{uuid.uuid4().hex[:12]}")
