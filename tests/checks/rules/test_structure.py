"""Structure: what each rule must find, and the look-alikes that it must not."""

from datetime import date

import msgspec
import pytest

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Part, ReplaceBlocks, SetLanguage, Severity
from editor_app.checks.rules.structure import RULES
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.article import Article, Kind
from editor_app.domain.document import (
    Document,
    FactTitle,
    Heading,
    Language,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)

WHOLE = Article("a", title="Bron öppnar", lead="Den är ny.", category_id="c")
CONTEXT = Context(date(2026, 3, 2), words=shipped_words())
BOLD = (Strong(),)
LONG = "Bron är ny och lång. " * 25


def article(*blocks, **details):
    return msgspec.structs.replace(WHOLE, body=Document(blocks), **details)


def heading(text, level=2, boxed=False):
    return Heading(level, (Span(text),) if text else (), boxed)


def bold(text, boxed=False):
    return Paragraph((Span(text, BOLD),), boxed)


def boxed(text):
    return Paragraph((Span(text),), boxed=True)


def row(*cells):
    return tuple((Span(cell),) for cell in cells)


FIVE = [paragraph(f"Stycke {number}.") for number in range(5)]
BOX = FactTitle((Span("Fakta"),))
ENGLISH = "You can read this page in English if you have the time."

FOUND = [
    ("S01", article(title=" "), None),
    ("S01", article(title="Rubrik"), None),
    ("S01", article(title="\u200b"), None),
    ("S02", article(title="x" * 71), None),
    ("S02", article(title="Ord " * 20), None),
    ("S02", article(title="Å" * 120, language="en"), None),
    ("S03", article(title="Bron är klar."), None),
    ("S03", article(title="Kom hit!"), None),
    ("S03", article(title="Kom! Nu öppnar bron"), None),
    ("S04", article(lead=""), None),
    ("S04", article(lead=" ", kind=Kind.PRESS_RELEASE), None),
    ("S04", article(lead="\u00ad"), None),
    ("S05", article(lead="x" * 161), None),
    ("S05", article(lead="x" * 281), None),
    ("S05", article(lead="Ord " * 60), None),
    ("S06", article(lead="En rad.\nEn till."), None),
    ("S06", article(lead="En\n\ntvå."), None),
    ("S06", article(lead="En \n två."), None),
    ("S07", article(heading("A", 3), FIVE[0]), 0),
    ("S07", article(heading("A"), heading("B", 4), FIVE[0]), 1),
    ("S07", article(BOX, heading("A", 4, boxed=True), boxed("Text.")), 1),
    ("S08", article(FIVE[0], heading("")), 1),
    ("S08", article(heading("A"), heading("B"), FIVE[0]), 0),
    ("S08", article(FIVE[0], heading("A")), 1),
    ("S09", article(bold("Så går det till"), FIVE[0]), 0),
    ("S09", article(FIVE[0], bold("Öppettider")), 1),
    ("S09", article(BOX, bold("Tider", boxed=True), boxed("9–12")), 1),
    ("S10", article(*FIVE), 4),
    ("S10", article(heading("A"), *FIVE, FIVE[0]), 5),
    ("S10", article(*FIVE[:2], ListItem(spans=(Span("Punkt"),)), *FIVE[2:]), 5),
    ("S11", article(paragraph("x" * 451)), 0),
    ("S11", article(FIVE[0], paragraph(LONG)), 1),
    ("S11", article(paragraph("Å" * 900)), 0),
    ("S12", article(BOX), 0),
    ("S12", article(BOX, paragraph("Utanför.")), 0),
    ("S12", article(FactTitle(), boxed("Innehåll.")), 0),
    ("S14", article(category_id=None), None),
    ("S15", article(language=""), None),
    ("S15", article(language=" "), None),
    ("S16", article(paragraph(ENGLISH)), 0),
    ("S16", article(FIVE[0], paragraph("Läs mer: معلومات عن الجسر")), 1),
    ("S16", article(paragraph("Тут про мост.")), 0),
    ("S17", article(paragraph("- Ett"), paragraph("- Två")), 0),
    ("S17", article(FIVE[0], paragraph("• Ett"), paragraph("• Två"), paragraph("• Tre")), 1),
    ("S17", article(paragraph("1. Ett"), paragraph("2. Två")), 0),
    ("S18", article(Table((row("Dag", "Tid"),), header_row=False)), 0),
    ("S18", article(FIVE[0], Table((row("a"), row("b")), header_row=False)), 1),
    ("S18", article(Table((row("a", "b"),), header_row=False, caption="Tider")), 0),
]
SOUND = [
    ("S01", article(title="Rubriken på ett år")),
    ("S01", article(title="Å")),
    ("S01", article(title="Ny artikelserie om bron")),
    ("S02", article(title="x" * 70)),
    ("S02", article(title="Kort")),
    ("S02", article(title="")),
    ("S03", article(title="Bron är klar")),
    ("S03", article(title="Är bron klar?")),
    ("S03", article(title="Bron, nu och då …")),
    ("S04", article(lead="", kind=Kind.INFORMATION)),
    ("S04", article(lead="", kind=Kind.CRISIS)),
    ("S04", article(lead="Ny.")),
    ("S05", article(lead="x" * 160)),
    ("S05", article(lead="")),
    ("S05", article(lead="Ord " * 39)),
    ("S06", article(lead="En rad.")),
    ("S06", article(lead="En rad.\n")),
    ("S06", article(lead="")),
    ("S07", article(heading("A"), heading("B", 3), heading("C", 4), heading("D"), FIVE[0])),
    ("S07", article(BOX, heading("A", 2, boxed=True), boxed("Text."))),
    ("S07", article(*FIVE[:2])),
    ("S08", article(heading("A"), heading("B", 3), FIVE[0])),
    ("S08", article(heading("A"), Table((row("a"),)))),
    ("S08", article(BOX, heading("A", 3, boxed=True), boxed("Text."))),
    ("S09", article(bold("Bron är klar."), FIVE[0])),
    ("S09", article(Paragraph((Span("Bron", BOLD), Span(" är klar"))))),
    ("S09", article(bold("x" * 81))),
    ("S10", article(*FIVE[:4])),
    ("S10", article(*FIVE[:3], heading("A"), *FIVE[:3])),
    ("S10", article(*FIVE[:4], BOX, *(boxed("Text.") for _ in range(5)))),
    ("S11", article(paragraph("x" * 450))),
    ("S11", article(*FIVE[:2])),
    ("S11", article(ListItem(spans=(Span("x" * 500),)))),
    ("S12", article(BOX, boxed("Innehåll."))),
    ("S12", article(BOX, ListItem(spans=(Span("Punkt"),), boxed=True))),
    ("S12", article(*FIVE[:2])),
    ("S14", article()),
    ("S15", article(language="en")),
    ("S15", article()),
    ("S16", article(Paragraph((Span(ENGLISH, (Language("en"),)),)))),
    ("S16", article(Paragraph((Span("معلومات عن الجسر", (Language("ar"),)),)))),
    ("S16", article(paragraph("Bandet The Bridge of Light spelar i parken på lördag."))),
    ("S16", article(paragraph(ENGLISH), language="en")),
    ("S17", article(paragraph("- Ensam"), FIVE[0])),
    ("S17", article(ListItem(spans=(Span("Ett"),)), ListItem(spans=(Span("Två"),)))),
    ("S17", article(paragraph("1 maj firar vi."), paragraph("2 maj vilar vi."))),
    ("S18", article(Table((row("Dag", "Tid"),)))),
    ("S18", article(Table((row("Dag", "Tid"),), header_row=False, header_column=True))),
    ("S18", article(*FIVE[:2])),
]


def found(rule_id, text, context=CONTEXT):
    return Checker([rule for rule in RULES if rule.id == rule_id]).check(text, context)


@pytest.mark.parametrize(("rule", "text", "block"), FOUND)
def test_what_is_wrong_is_found_where_it_is(rule, text, block):
    assert [finding.place.block for finding in found(rule, text)] == [block]


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert found(rule, text) == ()


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("S07", article(heading("A", 3), FIVE[0]), (heading("A", 2),)),
        ("S08", article(FIVE[0], heading("")), ()),
        ("S09", article(heading("A", 3), bold("B"), FIVE[0]), (heading("B", 3),)),
        (
            "S17",
            article(Paragraph((Span("- E"), Span("tt", BOLD))), paragraph("- Två")),
            (ListItem(spans=(Span("E"), Span("tt", BOLD))), ListItem(spans=(Span("Två"),))),
        ),
        (
            "S17",
            article(paragraph("1. Ett"), paragraph("2. Två")),
            tuple(ListItem(ordered=True, spans=(Span(text),)) for text in ("Ett", "Två")),
        ),
        ("S18", article(Table((row("a"),), header_row=False)), (Table((row("a"),)),)),
    ],
)
def test_the_fix_puts_other_blocks_there(rule, text, fixed):
    (finding,) = found(rule, text)

    assert isinstance(finding.fix, ReplaceBlocks)
    assert finding.fix.blocks == fixed


def test_a_language_that_is_not_set_becomes_swedish():
    (finding,) = found("S15", article(language=""))

    assert (finding.fix, finding.is_safe, finding.place.part) == (SetLanguage("sv"), True, Part.DETAILS)


def test_a_retired_category_is_none():
    retired = msgspec.structs.replace(CONTEXT, category_is_retired=True)

    assert found("S14", article(), retired)


@pytest.mark.parametrize(
    ("rule", "text", "severity"),
    [
        ("S05", article(lead="x" * 200), Severity.HINTS),
        ("S05", article(lead="x" * 300), Severity.WARNS),
        ("S08", article(FIVE[0], heading("")), Severity.BLOCKS),
        ("S08", article(FIVE[0], heading("A")), Severity.WARNS),
        ("S16", article(paragraph(ENGLISH)), Severity.WARNS),
        ("S16", article(paragraph("Тут про мост.")), Severity.BLOCKS),
    ],
)
def test_some_things_weigh_more_than_others(rule, text, severity):
    assert [finding.severity for finding in found(rule, text)] == [severity]
