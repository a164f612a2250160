"""What was never published is deleted with all that lies under its name; its entries in the log stay."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from editor_app.desk.errors import ArticleMissing, EditConflict, NameMissing, WasPublished
from editor_app.desk.steps import finish
from editor_app.domain.article_query import ArticleQuery, Term
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.site_settings import Appearance, SiteSettings
from editor_app.domain.withdrawal import WithdrawalReason

TABLES = (
    "articles",
    "working_copies",
    "article_contacts",
    "revisions",
    "shown_images",
    "approvals",
    "publications",
    "withdrawals",
    "live_pages",
    "comments",
    "quote_approvals",
    "search_rows",
)


def rows(path):
    with closing(sqlite3.connect(path)) as database:
        return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}


def entries(desk, article_id):
    lines = desk.log_lines(desk.find_log_entries(LogFilter(article_id=article_id)))
    return [line.entry for line in lines]


@pytest.fixture
def returned(desk, submitted):
    """A text with a version, a comment and a return behind it, that was never published."""
    desk.add_comment(submitted.article.id, "Vilken dag?", by="Bo")
    return desk.return_to_author(submitted.article.id, "Datum saknas.", by="Bo")


def test_all_that_lies_under_its_name_goes_and_the_log_says_who_did_it(desk, returned, archive_path):
    article_id = returned.article.id

    desk.delete(article_id, by="Cy", reason=" Dubblett. ")

    assert not any(rows(archive_path).values())
    with pytest.raises(ArticleMissing):
        desk.open(article_id)
    last = entries(desk, article_id)[-1]
    assert (last.act, last.by) == (Act.DELETED, "Cy")
    assert last.details == {"title": "Ny cykelväg längs ån", "reason": "Dubblett."}
    assert last.revision_hash == entries(desk, article_id)[2].revision_hash
    assert finish(desk.verify_log()).is_whole


def test_what_was_deleted_is_found_by_no_search(desk, draft):
    query = ArticleQuery(terms=(Term("cykelväg"),))
    before = desk.count(query)

    desk.delete(draft.article.id, by="Ada")

    assert (before, desk.count(query)) == (1, 0)


def test_what_goes_is_told_before(desk, returned):
    gone = desk.deletion(returned.article.id)

    assert (gone.title, gone.versions, gone.comments) == ("Ny cykelväg längs ån", 1, 2)
    assert gone.own_images == ()


@pytest.mark.parametrize("live", [True, False])
def test_what_was_ever_published_cannot_be_deleted(desk, approved, live):
    article_id = approved.article.id
    if not live:
        desk.withdraw(article_id, WithdrawalReason.WRONG, by="Bo")

    for act in (lambda: desk.deletion(article_id), lambda: desk.delete(article_id, by="Ada")):
        with pytest.raises(WasPublished):
            act()
    assert desk.open(article_id).article.id == article_id


def test_a_text_that_somebody_goes_on_writing_is_not_deleted(desk, draft):
    desk.save(msgspec.structs.replace(draft.article, title="Nytt"), version=draft.version, by="Bo")

    with pytest.raises(EditConflict):
        desk.delete(draft.article.id, by="Ada", version=draft.version)


def test_nobody_deletes_without_a_name(desk, draft):
    with pytest.raises(NameMissing):
        desk.delete(draft.article.id, by=" ")

    assert desk.open(draft.article.id)


def with_image(desk, copy, image: Figure):
    body = Document((paragraph("Bild:"), image))
    return desk.save(msgspec.structs.replace(copy.article, body=body), version=copy.version, by="Ada")


def test_an_image_that_something_else_shows_stays(desk, draft, image):
    one = with_image(desk, draft, image)
    with_image(desk, desk.create(by="Bo"), image)

    assert desk.deletion(one.article.id).own_images == ()
    desk.delete(one.article.id, by="Ada", with_images=True)

    assert [one.id for one in desk.images()] == [image.image_id]


@pytest.mark.parametrize("with_images", [True, False])
def test_an_image_that_nothing_else_shows_goes_only_if_asked(desk, draft, image, with_images):
    copy = with_image(desk, draft, image)

    told = desk.deletion(copy.article.id).own_images
    desk.delete(copy.article.id, by="Ada", with_images=with_images)

    assert [one.id for one in told] == [image.image_id]
    assert bool(desk.images()) is not with_images
    removed = desk.log_lines(desk.find_log_entries(LogFilter(act=Act.IMAGE_REMOVED)))
    assert [line.entry.details["image"] for line in removed] == [image.image_id] * with_images


def test_an_image_that_is_the_logo_of_the_site_stays(desk, draft, image):
    one = with_image(desk, draft, image)
    desk.save_site_settings(SiteSettings(Appearance(logo_id=image.image_id)), by="Ada")

    offered = desk.deletion(one.article.id).own_images
    desk.delete(one.article.id, by="Ada", with_images=True)

    assert offered == ()
    assert [kept.id for kept in desk.images()] == [image.image_id]
