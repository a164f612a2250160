"""What is written for Word and read back is what it was."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Span, Table
from editor_app.domain.normalize import normalize
from editor_app.intake.sources import read_data
from editor_app.intake.taken_text import Origin
from editor_app.rendering.word.writer import write_word
from tests.cards import card
from tests.intake.word.conftest import PATH
from tests.strategies import documents

CONTACTS = (
    card(
        "1", "Ylva Ek", "stadsträdgårdsmästare", "Klarebro kommun", "08-465 004 10", "ylva@klarebro.example"
    ),
    card("2", "Medborgarservice", phone="08-465 004 00"),
)


def red_image(_image_id):
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(output, "PNG")
    return output.getvalue()


def there_and_back(article, image_of=red_image):
    return read_data(write_word(article, CONTACTS, image_of, version=7), PATH)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(documents)
def test_any_body_comes_back_as_it_was(document):
    taken = there_and_back(Article("an-id", title="Nya träd", lead="Fyrtio lindar.\nI höst.", body=document))

    assert taken.body == normalize(document)
    assert (taken.title, taken.lead) == ("Nya träd", "Fyrtio lindar.\nI höst.")
    assert taken.origin == Origin("an-id", 7)
    assert taken.left_out == ()


def test_contacts_come_back():
    taken = there_and_back(Article("an-id", title="Nya träd"))

    assert [(one.name, one.phones, one.emails) for one in taken.contacts] == [
        (one.name, one.phones, one.emails) for one in CONTACTS
    ]


@pytest.mark.parametrize("language", ["sv", "en", "ar"])
def test_a_document_without_words_comes_back_empty(language):
    taken = there_and_back(Article("an-id", language=language))

    assert (taken.title, taken.lead, taken.body) == ("", "", Document())


def test_an_image_is_known_although_word_has_another_format_of_it():
    body = Document((Figure("c" * 64, alt="Lindar", caption="Ågatan", credit="Illustration: Ylva Ek"),))

    taken = there_and_back(Article("an-id", body=body))

    assert taken.body == body
    assert taken.images["c" * 64].data.startswith(b"\xff\xd8")


def test_a_table_with_a_caption_below_an_image_without_one_keeps_it():
    table = Table((((Span("Dag"),), (Span("Tid"),)),), caption="Öppettider")
    body = Document((Figure("c" * 64, alt="Badet"), table, table))

    assert there_and_back(Article("an-id", body=body)).body == body
