"""The place that the tests of the output store write to, without waiting for the disk."""

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
