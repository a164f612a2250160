"""The place that the tests of the output store write to, without waiting for the disk."""

import json
from hashlib import sha256

import pytest

from editor_app.site.output import committing, ledger


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch):
    """Processes that are killed leave what they wrote; only a power cut needs the waiting."""
    monkeypatch.setattr(ledger, "SYNCHRONOUS", "OFF")
    monkeypatch.setattr(committing, "sync", lambda *_of_what: None)


@pytest.fixture
def target(tmp_path):
    return tmp_path / "www" / "public"


@pytest.fixture
def earlier(target):
    """Return a folder as the version before wrote it, with a page and a stylesheet."""
    files = {"index.html": b"hem", "nyheter/bad/index.html": b"badet", "assets/site.css": b"p{}"}
    for path, data in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(data)
    manifest = {
        "files": {path: sha256(data).hexdigest() for path, data in files.items()},
        "articles": {"nyheter/bad/index.html": {"article": "bad", "revision": "b" * 64}},
        "log_head": {"number": 4, "hash": "a" * 64},
        "made_by": "Pressklar",
        "schema": 1,
    }
    (target / "pressklar.json").write_text(json.dumps(manifest))
    return target
