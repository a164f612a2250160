"""A copied news page becomes a draft, and nothing of it is lost on the way."""

from datetime import UTC, date, datetime

import pytest

from editor_app.desk import source_texts, taking_in
from editor_app.desk.errors import NothingToTakeIn
from editor_app.domain.article import Kind, Phone
from editor_app.domain.document import Document, paragraph
from editor_app.domain.workflow import State
from editor_app.intake.files import UnreadableFile
from editor_app.intake.formats import UnknownFormat
from editor_app.intake.taken_text import ContactText, TakenText
from editor_app.resource_files import RESOURCES
from tests.cards import card

WHOLE = TakenText(
    kind=Kind.PRESS_RELEASE,
    title="Ny simhall",
    publish_at=date(2026, 7, 3),
    category_name="Uppleva och göra",
    lead="Den öppnar i juli.",
    body=Document((paragraph("Bassängen är 50 meter."),)),
    contacts=(ContactText("Eva Ek", "Badchef", phones=(Phone("0701740612"),), emails=("eva@ek.example",)),),
    furniture=("Translate", "Kontakt"),
)


def take_in(desk, text):
    return desk.take_in(desk.look_into(text), by="Ada")


@pytest.fixture
def reads_as(monkeypatch):
    """Let any text read as the given parts."""

    def set_parts(**parts):
        taken = TakenText(**parts)
        monkeypatch.setattr(source_texts, "take_in", lambda _text: taken)

    return set_parts


@pytest.fixture
def whole(monkeypatch):
    monkeypatch.setattr(source_texts, "take_in", lambda _text: WHOLE)


def test_the_parts_of_the_page_are_the_parts_of_the_draft(desk, whole):
    taken = take_in(desk, "text")

    article = taken.working_copy.article
    assert taken.working_copy.state is State.DRAFT
    assert taken.working_copy.updated_by == "Ada"
    assert (article.kind, article.title, article.lead) == (WHOLE.kind, WHOLE.title, WHOLE.lead)
    assert article.body == WHOLE.body
    assert desk.open(article.id) == taken.working_copy
    assert taken.source == "text"


def test_a_date_is_midnight_by_the_clock_on_the_wall(desk, whole):
    article = take_in(desk, "text").working_copy.article

    assert article.publish_at == datetime(2026, 7, 2, 22, 0, tzinfo=UTC)


def test_a_time_is_by_the_clock_on_the_wall(desk, reads_as):
    reads_as(title="A", publish_at=datetime(2026, 1, 3, 9, 30))

    article = take_in(desk, "text").working_copy.article

    assert article.publish_at == datetime(2026, 1, 3, 8, 30, tzinfo=UTC)


def test_a_new_category_and_a_new_contact_are_made_and_told(desk, whole):
    taken = take_in(desk, "text")

    (category,), (contact,) = desk.categories(), desk.contacts()
    assert taken.working_copy.article.category_id == category.id
    assert taken.working_copy.article.contact_ids == (contact.id,)
    assert contact.phones == (Phone("070-174 06 12"),)
    assert "“Uppleva och göra” is a new category." in taken.notes
    assert "“Eva Ek” is a new contact. Check the card." in taken.notes


def test_what_the_archive_knows_already_is_used(desk, whole):
    category = desk.add_category("UPPLEVA och göra")
    contact = desk.save_contact(card("", "Eva E.", email="EVA@ek.example"))

    taken = take_in(desk, "text")

    assert taken.working_copy.article.category_id == category.id
    assert taken.working_copy.article.contact_ids == (contact.id,)
    assert desk.contacts() == (contact,)
    assert not [note for note in taken.notes if "new" in note]


def test_without_an_address_a_contact_is_known_by_name_and_phone(desk, reads_as):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12"))
    reads_as(contacts=(ContactText("eva ek", phones=(Phone("+46701740612"),)),))

    taken = take_in(desk, "text")

    assert taken.working_copy.article.contact_ids == (contact.id,)


@pytest.mark.parametrize(
    "text",
    [
        ContactText("Eva Ek", phones=(Phone("070-174 06 99"),)),
        ContactText("Åke Ek", phones=(Phone("070-174 06 12"),)),
        ContactText("Eva Ek"),
        ContactText("Eva Ek", emails=("another@ek.example",)),
    ],
)
def test_a_namesake_is_somebody_else(desk, reads_as, text):
    contact = desk.save_contact(card("", "Eva Ek", phone="070-174 06 12", email="eva@ek.example"))
    reads_as(contacts=(text,))

    taken = take_in(desk, "text")

    assert taken.working_copy.article.contact_ids != (contact.id,)
    assert len(desk.contacts()) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (ContactText(role="Badchef", phones=(Phone("070-174 06 12"),)), "Badchef"),
        (ContactText(organisation="Fritid", emails=("f@k.example",)), "Fritid"),
        (ContactText(phones=(Phone("070-174 06 12"),)), "070-174 06 12"),
    ],
)
def test_a_contact_without_a_name_is_called_by_what_it_has(desk, reads_as, text, name):
    reads_as(contacts=(text,))

    take_in(desk, "text")

    (contact,) = desk.contacts()
    assert contact.name == name
    assert name not in contact.roles


def test_one_contact_named_twice_stands_once(desk, reads_as):
    reads_as(contacts=(ContactText("Eva Ek", emails=("eva@ek.example",)),) * 2)

    taken = take_in(desk, "text")

    assert len(taken.working_copy.article.contact_ids) == 1


def test_what_surrounded_the_article_is_kept_in_the_note(desk, whole):
    taken = take_in(desk, "text")

    note = taken.working_copy.article.internal_note
    assert note.splitlines()[1:] == ["Translate", "Kontakt"]
    assert "2 lines from around the article are kept in the internal note." in taken.notes


def test_what_was_not_recognised_is_told(desk, reads_as):
    reads_as(body=Document((paragraph("Bara text."),)))

    taken = take_in(desk, "text")

    assert [note.split(" was ")[0] for note in taken.notes] == ["No headline", "No category", "No contact"]
    assert taken.working_copy.article.internal_note == ""


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_text_makes_no_article(desk, text):
    with pytest.raises(NothingToTakeIn):
        take_in(desk, text)

    assert desk.articles() == ()


def test_if_the_draft_cannot_be_stored_no_card_is_left_behind(desk, whole, monkeypatch):
    class Bug(Exception):
        pass

    def fail(*arguments, **more):
        raise Bug

    monkeypatch.setattr(taking_in, "file_new", fail)

    with pytest.raises(Bug):
        take_in(desk, "text")

    assert desk.categories() == ()
    assert desk.contacts() == ()


def test_every_word_of_the_sample_page_is_in_the_archive(desk):
    text = (RESOURCES / "sample" / "news_page.txt").read_text()

    taken = take_in(desk, text)

    article = taken.working_copy.article
    assert article.category_id == desk.categories()[0].id
    kept = str((article, desk.categories(), desk.contacts()))
    kind_and_date = {"Nyhet", "november", "2026", "3"}
    assert [
        word for word in text.split() if word.strip("–.,") not in kept and word not in kind_and_date
    ] == []


def test_a_text_file_is_taken_in(desk, tmp_path):
    path = tmp_path / "sida.txt"
    path.write_text((RESOURCES / "sample" / "news_page.txt").read_text())

    taken = desk.take_in(desk.look_into_file(path), by="Ada")

    assert taken.working_copy.article.title


def test_a_file_that_is_not_there_or_no_text_is_refused(desk, tmp_path):
    (tmp_path / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n")

    with pytest.raises(UnreadableFile):
        desk.take_in(desk.look_into_file(tmp_path / "none.txt"), by="Ada")
    with pytest.raises(UnknownFormat):
        desk.take_in(desk.look_into_file(tmp_path / "bild.txt"), by="Ada")

    assert desk.articles() == ()
