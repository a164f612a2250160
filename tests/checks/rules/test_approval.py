"""Approval: what others have to say yes to, and the look-alikes that they have said yes to."""

from datetime import UTC, date, datetime

import pytest

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Severity
from editor_app.checks.rules.approval import RULES
from editor_app.domain.article import Original
from editor_app.domain.document import Quote, Span, paragraph
from editor_app.domain.quotes import QuoteApproval, QuoteWay, quote_hash
from tests.checks.rules.looking import TODAY, article, look_over

WORDS = "Vi är stolta, säger Åsa Lind."
QUOTE = Quote((Span(WORDS),))
MAY, JUNE, JULY = (datetime(2026, month, 1, tzinfo=UTC) for month in (5, 6, 7))


def found(rule_id, text, **known):
    return look_over([rule for rule in RULES if rule.id == rule_id], text, Context(TODAY, **known))


def approved(words):
    return QuoteApproval(
        "a", quote_hash(words), "Åsa Lind", date(2026, 3, 1), QuoteWay.EMAIL, "Ada", datetime.now(UTC)
    )


@pytest.mark.parametrize(
    ("text", "approvals"),
    [
        (article(QUOTE), ()),
        (article(QUOTE), (approved("Vi är mycket stolta, säger Åsa Lind."),)),
        (article(paragraph("Bron."), QUOTE), (approved("Annat."),)),
    ],
)
@pytest.mark.parametrize(("by_policy", "severity"), [(False, Severity.WARNS), (True, Severity.BLOCKS)])
def test_words_that_their_speaker_has_not_approved_are_found(text, approvals, by_policy, severity):
    (finding,) = found("A01", text, quote_approvals=approvals, quotes_must_be_approved=by_policy)

    assert finding.severity is severity


@pytest.mark.parametrize(
    ("text", "approvals"),
    [
        (article(QUOTE), (approved(WORDS),)),
        (article(QUOTE), None),
        (article(paragraph("Bron är ”lång och fin”.")), ()),
    ],
)
def test_words_that_their_speaker_has_approved_are_not(text, approvals):
    assert found("A01", text, quote_approvals=approvals) == ()


@pytest.mark.parametrize("approver", ["Ada Ek", "ada  ek", "Bo Sund"])
@pytest.mark.parametrize(("by_policy", "severity"), [(False, Severity.WARNS), (True, Severity.BLOCKS)])
def test_whoever_wrote_should_not_approve(approver, by_policy, severity):
    writers = frozenset({"Ada Ek", "Bo Sund"})

    (finding,) = found(
        "A02", article(), approver=approver, writers=writers, approver_must_be_another=by_policy
    )

    assert (finding.severity, finding.place.part) == (severity, Part.DETAILS)


@pytest.mark.parametrize("approver", ["Cy Lund", "", "Ada"])
def test_somebody_else_may(approver):
    assert found("A02", article(), approver=approver, writers=frozenset({"Ada Ek", ""})) == ()


@pytest.mark.parametrize(
    "times",
    [
        {"publish_at": MAY, "embargo_until": JUNE},
        {"publish_at": JUNE, "unpublish_at": JUNE},
        {"embargo_until": JULY, "unpublish_at": MAY},
    ],
)
def test_times_that_cannot_all_hold_are_found(times):
    assert [finding.rule for finding in found("D06", article(**times))] == ["D06"]


@pytest.mark.parametrize(
    "times",
    [
        {"publish_at": JUNE, "embargo_until": JUNE},
        {"publish_at": MAY, "unpublish_at": JUNE},
        {"unpublish_at": MAY},
        {},
    ],
)
def test_times_that_can_are_not(times):
    assert found("D06", article(**times)) == ()


SEEN = Original("o", "hash of the words that were translated")


@pytest.mark.parametrize("present", [{"other words"}, {"draft", "live"}, set()])
def test_a_translation_of_words_that_are_no_longer_there_blocks(present):
    (finding,) = found("A03", article(version_of=SEEN), original_words=frozenset(present))

    assert (finding.severity, finding.place.part) == (Severity.BLOCKS, Part.DETAILS)


@pytest.mark.parametrize(
    ("version_of", "present"),
    [
        (SEEN, frozenset({"draft", SEEN.words})),
        (SEEN, None),
        (Original("o"), frozenset({"other words"})),
        (None, frozenset({"other words"})),
    ],
)
def test_a_translation_that_follows_its_original_does_not(version_of, present):
    assert found("A03", article(version_of=version_of), original_words=present) == ()
