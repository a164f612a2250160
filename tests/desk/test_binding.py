"""An approval is for exactly these words and images: whatever changes afterwards, voids it or is found."""

import io
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from PIL import Image

from editor_app.desk.errors import ChangedSinceSubmitted, ImageAltered
from editor_app.domain.article import Correction, Kind, Original, Phone
from editor_app.domain.document import Crop, Document, paragraph
from editor_app.domain.revision import HashMismatch, content_hash
from editor_app.domain.workflow import NotPossibleNow, State
from tests.cards import card

LATER = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)


@pytest.fixture
def contacts(desk):
    return [
        desk.save_contact(card(id_, name, phone="070-174 06 05"), by="Ada")
        for id_, name in (("a", "Åsa Lindqvist"), ("b", "Bo Ek"))
    ]


@pytest.fixture
def other(desk):
    """Another article and another image, to be chosen instead."""
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "blue").save(output, "PNG")
    return desk.create(by="Ada").article.id, desk.add_image(output.getvalue(), name="bla.png", by="Ada").id


@pytest.fixture
def complete(desk, draft, contacts, image):
    """An article by Ada, with all that an article can have, submitted."""
    article = replace(draft.article, contact_ids=tuple(one.id for one in contacts), hero=image)
    saved = desk.save(article, version=draft.version, by="Ada")
    return desk.submit(saved.article.id, by="Ada")


@pytest.fixture
def bound(desk, complete):
    return desk.approve(complete.article.id, by="Bo")


EDITS = {
    "kind": lambda _article, _other: {"kind": Kind.INFORMATION},
    "title": lambda article, _other: {"title": article.title + "!"},
    "lead": lambda _article, _other: {"lead": "Bygget börjar i juni."},
    "body": lambda _article, _other: {"body": Document((paragraph("Vägen blir fem kilometer lång."),))},
    "language": lambda _article, _other: {"language": "fi"},
    "category": lambda _article, _other: {"category_id": None},
    "order of contacts": lambda article, _other: {"contact_ids": article.contact_ids[::-1]},
    "alt text": lambda article, _other: {"hero": replace(article.hero, alt="En röd fyrkant")},
    "caption": lambda article, _other: {"hero": replace(article.hero, caption="En ruta")},
    "crop": lambda article, _other: {"hero": replace(article.hero, crop=Crop(0, 0, 500, 1000))},
    "other image": lambda article, other: {"hero": replace(article.hero, image_id=other[1])},
    "no image": lambda _article, _other: {"hero": None},
    "related": lambda _article, other: {"related_ids": (other[0],)},
    "publish date": lambda _article, _other: {"publish_at": LATER},
    "embargo": lambda _article, _other: {"embargo_until": LATER},
    "take down": lambda _article, _other: {"unpublish_at": LATER},
    "original": lambda _article, other: {"version_of": Original(other[0])},
    "stays online": lambda _article, _other: {"stays_online": True},
    "record number": lambda _article, _other: {"record_number": "KS 2026/7"},
    "correction": lambda _article, _other: {"corrections": (Correction(date(2026, 3, 3), "Fyra."),)},
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_any_edit_voids_an_approval(desk, bound, other, edit):
    changed = replace(bound.article, **edit(bound.article, other))

    saved = desk.save(changed, version=bound.version, by="Ada")

    assert saved.article != bound.article
    assert (saved.state, saved.approval) == (State.DRAFT, None)
    with pytest.raises(NotPossibleNow):
        desk.publish(bound.article.id, by="Bo")


def test_the_internal_note_is_not_what_was_approved(desk, bound):
    noted = replace(bound.article, internal_note="Ring Åsa först.")

    saved = desk.save(noted, version=bound.version, by="Ada")

    assert (saved.state, saved.approval) == (State.APPROVED, bound.approval)


def test_the_text_of_a_contact_is_part_of_what_is_approved(desk, bound, contacts):
    desk.save_contact(replace(contacts[0], phones=(Phone("070-174 06 99"),)), by="Ada")

    changed = desk.open(bound.article.id)
    assert (changed.state, changed.approval) == (State.DRAFT, None)
    assert changed.live == bound.live


def test_the_name_of_the_category_is_part_of_what_is_approved(desk, complete, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE categories SET name = 'Bygga och riva'")

    with pytest.raises(ChangedSinceSubmitted):
        desk.approve(complete.article.id, by="Bo")


def alter(archive_path, statement):
    with closing(sqlite3.connect(archive_path)) as database, database:
        assert database.execute(statement).rowcount


SWAP_ORIGINAL = "UPDATE image_files SET original = x'89504E470D0A1A0A'"
SWAP_RENDITION = "UPDATE image_renditions SET data = x'52494646'"


def test_swapped_bytes_of_an_image_are_found_when_it_is_approved(desk, complete, archive_path):
    alter(archive_path, SWAP_ORIGINAL)

    with pytest.raises(ImageAltered):
        desk.approve(complete.article.id, by="Bo")


def test_swapped_bytes_of_an_image_are_never_exported(desk, bound, archive_path, tmp_path):
    alter(archive_path, SWAP_ORIGINAL)

    with pytest.raises(ImageAltered):
        desk.export(tmp_path / "site", by="Ada")
    assert not (tmp_path / "site").exists()


def test_a_swapped_rendition_is_made_anew_from_the_image_that_was_approved(
    desk, bound, archive_path, tmp_path
):
    desk.export(tmp_path / "site", by="Ada")
    made = {path.name: path.read_bytes() for path in (tmp_path / "site" / "bilder").iterdir()}
    alter(archive_path, SWAP_RENDITION)

    desk.export(tmp_path / "again", by="Ada")

    assert made
    assert {path.name: path.read_bytes() for path in (tmp_path / "again" / "bilder").iterdir()} == made


def test_where_image_and_rendition_are_both_swapped_nothing_is_exported(desk, bound, archive_path, tmp_path):
    desk.make_images_ready(bound.article.id)
    alter(archive_path, SWAP_RENDITION)
    alter(archive_path, SWAP_ORIGINAL)

    with pytest.raises(ImageAltered):
        desk.export(tmp_path / "site", by="Ada")


@pytest.mark.parametrize("field", ["title", "lead", "alt", "name", "phones"])
def test_altered_words_are_never_exported(desk, bound, archive_path, tmp_path, field):
    words = {
        "title": "cykelväg",
        "lead": "maj",
        "alt": "röd",
        "name": "Åsa",
        "phones": "174 06 05",
    }[field]
    alter(archive_path, f"UPDATE revisions SET content = replace(content, '{words}', 'x')")

    with pytest.raises(HashMismatch):
        desk.export(tmp_path / "site", by="Ada")


def test_a_hash_that_is_altered_with_the_words_is_not_what_was_approved(desk, bound, archive_path, tmp_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.create_function("sha", 1, lambda text: content_hash(text.encode()))
        database.execute("UPDATE revisions SET content = replace(content, 'maj', 'juni')")
        database.execute("UPDATE revisions SET hash = sha(content)")

    with pytest.raises(HashMismatch):
        desk.export(tmp_path / "site", by="Ada")
