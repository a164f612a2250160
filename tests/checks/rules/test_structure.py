"""Structure: what each rule must find, and the look-alikes that it must not."""

import pytest

from editor_app.checks.findings import ReplaceBlocks, Severity
from editor_app.checks.rules.structure import RULES
from editor_app.domain.document import (
    FactTitle,
    Heading,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Table,
    paragraph,
)
from tests.checks.rules.looking import article, look_over

BOLD = (Strong(),)
LONG = "Bron är ny och lång. " * 25


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

FOUND = [
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
    ("S17", article(paragraph("- Ett"), paragraph("- Två")), 0),
    ("S17", article(FIVE[0], paragraph("• Ett"), paragraph("• Två"), paragraph("• Tre")), 1),
    ("S17", article(paragraph("1. Ett"), paragraph("2. Två")), 0),
    ("S18", article(Table((row("Dag", "Tid"),), header_row=False)), 0),
    ("S18", article(FIVE[0], Table((row("a"), row("b")), header_row=False)), 1),
    ("S18", article(Table((row("a", "b"),), header_row=False, caption="Tider")), 0),
]
SOUND = [
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
    ("S10", article(*FIVE[:4], paragraph("Plats: Stadshuset"))),
    ("S10", article(*FIVE[:4], paragraph("– Bron är bra, säger Åsa Lind."))),
    ("S10", article(*FIVE[:4], BOX, *(boxed("Text.") for _ in range(5)))),
    ("S11", article(paragraph("x" * 450))),
    ("S11", article(*FIVE[:2])),
    ("S11", article(ListItem(spans=(Span("x" * 500),)))),
    ("S12", article(BOX, boxed("Innehåll."))),
    ("S12", article(BOX, ListItem(spans=(Span("Punkt"),), boxed=True))),
    ("S12", article(*FIVE[:2])),
    ("S17", article(paragraph("- Ensam"), FIVE[0])),
    ("S17", article(paragraph("- Bra, säger Bo Ek."), paragraph("- Den är ny."))),
    ("S17", article(ListItem(spans=(Span("Ett"),)), ListItem(spans=(Span("Två"),)))),
    ("S17", article(paragraph("1 maj firar vi."), paragraph("2 maj vilar vi."))),
    ("S18", article(Table((row("Dag", "Tid"),)))),
    ("S18", article(Table((row("Dag", "Tid"),), header_row=False, header_column=True))),
    ("S18", article(*FIVE[:2])),
]


def found(rule_id, text):
    return look_over([rule for rule in RULES if rule.id == rule_id], text)


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


@pytest.mark.parametrize(
    ("rule", "text", "severity"),
    [
        ("S08", article(FIVE[0], heading("")), Severity.BLOCKS),
        ("S08", article(FIVE[0], heading("A")), Severity.WARNS),
    ],
)
def test_some_things_weigh_more_than_others(rule, text, severity):
    assert [finding.severity for finding in found(rule, text)] == [severity]
