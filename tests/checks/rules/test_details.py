"""Details: what each rule must find in category and languages, and the look-alikes it must not."""

import msgspec
import pytest

from editor_app.checks.findings import Part, SetLanguage, Severity
from editor_app.checks.rules.details import RULES
from editor_app.domain.document import Language, Paragraph, Span, paragraph
from tests.checks.rules.looking import KNOWN, article, look_over

FIRST = paragraph("Stycke 0.")
ENGLISH = "You can read this page in English if you have the time."

FOUND = [
    ("S14", article(category_id=None), None),
    ("S15", article(language=""), None),
    ("S15", article(language=" "), None),
    ("S16", article(paragraph(ENGLISH)), 0),
    ("S16", article(FIRST, paragraph("Läs mer: معلومات عن الجسر")), 1),
    ("S16", article(paragraph("Тут про мост.")), 0),
]
SOUND = [
    ("S14", article()),
    ("S15", article(language="en")),
    ("S15", article()),
    ("S16", article(Paragraph((Span(ENGLISH, (Language("en"),)),)))),
    ("S16", article(Paragraph((Span("معلومات عن الجسر", (Language("ar"),)),)))),
    ("S16", article(paragraph("Bandet The Bridge of Light spelar i parken på lördag."))),
    ("S16", article(paragraph(ENGLISH), language="en")),
]


def found(rule_id, text, context=KNOWN):
    return look_over([rule for rule in RULES if rule.id == rule_id], text, context)


@pytest.mark.parametrize(("rule", "text", "block"), FOUND)
def test_what_is_wrong_is_found_where_it_is(rule, text, block):
    assert [finding.place.block for finding in found(rule, text)] == [block]


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert found(rule, text) == ()


def test_a_language_that_is_not_set_becomes_swedish():
    (finding,) = found("S15", article(language=""))

    assert (finding.fix, finding.is_safe, finding.place.part) == (SetLanguage("sv"), True, Part.DETAILS)


def test_a_retired_category_is_none():
    retired = msgspec.structs.replace(KNOWN, category_is_retired=True)

    assert found("S14", article(), retired)


@pytest.mark.parametrize(
    ("rule", "text", "severity"),
    [
        ("S16", article(paragraph(ENGLISH)), Severity.WARNS),
        ("S16", article(paragraph("Тут про мост.")), Severity.BLOCKS),
    ],
)
def test_some_things_weigh_more_than_others(rule, text, severity):
    assert [finding.severity for finding in found(rule, text)] == [severity]
