"""Speakers' approvals: kept with the article, bound to the words, in the log and never on the page."""

from datetime import date

import msgspec
import pytest

from editor_app.checks.readiness import NotReady
from editor_app.desk.errors import NameMissing, QuoteMissing
from editor_app.domain.audit import Act
from editor_app.domain.document import Document, Quote, Span, paragraph
from editor_app.domain.policy import Policy
from editor_app.domain.quotes import QuoteWay
from editor_app.domain.workflow import State
from tests.cards import card

DAY = date(2026, 3, 1)


@pytest.fixture
def quoting(desk, draft):
    """The draft with two quotes, the first by somebody among the contacts."""
    desk.save_contact(card("m", "Maja Lindström"))
    blocks = (
        paragraph("Vägen blir fyra kilometer lång."),
        Quote((Span("Vi är stolta, säger Maja Lindström."),)),
        Quote((Span("Vi väntar.", ()),)),
    )
    article = msgspec.structs.replace(draft.article, body=Document(blocks))
    return desk.save(article, version=draft.version, by="Ada").article


def approve(desk, article, index=0, **changes):
    hash_ = desk.quotes(article)[index].hash
    given = {"speaker": "Maja Lindström", "way": QuoteWay.PHONE, "on": DAY, "by": "Ada"} | changes
    return desk.approve_quotes(
        article, [hash_], given["speaker"], given["way"], on=given["on"], by=given["by"]
    )


def reworded(article, text):
    blocks = (article.body.blocks[0], Quote((Span(text),)), *article.body.blocks[2:])
    return msgspec.structs.replace(article, body=Document(blocks))


def entries(desk, article_id):
    with desk._archive.reading() as holdings:
        return holdings.log.of_article(article_id)


def test_nobody_has_approved_a_new_quote_and_its_speaker_is_suggested(desk, quoting):
    first, second = desk.quotes(quoting)

    assert (first.approval, first.speaker) == (None, "Maja Lindström")
    assert (second.approval, second.speaker) == (None, "")


def test_an_approval_says_who_when_and_how(desk, quoting):
    first, second = approve(desk, quoting, speaker="  Maja   Lindström ")

    assert first.approval.speaker == "Maja Lindström"
    assert (first.approval.approved_on, first.approval.way) == (DAY, QuoteWay.PHONE)
    assert first.approval.recorded_by == "Ada"
    assert second.approval is None
    assert desk.quotes(quoting) == (first, second)


def test_changed_words_lose_it_and_the_old_ones_regain_it(desk, quoting):
    approve(desk, quoting)

    changed = desk.quotes(reworded(quoting, "Vi är mycket stolta, säger Maja Lindström."))
    undone = desk.quotes(quoting)

    assert changed[0].approval is None
    assert undone[0].approval is not None


def test_a_later_approval_of_the_same_words_takes_the_place_of_the_first(desk, quoting):
    approve(desk, quoting)

    first, _second = approve(desk, quoting, way=QuoteWay.EMAIL)

    assert first.approval.way is QuoteWay.EMAIL
    assert len(desk.quote_approvals(quoting.id)) == 1


def test_an_approval_is_taken_back(desk, quoting):
    first, _second = approve(desk, quoting)

    after = desk.withdraw_quote_approval(quoting, first.hash, by="Ada")

    assert after[0].approval is None
    assert desk.quote_approvals(quoting.id) == ()


def test_both_are_in_the_log_under_the_hash_of_the_words(desk, quoting):
    first, _second = approve(desk, quoting)
    desk.withdraw_quote_approval(quoting, first.hash, by="Bo")
    desk.withdraw_quote_approval(quoting, first.hash, by="Bo")

    taken_back, approved = entries(desk, quoting.id)[:2]

    assert (approved.act, approved.by) == (Act.QUOTE_APPROVED, "Ada")
    assert approved.details == {
        "quote": first.hash, "speaker": "Maja Lindström", "on": "2026-03-01", "way": "phone",
    }  # fmt: skip
    assert (taken_back.act, taken_back.by) == (Act.QUOTE_APPROVAL_WITHDRAWN, "Bo")


@pytest.mark.parametrize("blank", ["speaker", "by"])
def test_an_approval_without_a_name_is_none(desk, quoting, blank):
    with pytest.raises(NameMissing):
        approve(desk, quoting, **{blank: " "})

    assert desk.quote_approvals(quoting.id) == ()


def test_words_that_no_longer_stand_there_cannot_be_approved(desk, quoting):
    old = desk.quotes(quoting)[0].hash
    changed = reworded(quoting, "Vi är glada.")

    with pytest.raises(QuoteMissing):
        desk.approve_quotes(changed, [old], "Maja Lindström", QuoteWay.EMAIL, on=DAY, by="Ada")


def test_the_approval_is_no_edit_and_never_on_the_page(desk, quoting, tmp_path):
    before = desk.open(quoting.id)
    approve(desk, quoting, speaker="Hemlig Person")
    desk.submit(quoting.id, by="Ada")
    desk.approve(quoting.id, by="Bo")
    desk.export(tmp_path / "site", by="Ada")

    assert desk.open(quoting.id).article.body == before.article.body
    assert not [
        page for page in (tmp_path / "site").rglob("*.html") if "Hemlig" in page.read_text(encoding="utf-8")
    ]


def test_unapproved_quotes_stand_in_the_way_only_where_the_policy_says_so(desk, quoting):
    desk.save_policy(Policy(quotes_must_be_approved=True), by="Ada")

    with pytest.raises(NotReady) as not_ready:
        desk.submit(quoting.id, by="Ada")
    approve(desk, quoting)
    with pytest.raises(NotReady) as half_ready:
        desk.submit(quoting.id, by="Ada")
    approve(desk, quoting, 1, speaker="Per Ek")
    submitted = desk.submit(quoting.id, by="Ada")

    assert [(one.rule, one.place.block) for one in not_ready.value.findings] == [("A01", 1), ("A01", 2)]
    assert [one.place.block for one in half_ready.value.findings] == [2]
    assert submitted.state is State.IN_REVIEW


def test_an_approval_that_was_taken_back_meanwhile_stops_the_approval_of_the_article(desk, quoting):
    desk.save_policy(Policy(quotes_must_be_approved=True), by="Ada")
    approve(desk, quoting)
    approve(desk, quoting, 1)
    submitted = desk.submit(quoting.id, by="Ada")
    desk.withdraw_quote_approval(quoting, desk.quotes(quoting)[0].hash, by="Ada")

    with pytest.raises(NotReady):
        desk.approve(submitted.article.id, by="Bo")
