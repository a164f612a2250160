"""Archives that programs of each version made, kept as files: all that they hold is there after an upgrade.

Each was filled through the desk of its own program: an article that is live, one that is live and
edited, one in review and a draft; with an image, a contact and, where there were such, words.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from editor_app.archive.backups.shelf import backups_of
from editor_app.archive.errors import ArchiveDamaged
from editor_app.archive.sqlite_file import header_stamp
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.desk.opening import open_desk
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.document import Figure, plain_text
from editor_app.domain.revision import content_hash
from tests.originals import original

MADE = Path(__file__).parents[1] / "made_by"
VERSIONS = sorted(MADE.glob("*.sqlite3"), key=lambda path: int(path.stem.removeprefix("version-")))
# When the museum of versions was filled: after that, and before what it holds is to be taken down.
THEN = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def made(request):
    return request.param


@pytest.fixture
def path(made, tmp_path):
    path = tmp_path / "archive.sqlite3"
    shutil.copyfile(made, path)
    return path


@pytest.fixture(scope="session")
def upgraded(tmp_path_factory):
    """Return the folder with an archive that was upgraded, and what was kept of it, each upgraded once."""

    @cache
    def folder_of(made):
        folder = tmp_path_factory.mktemp(made.stem)
        shutil.copyfile(made, folder / "archive.sqlite3")
        open_desk(folder / "archive.sqlite3", clock=lambda: THEN).close()
        return folder

    return folder_of


@pytest.fixture
def desk(made, path, upgraded):
    shutil.copytree(upgraded(made), path.parent, dirs_exist_ok=True)
    desk = open_desk(path, clock=lambda: THEN)
    yield desk
    desk.close()


def rows(path, query):
    with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
        return database.execute(query).fetchall()


def entitled(desk, title):
    return desk.open(next(line.id for line in desk.articles() if line.title == title))


def words(copy):
    return [plain_text(block) for block in copy.article.body.blocks]


def test_each_version_before_this_one_has_left_an_archive():
    versions = [header_stamp(path).version for path in VERSIONS]

    assert versions == list(range(1, len(versions) + 1))
    assert len(versions) in (ARCHIVE_VERSION - 1, ARCHIVE_VERSION)


def test_articles_have_their_words_and_stand_where_they_stood(desk):
    live = entitled(desk, "Ny gångbro över Klarån")
    edited = entitled(desk, "Biblioteket har öppet alla lördagar")
    waiting = entitled(desk, "Skolstart i Klarebro")
    draft = entitled(desk, "Utkast om sopor")

    assert len(desk.articles()) == 4
    assert [one.state.value for one in (live, edited, waiting, draft)] == [
        "approved",
        "draft",
        "in_review",
        "draft",
    ]
    assert words(live)[0] == "Bron är 40 meter lång och har räcken av ek."
    assert words(live)[2] == "Åk gärna dit – é, ü och 😀 får följa med."
    assert live.article.internal_note == "Ring Åsa före lunch."
    assert words(edited) == ["Klockan 10 till 15."]
    assert (live.live.approved_by, edited.live.approved_by) == ("Bo", "Bo")
    assert waiting.live is None and draft.live is None


def test_contacts_categories_and_images_are_there(desk, path):
    live = entitled(desk, "Ny gångbro över Klarån")
    (figure,) = [block for block in live.article.body.blocks if isinstance(block, Figure)]
    contact = next(one for one in desk.contacts() if one.id in live.article.contact_ids)
    category = next(one for one in desk.categories() if one.id == live.article.category_id)

    assert (contact.name, contact.roles, contact.ways) == (
        "Åsa Öberg",
        ("Projektledare",),
        ("070-174 06 21", "asa.oberg@klarebro.example"),
    )
    assert (category.name, category.slug) == ("Bygga och bo", "bygga-och-bo")
    assert (figure.alt, figure.caption) == ("Den nya bron", "Bron öppnar i maj.")
    assert content_hash(original(path, figure.image_id)) == figure.image_id
    assert desk.shown_image(figure.image_id, 40).data.startswith(b"RIFF")


def test_what_was_approved_is_the_same_byte_for_byte(desk, made, path):
    query = (
        "SELECT r.id, r.content, r.hash, a.hash, a.approved_by, a.approved_at"
        " FROM revisions r JOIN approvals a ON a.revision_id = r.id ORDER BY r.id"
    )
    desk.articles()
    before = rows(made, query)

    after = rows(path, query)

    assert after == before
    assert len(after) == 2
    for _id, content, revision_hash, approved_hash, *_rest in after:
        assert content_hash(content.encode()) == revision_hash == approved_hash


def test_what_was_approved_is_exported(desk, tmp_path):
    result = desk.export(tmp_path / "site", by="Bo")

    pages = {page.read_text() for page in (tmp_path / "site").rglob("*.html")}
    assert result.pages >= 3
    assert any("Bron är 40 meter lång och har räcken av ek." in page for page in pages)
    assert any("Klockan 10 till 14." in page for page in pages)
    assert not any("Klockan 10 till 15." in page for page in pages)


def test_versions_read_as_they_did(desk):
    for line in desk.articles():
        for version in desk.versions(line.id):
            snapshot = desk.version(line.id, version.number)
            assert snapshot.article_id == line.id
            assert snapshot.title


def test_words_of_the_dictionary_are_there(desk, made):
    kept = rows(made, "SELECT name FROM sqlite_master WHERE name = 'words'")
    words = rows(made, "SELECT language, word FROM words") if kept else []

    assert [(language, word) for language, some in desk.words().items() for word in some] == words


def test_the_archive_as_it_was_is_kept_beside(desk, made, path):
    found = header_stamp(made).version
    kept = [(backup.version, backup.path) for backup in backups_of(path)]

    if found == ARCHIVE_VERSION:
        assert kept == []
    else:
        ((version, backup),) = kept
        assert version == found
        query = "SELECT id, content, hash FROM revisions ORDER BY id"
        assert rows(backup, query) == rows(made, query)


def test_every_revision_can_be_read_by_this_program(made):
    for (content,) in rows(made, "SELECT content FROM revisions"):
        assert decode_snapshot(content.encode()).title


def test_a_damaged_one_is_told_as_damaged_and_stays_as_it_is(path):
    (page,) = rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'working_copies'")[0]
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"x" * 4096
    path.write_bytes(data)

    with pytest.raises(ArchiveDamaged):
        open_desk(path)

    assert path.read_bytes() == data
