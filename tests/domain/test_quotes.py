"""What a quote is, when two are the same words, and who seems to say them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.document import Document, Emphasis, Paragraph, Quote, Span, paragraph
from editor_app.domain.quotes import QuoteApproval, QuoteWay, quote_hash, quote_text, quotes_in

NAMES = ("Maja Lindström", "Per Ek", "Kundtjänst")


def quote(text, *marks):
    return Quote((Span(text, marks),))


def approval(text):
    return QuoteApproval(
        "1",
        quote_hash(text),
        "Maja Lindström",
        date(2026, 3, 2),
        QuoteWay.EMAIL,
        "Ada",
        datetime(2026, 3, 2, 8, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "same",
    [
        "Vi bygger »nu« – inte sen, säger hon...",
        "– Vi bygger ”nu” – inte sen, säger hon…",
        "  Vi\u00a0bygger “nu”\u2009— inte  sen, säger\nhon...",
        'Vi byg\u00adger "nu" - inte sen, sa\u0308ger hon...',
    ],
)
def test_another_setting_of_the_same_words_is_the_same_quote(same):
    assert quote_hash(same) == quote_hash("Vi bygger ”nu” – inte sen, säger hon…")


@pytest.mark.parametrize(
    "other", ["Vi bygger inte.", "Vi bygger!", "vi bygger.", "Vi bygger", "Vi bygger. Nu."]
)
def test_other_words_or_signs_are_another_quote(other):
    assert quote_hash(other) != quote_hash("Vi bygger.")


@given(st.text())
def test_what_is_in_common_is_settled_at_once(words):
    assert quote_text(quote_text(words)) == quote_text(words)


def test_each_block_is_a_quote_with_its_place_and_blank_ones_are_none():
    body = Document((paragraph("Ingång."), quote("Ett."), quote(" – "), quote("Två."), paragraph("Slut.")))

    found = quotes_in(body)

    assert [(one.number, one.block, one.text) for one in found] == [(1, 1, "Ett."), (2, 3, "Två.")]


def test_an_approval_holds_for_its_words_whatever_marks_and_neighbours_they_have():
    approved = [approval("Vi bygger nu.")]
    moved = Document((paragraph("Nytt."), quote("Vi bygger nu.", Emphasis()), quote("Vi väntar.")))

    first, second = quotes_in(moved, approved)

    assert first.approval == approved[0]
    assert second.approval is None


def test_a_changed_quote_loses_its_approval_and_an_undone_change_regains_it():
    approved = [approval("Vi bygger nu.")]

    states = [
        quotes_in(Document((quote(text),)), approved)[0].approval is not None
        for text in ("Vi bygger nu.", "Vi bygger nu!", "Vi bygger nu.")
    ]

    assert states == [True, False, True]


@pytest.mark.parametrize(
    ("blocks", "speaker"),
    [
        ([quote("Vi bygger nu, säger Maja Lindström, kommundirektör.")], "Maja Lindström"),
        ([quote("Vi bygger nu, säger kommundirektör Maja Lindström.")], "Maja Lindström"),
        ([quote("Vi bygger nu, säger Anna-Karin af Ek i Klarebro.")], "Anna-Karin af Ek"),
        ([quote("Vi bygger nu."), paragraph("Det säger Per Ek.")], "Per Ek"),
        ([paragraph("Per Ek, enhetschef, berättar:"), quote("Vi bygger nu.")], "Per Ek"),
        ([quote("We build, says Per Ek.")], "Per Ek"),
        ([quote("Fråga mig, Maja Lindström.")], "Maja Lindström"),
        ([quote("Vi bygger nu i Norra Klarebro.")], ""),
        ([quote("Vi säger ja till Stora Torget.")], ""),
        ([paragraph("Bron stod klar."), quote("Vi bygger nu, säger hon.")], ""),
    ],
)
def test_the_speaker_is_looked_for_at_the_quote_and_beside_it(blocks, speaker):
    body = Document(tuple(blocks))

    assert quotes_in(body, (), NAMES)[0].speaker == speaker


def test_no_text_is_too_odd_to_look_for_a_speaker_in():
    words = "Säger " * 4000 + "Aa Bb " * 2000

    quotes_in(Document((Paragraph((Span(words),)), quote(words))), (), NAMES)
