"""What can still be read of a damaged archive is read, and the file stays just as it is."""

import hashlib
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from editor_app.archive.errors import ArchiveReadOnly, NewerArchive, NothingToSalvage
from editor_app.archive.salvage import salvaging
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.desk.damage_words import damage_words
from editor_app.desk.opening import open_desk, open_what_is_left
from editor_app.domain.codec import BrokenText
from editor_app.domain.document import plain_text
from editor_app.domain.workflow import LiveSide, State
from tests.archive.salvage.conftest import ARTICLES, PAGE

ALL = [f"Artikel {number:02}" for number in range(ARTICLES)]


@pytest.fixture
def desk(damaged):
    """Return a function that opens what is left, and sees that the file stays as it is."""
    desks = []

    def open_left():
        before = {file: file.read_bytes() for file in damaged.path.parent.iterdir()}
        desk = open_what_is_left(damaged.path)
        desks.append(desk)
        assert {file: file.read_bytes() for file in damaged.path.parent.iterdir()} == before
        return desk

    yield open_left
    for desk in desks:
        desk.close()


def titles(desk):
    return sorted(line.title for line in desk.articles())


def readable(desk):
    """Return the titles of the articles whose words are all there."""
    found = []
    for line in desk.articles():
        blocks = desk.open(line.id).article.body.blocks
        if len(blocks) == 8 and all(plain_text(block).startswith("Stycke") for block in blocks):
            found.append(line.title)
    return sorted(found)


def test_of_a_whole_archive_all_is_read(desk):
    left = desk()

    assert titles(left) == readable(left) == ALL
    assert left.damage().torn == ()
    assert (left.damage().articles, left.damage().mended, left.damage().rebuilt) == (ARTICLES, 0, 0)
    assert sum(line.live is LiveSide.LIVE for line in left.articles()) == ARTICLES // 2


def test_nothing_is_written_and_it_is_said_why(desk, damaged):
    left = desk()
    copy = left.open(left.articles()[0].id)

    with pytest.raises(ArchiveReadOnly) as refused:
        left.save(msgspec.structs.replace(copy.article, title="Ny"), version=copy.version, by="Ada")

    assert refused.value.path == damaged.path


def test_no_site_is_written_of_what_is_left(desk, tmp_path):
    left = desk()

    with pytest.raises(ArchiveReadOnly):
        left.export(tmp_path / "site", by="Ada")

    assert not (tmp_path / "site").exists()


def test_what_is_readable_is_exported_to_word(desk, tmp_path):
    left = desk()

    left.export_word(left.articles()[0].id, tmp_path / "kept.docx")

    assert (tmp_path / "kept.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("which", [0, 1, -1])
def test_articles_on_other_pages_than_the_damaged_one_are_whole(desk, damaged, which):
    damaged.fill_page(damaged.leaf_pages("working_copies")[which])

    left = desk()

    assert "working_copies" in left.damage().torn
    # All are in the list. What was approved has its words from the version that was approved.
    assert titles(left) == ALL
    assert len(readable(left)) > ARTICLES * 3 // 4
    assert set(readable(left)) >= set(ALL[1::2])


@pytest.mark.parametrize("which", [0, 1, -1])
def test_articles_whose_row_is_damaged_are_found_by_their_words(desk, damaged, which):
    damaged.fill_page(damaged.leaf_pages("articles")[which])

    left = desk()

    assert left.damage().torn == ("articles",)
    assert left.damage().rebuilt > 0
    assert titles(left) == readable(left) == ALL


@pytest.mark.parametrize(("keep", "least"), [(0.6, ARTICLES // 10), (0.9, ARTICLES // 2)])
def test_of_a_file_that_was_cut_short_what_is_there_is_read(desk, damaged, keep, least):
    del damaged.data[int(len(damaged.data) * keep) :]
    damaged.write()

    left = desk()

    assert left.damage().torn
    assert len(readable(left)) > least


def test_a_row_that_tells_no_time_is_not_taken_for_one_that_does(desk, damaged):
    damaged.run(
        "UPDATE approvals SET approved_at = '2026-11-23 11:00:' || char(0)",
        "UPDATE articles SET updated_at = 'soon' WHERE title = 'Artikel 02'",
    )

    left = desk()

    assert set(left.damage().torn) == {"articles", "approvals"}
    assert titles(left) == readable(left) == ALL


@pytest.mark.parametrize("length", [16, 24, 60, 100])
def test_a_header_of_garbage_is_made_anew(desk, damaged, length):
    damaged.data[:length] = random.Random(3).randbytes(length)
    damaged.write()

    left = desk()

    assert readable(left) == ALL


def test_garbage_in_the_middle_costs_only_what_it_covers(desk, damaged):
    middle = len(damaged.data) // 2
    damaged.data[middle : middle + 3 * PAGE] = random.Random(4).randbytes(3 * PAGE)
    damaged.write()

    left = desk()

    assert len(readable(left)) > ARTICLES // 2


def test_a_table_whose_definition_is_broken_does_not_hide_the_others(desk, damaged):
    damaged.run(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABEL contacts (' WHERE name = 'contacts'",
    )

    left = desk()

    assert "contacts" in left.damage().torn
    assert readable(left) == ALL


def test_words_that_mean_nothing_claim_least(desk, damaged):
    damaged.run(
        "UPDATE articles SET state = 'aproved', live = 'alive', kind = 'nyhett' WHERE title = 'Artikel 01'"
    )

    left = desk()

    line = next(line for line in left.articles() if line.title == "Artikel 01")
    assert (line.state, line.live) == (State.DRAFT, LiveSide.NOT_PUBLISHED)
    assert left.damage().mended == 3


def test_a_log_that_is_missing_is_missed_by_nobody(desk, damaged):
    damaged.path.with_name("archive.sqlite3-shm").write_bytes(b"")

    assert readable(desk()) == ALL


def test_what_is_only_in_the_log_is_read_too(desk, damaged, tmp_path):
    with closing(sqlite3.connect(damaged.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        writer = open_desk(damaged.path)
        created = writer.create(by="Ada")
        writer.save(
            msgspec.structs.replace(created.article, title="I loggen"), version=created.version, by="Ada"
        )
        writer.close()
        kept = {
            name: damaged.path.with_name(name).read_bytes()
            for name in ("archive.sqlite3", "archive.sqlite3-wal")
        }
    for name, data in kept.items():
        damaged.path.with_name(name).write_bytes(data)

    assert "I loggen" in titles(desk())


def test_an_older_archive_is_read_and_its_file_stays_older(desk, damaged):
    damaged.path.write_bytes((Path(__file__).parents[1] / "made_by" / "version-1.sqlite3").read_bytes())

    left = desk()

    assert "Ny gångbro över Klarån" in titles(left)


def test_an_archive_of_a_newer_program_is_left_for_that(damaged):
    damaged.run(f"PRAGMA user_version = {ARCHIVE_VERSION + 1}")

    with pytest.raises(NewerArchive):
        open_what_is_left(damaged.path)


@pytest.mark.parametrize("content", [b"", b"Anteckningar", bytes(50000), random.Random(5).randbytes(50000)])
def test_of_nothing_nothing_is_read(damaged, content):
    damaged.path.write_bytes(content)

    with pytest.raises(NothingToSalvage):
        open_what_is_left(damaged.path)

    assert damaged.path.read_bytes() == content


def test_a_text_that_is_broken_says_so_and_the_others_are_read(desk, damaged):
    damaged.run(
        "UPDATE working_copies SET content = substr(content, 1, 40)"
        " WHERE article_id = (SELECT id FROM articles WHERE title = 'Artikel 00')"
    )

    left = desk()

    broken = next(line for line in left.articles() if line.title == "Artikel 00")
    with pytest.raises(BrokenText):
        left.open(broken.id)
    assert left.open(next(line.id for line in left.articles() if line.title == "Artikel 02"))


@pytest.mark.parametrize("seed", range(15))
def test_whatever_page_is_damaged_the_program_stands_and_the_file_stays(damaged, seed):
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(damaged.data))
        noise = chance.randbytes(chance.choice((1, 8, 100, PAGE)))
        damaged.data[at : at + len(noise)] = noise
    damaged.write()
    before = hashlib.sha256(damaged.path.read_bytes()).hexdigest()

    try:
        left = open_what_is_left(damaged.path)
    except (NothingToSalvage, NewerArchive):
        pass
    else:
        assert isinstance(left.articles(), tuple)
        left.close()

    assert hashlib.sha256(damaged.path.read_bytes()).hexdigest() == before


def test_it_is_told_how_many_rows_are_read(damaged):
    told = []

    open_what_is_left(damaged.path, progress=lambda done, total: told.append((done, total))).close()

    rows = [one for one in told if one != (0, 0)]
    assert rows
    assert all(0 <= done <= total for done, total in rows)


def test_of_many_articles_the_titles_are_found_at_once(desk, damaged, monkeypatch):
    monkeypatch.setattr(salvaging, "INDEXED_AT_MOST", ARTICLES - 1)

    left = desk()

    assert not left.damage().finds_whole_texts
    assert "titles" in damage_words(left.damage())
    assert [hit.summary.title for hit in left.search("07")] == ["Artikel 07"]
    assert left.search("stycke") == ()


def test_of_others_whole_texts_are_found(desk):
    left = desk()

    assert "titles" not in damage_words(left.damage())
    assert len(left.search("stycke")) == ARTICLES
