"""What was let be is not said again while its words stay the same."""

from datetime import UTC, datetime

import msgspec
import pytest

from editor_app.checks.checker import Checker
from editor_app.checks.dismissing import NotDismissible, dismiss, left, let_be
from editor_app.checks.findings import Severity
from editor_app.checks.places import whole_text
from editor_app.checks.rule_book import RULES
from editor_app.domain.document import Figure, Span, Table, paragraph
from tests.checks.rules.looking import KNOWN, article

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HYPHENS = "Bron - den nya. Vägen - den gamla."


def found(text, *rules):
    return Checker([rule for rule in RULES if rule.id in rules]).check(text, KNOWN)


def dismissed(text, finding):
    return dismiss(text, finding, reason="Så ska det vara.", by="Ada", at=NOW)


def test_one_of_two_findings_on_the_same_sign_is_let_be():
    text = article(paragraph(HYPHENS))
    first, second = found(text, "Y03")

    noted = dismissed(text, first)

    assert left(text, (first, second), [noted]) == (second,)
    assert let_be(text, (first, second), [noted]) == ((noted, first),)


@pytest.mark.parametrize(
    "changed",
    [
        article(paragraph("Nytt först."), paragraph(HYPHENS)),
        article(paragraph("Nytt. Bron -\u00a0den nya.  Vägen - den gamla.")),
        article(paragraph("Vägen - den gamla. Bron - den nya.")),
    ],
)
def test_it_stays_let_be_where_its_sentence_stays(changed):
    text = article(paragraph(HYPHENS))
    noted = dismissed(text, found(text, "Y03")[0])

    (told,) = left(changed, found(changed, "Y03"), [noted])

    assert whole_text(changed, told.place)[: told.place.start].endswith("Vägen")


@pytest.mark.parametrize(
    "changed",
    [
        article(paragraph("Bron - den gamla.")),
        article(paragraph("Vägen."), title="Bron - den nya."),
    ],
)
def test_other_words_are_told(changed):
    text = article(paragraph("Bron - den nya."))
    noted = dismissed(text, found(text, "Y03")[0])

    assert len(left(changed, found(changed, "Y03"), [noted])) == 1


def test_what_blocks_an_approval_is_never_let_be():
    text = article(paragraph("Fråga XX om bron."))
    (finding,) = found(text, "Y14")

    with pytest.raises(NotDismissible) as refused:
        dismissed(text, finding)

    assert refused.value.finding == finding


def test_a_finding_that_blocks_by_now_is_told_though_it_was_let_be():
    text = article(lead="x" * 300)
    (finding,) = found(text, "S05")
    noted = dismissed(text, finding)
    blocking = msgspec.structs.replace(finding, severity=Severity.BLOCKS)

    assert left(text, (blocking,), [noted]) == (blocking,)


def test_a_finding_on_the_whole_article_is_let_be_for_as_long_as_it_holds():
    text = article(paragraph("Kommunfullmäktige sammanträder beträffande verksamhetsberättelsen. " * 16))
    (finding,) = found(text, "K02")

    assert left(text, (finding,), [dismissed(text, finding)]) == ()


def test_images_and_tables_are_told_apart_by_their_words():
    figure = Figure("1", alt="Bild", credit="Bo")
    table = Table((((Span("Tid"),), (Span("kl. 18:00"),)),), caption="Öppet")
    text = article(figure, table)
    alt, time = found(text, "I02", "Y10")

    assert left(text, (alt, time), [dismissed(text, alt)]) == (time,)
    assert left(text, (alt, time), [dismissed(text, time)]) == (alt,)
