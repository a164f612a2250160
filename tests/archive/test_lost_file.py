"""An archive that is moved, deleted or replaced by another while it is open."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from editor_app.archive.archive import open_archive
from editor_app.archive.errors import ArchiveGone, NotAnArchive
from editor_app.domain.article import Category


def add(archive, name):
    with archive.writing() as holdings:
        holdings.categories.add(Category(name, name, name.casefold()))


def names(archive):
    with archive.reading() as holdings:
        return [category.name for category in holdings.categories.all()]


def names_in(path):
    archive = open_archive(path)
    try:
        return names(archive)
    finally:
        archive.close()


def test_nothing_is_written_to_an_archive_that_is_gone(archive, path):
    add(archive, "Trafik")
    path.unlink()

    with pytest.raises(ArchiveGone) as gone:
        add(archive, "Skola")

    assert gone.value.path == path
    assert names(archive) == ["Trafik"]


def test_an_archive_that_is_put_back_takes_the_words(archive, path, tmp_path):
    path.rename(tmp_path / "elsewhere.sqlite3")
    with pytest.raises(ArchiveGone):
        add(archive, "Skola")
    (tmp_path / "elsewhere.sqlite3").rename(path)

    add(archive, "Skola")

    archive.close()
    assert names_in(path) == ["Skola"]


def test_what_took_the_place_of_the_archive_gets_the_words(archive, path, tmp_path):
    add(archive, "Trafik")
    shutil.copy(path, tmp_path / "copy.sqlite3")
    add(archive, "Skola")
    (tmp_path / "copy.sqlite3").replace(path)

    add(archive, "Kultur")

    assert names(archive) == ["Kultur", "Trafik"]
    archive.close()
    assert names_in(path) == ["Kultur", "Trafik"]


def test_another_thing_in_the_place_of_the_archive_is_refused_and_left_alone(archive, path, tmp_path):
    path.rename(tmp_path / "elsewhere.sqlite3")
    path.write_text("Anteckningar")

    with pytest.raises(NotAnArchive):
        add(archive, "Skola")

    assert path.read_text() == "Anteckningar"


def test_a_copy_of_the_file_alone_is_whole_while_the_archive_is_open(archive, path, tmp_path):
    add(archive, "Trafik")

    shutil.copy(path, tmp_path / "copy.sqlite3")

    assert names_in(tmp_path / "copy.sqlite3") == ["Trafik"]


def test_a_reader_elsewhere_does_not_delay_a_change(archive, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM categories").fetchone()

        add(archive, "Trafik")

        assert reader.execute("SELECT count(*) FROM categories").fetchone() == (0,)
    assert names(archive) == ["Trafik"]


def test_what_somebody_else_changes_leaves_a_trace_and_what_is_changed_here_does_not(archive, path):
    add(archive, "Trafik")
    before = archive.trace_of_others()
    add(archive, "Skola")
    after_own = archive.trace_of_others()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM categories")

    assert after_own == before
    assert archive.trace_of_others() != before


def test_another_file_in_the_place_of_the_archive_leaves_a_trace(archive, path, tmp_path):
    before = archive.trace_of_others()
    shutil.copy(path, tmp_path / "copy.sqlite3")
    (tmp_path / "copy.sqlite3").replace(path)

    assert archive.trace_of_others() != before


def test_an_archive_that_is_gone_has_no_trace(archive, path):
    path.unlink()

    with pytest.raises(ArchiveGone):
        archive.trace_of_others()
