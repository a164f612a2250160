"""From approved to live, and down again: what the website holds follows the acts, one by one."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import msgspec
import pytest

from editor_app.desk.comparison import Field
from editor_app.desk.errors import (
    AlreadyLive,
    ArticleMissing,
    CommentMissing,
    Lacking,
    NameMissing,
    WithdrawalIncomplete,
)
from editor_app.domain.article import Correction
from editor_app.domain.audit import Act, find_flaws
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.revision import HashMismatch
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, NotPossibleNow, SamePerson, Standing, State

PAGE = "nyheter/ny-cykelvag-langs-an/index.html"


def edit(desk, copy, by="Ada", **changes):
    return desk.save(msgspec.structs.replace(copy.article, **changes), version=copy.version, by=by)


def approve_again(desk, copy, **changes):
    edited = edit(desk, copy, **changes)
    desk.submit(edited.article.id, by="Ada")
    return desk.approve(edited.article.id, by="Bo")


def acts(desk, article_id):
    with desk._archive.reading() as holdings:
        return [entry.act for entry in holdings.log.of_article(article_id)][::-1]


@pytest.fixture
def two_steps(desk):
    """A newsroom where what is approved waits until somebody publishes it."""
    return desk.save_policy(Policy(publishes_on_approval=False), by="Ada")


def test_what_is_approved_is_published_by_the_same_act_unless_the_policy_says_otherwise(approved):
    assert approved.standing == Standing(State.APPROVED, LiveSide.LIVE)
    assert (approved.live.published_by, approved.live.published_at) == ("Bo", approved.live.approved_at)
    assert not approved.has_news


def test_what_is_approved_can_wait_to_be_published(desk, two_steps, approved, tmp_path):
    assert approved.standing == Standing(State.APPROVED, LiveSide.NOT_PUBLISHED)
    assert (approved.approval.approved_by, approved.live, approved.has_news) == ("Bo", None, True)
    assert PAGE not in desk.export(tmp_path / "site", by="Ada").added

    published = desk.publish(approved.article.id, by="Cy")

    assert published.standing == Standing(State.APPROVED, LiveSide.LIVE)
    assert (published.live.approved_by, published.live.published_by) == ("Bo", "Cy")
    assert PAGE in desk.export(tmp_path / "site", by="Ada").added


def test_the_live_words_stay_until_the_next_are_published(desk, two_steps, approved):
    published = desk.publish(approved.article.id, by="Bo")

    again = approve_again(desk, published, title="Ny rubrik")

    assert (again.approval.number, again.live.number, again.has_news) == (2, 1, True)
    assert desk.publish(again.article.id, by="Bo").live.number == 2


def test_the_same_words_are_not_published_twice(desk, approved):
    with pytest.raises(AlreadyLive):
        desk.publish(approved.article.id, by="Bo")


def test_an_edit_voids_an_approval_that_was_not_published_yet(desk, two_steps, approved):
    edited = edit(desk, approved, title="Ny rubrik")

    assert edited.approval is None
    with pytest.raises(NotPossibleNow):
        desk.publish(edited.article.id, by="Bo")


def test_words_altered_after_their_approval_are_not_published(desk, two_steps, approved, archive_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("UPDATE revisions SET content = replace(content, 'maj', 'juni')")

    with pytest.raises(HashMismatch):
        desk.publish(approved.article.id, by="Bo")


def test_a_published_revision_without_an_approval_is_not_exported(desk, approved, archive_path, tmp_path):
    with closing(sqlite3.connect(archive_path)) as database, database:
        database.execute("DELETE FROM approvals")

    with pytest.raises(HashMismatch):
        desk.export(tmp_path / "site", by="Ada")


def test_what_is_withdrawn_leaves_the_site_and_says_why(desk, approved, tmp_path):
    desk.export(tmp_path / "site", by="Ada")

    withdrawn = desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by=" Cy ", words=" Fel  datum. ")

    assert withdrawn.standing == Standing(State.APPROVED, LiveSide.WITHDRAWN)
    assert withdrawn.live is None
    assert withdrawn.withdrawal.reason is WithdrawalReason.WRONG
    assert (withdrawn.withdrawal.withdrawn_by, withdrawn.withdrawal.words) == ("Cy", "Fel datum.")
    assert PAGE in desk.export(tmp_path / "site", by="Ada").changed
    assert "Fel datum." in (tmp_path / "site" / PAGE).read_text()
    assert desk.articles()[0].live is LiveSide.WITHDRAWN


def test_what_was_withdrawn_is_published_again(desk, approved, tmp_path):
    desk.withdraw(approved.article.id, WithdrawalReason.OUT_OF_DATE, by="Bo")

    published = desk.publish(approved.article.id, by="Bo")

    assert published.standing == Standing(State.APPROVED, LiveSide.LIVE)
    assert published.withdrawal is None
    assert PAGE in desk.export(tmp_path / "site", by="Ada").added


def test_what_stood_before_a_withdrawal_does_not_come_back_while_the_new_words_wait(
    desk, approved, tmp_path, clock
):
    withdrawn = desk.withdraw(approved.article.id, WithdrawalReason.WRONG, by="Bo")
    later = datetime(2026, 6, 1, tzinfo=UTC)

    approve_again(desk, withdrawn, title="Rätt rubrik", publish_at=later)

    desk.export(tmp_path / "site", by="Ada")
    assert "noindex" in (tmp_path / "site" / PAGE).read_text()
    clock.now = later
    desk.export(tmp_path / "site", by="Ada")
    assert "<h1>Rätt rubrik</h1>" in (tmp_path / "site" / PAGE).read_text()


@pytest.mark.parametrize(
    ("reason", "lacking"),
    [(WithdrawalReason.OTHER, Lacking.WORDS), (WithdrawalReason.MERGED, Lacking.REPLACEMENT)],
)
def test_some_reasons_ask_for_more(desk, approved, reason, lacking):
    with pytest.raises(WithdrawalIncomplete) as incomplete:
        desk.withdraw(approved.article.id, reason, by="Bo", words=" ")

    assert incomplete.value.lacking is lacking
    assert desk.open(approved.article.id) == approved


def test_what_stands_in_an_articles_place_is_another_article_that_is_there(desk, approved):
    def merge_into(replacement_id):
        return desk.withdraw(
            approved.article.id, WithdrawalReason.MERGED, by="Bo", replacement_id=replacement_id
        )

    with pytest.raises(WithdrawalIncomplete):
        merge_into(approved.article.id)
    with pytest.raises(ArticleMissing):
        merge_into("nowhere")

    other = desk.create(by="Ada").article.id
    assert merge_into(other).withdrawal.replacement_id == other


def test_only_what_is_live_is_withdrawn(desk, submitted):
    with pytest.raises(NotPossibleNow):
        desk.withdraw(submitted.article.id, WithdrawalReason.WRONG, by="Bo")


def test_a_returned_article_is_a_draft_with_a_comment_on_what_was_submitted(desk, submitted):
    returned = desk.return_to_author(submitted.article.id, " Vem  bygger?\n", by="Bo")

    assert (returned.state, returned.submitted_by) == (State.DRAFT, "")
    with desk._archive.reading() as holdings:
        (comment,) = holdings.comments.of_article(submitted.article.id)
        revision = holdings.revisions.latest(submitted.article.id)
    assert (comment.words, comment.written_by, comment.revision_id) == ("Vem  bygger?", "Bo", revision.id)


def test_nothing_is_returned_without_a_word(desk, submitted):
    with pytest.raises(CommentMissing):
        desk.return_to_author(submitted.article.id, " \n", by="Bo")

    assert desk.open(submitted.article.id) == submitted


def test_who_began_an_article_does_not_approve_it_whoever_edited_it_last(desk, draft):
    edited = edit(desk, draft, by="Cy", title="Ny rubrik")
    desk.submit(edited.article.id, by="Cy")

    with pytest.raises(SamePerson):
        desk.approve(edited.article.id, by="Ada")

    assert desk.approve(edited.article.id, by="Bo").state is State.APPROVED


def test_one_person_is_enough_where_the_policy_says_so(desk, submitted):
    desk.save_policy(Policy(approvers=Approvers.ONE_PERSON), by="Ada")

    approved = desk.approve(submitted.article.id, by="Ada", forced_reason="Onödigt")

    assert (approved.approval.approved_by, approved.approval.forced_reason) == ("Ada", "")


def test_a_forced_approval_keeps_its_reason(desk, submitted):
    approved = desk.approve(submitted.article.id, by="Ada", forced_reason=" Ingen  annan i tjänst ")

    assert approved.approval.forced_reason == approved.live.forced_reason == "Ingen annan i tjänst"
    assert Act.APPROVED_BY_FORCE in acts(desk, submitted.article.id)


def test_an_approval_that_keeps_to_the_rules_is_not_forced(desk, submitted):
    approved = desk.approve(submitted.article.id, by="Bo", forced_reason="Bråttom")

    assert approved.approval.forced_reason == ""


def test_a_policy_is_changed_in_somebodys_name(desk):
    with pytest.raises(NameMissing):
        desk.save_policy(Policy(approvers=Approvers.ONE_PERSON), by=" ")

    assert desk.policy() == Policy()
    desk.save_policy(Policy(approvers=Approvers.ONE_PERSON), by="Ada")
    assert desk.policy().approvers is Approvers.ONE_PERSON


def test_every_act_is_in_the_log_and_the_chain_holds(desk, approved, tmp_path):
    edited = edit(desk, approved, title="Ny rubrik")
    edited = edit(desk, edited, title="Nyare rubrik")
    edited = edit(desk, edited, by="Cy", title="Nyaste rubriken")
    desk.submit(edited.article.id, by="Ada")
    desk.take_back(edited.article.id, by="Ada")
    desk.submit(edited.article.id, by="Ada")
    desk.return_to_author(edited.article.id, "Kortare!", by="Bo")
    desk.withdraw(edited.article.id, WithdrawalReason.WRONG, by="Bo")
    saved = desk.save_version(
        edited.article.id, version=desk.open(edited.article.id).version, by="Ada", name="A"
    )
    desk.restore(edited.article.id, 1, version=saved.version, by="Ada")

    assert acts(desk, edited.article.id) == [
        "created",
        "edited",
        "submitted",
        "approved",
        "published",
        "edited",
        "edited",
        "submitted",
        "taken_back",
        "submitted",
        "returned",
        "withdrawn",
        "version_saved",
        "restored",
    ]
    with desk._archive.reading() as holdings:
        assert list(find_flaws(holdings.log.entries(), [holdings.log.head()])) == []


def test_the_manifest_names_the_head_of_the_log_and_an_export_without_changes_adds_nothing(
    desk, approved, tmp_path
):
    with desk._archive.reading() as holdings:
        head = holdings.log.head()

    desk.export(tmp_path / "site", by="Ada")
    manifest = msgspec.json.decode((tmp_path / "site" / "pressklar.json").read_bytes())
    with desk._archive.reading() as holdings:
        newest = holdings.log.head()
    desk.export(tmp_path / "site", by="Ada")
    before = msgspec.json.decode((tmp_path / "site" / "pressklar.json").read_bytes())
    desk.export(tmp_path / "site", by="Ada")
    after = msgspec.json.decode((tmp_path / "site" / "pressklar.json").read_bytes())

    assert manifest["log_head"] == {"number": head.number, "hash": head.hash}
    assert newest.number == head.number + 1
    # The moment of the export is all that is another.
    assert after == {**before, "moment": after["moment"]}
    with desk._archive.reading() as holdings:
        assert holdings.log.head() == newest


def test_forced_approvals_of_this_year_are_counted(desk, submitted, clock):
    desk.approve(submitted.article.id, by="Ada", forced_reason="Ingen annan i tjänst")

    (forced,) = desk.forced_this_year()
    clock.now = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    assert (forced.article_id, forced.title, forced.number) == (
        submitted.article.id,
        "Ny cykelväg längs ån",
        1,
    )
    assert (forced.approved_by, forced.reason) == ("Ada", "Ingen annan i tjänst")
    # In Sweden it is another year by then.
    assert desk.forced_this_year() == ()


def test_what_changed_since_the_last_approval_is_counted(desk, draft):
    assert desk.since_approval(draft.article.id) is None

    desk.submit(draft.article.id, by="Ada")
    approved = desk.approve(draft.article.id, by="Bo")
    assert desk.since_approval(draft.article.id).is_same
    edit(desk, approved, title="Ny bred cykelväg längs ån")

    since = desk.since_approval(draft.article.id)
    assert (since.number, since.counts.added, since.counts.removed, since.is_same) == (1, 1, 0, False)


def test_a_correction_stands_on_the_page_once_it_is_approved(desk, approved, tmp_path):
    page = tmp_path / "site" / PAGE
    corrected = desk.correct(approved.article.id, " Vägen är fyra  kilometer, inte fem. ", by="Ada")
    desk.export(tmp_path / "site", by="Ada")
    before = page.read_text(encoding="utf-8")
    approve_again(desk, corrected, title="Ny cykelväg längs hela ån")
    desk.export(tmp_path / "site", by="Ada")
    after = page.read_text(encoding="utf-8")

    assert corrected.standing == Standing(State.DRAFT, LiveSide.LIVE)
    assert corrected.article.corrections == (
        Correction(date(2026, 3, 2), "Vägen är fyra kilometer, inte fem."),
    )
    assert "Rättelse" not in before
    assert '<time datetime="2026-03-02">2 mars 2026</time>:</strong> Vägen är fyra kilometer' in after
    assert Act.CORRECTED in acts(desk, approved.article.id)


def test_small_things_are_corrected_silently(desk, approved):
    corrected = desk.correct(approved.article.id, by="Ada")

    assert (corrected.state, corrected.article.corrections) == (State.DRAFT, ())
    assert corrected.live == approved.live


def test_only_what_is_live_is_corrected(desk, submitted):
    with pytest.raises(NotPossibleNow):
        desk.correct(submitted.article.id, by="Ada")


def test_corrections_are_compared_and_restored(desk, approved):
    corrected = desk.correct(approved.article.id, "Fyra kilometer.", by="Ada")
    restored = desk.restore(approved.article.id, 1, version=corrected.version, by="Ada").working_copy

    comparison = desk.compare(approved.article.id, restored.article, corrected.article)

    assert restored.article.corrections == ()
    assert [(one.field, one.new) for one in comparison.fields] == [
        (Field.CORRECTIONS, "2 March 2026: Fyra kilometer.")
    ]
