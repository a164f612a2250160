"""A document that was written from an article comes back as its next version, compared first."""

import docx
import msgspec
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from editor_app.desk.comparison import Status
from editor_app.desk.errors import ArticleMissing, EditConflict
from editor_app.domain.audit import Act
from editor_app.domain.codec import decode_snapshot
from editor_app.domain.comment import CommentOccasion
from editor_app.domain.document import Crop, Focus, plain_text
from editor_app.domain.workflow import State


@pytest.fixture
def document(desk, draft, tmp_path):
    """The draft as a Word document."""
    path = tmp_path / "cykelväg.docx"
    desk.export_word(draft.article.id, path)
    return path


def edited(path, old, new):
    """Change words of the document as a colleague does in Word."""
    word = docx.Document(str(path))
    for paragraph in word.paragraphs:
        if old in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(old, new)
    word.save(str(path))


def test_the_words_come_back_and_the_rest_stays(desk, draft, document):
    edited(document, "fyra", "fem")

    incoming = desk.look_into_file(document)
    taken = desk.take_back_words(incoming, by="Bo")

    article = taken.working_copy.article
    assert article.id == draft.article.id
    assert plain_text(article.body.blocks[0]) == "Vägen blir fem kilometer lång."
    assert (article.title, article.lead) == (draft.article.title, draft.article.lead)
    assert article.category_id == draft.article.category_id
    assert len(desk.articles()) == 1


def test_it_is_compared_with_the_article_as_it_stands_before_anything_is_stored(desk, draft, document):
    edited(document, "fyra", "fem")

    returning = desk.look_into_file(document).returning

    runs = returning.comparison.blocks[0].runs
    assert [run.text.strip() for run in runs if run.status is Status.REMOVED] == ["fyra"]
    assert [run.text.strip() for run in runs if run.status is Status.ADDED] == ["fem"]
    assert not returning.changed_since
    assert desk.open(draft.article.id) == draft


def test_a_document_that_nobody_edited_changes_nothing(desk, draft, document):
    taken = desk.take_back_words(desk.look_into_file(document), by="Bo")

    assert taken.working_copy == draft


def test_the_words_that_are_replaced_are_kept(desk, draft, document, archive_path):
    edited(document, "fyra", "fem")

    desk.take_back_words(desk.look_into_file(document), by="Bo")

    with desk._archive.reading() as holdings:
        kept = holdings.revisions.latest(draft.article.id)
    assert decode_snapshot(kept.content).body == draft.article.body
    assert (kept.created_by, kept.name) == ("Bo", "Before cykelväg.docx was taken back")


def test_an_approved_article_becomes_a_draft_and_stays_live_as_it_was(desk, approved, tmp_path):
    path = tmp_path / "a.docx"
    desk.export_word(approved.article.id, path)
    edited(path, "fyra", "fem")

    copy = desk.take_back_words(desk.look_into_file(path), by="Bo").working_copy

    assert copy.state is State.DRAFT
    assert copy.live == approved.live


def test_it_is_told_where_the_article_was_changed_meanwhile(desk, draft, document):
    later = msgspec.structs.replace(draft.article, title="En annan rubrik")
    desk.save(later, version=draft.version, by="Cia")

    returning = desk.look_into_file(document).returning

    assert returning.changed_since
    assert returning.now.article.title == "En annan rubrik"


def test_nobody_is_overwritten_who_was_faster(desk, draft, document):
    edited(document, "fyra", "fem")
    incoming = desk.look_into_file(document)
    later = desk.save(msgspec.structs.replace(draft.article, title="Ny"), version=draft.version, by="Cia")

    with pytest.raises(EditConflict):
        desk.take_back_words(incoming, by="Bo")

    assert desk.open(draft.article.id) == later


def test_images_keep_their_crop_and_their_place(desk, draft, image, tmp_path):
    cropped = msgspec.structs.replace(image, crop=Crop(0, 0, 10, 10), focus=Focus(5, 5), caption="Vägen")
    body = msgspec.structs.replace(draft.article.body, blocks=(*draft.article.body.blocks, cropped, image))
    article = msgspec.structs.replace(draft.article, body=body, hero=image)
    saved = desk.save(article, version=draft.version, by="Ada")
    path = tmp_path / "a.docx"
    desk.export_word(saved.article.id, path)
    edited(path, "fyra", "fem")

    taken = desk.take_back_words(desk.look_into_file(path), by="Bo").working_copy.article

    assert taken.body.blocks[1:] == (cropped, image)
    assert taken.hero == image
    assert len(desk.images()) == 1


@pytest.fixture
def commented(document):
    """The document with two comments, one on a passage that was changed, and a tracked deletion."""
    edited(document, "fyra", "fem")
    word = docx.Document(str(document))
    word.add_comment(word.paragraphs[2].runs, text="Är det säkert?", author="Cia Berg")
    word.add_comment(word.paragraphs[0].runs, text="Bra rubrik", author="Cia Berg")
    word.paragraphs[1]._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:author="Cia"><w:r><w:delText>struket</w:delText></w:r></w:del>')
    )
    word.save(str(document))
    return document


def replies(desk, article_id):
    with desk._archive.reading() as holdings:
        entries = holdings.log.of_article(article_id)
    return [entry.details for entry in entries if entry.act == Act.REPLY_TAKEN]


def said(desk, article_id):
    return [(one.comment.words, one.place and one.place.quoted) for one in desk.comments(article_id)]


def test_comments_are_shown_first_and_come_along_with_the_words(desk, draft, commented):
    incoming = desk.look_into_file(commented)
    nothing = desk.comments(draft.article.id)
    taken = desk.take_back_words(incoming, by="Bo")

    assert nothing == ()
    assert [one.comment.words for one in incoming.returning.comments] == ["Bra rubrik", "Är det säkert?"]
    assert [row.words for row in incoming.returning.left_out] == ["struket"]
    assert said(desk, draft.article.id) == [
        ("Bra rubrik", "Ny cykelväg längs ån"),
        ("Är det säkert?", "Vägen blir fem kilometer lång."),
    ]
    assert taken.notes[1] == "2 comments from the document stand beside the text."
    assert replies(desk, draft.article.id) == [{"from": "Cia Berg", "comments": "2", "file": "cykelväg.docx"}]


def test_comments_come_alone_where_the_words_are_not_wanted(desk, draft, commented):
    count = desk.take_word_comments(desk.look_into_file(commented), by="Bo")

    assert count == 2
    assert desk.open(draft.article.id) == draft
    assert said(desk, draft.article.id) == [
        ("Bra rubrik", "Ny cykelväg längs ån"),
        ("Är det säkert?", "Vägen blir fyra kilometer lång."),
    ]
    comment = desk.comments(draft.article.id)[0].comment
    assert (comment.occasion, comment.written_by) == (CommentOccasion.WORD, "Cia Berg")


def test_comments_are_taken_once_though_the_document_is_taken_twice(desk, draft, commented):
    desk.take_word_comments(desk.look_into_file(commented), by="Bo")
    word = docx.Document(str(commented))
    word.paragraphs[0].insert_paragraph_before("Ett nytt stycke.")
    word.add_comment(word.paragraphs[0].runs, text="En sak till", author="Cia Berg")
    word.save(str(commented))

    again = desk.look_into_file(commented)
    desk.take_back_words(again, by="Bo")

    assert [one.words for one in again.returning.new_comments] == ["En sak till"]
    assert sorted(words for words, _quoted in said(desk, draft.article.id)) == [
        "Bra rubrik",
        "En sak till",
        "Är det säkert?",
    ]
    assert len(replies(desk, draft.article.id)) == 2


def test_what_is_said_twice_in_the_same_second_is_two_comments(desk, draft, document):
    word = docx.Document(str(document))
    for paragraph in word.paragraphs[:2]:
        made = word.add_comment(paragraph.runs, text="?", author="Cia")
        made._comment_elm.set(qn("w:date"), "2026-02-02T09:30:00Z")
    word.save(str(document))

    assert desk.take_word_comments(desk.look_into_file(document), by="Bo") == 2


def test_a_document_without_comments_leaves_no_entry_of_any(desk, draft, document):
    assert desk.take_word_comments(desk.look_into_file(document), by="Bo") == 0
    assert replies(desk, draft.article.id) == []


def test_comments_of_an_article_that_is_gone_are_not_stored(desk, draft, commented):
    incoming = desk.look_into_file(commented)
    desk.delete(draft.article.id, by="Bo")

    with pytest.raises(ArticleMissing):
        desk.take_word_comments(incoming, by="Bo")


def test_a_document_of_another_archive_becomes_a_new_article(desk, draft, document):
    incoming = desk.look_into_file(document)
    foreign = msgspec.structs.replace(
        incoming.taken, origin=msgspec.structs.replace(incoming.taken.origin, article_id="elsewhere")
    )

    assert desk.look_over(foreign).returning is None
    taken = desk.take_in(incoming, by="Bo")
    assert taken.working_copy.article.id != draft.article.id
    assert taken.working_copy.article.body == draft.article.body


def test_corrections_are_in_the_document_and_stay_what_they_are(desk, approved, tmp_path):
    corrected = desk.correct(approved.article.id, "Vägen är fyra kilometer.", by="Ada")
    path = tmp_path / "rattad.docx"
    desk.export_word(approved.article.id, path)
    written = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]

    edited(path, "kilometer lång", "kilometer bred")
    taken = desk.take_back_words(desk.look_into_file(path), by="Bo").working_copy

    assert "Rättelse 2 mars 2026: Vägen är fyra kilometer." in written
    assert taken.article.corrections == corrected.article.corrections
    assert [plain_text(block) for block in taken.article.body.blocks] == ["Vägen blir fyra kilometer bred."]
