"""The codec: what is written is read again, and what is newer or broken is refused."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given

from editor_app.domain import codec
from editor_app.domain.article import Article, Contact, Kind, Original, Phone
from editor_app.domain.document import Document, Heading, Span, paragraph
from editor_app.domain.normalize import normalize
from tests.strategies import documents


@given(documents.map(normalize))
def test_a_document_survives_the_codec(document):
    assert codec.decode_document(codec.encode(document)) == document


def test_an_article_survives_the_codec():
    article = Article(
        id="a1",
        kind=Kind.CRISIS,
        title="Koka vattnet",
        body=Document((Heading(2, (Span("Så gör du"),)), paragraph("Koka i en minut."))),
        publish_at=datetime(2026, 3, 1, 8, tzinfo=UTC),
        contact_ids=("c1", "c2"),
    )

    assert codec.decode_article(codec.encode(article)) == article


def test_equal_values_give_equal_bytes_with_sorted_keys_and_a_schema_number():
    data = codec.encode(Document((paragraph("Hej å"),)))

    assert data.decode() == (
        '{"blocks":[{"boxed":false,"spans":[{"marks":[],"text":"Hej å"}],"type":"paragraph"}],"schema":4}'
    )


def test_a_newer_schema_is_refused_with_its_number():
    newer = json.dumps({"schema": codec.SCHEMA + 1, "pages": []}).encode()

    with pytest.raises(codec.NewerSchema) as refused:
        codec.decode_document(newer)

    assert refused.value.schema == codec.SCHEMA + 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"blocks":[]}',
        b'{"schema":"1","blocks":[]}',
        b"\xff",
        b'{"schema":1,"blocks":[{"type":"marquee"}]}',
        b'{"schema":1,"blocks":[{"type":"heading","level":9}]}',
        b'{"schema":1,"blocks":[],"colour":"red"}',
    ],
)
def test_what_this_program_does_not_write_is_refused(data):
    with pytest.raises(codec.BrokenText):
        codec.decode_document(data)


FORMER_SNAPSHOT = {
    "schema": 2,
    "article_id": "a1",
    "kind": "nyhet",
    "title": "Ny bro",
    "lead": "",
    "body": {"blocks": []},
    "language": "sv",
    "category": {"id": "k1", "name": "Trafik", "slug": "trafik"},
    "contacts": [
        {
            "id": "c1",
            "name": "Mira Ek",
            "role": "Projektledare",
            "organisation": "Klarebro kommun",
            "phone": "070-174 06 05",
            "email": "mira.ek@klarebro.example",
        },
        {"id": "c2", "name": "Växeln", "role": "", "organisation": "", "phone": "1177", "email": ""},
    ],
    "hero": None,
    "related_ids": [],
    "publish_at": None,
    "embargo_until": None,
    "unpublish_at": None,
    "record_number": "",
    "slug": "ny-bro",
}


@pytest.mark.parametrize("schema", [1, 2])
def test_contacts_of_an_older_schema_say_what_they_said(schema):
    data = json.dumps({**FORMER_SNAPSHOT, "schema": schema}).encode()

    snapshot = codec.decode_snapshot(data)

    assert snapshot.contacts == (
        Contact(
            "c1",
            "Mira Ek",
            roles=("Projektledare",),
            organisation="Klarebro kommun",
            phones=(Phone("070-174 06 05"),),
            emails=("mira.ek@klarebro.example",),
        ),
        Contact("c2", "Växeln", phones=(Phone("1177"),)),
    )
    assert codec.decode_snapshot(codec.encode(snapshot)) == snapshot


def test_an_article_of_an_older_schema_is_a_version_of_nothing():
    former = json.dumps({**FORMER_SNAPSHOT, "schema": 3, "contacts": [], "corrections": []}).encode()

    assert codec.decode_snapshot(former).version_of is None


def test_what_an_article_is_a_version_of_comes_back():
    article = Article("b", language="en", version_of=Original("a", "f" * 64))

    assert codec.decode_article(codec.encode(article)) == article


@pytest.mark.parametrize(
    "contacts", [None, 1, ["Mira"], [{"id": "c1"}], [{"id": "c1", "name": "M", "fax": ""}]]
)
def test_contacts_that_no_schema_had_are_refused(contacts):
    data = json.dumps({**FORMER_SNAPSHOT, "contacts": contacts}).encode()

    with pytest.raises(codec.BrokenText):
        codec.decode_snapshot(data)


def test_the_present_schema_has_no_contacts_of_the_former_one():
    with pytest.raises(codec.BrokenText):
        codec.decode_snapshot(json.dumps({**FORMER_SNAPSHOT, "schema": 3}).encode())


def test_a_lead_is_read_without_the_rest():
    article = Article(
        "a", title="Bro", lead="Bron öppnar i maj.", body=Document((paragraph("Den är lång."),))
    )

    assert codec.decode_lead(codec.encode(article)) == "Bron öppnar i maj."
    with pytest.raises(codec.BrokenText):
        codec.decode_lead(b'{"lead": 3}')
