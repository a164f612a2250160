"""Details: what each rule must find in category and languages, and the look-alikes it must not."""

import msgspec
import pytest

from editor_app.checks.findings import MarkLanguage, Part, SetLanguage, Severity
from editor_app.checks.rules.details import RULES
from editor_app.domain.article import Contact, Phone
from editor_app.domain.document import Language, Paragraph, Span, paragraph
from tests.checks.rules.looking import KNOWN, article, look_over

FIRST = paragraph("Stycke 0.")
REACHABLE = Contact("1", "Åsa Lind", phones=(Phone("070-174 06 05"),))
ENGLISH = "You can read this page in English if you have the time."

FOUND = [
    ("S14", article(category_id=None), None),
    ("S14", article(category_id=None, title="Annat"), None),
    ("S14", article(FIRST, category_id=None), None),
    ("S15", article(language=""), None),
    ("S15", article(language=" "), None),
    ("S15", article(FIRST, language=""), None),
    ("S16", article(paragraph(ENGLISH)), 0),
    ("S16", article(FIRST, paragraph("Läs mer: معلومات عن الجسر")), 1),
    ("S16", article(paragraph("Тут про мост.")), 0),
    ("S16", article(paragraph("Voit myös lukea tämän sivun kun olet kirjastossa.")), 0),
    ("S16", article(paragraph("Here is news about schools, health care and housing for newcomers.")), 0),
    ("S16", article(paragraph("Sie können die Seite auch auf Deutsch lesen und hören.")), 0),
]
SOUND = [
    ("S14", article()),
    ("S14", article(FIRST)),
    ("S14", article(language="en")),
    ("S15", article(language="en")),
    ("S15", article()),
    ("S15", article(language="sv-FI")),
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


@pytest.mark.parametrize(
    ("words", "piece", "tag"),
    [
        (ENGLISH, ENGLISH, "en"),
        ("Läs mer: معلومات عن الجسر (arabiska)", "معلومات عن الجسر", "ar"),
        ("Тут про мост. Och på svenska.", "Тут про мост", "uk"),
    ],
)
def test_the_likeliest_language_is_offered(words, piece, tag):
    (finding,) = found("S16", article(paragraph(words)))

    assert words[finding.place.start : finding.place.end] == piece
    assert (finding.fix, finding.is_safe) == (MarkLanguage(tag), False)


@pytest.mark.parametrize(
    "cards",
    [
        (),
        (Contact("1", "Åsa Lind"),),
        (REACHABLE, Contact("2", "Bo Ek", roles=("Planarkitekt",), unit="Plan")),
        (Contact("1", "Växeln", organisation="Klarebro kommun"),),
    ],
)
def test_readers_need_somebody_whom_they_can_reach(cards):
    (finding,) = found("S13", article(), msgspec.structs.replace(KNOWN, contacts=cards))

    assert (finding.severity, finding.place.part) == (Severity.BLOCKS, Part.DETAILS)
    assert not cards or finding.values == {"name": cards[-1].name, "contact": cards[-1].id}


@pytest.mark.parametrize(
    "cards",
    [
        (REACHABLE,),
        (Contact("1", "Åsa Lind", emails=("asa.lind@klarebro.example",)),),
        (REACHABLE, Contact("2", "Vakten", phones=(Phone("112"),))),
    ],
)
def test_whoever_has_a_phone_or_an_address_can_be_reached(cards):
    assert found("S13", article(), msgspec.structs.replace(KNOWN, contacts=cards)) == ()


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
