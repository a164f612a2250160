"""A value that was changed by hand costs the row that has it, and no other."""

import io
import sqlite3
from contextlib import closing

import pytest
from PIL import Image

from editor_app.archive.errors import BrokenRow
from editor_app.desk.explain import explain
from editor_app.desk.values import StoredImage, UnreadableImage
from editor_app.domain.article import Contact, Phone
from editor_app.domain.codec import BrokenText


def change(path, statement, *values):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement, values)


@pytest.mark.parametrize("column", ["state", "live", "kind"])
def test_lists_go_on_with_the_other_articles(desk, draft, archive_path, column):
    other = desk.create(by="Ada")
    change(archive_path, f"UPDATE articles SET {column} = 'x' WHERE id = ?", draft.article.id)

    assert [line.id for line in desk.articles()] == [other.article.id]
    assert desk.open(other.article.id).article == other.article


@pytest.mark.parametrize("column", ["state", "live"])
def test_the_article_itself_says_what_is_wrong(desk, draft, archive_path, column):
    change(archive_path, f"UPDATE articles SET {column} = 'aproved' WHERE id = ?", draft.article.id)

    with pytest.raises(BrokenRow) as broken:
        desk.open(draft.article.id)

    assert broken.value.row_id == draft.article.id
    assert "aproved" in explain(broken.value).what


def test_a_broken_text_says_so_and_another_opens(desk, draft, archive_path):
    other = desk.create(by="Ada")
    change(
        archive_path, "UPDATE working_copies SET content = 'broken' WHERE article_id = ?", draft.article.id
    )

    with pytest.raises(BrokenText):
        desk.open(draft.article.id)
    assert desk.open(other.article.id) == other


def test_a_version_of_an_unknown_occasion_is_listed_and_its_words_can_be_read(desk, submitted, archive_path):
    desk.save_version(submitted.article.id, version=submitted.version, by="Ada", name="Till nämnden")
    change(archive_path, "UPDATE revisions SET occasion = 'once'")

    (listed,) = desk.versions(submitted.article.id)

    assert (listed.occasion, listed.name) == (None, "Till nämnden")
    assert [event.number for event in desk.story(submitted.article.id) if event.number] != []
    assert desk.version(submitted.article.id, 1).title == submitted.article.title


def test_a_list_of_images_names_the_one_that_cannot_be_read_and_goes_on(desk, image, archive_path):
    other = desk.add_image(png("blue"), name="bla.png", by="Ada")
    change(archive_path, "UPDATE images SET persons = 'many' WHERE id = ?", image.image_id)

    listed = desk.images()

    assert [one for one in listed if isinstance(one, StoredImage)] == [other]
    assert [one.id for one in listed if isinstance(one, UnreadableImage)] == [image.image_id]


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE articles SET updated_at = 'x'", lambda desk: desk.articles()),
        ("UPDATE contacts SET phones = '{}'", lambda desk: desk.contacts()),
        ("UPDATE images SET consent_until = 'x'", lambda desk: desk.images()),
    ],
)
def test_a_time_or_a_list_that_is_none_is_said_with_what_to_do(
    desk, submitted, image, archive_path, statement, ask
):
    desk.save_contact(Contact("", "Växeln", phones=(Phone("08-465 004 00"),)), by="Ada")
    desk.create(by="Ada")
    change(archive_path, statement)

    with pytest.raises(BrokenRow) as broken:
        ask(desk)

    assert "Help menu" in explain(broken.value).next_step


def png(colour):
    output = io.BytesIO()
    Image.new("RGB", (3, 2), colour).save(output, "PNG")
    return output.getvalue()
