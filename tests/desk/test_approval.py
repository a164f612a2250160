"""From draft to approved: who may, when, and to what exactly the approval is bound."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import msgspec
import pytest

from editor_app.archive.errors import ImageMissing
from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import ChangedSinceSubmitted, EditConflict, NameMissing
from editor_app.domain.article import Phone
from editor_app.domain.document import Figure
from editor_app.domain.policy import Policy
from editor_app.domain.swedish_time import wall_time
from editor_app.domain.workflow import NotPossibleNow, SamePerson, State
from tests.cards import card


def edit(desk, working_copy, **changes):
    article = msgspec.structs.replace(working_copy.article, **changes)
    return desk.save(article, version=working_copy.version, by="Ada")


def test_a_submitted_article_waits_for_approval_under_its_submitter(desk, draft):
    submitted = desk.submit(draft.article.id, by="  Ada ")

    assert submitted.state is State.IN_REVIEW
    assert submitted.submitted_by == "Ada"
    assert submitted.live is None
    assert desk.open(draft.article.id) == submitted


def test_the_first_submission_gives_the_address_and_later_ones_keep_it(desk, submitted):
    renamed = edit(desk, submitted, title="En helt annan rubrik")

    again = desk.submit(renamed.article.id, by="Ada")

    assert submitted.article.slug == "ny-cykelvag-langs-an"
    assert again.article.slug == submitted.article.slug


def test_two_articles_with_one_title_get_two_addresses(desk, submitted):
    copy = desk.keep_copy(submitted.article, by="Ada")

    second = desk.submit(copy.article.id, by="Ada")

    assert second.article.slug == "ny-cykelvag-langs-an-2"


def test_an_incomplete_article_is_not_submitted(desk, draft):
    incomplete = edit(desk, draft, title=" ")

    with pytest.raises(NotReady) as not_ready:
        desk.submit(incomplete.article.id, by="Ada")

    assert [finding.rule for finding in not_ready.value.findings] == ["S01"]
    assert desk.open(draft.article.id).state is State.DRAFT


def test_an_article_with_an_image_from_elsewhere_is_not_submitted(desk, draft):
    with_image = edit(desk, draft, hero=Figure("0" * 64, alt="En cykel"))

    with pytest.raises(ImageMissing):
        desk.submit(with_image.article.id, by="Ada")


def test_approval_names_the_person_the_time_and_the_words(desk, submitted, clock):
    approved = desk.approve(submitted.article.id, by="Bo")

    assert approved.state is State.APPROVED
    assert approved.live.number == 1
    assert approved.live.approved_by == "Bo"
    assert approved.live.approved_at == clock.now
    assert desk.open(submitted.article.id) == approved


@pytest.mark.parametrize("name", ["Ada", " ada ", "ADA"])
def test_nobody_approves_what_they_submitted(desk, submitted, name):
    with pytest.raises(SamePerson):
        desk.approve(submitted.article.id, by=name)

    assert desk.open(submitted.article.id).state is State.IN_REVIEW


def test_nobody_approves_what_they_wrote_and_somebody_else_submitted(desk, draft):
    desk.submit(draft.article.id, by="Bo")

    with pytest.raises(SamePerson):
        desk.approve(draft.article.id, by="Ada")


@pytest.mark.parametrize("act", ["submit", "approve", "take_back"])
def test_an_act_needs_a_name(desk, draft, act):
    if act != "submit":
        desk.submit(draft.article.id, by="Ada")

    with pytest.raises(NameMissing):
        getattr(desk, act)(draft.article.id, by="  ")


def test_a_draft_cannot_be_approved(desk, draft):
    with pytest.raises(NotPossibleNow):
        desk.approve(draft.article.id, by="Bo")


def test_what_is_taken_back_is_a_draft_with_the_same_words(desk, submitted):
    taken_back = desk.take_back(submitted.article.id, by="Ada")

    assert taken_back.state is State.DRAFT
    assert taken_back.submitted_by == ""
    assert taken_back.article == submitted.article


def test_what_somebody_else_changed_is_not_taken_back_unseen(desk, submitted):
    with pytest.raises(EditConflict) as conflict:
        desk.take_back(submitted.article.id, by="Ada", version=submitted.version - 1)

    assert conflict.value.theirs == submitted


def test_a_contact_changed_after_submission_needs_a_new_submission(desk, draft):
    contact = desk.save_contact(card("", "Växeln", phone="031-390 06 00"))
    desk.submit(edit(desk, draft, contact_ids=(contact.id,)).article.id, by="Ada")
    desk.save_contact(msgspec.structs.replace(contact, phones=(Phone("031-390 06 99"),)))

    with pytest.raises(NotPossibleNow):
        desk.approve(draft.article.id, by="Bo")

    desk.submit(draft.article.id, by="Ada")
    assert desk.approve(draft.article.id, by="Bo").live.number == 2


def test_words_that_changed_behind_the_desk_after_submission_are_not_approved(desk, submitted, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE categories SET name = 'Annat'")

    with pytest.raises(ChangedSinceSubmitted):
        desk.approve(submitted.article.id, by="Bo")


def test_the_live_revision_stays_until_the_next_one_is_approved(desk, approved):
    edited = edit(desk, approved, title="Ny rubrik")
    waiting = desk.submit(edited.article.id, by="Ada")

    assert edited.live == approved.live
    assert waiting.live == approved.live
    assert desk.approve(edited.article.id, by="Bo").live.number == 2


def test_the_same_words_submitted_again_are_the_same_revision(desk, approved):
    edited = edit(desk, approved, title="Ny rubrik")
    restored = edit(desk, edited, title=approved.article.title)
    desk.submit(restored.article.id, by="Ada")

    again = desk.approve(restored.article.id, by="Cy")

    assert again.live.number == approved.live.number
    assert again.live.hash == approved.live.hash
    assert again.live.approved_by == "Cy"


@pytest.mark.parametrize("act", ["submit", "approve"])
def test_who_names_a_version_acts_on_that_version_only(desk, draft, act):
    if act == "approve":
        desk.submit(draft.article.id, by="Ada")
    current = desk.open(draft.article.id)

    with pytest.raises(EditConflict) as conflict:
        getattr(desk, act)(draft.article.id, by="Bo", version=current.version - 1)

    assert conflict.value.theirs == current
    assert getattr(desk, act)(draft.article.id, by="Bo", version=current.version).version == (
        current.version + 1
    )


def test_who_still_sees_a_draft_cannot_unknowingly_edit_what_is_under_review(desk, draft, submitted):
    with pytest.raises(EditConflict):
        edit(desk, draft, title="Sent ändrad")

    assert desk.open(draft.article.id) == submitted


def test_what_is_submitted_says_when_it_is_taken_down(desk, submitted, clock):
    assert wall_time(submitted.article.unpublish_at).date().isoformat() == "2026-09-02"
    assert desk.open(submitted.article.id).article == submitted.article


def test_an_article_that_stays_online_is_never_taken_down_by_rule(desk, draft):
    staying = edit(desk, draft, stays_online=True)

    assert desk.submit(staying.article.id, by="Ada").article.unpublish_at is None


def test_how_long_a_kind_stays_is_a_rule_of_the_newsroom(desk, draft):
    desk.save_policy(Policy(take_down_months={}), by="Ada")

    assert desk.submit(draft.article.id, by="Ada").article.unpublish_at is None


def test_a_correction_keeps_the_time_that_was_approved(desk, approved, clock):
    clock.now += timedelta(days=40)
    edited = edit(desk, approved, title="Ny rubrik")

    again = desk.submit(edited.article.id, by="Ada")

    assert again.article.unpublish_at == approved.article.unpublish_at
