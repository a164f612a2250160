"""Revisions: known by the hash of their words."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from editor_app.domain import codec
from editor_app.domain.article import Article, Category, Contact, Correction, Phone
from editor_app.domain.document import Crop, Document, Figure, Paragraph, Span, Strong, paragraph
from editor_app.domain.revision import HashMismatch, Revision, content_hash, take_snapshot, verify, words_hash
from tests.cards import card

ARTICLE = Article(id="a1", title="Ny bro", body=Document((paragraph("Bron är klar."),)))
CATEGORY = Category("k1", "Trafik", "trafik")
CONTACT = card("c1", "Mira Ek", phone="070-174 06 05")


def hash_of(article: Article, contact: Contact = CONTACT) -> str:
    return content_hash(codec.encode(take_snapshot(article, CATEGORY, (contact,))))


def revision_of(content: bytes) -> Revision:
    return Revision("r1", "a1", 1, content, content_hash(content), datetime(2026, 1, 1, tzinfo=UTC), "Ada")


def test_equal_looking_articles_have_one_hash():
    retyped = Document((Paragraph((Span("Bron är "), Span("klar."))), Paragraph()))

    assert hash_of(msgspec.structs.replace(ARTICLE, body=retyped)) == hash_of(ARTICLE)


def test_a_contact_who_gets_another_number_changes_the_hash():
    moved = msgspec.structs.replace(CONTACT, phones=(Phone("070-174 06 06"),))

    assert hash_of(ARTICLE, moved) != hash_of(ARTICLE)


def test_the_internal_note_is_no_part_of_a_revision():
    noted = msgspec.structs.replace(ARTICLE, internal_note="Ring Mira först")

    assert hash_of(noted) == hash_of(ARTICLE)
    assert b"Ring Mira" not in codec.encode(take_snapshot(noted, CATEGORY, (CONTACT,)))


def test_words_that_changed_in_the_archive_no_longer_match_their_approval():
    approved = revision_of(codec.encode(take_snapshot(ARTICLE, CATEGORY, (CONTACT,))))
    altered = msgspec.structs.replace(approved, content=approved.content.replace(b"klar", b"riven"))

    verify(approved, approved.hash)
    with pytest.raises(HashMismatch):
        verify(altered, approved.hash)


def test_a_rehashed_revision_does_not_match_its_approval_either():
    approved = revision_of(codec.encode(take_snapshot(ARTICLE, CATEGORY, (CONTACT,))))
    forged = revision_of(approved.content.replace(b"klar", b"riven"))

    with pytest.raises(HashMismatch):
        verify(forged, approved.hash)


def test_a_correction_that_says_nothing_as_yet_is_not_on_the_page():
    said, blank = Correction(date(2026, 3, 3), " Bron är 120 meter. "), Correction(date(2026, 3, 4), " ")

    snapshot = take_snapshot(Article("1", corrections=(said, blank)), None, ())

    assert snapshot.corrections == (Correction(date(2026, 3, 3), "Bron är 120 meter."),)


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Ny bro vid ån"},
        {"lead": "Bron är klar."},
        {"body": Document((paragraph("Bron är 130 meter."),))},
        {"hero": Figure("a" * 64, alt="Bron")},
    ],
)
def test_a_translation_has_to_follow_other_words(changes):
    assert words_hash(msgspec.structs.replace(ARTICLE, **changes)) != words_hash(ARTICLE)


def test_a_translation_need_not_follow_what_is_no_words():
    body = Document((Figure("a" * 64, alt="Bron", crop=Crop(0, 0, 9, 9)), paragraph("Bron är lång.")))
    article = msgspec.structs.replace(ARTICLE, body=body)
    marked = Document((Figure("a" * 64, alt="Bron"), Paragraph((Span("Bron är lång.", (Strong(),)),))))
    other = msgspec.structs.replace(
        article, title=f" {article.title} ", body=marked, record_number="KS 2026/9", category_id=None
    )

    assert words_hash(other) == words_hash(article)
    assert words_hash(take_snapshot(article, CATEGORY, (CONTACT,))) == words_hash(article)
