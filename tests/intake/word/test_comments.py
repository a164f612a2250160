"""The comments of a document that this program wrote are read with the passages that they are about."""

import io
from datetime import UTC, datetime

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from editor_app.domain.article import Article
from editor_app.domain.comment import LEAD, TITLE, Passage
from editor_app.domain.document import Document, Figure, Heading, Quote, Span, Table, paragraph
from editor_app.domain.passages import commented_texts
from editor_app.intake.account import Omission
from editor_app.intake.sources import read_data
from editor_app.rendering.word.writer import write_word
from tests.cards import card
from tests.intake.word.conftest import PATH, with_members

TABLE = Table(
    (
        ((Span("Dag"),), (Span("Öppet"),)),
        ((Span("Lördag"),), (Span("10–14"),)),
        ((Span("Söndag"),), (Span("10–14"),)),
    ),
    header_row=True,
    caption="Öppettider",
)
ARTICLE = Article(
    "an-id",
    title="Nya träd i parken",
    lead="Fyrtio lindar planteras i höst.",
    body=Document(
        (
            paragraph("Träden är tio år gamla."),
            Heading(2, (Span("Varför lindar?"),)),
            Quote((Span("De tål salt"),)),
            TABLE,
            Figure("a" * 64, alt="Ett träd", caption="En lind i maj"),
            paragraph("Allt är klart i november."),
        )
    ),
)


def red_image(_image_id):
    output = io.BytesIO()
    Image.new("RGB", (30, 20), "red").save(output, "PNG")
    return output.getvalue()


@pytest.fixture
def document():
    """What a colleague opens in Word."""
    return docx.Document(io.BytesIO(write_word(ARTICLE, (), red_image, version=3)))


def taken(document, extended=""):
    output = io.BytesIO()
    document.save(output)
    data = output.getvalue()
    if extended:
        data = with_members(data, {"word/commentsExtended.xml": extended})
    return read_data(data, PATH)


def paragraph_with(document, words):
    paragraphs = [*document.paragraphs, *(p for t in document.tables for c in t._cells for p in c.paragraphs)]
    return next(one for one in paragraphs if words in one.text)


def comment(document, runs, words="Stämmer det?", author="Bo Lind"):
    return document.add_comment(runs, text=words, author=author)


def part_of(paragraph, words):
    """Return the run of just `words`, taken out of the only run of the paragraph."""
    (run,) = paragraph.runs
    before, _words, after = run.text.partition(words)
    run.text = before
    found = paragraph.add_run(words)
    paragraph.add_run(after)
    return found


def passages(read):
    return [one.passage for one in read.comments]


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("Nya träd i parken", Passage(TITLE, 0, 17, "Nya träd i parken")),
        ("Fyrtio lindar", Passage(LEAD, 0, 31, "Fyrtio lindar planteras i höst.")),
        ("Varför lindar?", Passage(1, 0, 14, "Varför lindar?")),
        ("De tål salt", Passage(2, 0, 11, "De tål salt")),
        ("Söndag", Passage(3, 34, 40, "Söndag")),
        ("En lind i maj", Passage(4, 0, 13, "En lind i maj")),
        ("Allt är klart", Passage(5, 0, 25, "Allt är klart i november.")),
    ],
)
def test_a_comment_on_a_whole_paragraph_is_about_its_words(document, words, passage):
    comment(document, paragraph_with(document, words).runs)

    read = taken(document)

    assert passages(read) == [passage]
    assert commented_texts(read)[passage.block][passage.start : passage.end] == passage.quoted


def test_a_comment_on_some_words_is_about_them_alone(document):
    run = part_of(paragraph_with(document, "Träden är"), "tio år ")
    comment(document, [run])

    assert passages(taken(document)) == [Passage(0, 10, 16, "tio år")]


def test_the_same_words_in_two_cells_are_told_apart(document):
    cell = document.tables[0].rows[2].cells[1]
    comment(document, cell.paragraphs[0].runs)

    read = taken(document)

    (passage,) = passages(read)
    assert passage.quoted == "10–14"
    assert commented_texts(read)[3][: passage.start].endswith("Söndag\t")


def test_comments_that_lie_in_or_over_each_other_are_each_about_their_own_words(document):
    paragraph = paragraph_with(document, "Träden är")
    part_of(paragraph, "tio år")
    first, middle, last = paragraph.runs
    comment(document, [first, last], "Hela")
    comment(document, [middle], "Inuti")
    comment(document, [first, middle], "Början")
    comment(document, [middle, last], "Slutet")

    read = taken(document)

    assert {one.words: one.passage.quoted for one in read.comments} == {
        "Hela": "Träden är tio år gamla.",
        "Inuti": "tio år",
        "Början": "Träden är tio år",
        "Slutet": "tio år gamla.",
    }


def test_a_comment_over_several_paragraphs_is_about_the_first_of_them(document):
    first = paragraph_with(document, "Varför lindar?").runs[0]
    last = paragraph_with(document, "De tål salt").runs[-1]
    comment(document, [first, last])

    assert passages(taken(document)) == [Passage(1, 0, 14, "Varför lindar?")]


def test_a_comment_on_an_image_is_about_the_image(document):
    drawing = next(one for one in document.paragraphs if one._p.xpath(".//w:drawing"))
    comment(document, drawing.runs, "Byt bild")

    assert passages(taken(document)) == [Passage(4, 0, 13, "En lind i maj")]


def test_a_range_may_begin_between_paragraphs(document):
    paragraph = paragraph_with(document, "Allt är klart")
    comment(document, paragraph.runs)
    start = paragraph._p.find(qn("w:commentRangeStart"))
    paragraph._p.addprevious(start)

    assert passages(taken(document)) == [Passage(5, 0, 25, "Allt är klart i november.")]


def test_a_comment_without_a_range_is_about_the_paragraph_that_it_stands_in(document):
    paragraph = paragraph_with(document, "Allt är klart")
    comment(document, paragraph.runs)
    for tag in ("w:commentRangeStart", "w:commentRangeEnd"):
        paragraph._p.remove(paragraph._p.find(qn(tag)))

    assert passages(taken(document)) == [Passage(5, 0, 25, "Allt är klart i november.")]


def test_who_said_it_and_when_comes_along_by_the_clock_on_the_wall(document):
    made = comment(document, paragraph_with(document, "Varför").runs, "Är det sant?\nJag tror inte det.")
    made._comment_elm.set(qn("w:date"), "2026-03-02T09:30:00Z")

    (said,) = taken(document).comments

    assert (said.words, said.written_by) == ("Är det sant?\nJag tror inte det.", "Bo Lind")
    assert said.written_at == datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
    assert not said.is_settled


@pytest.mark.parametrize("date", ["", "i går", "0001-01-01T00:00:00Z"])
def test_a_time_that_cannot_be_read_is_none(document, date):
    made = comment(document, paragraph_with(document, "Varför").runs)
    made._comment_elm.set(qn("w:date"), date)

    assert taken(document).comments[0].written_at is None


def test_what_is_done_is_settled_with_its_answers(document):
    runs = paragraph_with(document, "Varför").runs
    for words, mark in (("Fråga", "0A"), ("Svar", "0B"), ("Annat", "0C")):
        made = comment(document, runs, words)
        last = made._comment_elm.findall(qn("w:p"))[-1]
        last.set("{http://schemas.microsoft.com/office/word/2010/wordml}paraId", mark)
    extended = (
        '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
        '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
        '<w15:commentEx w15:paraId="0C" w15:done="0"/></w15:commentsEx>'
    )

    read = taken(document, extended)

    assert {one.words: one.is_settled for one in read.comments} == {
        "Fråga": True,
        "Svar": True,
        "Annat": False,
    }


def test_a_comment_on_what_is_no_part_of_the_text_keeps_the_words_it_was_about():
    contact = card("1", "Ylva Ek")
    document = docx.Document(io.BytesIO(write_word(ARTICLE, (contact,), red_image, version=3)))
    comment(document, paragraph_with(document, "Ylva Ek").runs, "Har hon slutat?")

    (said,) = taken(document).comments

    assert (said.words, said.passage.quoted) == ("Har hon slutat?", "Ylva Ek")


def test_documents_from_elsewhere_have_their_comments_listed_as_left_out_alone(draft):
    comment(draft.document, draft.say("Fyrtio lindar planteras.").runs)

    read = draft.taken()

    assert read.comments == ()
    assert [one.what for one in read.left_out] == [Omission.COMMENTS]
