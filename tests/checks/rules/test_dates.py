"""Dates: what each rule must find, and the look-alikes that it must not. Today is 2 March 2026."""

import pytest

from editor_app.checks.findings import Part, Place, Severity
from editor_app.checks.rules.dates import RULES
from editor_app.domain.article import Kind
from editor_app.domain.document import Quote, Span, paragraph
from tests.checks.rules.looking import look, look_at, mend

BROKEN = [
    ("D01", "Vi ses tisdag 4 maj 2026.", "tisdag", "Vi ses måndag 4 maj 2026."),
    ("D01", "Måndagen den 5 maj 2026 öppnar vi.", "Måndag", "Tisdagen den 5 maj 2026 öppnar vi."),
    ("D01", "Vi ses fredagen den 4:e maj 2026.", "fredag", "Vi ses måndagen den 4:e maj 2026."),
    ("D04", "Vi ses 26/2-24.", "26/2-24", "Vi ses 26 februari 2024."),
    ("D04", "Vi ses 24-02-26.", "24-02-26", "Vi ses 26 februari 2024."),
    ("D04", "Vi ses 3/5 2026 vid bron.", "3/5 2026", "Vi ses 3 maj 2026 vid bron."),
]
POINTED = [
    ("D02", "Vi ses 31 april.", ["31 april"]),
    ("D02", "Vi ses 29 februari 2026.", ["29 februari 2026"]),
    ("D02", "Senast 2026-02-30.", ["2026-02-30"]),
    ("D02", "Den 32 maj och 2026-13-01.", ["32 maj", "2026-13-01"]),
    ("D03", "Vi ses 3 maj. Ta med frukt.", ["3 maj"]),
    ("D03", "Från den 3 maj till den 5 juni.", ["3 maj"]),
    ("D03", "Lördag 9 maj är vi där.", ["Lördag 9 maj"]),
    ("D05", "Bron öppnar i dag.", ["i dag"]),
    ("D05", "Nästa vecka öppnar bron.", ["Nästa vecka"]),
    ("D05", "Bron är klar och invigs i dag.", ["i dag"]),
    ("D05", "Bussarna blir försenade i eftermiddag.", ["i eftermiddag"]),
    ("D05", "Den stängdes i torsdags.", ["i torsdags"]),
    ("D05", "Vi öppnar nu på lördag.", ["nu på lördag"]),
]
SOUND = [
    ("D01", "Vi ses måndag 4 maj 2026."),
    ("D01", "Vi ses måndag 4 maj."),
    ("D01", "Vi ses tisdag 4 maj."),
    ("D01", "På måndag är 12 platser kvar i maj."),
    ("D01", "Söndag 3 maj och måndag 4 maj 2026."),
    ("D02", "Vi ses 29 februari."),
    ("D02", "Vi ses 29 februari 2028."),
    ("D02", "De 31 aprilskämten var 32 till antalet i maj."),
    ("D02", "Ring 2026-13-01-55."),
    ("D03", "Vi ses 3 maj 2026. Den 5 maj åker vi hem."),
    ("D03", "Vi ses 2026-05-03 och 5 maj."),
    ("D03", "Stängt 3–6 april 2026, öppet den 7 april."),
    ("D03", "Svara senast 20/4 2026, vi ses 25 april."),
    ("D03", "Vi bjuder 3 majblommor."),
    ("D04", "Vi ses 26 februari 2024."),
    ("D04", "Ungefär 1/3 av 24 platser."),
    ("D04", "Ring 24-02-26-33 eller 2026-02-24."),
    ("D04", "Skalan är 50/60-24."),
    ("D05", "Bron öppnar i dag den 3 mars 2026."),
    ("D05", "Nu på lördag, 7 mars, öppnar vi."),
    ("D05", "Idaga är ett ord, och dagens barn leker."),
    ("D05", "Vi har öppet måndag till fredag."),
    ("D05", "Hon är i dag chef för hamnen."),
    ("D05", "I dag har kommunen tre broar."),
    ("D05", "Glas lämnar du som i dag på stationen."),
    ("D05", "I dag cyklar 14 procent över bron."),
]


@pytest.mark.parametrize(("rule", "text", "piece", "mended"), BROKEN)
def test_what_is_broken_is_found_and_mended(rule, text, piece, mended):
    assert look_at(rule, RULES, text) == [piece]
    assert mend(rule, RULES, text) == mended


@pytest.mark.parametrize(("rule", "text", "pieces"), POINTED)
def test_what_only_the_writer_can_mend_is_pointed_to(rule, text, pieces):
    assert look_at(rule, RULES, text) == pieces


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert look_at(rule, RULES, text) == []


def test_the_message_names_the_day_as_it_is():
    (finding,) = look([rule for rule in RULES if rule.id == "D01"], paragraph("Vi ses tisdag 4 maj 2026."))

    assert finding.values == {"date": "4 maj 2026", "day": "måndag"}


@pytest.mark.parametrize("rule", ["D03", "D04", "D05"])
@pytest.mark.parametrize(
    "text", ["– Vi öppnar i dag 3 maj, 3/5-26.", "Hon sa ”vi öppnar i dag 3 maj, 3/5-26”."]
)
def test_the_days_of_whoever_speaks_are_left(rule, text):
    assert look_at(rule, RULES, text) == []


def test_a_wrong_weekday_that_somebody_says_is_told_but_not_mended_for_them():
    (finding,) = look(
        [rule for rule in RULES if rule.id == "D01"], paragraph("– Vi ses tisdag 4 maj 2026, säger Bo Ek.")
    )

    assert (finding.severity, finding.fix) == (Severity.BLOCKS, None)


def test_what_a_person_said_may_be_of_the_day():
    assert look([rule for rule in RULES if rule.id == "D05"], Quote((Span("Vi öppnar i dag."),))) == ()


@pytest.mark.parametrize("kind", [Kind.CRISIS, Kind.SERVICE_NOTICE])
@pytest.mark.parametrize(
    "text", ["Vattnet är avstängt.", "Vattnet stängs av den 3 maj 2026.", "Ring 08-465 004 00."]
)
def test_what_is_urgent_has_a_time(kind, text):
    found = look([rule for rule in RULES if rule.id == "D07"], paragraph(text), kind=kind)

    assert [finding.place for finding in found] == [Place(Part.LEAD)]


@pytest.mark.parametrize("text", ["Stängt från kl. 9.", "Stängt klockan 9–11.", "Stängt 13.30 i dag."])
def test_a_time_of_any_kind_is_one(text):
    assert look([rule for rule in RULES if rule.id == "D07"], paragraph(text), kind=Kind.CRISIS) == ()


@pytest.mark.parametrize(
    ("kind", "severity"), [(Kind.CRISIS, Severity.WARNS), (Kind.SERVICE_NOTICE, Severity.HINTS)]
)
def test_a_service_notice_about_days_may_need_no_time(kind, severity):
    (finding,) = look(
        [rule for rule in RULES if rule.id == "D07"], paragraph("Vi provtrycker 23–27 mars."), kind=kind
    )

    assert finding.severity is severity


@pytest.mark.parametrize(
    "text", ["Badet är stängt vecka 12.", "Stängt v. 13.", "Arbetet tar ett par veckor."]
)
def test_nobody_asks_for_the_hour_of_what_takes_weeks(text):
    rule = [rule for rule in RULES if rule.id == "D07"]

    assert look(rule, paragraph(text), kind=Kind.SERVICE_NOTICE) == ()
    assert look(rule, paragraph(text), kind=Kind.CRISIS)


def test_news_needs_no_time():
    assert look([rule for rule in RULES if rule.id == "D07"], paragraph("Bron är klar.")) == ()
