"""An archive in a folder of its own."""

import pytest

from editor_app.archive.archive import open_archive
from tests.blank_archives import blank_archive


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture
def archive(path):
    archive = open_archive(blank_archive(path))
    yield archive
    archive.close()
