"""A document that was written from an article comes back as its next version, compared first."""

import docx
import msgspec
import pytest

from editor_app.desk.comparison import Status
from editor_app.desk.errors import EditConflict
from editor_app.domain.codec import decode_snapshot
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


def test_comments_are_counted_and_tracked_changes_are_taken_as_accepted(desk, draft, document):
    word = docx.Document(str(document))
    paragraph = word.paragraphs[2]
    word.add_comment(paragraph.runs, text="Är det säkert?", author="Cia")
    word.save(str(document))

    incoming = desk.look_into_file(document)
    taken = desk.take_back_words(incoming, by="Bo")

    assert [(row.words, row.is_left_out) for row in incoming.rows][-1] == ("Är det säkert?", True)
    assert any(note.startswith("1 thing in the document was left out") for note in taken.notes)


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
