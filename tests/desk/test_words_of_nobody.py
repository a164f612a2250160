"""A value that was changed by hand costs the row that has it, and no other."""

import sqlite3
from contextlib import closing

import pytest

from editor_app.archive.errors import BrokenRow
from editor_app.desk.explain import explain
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


def test_an_image_and_a_version_say_what_is_wrong(desk, submitted, image, archive_path):
    change(archive_path, "UPDATE images SET persons = 'many'")
    change(archive_path, "UPDATE revisions SET occasion = 'once'")

    with pytest.raises(BrokenRow):
        desk.images()
    with pytest.raises(BrokenRow):
        desk.version(submitted.article.id, 1)
