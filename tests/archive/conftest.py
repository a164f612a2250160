"""An archive in a folder of its own."""

import shutil

import pytest

from editor_app.archive.archive import open_archive


@pytest.fixture
def path(tmp_path):
    return tmp_path / "archive.sqlite3"


@pytest.fixture(scope="session")
def blank_archive(tmp_path_factory):
    """An archive that holds nothing: to copy it is faster than to make one for each test."""
    path = tmp_path_factory.mktemp("blank") / "archive.sqlite3"
    open_archive(path, create=True).close()
    return path


@pytest.fixture
def archive(blank_archive, path):
    shutil.copy(blank_archive, path)
    archive = open_archive(path)
    yield archive
    archive.close()
