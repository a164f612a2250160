"""The page at the former address of a withdrawn article."""

from datetime import UTC, datetime

import pytest

from editor_app.domain.document import Document, Figure, paragraph
from editor_app.domain.withdrawal import Withdrawal, WithdrawalReason, WithdrawnText, public_instead
from editor_app.rendering.surroundings import Surroundings
from editor_app.rendering.withdrawn import render_withdrawn
from tests.site.newsroom import LIVING, PICTURE, PROFILE, publication, snapshot

MARCH = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
PARK = publication("park", "Parken <öppnar> senare")


def withdrawn_page(
    reason=WithdrawalReason.WRONG, words="", instead_id="", public=(PARK,), **changes
) -> tuple[str, str]:
    """Return what stands in the main element, and the whole page."""
    text = WithdrawnText(
        snapshot("gone", "Parken är öppen", **changes),
        Withdrawal(reason, "Bo Ek", MARCH, words, instead_id),
        instead_id,
    )
    site = Surroundings(PROFILE, (LIVING,), {PICTURE: (64, 48)}.get, public)
    page = render_withdrawn(text, site.frame, site.article(instead_id))
    return page.main, page.html


def test_it_says_what_was_withdrawn_when_why_and_what_to_read_instead():
    main, html = withdrawn_page(words="Datumet <stämde> inte.", instead_id="park")

    assert "<h1>Parken är öppen</h1>" in main
    # By the Swedish calendar it was the day after already.
    assert 'drogs tillbaka den <time datetime="2026-03-04">4 mars 2026</time>.' in main
    assert "Det som stod här var fel." in main
    assert "Datumet &lt;stämde&gt; inte." in main
    assert '<a href="../../nyheter/parken-oppnar-senare/index.html">Parken &lt;öppnar&gt; senare</a>' in main
    assert "<title>Tillbakadragen: Parken är öppen – Granviks kommun</title>" in html


def test_nothing_of_the_text_is_left_and_search_engines_are_asked_to_forget_it():
    main, html = withdrawn_page(
        lead="Hemlig ingress", body=Document((paragraph("Hemlig text"),)), hero=Figure(PICTURE, alt="Hemlig")
    )

    assert '<meta name="robots" content="noindex">' in html
    assert not any(trace in html for trace in ("Hemlig", "<img", "canonical", "Berit", "Bo Ek"))
    assert "instead" not in main


def test_what_the_law_forbids_does_not_stand_there_as_a_title():
    main, html = withdrawn_page(WithdrawalReason.UNLAWFUL)

    assert "Parken är öppen" not in html
    assert "<h1>Sidan är tillbakadragen</h1>" in main
    assert "får enligt lag inte publiceras" in main


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (WithdrawalReason.OUT_OF_DATE, "gäller inte längre"),
        (WithdrawalReason.MERGED, "slagits ihop med en annan sida"),
        (WithdrawalReason.OTHER, "Beställaren bad om det."),
    ],
)
def test_each_reason_has_its_words(reason, words):
    main, _html = withdrawn_page(reason, words="Beställaren bad om det.")

    assert words in main


def test_an_english_article_says_it_in_english():
    main, html = withdrawn_page(language="en", instead_id="park")

    assert '<html lang="en">' in html
    assert (
        'This page was withdrawn on <time datetime="2026-03-04">4 March 2026</time>. What it said was wrong.'
        in main
    )
    assert '<p lang="sv"><a href="../../nyheter/parken-oppnar-senare/index.html">' in main


def test_readers_of_other_languages_are_told_in_swedish_and_in_english():
    main, _html = withdrawn_page(language="ar", words="خطأ", instead_id="park")

    assert '<article lang="ar" dir="rtl">' in main
    assert '<p lang="sv" dir="ltr">Den här sidan drogs tillbaka' in main
    assert '<p lang="en" dir="ltr">This page was withdrawn' in main
    assert '<p dir="auto">خطأ</p>' in main


def test_what_stands_in_the_place_of_a_withdrawn_article_is_found_through_others():
    replacements = {"a": "b", "b": "c", "d": "e", "e": "d", "f": "gone"}

    def instead(article_id, public):
        return public_instead(article_id, lambda one: replacements.get(one, ""), public.__contains__)

    assert instead("a", {"c"}) == "c"
    assert instead("a", {"b", "c"}) == "b"
    assert instead("d", {"c"}) == ""
    assert instead("f", {"c"}) == ""
