"""Writing at the desk: what is saved, what it does to the state, and what it never overwrites."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import msgspec
import pytest

from editor_app.desk.errors import ArticleMissing, EditConflict
from editor_app.desk.opening import open_desk
from editor_app.domain.article import Kind
from editor_app.domain.document import Document, Span, paragraph, with_spans
from editor_app.domain.workflow import LiveSide, State


def changed(working_copy, **changes):
    return msgspec.structs.replace(working_copy.article, **changes)


def test_what_was_saved_is_there_when_the_archive_is_opened_again(desk, draft, archive_path):
    desk.close()

    with_new_desk = open_desk(archive_path)

    assert with_new_desk.open(draft.article.id) == draft
    with_new_desk.close()


def test_a_new_article_is_an_empty_draft_of_its_kind(desk):
    created = desk.create(by="Ada", kind=Kind.CRISIS)

    assert created.state is State.DRAFT
    assert created.article.kind is Kind.CRISIS
    assert desk.open(created.article.id) == created


def test_each_save_of_a_change_gives_a_new_version(desk, draft):
    saved = desk.save(changed(draft, title="Annan rubrik"), version=draft.version, by="Bo")

    assert saved.version == draft.version + 1
    assert saved.updated_by == "Bo"
    assert saved.updated_at > draft.updated_at


def test_a_save_without_a_change_leaves_the_article_as_it_was(desk, submitted):
    split = with_spans(paragraph(""), (Span("Vägen blir "), Span("fyra kilometer lång.")))

    saved = desk.save(changed(submitted, body=Document((split,))), version=submitted.version, by="Bo")

    assert saved == submitted


@pytest.mark.parametrize("stage", ["submitted", "approved"])
def test_an_edit_makes_a_draft_again(desk, stage, request):
    before = request.getfixturevalue(stage)

    saved = desk.save(changed(before, title="Annan rubrik"), version=before.version, by="Ada")

    assert saved.state is State.DRAFT
    assert saved.submitted_by == ""
    assert saved.live == before.live


def test_a_note_is_kept_without_a_new_approval(desk, approved):
    saved = desk.save(changed(approved, internal_note="Ring om kartan"), version=approved.version, by="Cy")

    assert saved.state is State.APPROVED
    assert saved.updated_by == approved.updated_by
    assert desk.open(approved.article.id).article.internal_note == "Ring om kartan"


def test_of_two_desks_the_second_is_told_what_the_first_wrote(desk, draft, archive_path):
    other = open_desk(archive_path)
    theirs = other.save(changed(draft, lead="Deras ingress"), version=draft.version, by="Bo")

    with pytest.raises(EditConflict) as conflict:
        desk.save(changed(draft, lead="Min ingress"), version=draft.version, by="Ada")

    assert conflict.value.theirs == theirs
    assert desk.open(draft.article.id) == theirs
    other.close()


def test_the_same_words_are_no_conflict(desk, draft):
    article = changed(draft, lead="Samma ingress")
    theirs = desk.save(article, version=draft.version, by="Bo")

    mine = desk.save(article, version=draft.version, by="Ada")

    assert mine == theirs


def test_a_copy_keeps_the_words_under_another_id(desk, approved):
    copy = desk.keep_copy(approved.article, by="Ada")

    assert copy.state is State.DRAFT
    assert copy.article.id != approved.article.id
    assert copy.article == changed(approved, id=copy.article.id, slug="")
    assert desk.open(approved.article.id) == approved


def test_an_address_once_given_cannot_be_changed_by_an_edit(desk, approved):
    saved = desk.save(changed(approved, title="Ny", slug=""), version=approved.version, by="Ada")

    assert saved.article.slug == approved.article.slug == "ny-cykelvag-langs-an"


def test_half_a_character_from_the_clipboard_does_not_stop_the_save(desk, draft):
    saved = desk.save(changed(draft, title="Hej \ud83d där"), version=draft.version, by="Ada\ud83d")

    assert (saved.article.title, saved.updated_by) == ("Hej  där", "Ada")


def test_words_are_saved_where_the_archive_has_not_their_category(desk, draft):
    # So after an older copy of the archive was put in its place.
    edited = changed(draft, title="Ny rubrik", category_id="borta")

    saved = desk.save(edited, version=draft.version, by="Ada")
    copy = desk.keep_copy(edited, by="Ada")

    assert (saved.article.title, saved.article.category_id) == ("Ny rubrik", None)
    assert (copy.article.title, copy.article.category_id) == ("Ny rubrik", None)


def test_a_time_is_kept_in_utc_whatever_clock_it_was_read_from(desk, draft):
    stockholm = datetime(2026, 7, 3, 9, 30, tzinfo=ZoneInfo("Europe/Stockholm"))

    desk.save(changed(draft, publish_at=stockholm), version=draft.version, by="Ada")

    publish_at = desk.open(draft.article.id).article.publish_at
    assert publish_at == stockholm
    assert publish_at.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_a_mistake(desk, draft):
    with pytest.raises(ValueError, match="no time zone"):
        desk.save(changed(draft, publish_at=datetime(2026, 7, 3, 9, 30)), version=draft.version, by="Ada")


def test_an_unknown_article_is_missing(desk):
    with pytest.raises(ArticleMissing) as missing:
        desk.open("5f0c6d52-0000-4000-8000-000000000000")

    assert missing.value.article_id == "5f0c6d52-0000-4000-8000-000000000000"


def test_the_list_has_the_newest_edit_first(desk, draft):
    newer = desk.create(by="Bo")

    assert [line.id for line in desk.articles()] == [newer.article.id, draft.article.id]
    assert desk.articles()[1].category == "Bygga och bo"
    assert desk.articles()[1].live is LiveSide.NOT_PUBLISHED


def test_the_list_knows_what_is_live_while_it_is_edited(desk, approved):
    desk.save(changed(approved, title="Annan rubrik"), version=approved.version, by="Ada")

    (line,) = desk.articles()

    assert line.live is LiveSide.LIVE
    assert line.state is State.DRAFT
    assert line.title == "Annan rubrik"
