"""Versions of an article: kept, named and restored, and what is approved in spite of them."""

import sqlite3
from contextlib import closing

import msgspec
import pytest

from editor_app.desk.comparison import Status
from editor_app.desk.errors import ChangedSinceSubmitted, EditConflict, NameMissing, VersionMissing
from editor_app.domain.article import Phone
from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.revision import HashMismatch, Occasion
from editor_app.domain.workflow import State
from tests.cards import card


def edit(desk, copy, by="Ada", **changes):
    article = msgspec.structs.replace(copy.article, **changes)
    return desk.save(article, version=copy.version, by=by)


def keep(desk, copy, name="", by="Ada"):
    return desk.save_version(copy.article.id, version=copy.version, by=by, name=name)


def restore(desk, copy, number, by="Ada"):
    return desk.restore(copy.article.id, number, version=copy.version, by=by)


def occasions(desk, copy):
    return [version.occasion for version in desk.versions(copy.article.id)]


def test_saving_as_one_writes_makes_no_history(desk, draft):
    edit(desk, draft, title="Annan rubrik")

    assert desk.versions(draft.article.id) == ()


def test_a_saved_version_has_its_name_its_keeper_and_its_time(desk, draft, clock):
    kept = keep(desk, draft, name="  Före  mötet ", by="Bo")

    (version,) = desk.versions(draft.article.id)
    assert (version.number, version.name, version.created_by) == (1, "Före mötet", "Bo")
    assert version.created_at == clock.now
    assert version.occasion is Occasion.SAVED
    assert kept == draft
    assert desk.version(draft.article.id, 1).title == draft.article.title


def test_the_same_words_saved_again_only_get_the_new_name(desk, draft):
    keep(desk, draft, name="Ett")
    keep(desk, draft, name="Två")
    keep(desk, draft)

    assert [version.name for version in desk.versions(draft.article.id)] == ["Två"]


def test_the_version_that_says_what_the_article_says_now_is_told(desk, draft):
    keep(desk, draft, name="Ett")
    later = edit(desk, draft, lead="Bygget börjar i juni.")
    keep(desk, later, name="Två")
    assert [version.is_present for version in desk.versions(draft.article.id)] == [True, False]

    edit(desk, later, lead="Bygget börjar i juli.")

    assert [version.is_present for version in desk.versions(draft.article.id)] == [False, False]


def test_versions_are_listed_from_the_newest(desk, draft):
    keep(desk, draft, name="Ett")
    keep(desk, edit(desk, draft, lead="Bygget börjar i juni."), name="Två")

    assert [version.name for version in desk.versions(draft.article.id)] == ["Två", "Ett"]


def test_a_version_gets_another_name_and_keeps_its_words(desk, draft):
    keep(desk, draft, name="Ett")

    desk.rename_version(draft.article.id, 1, "Till nämnden", by="Ada")

    assert [version.name for version in desk.versions(draft.article.id)] == ["Till nämnden"]
    assert desk.version(draft.article.id, 1).lead == draft.article.lead


def test_a_version_that_is_not_there_is_said_to_be_missing(desk, draft):
    with pytest.raises(VersionMissing):
        desk.version(draft.article.id, 7)
    with pytest.raises(VersionMissing):
        desk.rename_version(draft.article.id, 7, "Ett", by="Ada")
    with pytest.raises(VersionMissing):
        restore(desk, draft, 7)


def test_who_keeps_a_version_has_a_name(desk, draft):
    with pytest.raises(NameMissing):
        keep(desk, draft, by=" ")


def test_only_what_one_sees_is_kept_as_a_version(desk, draft):
    edit(desk, draft, title="Annan rubrik")

    with pytest.raises(EditConflict):
        keep(desk, draft)


def test_the_list_says_what_is_in_review_and_what_is_live(desk, approved):
    waiting = desk.submit(edit(desk, approved, lead="Bygget börjar i juni.").article.id, by="Ada")

    newest, oldest = desk.versions(waiting.article.id)

    assert (newest.is_in_review, newest.is_live) == (True, False)
    assert (oldest.is_in_review, oldest.is_live) == (False, True)
    assert [name for name, _at in oldest.approvals] == ["Bo"]


def test_restoring_keeps_what_it_replaces(desk, draft):
    keep(desk, draft, name="Först")
    changed = edit(desk, draft, title="Annan rubrik", internal_note="Ring om kartan")

    restored = restore(desk, changed, 1, by="Bo").working_copy

    assert restored.article.title == draft.article.title
    assert restored.article.internal_note == "Ring om kartan"
    assert restored.updated_by == "Bo"
    assert occasions(desk, draft) == [Occasion.BEFORE_RESTORE, Occasion.SAVED]
    assert desk.version(draft.article.id, 2).title == "Annan rubrik"


def test_what_some_version_says_already_is_not_kept_twice(desk, draft):
    keep(desk, draft, name="Ett")
    changed = edit(desk, draft, title="Annan rubrik")
    keep(desk, changed, name="Två")

    back = restore(desk, changed, 1).working_copy
    forth = restore(desk, back, 2).working_copy

    assert forth.article.title == "Annan rubrik"
    assert len(desk.versions(draft.article.id)) == 2


def test_restoring_the_present_text_changes_nothing(desk, approved):
    restored = restore(desk, approved, 1)

    assert restored.working_copy == approved
    assert restored.notes == ()


def test_what_is_restored_is_a_draft_to_be_approved_anew(desk, approved):
    changed = edit(desk, approved, title="Annan rubrik")
    waiting = desk.submit(changed.article.id, by="Ada")

    restored = restore(desk, waiting, 1).working_copy

    assert restored.state is State.DRAFT
    assert restored.submitted_by == ""
    assert restored.live == approved.live


def test_restoring_does_not_overwrite_what_somebody_else_wrote(desk, draft):
    keep(desk, draft)
    theirs = edit(desk, draft, by="Bo", title="Deras rubrik")

    with pytest.raises(EditConflict) as conflict:
        restore(desk, draft, 1)

    assert conflict.value.theirs == theirs
    assert desk.open(draft.article.id) == theirs


def test_a_version_that_was_altered_is_not_restored(desk, draft, archive_path):
    keep(desk, draft)
    changed = edit(desk, draft, title="Annan rubrik")
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE revisions SET content = replace(content, 'cykel', 'motor')")

    with pytest.raises(HashMismatch):
        restore(desk, changed, 1)


def test_what_the_archive_no_longer_has_is_left_out_and_said(desk, draft, archive_path):
    contact = desk.save_contact(card("", "Växeln", phone="08-465 004 00"))
    figure = Figure("0" * 64, alt="En cykel")
    body = Document((*draft.article.body.blocks, figure))
    with_all = edit(desk, draft, contact_ids=(contact.id,), body=body)
    keep(desk, with_all)
    changed = edit(desk, with_all, contact_ids=(), category_id=None, body=Document((paragraph("Nytt."),)))
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("DELETE FROM contacts")
        database.execute("DELETE FROM categories")

    restored = restore(desk, changed, 1)

    assert restored.working_copy.article.body == draft.article.body
    assert restored.working_copy.article.contact_ids == ()
    assert restored.working_copy.article.category_id is None
    assert restored.notes == (
        "The category “Bygga och bo” is no longer in the archive.",
        "An image is no longer in the archive: En cykel",
        "The contact “Växeln” is no longer in the archive.",
    )


def test_a_contact_with_other_details_is_mentioned(desk, draft):
    contact = desk.save_contact(card("", "Växeln", phone="08-465 004 00"))
    with_contact = edit(desk, draft, contact_ids=(contact.id,))
    keep(desk, with_contact)
    desk.save_contact(msgspec.structs.replace(contact, phones=(Phone("08-465 004 99"),)))
    changed = edit(desk, with_contact, title="Annan rubrik")

    restored = restore(desk, changed, 1)

    assert restored.notes == ("“Växeln” has other contact details today.",)


def test_a_version_saved_during_review_is_not_what_is_approved(desk, submitted):
    keep(desk, submitted, name="Under granskning")

    approved = desk.approve(submitted.article.id, by="Bo")

    assert approved.live.number == 1
    assert [version.name for version in desk.versions(submitted.article.id)] == ["Under granskning"]


def test_words_that_nobody_submitted_are_not_approved_for_being_saved(desk, submitted, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE categories SET name = 'Annat'")
    keep(desk, submitted)

    with pytest.raises(ChangedSinceSubmitted):
        desk.approve(submitted.article.id, by="Bo")


def test_a_version_saved_before_submission_does_not_stand_for_it(desk, draft):
    desk.submit(draft.article.id, by="Ada")
    back = desk.take_back(draft.article.id, by="Ada")
    saved = edit(desk, back, title="Annan rubrik")
    keep(desk, saved, name="Till Bo")

    desk.submit(draft.article.id, by="Ada")
    approved = desk.approve(draft.article.id, by="Bo")

    assert occasions(desk, draft) == [Occasion.SUBMITTED, Occasion.SAVED, Occasion.SUBMITTED]
    assert approved.live.number == 3


def test_a_name_given_after_approval_leaves_the_approval_alone(desk, approved):
    desk.rename_version(approved.article.id, 1, "Som den gick ut", by="Ada")

    assert desk.open(approved.article.id).live == approved.live


def test_restored_words_submitted_again_are_approved_as_the_newest(desk, approved):
    second = desk.submit(edit(desk, approved, title="Annan rubrik").article.id, by="Ada")
    second = desk.approve(second.article.id, by="Bo")
    restored = restore(desk, second, 1).working_copy

    desk.submit(restored.article.id, by="Ada")
    again = desk.approve(restored.article.id, by="Cy")

    assert again.live.number == 3
    assert desk.version(again.article.id, 3) == desk.version(again.article.id, 1)


def test_export_takes_what_was_approved_and_no_saved_version(desk, approved, tmp_path):
    before = desk.export(tmp_path / "before", by="Ada")
    changed = edit(desk, approved, title="Annan rubrik")
    keep(desk, changed, name="Till sommaren")
    restore(desk, edit(desk, changed, title="Ännu en rubrik"), 2)

    after = desk.export(tmp_path / "after", by="Ada")

    names = {path.relative_to(before.target) for path in before.target.rglob("*.html")}
    assert names == {path.relative_to(after.target) for path in after.target.rglob("*.html")}
    for name in names:
        page = (after.target / name).read_text(encoding="utf-8")
        assert "Annan rubrik" not in page
        assert "Ännu en rubrik" not in page


def test_any_two_versions_and_the_present_text_are_compared(desk, draft):
    keep(desk, draft)
    changed = edit(desk, draft, title="Ny cykelväg längs hela ån")
    unsaved = msgspec.structs.replace(changed.article, lead="Bygget börjar i juni.")

    comparison = desk.compare(draft.article.id, 1, unsaved)

    assert [run.text for run in comparison.title if run.status is Status.ADDED] == ["hela "]
    assert [run.text for run in comparison.lead if run.status is not Status.SAME] == ["maj", "juni"]
    assert desk.compare(draft.article.id, 1, 1).is_same


def test_a_long_history_is_listed_whole(desk, draft):
    copy = draft
    for number in range(30):
        copy = edit(desk, copy, title=f"Rubrik {number}")
        keep(desk, copy, name=f"Version {number}")

    versions = desk.versions(draft.article.id)

    assert [version.number for version in versions] == list(range(30, 0, -1))
