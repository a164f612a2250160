"""An article leaves as a Word document that says which article it is."""

import docx
import msgspec
import pytest

from editor_app.desk.errors import ArticleMissing, FileNotWritten
from editor_app.desk.explain import explain

CONTACT = ["Pressklar Contact", "Pressklar Contact"]


def test_the_document_has_the_words_and_names_the_article(desk, draft, tmp_path):
    target = tmp_path / "cykelväg.docx"

    desk.export_word(draft.article.id, target)

    document = docx.Document(str(target))
    assert [paragraph.style.name for paragraph in document.paragraphs] == [
        "Title",
        "Subtitle",
        "Normal",
        *CONTACT,
    ]
    assert document.paragraphs[0].text == draft.article.title
    assert document.core_properties.title == draft.article.title
    assert document.core_properties.author == ""
    origin = desk.look_into_file(target).taken.origin
    assert (origin.article_id, origin.version) == (draft.article.id, draft.version)


def test_an_earlier_file_is_replaced_and_nothing_else_is_left(desk, draft, tmp_path):
    target = tmp_path / "cykelväg.docx"
    target.write_bytes(b"older")

    desk.export_word(draft.article.id, target)

    assert target.read_bytes().startswith(b"PK")
    assert [path.name for path in tmp_path.glob("*.docx*")] == [target.name]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["finns/inte/a.docx", "a\0b.docx"])
def test_what_cannot_be_written_is_told(desk, draft, tmp_path, name):
    with pytest.raises(FileNotWritten) as refused:
        desk.export_word(draft.article.id, tmp_path / name)

    assert explain(refused.value).next_step


def test_a_folder_in_its_place_is_left_alone(desk, draft, tmp_path):
    (tmp_path / "mapp.docx").mkdir()

    with pytest.raises(FileNotWritten):
        desk.export_word(draft.article.id, tmp_path / "mapp.docx")

    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".mapp")] == []


def test_only_what_is_in_the_archive_can_leave(desk, tmp_path):
    with pytest.raises(ArticleMissing):
        desk.export_word("none", tmp_path / "a.docx")


def test_a_document_is_taken_in_again_by_an_archive_that_has_its_images(desk, draft, tmp_path, image):
    figure = msgspec.structs.replace(image, caption="Vägen")
    body = msgspec.structs.replace(draft.article.body, blocks=(*draft.article.body.blocks, figure))
    kept = desk.save(msgspec.structs.replace(draft.article, body=body), version=draft.version, by="Ada")
    desk.export_word(kept.article.id, tmp_path / "a.docx")

    taken = desk.take_in(desk.look_into_file(tmp_path / "a.docx"), by="Bo")

    assert taken.working_copy.article.body == body
    assert len(desk.images()) == 1
