"""Typography: what each rule must find, and the look-alikes that it must not."""

import pytest

from editor_app.checks.findings import Severity
from editor_app.checks.rules.typography import RULES
from editor_app.domain.article import Kind
from editor_app.domain.document import Language, Paragraph, Span, paragraph
from tests.checks.rules.looking import look, look_at, mend

BROKEN = [
    ("Y01", "- Vi bygger i vår, säger Åsa Lind.", "– Vi bygger i vår, säger Åsa Lind."),
    ("Y01", "— Det blir bra.", "– Det blir bra."),
    ("Y01", "−Det blir bra.", "– Det blir bra."),
    ("Y02", "–Vi bygger i vår.", "– Vi bygger i vår."),
    ("Y02", "–vi bygger i vår.", "– vi bygger i vår."),
    ("Y02", "–Äntligen!", "– Äntligen!"),
    ("Y03", "Bron - den nya - öppnar.", "Bron – den nya – öppnar."),
    ("Y03", "Bron -- den nya.", "Bron – den nya."),
    ("Y03", "Bron--den nya.", "Bron – den nya."),
    ("Y04", "Sidorna 1-3 är nya.", "Sidorna 1–3 är nya."),
    ("Y04", "Öppet kl. 8 - 16.", "Öppet kl. 8–16."),
    ("Y04", "Öppet 10.00-12.30.", "Öppet 10.00–12.30."),
    ("Y04", "Läsåret 2025-26 börjar.", "Läsåret 2025–26 börjar."),
    ("Y04", "Måndag-fredag, i maj-augusti.", "Måndag–fredag, i maj–augusti."),
    ("Y04", "Mån-tors, 5 mars-7 april.", "Mån–tors, 5 mars–7 april."),
    ("Y05", 'Hon sa "ja" till bron.', "Hon sa ”ja” till bron."),
    ("Y05", "Hon sa “ja”.", "Hon sa ”ja”."),
    ("Y05", "Hon sa „ja”.", "Hon sa ”ja”."),
    ("Y07", "Bron  är klar.", "Bron är klar."),
    ("Y07", "Bron , den nya.", "Bron, den nya."),
    ("Y07", "Bron är klar .", "Bron är klar."),
    ("Y08", "Det är 10% fler.", "Det är 10\u00a0% fler."),
    ("Y08", "Mellan 5% och 7,5%.", "Mellan 5\u00a0% och 7,5\u00a0%."),
    ("Y08", "Nu 100%!", "Nu 100\u00a0%!"),
    ("Y09", "Bron kostar 12500 kronor.", "Bron kostar 12\u00a0500 kronor."),
    ("Y09", "Det blir 1.500 platser.", "Det blir 1\u00a0500 platser."),
    ("Y09", "Det blir 1.500.000 kronor.", "Det blir 1\u00a0500\u00a0000 kronor."),
    ("Y09", "Det är 3.5 kilometer dit.", "Det är 3,5 kilometer dit."),
    ("Y10", "Mötet är kl. 18:00.", "Mötet är kl. 18.00."),
    ("Y10", "Klockan 9:30 öppnar vi.", "Klockan 9.30 öppnar vi."),
    ("Y10", "Öppet kl. 10:00–12:30.", "Öppet kl. 10.00–12.30."),
    ("Y10", "Köer kl. 7:00 och 9:00.", "Köer kl. 7.00 och 9.00."),
    ("Y12", "Kom hit!!", "Kom hit!"),
    ("Y12", "Varför??? Jo.", "Varför? Jo."),
    ("Y12", "Nej!!! Aldrig.", "Nej! Aldrig."),
    ("Y13", "Ã…sa gÃ¥r pÃ¥ bron.", "Åsa går på bron."),
    ("Y13", "FÃ¶r alla.", "För alla."),
    ("Y13", "Hon â€“ nÃ¤stan.", "Hon – nästan."),
]
UNMENDABLE = [
    ("Y11", "Det är HELT FÖRBJUDET att bada.", ["HELT FÖRBJUDET"]),
    ("Y11", "OBSERVERA ATTTA dig.", ["OBSERVERA ATTTA"]),
    ("Y11", "VIKTIG INFORMATION TILL alla", ["VIKTIG INFORMATION TILL"]),
    ("Y13", "Bron \ufffdr klar.", ["\ufffd"]),
    ("Y14", "Kontakta XX för svar.", ["XX"]),
    ("Y14", "TODO: fråga Åsa.", ["TODO"]),
    ("Y14", "Lorem ipsum dolor sit amet.", ["Lorem ipsum"]),
]
SOUND = [
    ("Y01", "– Vi bygger i vår."),
    ("Y01", "-5 grader i natt."),
    ("Y01", "- Måndag: klättring."),
    ("Y01", "- Keramik på Kulturskolan"),
    ("Y01", "-formad bro."),
    ("Y02", "– Vi bygger."),
    ("Y02", "–5 grader i natt."),
    ("Y02", "Bron – den nya."),
    ("Y03", "För- och nackdelar med e-post."),
    ("Y03", "Bron – den nya."),
    ("Y03", "Från 10 - 12 personer."),
    ("Y03", "In- eller utgång."),
    ("Y04", "Ring 070-174 06 05."),
    ("Y04", "Mötet 2026-03-02 ställs in."),
    ("Y04", "Lagen 2018:1937 och KS 2026-123."),
    ("Y04", "Matchen slutade 3-1."),
    ("Y04", "Ett lördag-café, en maj-revy och på lördag - söndagen är full."),
    ("Y04", "Salarna B1-12 och covid-19."),
    ("Y04", "https://www.example.se/1-3 har mer."),
    ("Y05", "Hon sa ”ja” till bron."),
    ("Y05", 'Skärmen är 24" stor.'),
    ("Y05", "Hon sa ’ja’."),
    ("Y07", "Bron är klar. Den är ny."),
    ("Y07", "Programmet heter .NET och är nytt."),
    ("Y07", "Bron … den nya."),
    ("Y08", "Det är 10 % fler."),
    ("Y08", "Det är 10\u00a0% fler."),
    ("Y08", "En 100%-ig lösning."),
    ("Y09", "Bron kostar 12 500 kronor."),
    ("Y09", "Ring 0701740605 eller 08-465 004 00."),
    ("Y09", "Org.nr 212000-1234, diarienummer 2026/12345."),
    ("Y09", "Ange kundnummer 1234567."),
    ("Y09", "År 2026 kl. 18.30 i kapitel 2.1."),
    ("Y09", "Version 3.500 av programmet."),
    ("Y09", "Postadressen är 123 45 Klarebro."),
    ("Y10", "Mötet är kl. 18.00."),
    ("Y10", "Skalan är 1:50 på ritningen."),
    ("Y10", "Lagen 2018:1937 gäller."),
    ("Y11", "UNESCO och SMHI varnar."),
    ("Y11", "Det är FÖRBJUDET att bada."),
    ("Y11", "VA och el i Klarebro."),
    ("Y12", "Kom hit! Nu?"),
    ("Y12", "Va?! Redan klart."),
    ("Y12", "Kom! Kom!"),
    ("Y13", "Åsa går på bron – nästan."),
    ("Y13", "São Paulo och Ångström."),
    ("Y13", "Ä, Å och Ö: ¡Hola!"),
    ("Y14", "Storlek XXL och LUX."),
    ("Y14", "XX-kromosomer är ett ämne."),
    ("Y14", "Vi gör allt, todos los días."),
]


@pytest.mark.parametrize(("rule", "text", "mended"), BROKEN)
def test_what_is_broken_is_found_and_mended(rule, text, mended):
    assert look_at(rule, RULES, text)
    assert mend(rule, RULES, text) == mended
    assert not look_at(rule, RULES, mended)


@pytest.mark.parametrize(("rule", "text", "pieces"), UNMENDABLE)
def test_what_only_the_writer_can_mend_is_pointed_to(rule, text, pieces):
    assert look_at(rule, RULES, text) == pieces


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert look_at(rule, RULES, text) == []


def test_each_rule_has_three_texts_of_each_kind():
    found = [rule for rule, *_ in (*BROKEN, *UNMENDABLE)]
    left = [rule for rule, _ in SOUND]

    for rule in RULES:
        assert found.count(rule.id) >= 3, rule.id
        assert left.count(rule.id) >= 3, rule.id


def test_swedish_typography_is_not_asked_of_other_languages():
    assert look_at("Y05", RULES, 'She said "yes".', language="en") == []
    assert look_at("Y05", RULES, 'Hon sa "ja".', language="sv-FI") == ['"', '"']


def test_a_passage_in_another_language_within_a_swedish_text_is_left_alone():
    block = Paragraph((Span("Hon sa "), Span('"yes"', (Language("en"),)), Span(' och "ja".')))

    found = look([rule for rule in RULES if rule.id == "Y05"], block)

    assert [finding.place.start for finding in found] == [17, 20]


def test_a_crisis_notice_is_spared_the_style_but_not_what_is_broken():
    found = look(RULES, paragraph("KOM GENAST HITÅT!! FÃ¶r alla."), kind=Kind.CRISIS)

    assert {(finding.rule, finding.severity) for finding in found} == {("Y13", Severity.BLOCKS)}


def test_the_space_that_does_not_break_is_a_space():
    assert look_at("Y03", RULES, "Bron\u00a0- den nya.") == ["\u00a0- "]
