"""Links: what each rule must find, and the look-alikes that it must not."""

from datetime import date

import pytest

from editor_app.checks.context import Context
from editor_app.checks.findings import ReplaceText
from editor_app.checks.rules.links import RULES
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.document import Link, Paragraph, Span, Strong
from tests.checks.rules.looking import look

CONTEXT = Context(date(2026, 3, 2), live_ids=frozenset({"live"}), words=shipped_words())
SITE = "https://www.example.se/bro"
PDF = "https://www.example.se/plan.pdf"


def linked(text, href=SITE):
    return (text, href)


FOUND = [
    ("L01", [linked("här")]),
    ("L01", [linked("Läs mer!")]),
    ("L01", [linked("Ladda ner")]),
    ("L01", [linked("Klicka här »")]),
    ("L02", [linked("https://www.example.se/bro")]),
    ("L02", [linked("www.example.se")]),
    ("L02", [linked("example.se/bro")]),
    ("L03", [linked("Bron"), linked("bron", SITE + "2")]),
    ("L03", [linked("Se planen", PDF), linked("Se planen")]),
    ("L03", [linked("Bron "), linked("Bron", "tel:112")]),
    ("L04", [linked("Planen", PDF)]),
    ("L04", [linked("Planen (2 MB)", PDF)]),
    ("L04", [linked("Tabell", "https://www.example.se/a.xlsx")]),
    ("L04", [linked("Planen som pdf", PDF)]),
    ("L05", [linked("Bron", "https://")]),
    ("L05", [linked("Bron", "https://intranet/bro")]),
    ("L05", [linked("Bron", "http://192.168.0.1/bro")]),
    ("L05", [linked("Bron", "https://klara.local/bro")]),
    ("L05", [linked("Bron", "https://namn:ord@www.example.se/")]),
    ("L06", [linked("070-174 06 05", "tel:+46-70-174-06-06")]),
    ("L06", [linked("a@example.se", "mailto:b@example.se")]),
    ("L06", [linked("112", "tel:1177")]),
    ("L07", [linked("Bron", "article:draft")]),
    ("L07", [linked("Bron", "article:")]),
    ("L07", [linked("Bron och vägen", "article:gone")]),
]
SOUND = [
    ("L01", [linked("Här bor du bra")]),
    ("L01", [linked("Läs mer om bron")]),
    ("L01", [linked("Mer om planen")]),
    ("L02", [linked("Kommunens webbplats")]),
    ("L02", [linked("Se www.example.se för mer om bron")]),
    ("L02", [linked("a@example.se", "mailto:a@example.se")]),
    ("L03", [linked("Bron"), linked("Vägen", SITE + "2")]),
    ("L03", [linked("Bron"), linked("Bron")]),
    ("L03", [linked("Bron")]),
    ("L04", [linked("Planen (pdf, 2 MB)", PDF)]),
    ("L04", [linked("Planen som PDF, 12 sidor", PDF)]),
    ("L04", [linked("Bron")]),
    ("L04", [linked("Planen, Word (docx, 300 kB)", "https://www.example.se/a.docx")]),
    ("L05", [linked("Bron")]),
    ("L05", [linked("Ring", "tel:+46-70-174-06-05")]),
    ("L05", [linked("Bron", "article:live")]),
    ("L06", [linked("070-174 06 05", "tel:+46-70-174-06-05")]),
    ("L06", [linked("Ring växeln", "tel:+46-8-465-004-00")]),
    ("L06", [linked("A@Example.se", "mailto:a@example.se?subject=Bro")]),
    ("L06", [linked("112", "tel:112")]),
    ("L07", [linked("Bron", "article:live")]),
    ("L07", [linked("Bron")]),
    ("L07", [linked("Ring", "tel:112")]),
]


def block(links):
    spans = [Span("Först ")]
    for text, href in links:
        spans += [Span(text, (Link(href),)), Span(" och ")]
    return Paragraph(tuple(spans))


def found(rule_id, links, context=CONTEXT):
    return look([rule for rule in RULES if rule.id == rule_id], block(links), context=context)


@pytest.mark.parametrize(("rule", "links"), FOUND)
def test_what_is_wrong_is_found_at_the_last_link(rule, links):
    findings = found(rule, links)

    text = "".join(span.text for span in block(links).spans)
    assert [text[one.place.start : one.place.end].strip() for one in findings] == [links[-1][0].strip()]


@pytest.mark.parametrize(("rule", "links"), SOUND)
def test_a_look_alike_is_left_alone(rule, links):
    assert found(rule, links) == ()


def test_a_link_in_several_styles_is_one_link():
    spans = (Span("Läs ", (Link(SITE),)), Span("mer", (Link(SITE), Strong())))

    (finding,) = look([rule for rule in RULES if rule.id == "L01"], Paragraph(spans), context=CONTEXT)

    assert (finding.place.start, finding.place.end) == (0, 7)


def test_a_file_gets_its_format():
    (finding,) = found("L04", [linked("Planen", PDF)])

    assert (finding.fix, finding.is_safe) == (ReplaceText("Planen (pdf)"), True)


def test_the_size_of_a_file_only_the_writer_knows():
    (finding,) = found("L04", [linked("Planen (pdf)", PDF)])

    assert finding.fix is None


@pytest.mark.parametrize(
    ("text", "href", "right"),
    [("112", "tel:1177", "1177"), ("a@example.se", "mailto:b@example.se", "b@example.se")],
)
def test_the_text_becomes_what_is_behind(text, href, right):
    (finding,) = found("L06", [linked(text, href)])

    assert finding.fix == ReplaceText(right)


def test_where_nobody_knows_what_is_live_nothing_is_said_of_it():
    assert found("L07", [linked("Bron", "article:draft")], Context(date(2026, 3, 2))) == ()
