"""Privacy: what each rule must find, and the look-alikes that it must not.

The identity numbers are the tax agency's own for tests, and made-up ones.
"""

from datetime import date

import pytest

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Severity
from editor_app.checks.rules.privacy import RULES
from editor_app.domain.article import Contact, Phone
from editor_app.domain.document import paragraph
from tests.checks.rules.looking import look, look_at, mend

CARD = Contact("1", "Åsa Lind", phones=(Phone("070-174 06 05"),), emails=("asa.lind@klarebro.example",))
KNOWN = Context(date(2026, 3, 2), contacts=(CARD,))


def only(rule_id):
    return [rule for rule in RULES if rule.id == rule_id]


def luhn(nine):
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(nine))
    return nine + str(-total % 10)


PERSON = luhn("900228123")
COORDINATED = luhn("700163238")
FOUND = [
    ("P01", f"Hon heter {PERSON[:6]}-{PERSON[6:]}.", [f"{PERSON[:6]}-{PERSON[6:]}"]),
    ("P01", f"Numret är 19{PERSON}.", [f"19{PERSON}"]),
    ("P01", f"Född {COORDINATED[:6]}+{COORDINATED[6:]}!", [f"{COORDINATED[:6]}+{COORDINATED[6:]}"]),
    ("P02", f"Ange {PERSON} vid besök.", [PERSON]),
    ("P02", f"Nummer {COORDINATED}.", [COORDINATED]),
    ("P02", f"({PERSON})", [PERSON]),
    ("P03", "Mejla asa@gmail.com.", ["asa@gmail.com"]),
    ("P03", "Mejla asa.lind@hotmail.se i dag.", ["asa.lind@hotmail.se"]),
    ("P03", "Adressen är lind@telia.com", ["lind@telia.com"]),
    ("P04", "Ring 070-174 06 99.", ["070-174 06 99"]),
    ("P04", "Ring +46 70 174 06 99.", ["+46 70 174 06 99"]),
    ("P04", "Sms:a 0701740699 i dag.", ["0701740699"]),
    ("P05", "Nu har Erik Berg fått en cancerdiagnos.", ["Nu har Erik Berg fått en cancerdiagnos."]),
    ("P05", "Bra. Maja Ek är misstänkt för stöld.", ["Maja Ek är misstänkt för stöld."]),
    ("P05", "Erik Berg-Lind lever på försörjningsstöd.", ["Erik Berg-Lind lever på försörjningsstöd."]),
    ("P06", "SEKRETESS", ["SEKRETESS"]),
    ("P06", "Bron öppnar (utkast).", ["(utkast)"]),
    ("P06", "Arbetsmaterial: bron öppnar.", ["Arbetsmaterial:"]),
    ("C01", "Ring 0701740605.", ["0701740605"]),
    ("C01", "Ring 08-46500400.", ["08-46500400"]),
    ("C01", "Ring 070-17 40 605 i dag.", ["070-17 40 605"]),
]
SOUND = [
    ("P01", "Organisationsnummer 212000-1355."),
    ("P01", "Ärende 900229-1234 finns."),
    ("P01", f"Ring 08-465 004 00 eller 0{PERSON[1:]}."),
    ("P02", "Kontot 1234567890 gäller."),
    ("P02", "Ring 0701740605."),
    ("P02", "Fakturan 9013321234 är betald."),
    ("P03", "Mejla asa.lind@klarebro.example."),
    ("P03", "Mejla info@outlook.klarebro.se."),
    ("P03", "Kontot heter @gmail på nätet."),
    ("P04", "Ring 070-174 06 05."),
    ("P04", "Ring växeln på 08-465 004 00."),
    ("P04", "Ring 112 eller 1177."),
    ("P05", "Överläkaren Erik Berg talar om cancer."),
    ("P05", "Erik Berg, enhetschef, berättar om demensboendet."),
    ("P05", "Karin Holm från Demensförbundet berättar om demens."),
    ("P05", "Klarebro kommun hjälper personer med demens."),
    ("P05", "Erik Berg öppnar bron. Cancerföreningen bjuder på fika."),
    ("P06", "Sekretessen regleras i lag."),
    ("P06", "Ett utkast till detaljplan ställs ut."),
    ("P06", "Internt arbete pågår."),
    ("C01", "Ring 070-174 06 05."),
    ("C01", "Ring 112, 113 13 eller 1177."),
    ("C01", "Den 2026-03-02 kostar det 12 500 kronor."),
]


@pytest.mark.parametrize(("rule", "text", "pieces"), FOUND)
def test_what_is_private_is_found(rule, text, pieces):
    assert look_at(rule, RULES, text, context=KNOWN) == pieces


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert look_at(rule, RULES, text, context=KNOWN) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Ring 0701740605.", "Ring 070-174 06 05."),
        ("Ring 08-46500400.", "Ring 08-465 004 00."),
    ],
)
def test_numbers_are_grouped(text, mended):
    assert mend("C01", RULES, text) == mended


def test_a_text_in_another_language_has_numbers_as_they_are_dialled_from_abroad():
    assert look(only("C01"), paragraph("Call +46 8 465 004 10 on weekdays."), language="en") == ()


@pytest.mark.parametrize(
    ("rule", "card"),
    [
        ("P03", Contact("1", "Åsa", emails=("asa@gmail.com",))),
        ("C01", Contact("1", "Åsa", phones=(Phone("12"),))),
        ("C01", Contact("1", "Åsa", phones=(Phone("070-174 06 05"), Phone("ring växeln")))),
        ("C02", Contact("1", "Åsa", emails=("asa@",))),
        ("C02", Contact("1", "Åsa", emails=("asa lind@klarebro.example",))),
        ("C02", Contact("1", "Åsa", emails=("info@klarebro.example", "x"))),
    ],
)
def test_a_contact_that_cannot_be_published_blocks(rule, card):
    found = look(only(rule), context=Context(date(2026, 3, 2), contacts=(card,)))

    assert [(one.severity, one.place.part) for one in found] == [(Severity.BLOCKS, Part.DETAILS)]


@pytest.mark.parametrize("rule", ["P03", "C01", "C02"])
@pytest.mark.parametrize(
    "card",
    [
        CARD,
        Contact("1", "Växeln", phones=(Phone("112"),)),
        Contact("1", "Åsa", emails=("åsa@klarebro.example",), phones=(Phone("+45 33 12 34 56"),)),
    ],
)
def test_a_contact_that_can_be_published_does_not(rule, card):
    assert look(only(rule), context=Context(date(2026, 3, 2), contacts=(card,))) == ()
