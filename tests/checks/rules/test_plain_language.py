"""Plain language: what each rule must find, and the look-alikes that it must not."""

from datetime import date

import pytest

from editor_app.checks.context import Context
from editor_app.checks.findings import ReplaceText, Severity
from editor_app.checks.rules import names, plain_language
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.article import Contact
from editor_app.domain.document import Quote, Span, paragraph
from tests.checks.rules.looking import look

RULES = (*plain_language.RULES, *names.RULES)
CONTEXT = Context(date(2026, 3, 2), contacts=(Contact("1", "Åsa Lindström"),), words=shipped_words())
REPLACED = [
    ("K03", "Vi ska erhålla mer.", "Vi ska få mer."),
    ("K03", "Kommunen tillhandahåller bussar.", "Kommunen erbjuder bussar."),
    ("K03", "I enlighet med planen.", "Enligt planen."),
    ("K03", "Invigningen ägde rum i maj.", "Invigningen skedde i maj."),
    ("K03", "Vi får härmed meddela detta.", "Vi får meddela detta."),
    ("K03", "Det medför kostnader och utgör en risk.", "Det leder till kostnader och är en risk."),
    ("K03", "Kommunen ålåg att svara.", "Kommunen var skyldig att svara."),
    ("K05", "Ta med t.ex. frukt.", "Ta med till exempel frukt."),
    ("K05", "Det gäller skolor m.m.", "Det gäller skolor med mera."),
    ("K05", "Det gäller skolor m.m. och hem.", "Det gäller skolor med mera och hem."),
    ("K05", "Avgift enl. taxa inkl. moms.", "Avgift enligt taxa inklusive moms."),
    ("K05", "Bl.a. skolor och ca 20 hem.", "Bland annat skolor och cirka 20 hem."),
]
POINTED = [
    ("K01", "ord " * 25 + "slut.", ["ord " * 25 + "slut."]),
    ("K01", "Kort. " + "Ord " + "ord " * 29 + "slut.", ["Ord " + "ord " * 29 + "slut."]),
    ("K01", "ord, " * 26 + "slut!", ["ord, " * 26 + "slut!"]),
    ("K04", "Bron rivs i vår.", ["rivs"]),
    ("K04", "Beslutet fattades, och taket renoverades.", ["renoverades"]),
    ("K04", "Platserna erbjuds i maj.", ["erbjuds"]),
    ("K06", "Ansök till BMN i dag.", ["BMN"]),
    ("K06", "KS och BMN säger ja. KS också.", ["KS", "BMN"]),
    ("K06", "Fråga SBF-kontoret.", ["SBF"]),
    ("K06", "Det gäller skolor, BMN och hem.", ["BMN"]),
    ("K07", "Åsa Lindstrom bygger bron.", ["Åsa Lindstrom"]),
    ("K07", "Åse Lindström bygger bron.", ["Åse Lindström"]),
    ("K07", "Erik Ekbergs bro. Erik Ekborg ler.", ["Erik Ekborg"]),
]
SOUND = [
    ("K01", "ord " * 24 + "slut."),
    ("K01", ("ord " * 20 + "slut. Ord ") * 2),
    ("K01", "Ta med t.ex. " + "ord " * 20 + "slut."),
    ("K03", "Vi får mer och erbjuder det."),
    ("K03", "Ejder och ejderdun är om våren."),
    ("K03", "Rörandegruppen möts."),
    ("K03", "Se www.klarebro.example/avseende för mer."),
    ("K03", "I enlighet, med andra ord."),
    ("K04", "Bron rivs av kommunen."),
    ("K04", "Bron byggs i vår och beräknas vara klar i maj."),
    ("K04", "Det finns hopp, och vi hoppas och trivs."),
    ("K04", "Barnens byggnader och tassar."),
    ("K03", "– Vi ska erhålla mer, säger Åsa Lindström."),
    ("K03", "Hon sa ”vi ska erhålla mer pengar” och log."),
    ("K05", "– Ta med t.ex. frukt, säger Åsa Lindström."),
    ("K05", "Till exempel frukt och cirka 20 hem."),
    ("K05", "Caféet i Canada har texter."),
    ("K05", "Se www.t.ex.se för mer."),
    ("K06", "Byggnadsnämnden (BMN) säger ja. BMN möts i maj."),
    ("K06", "Undantag för arbetstillstånd (BMN-UND) krävs."),
    ("K06", "Taxan är beslutad av byggnadsnämnden, BMN § 12. Klarebro IF spelar."),
    ("K06", "BMN, byggnadsnämnden, säger ja."),
    ("K06", "UNDVIK BRON! Skriv ”BRO” på kortet. TODO: fråga."),
    ("K06", "EU och SMHI varnar. Gustav VI Adolf. Väg E20 och A4-papper."),
    ("K07", "Åsa Lindström och Åsa Lindströms bror."),
    ("K07", "Åsa Ek och Åsa Berg är två."),
    ("K07", "Maja Lindström och Åsa Lindström är systrar."),
]


def found(rule_id, text):
    return look([rule for rule in RULES if rule.id == rule_id], paragraph(text), context=CONTEXT)


def pieces(rule_id, text):
    return [text[one.place.start : one.place.end] for one in found(rule_id, text)]


@pytest.mark.parametrize(("rule", "text", "plainer"), REPLACED)
def test_words_are_replaced_in_their_form(rule, text, plainer):
    mended = text
    for finding in sorted(found(rule, text), key=lambda one: -one.place.start):
        assert isinstance(finding.fix, ReplaceText)
        mended = mended[: finding.place.start] + finding.fix.text + mended[finding.place.end :]

    assert mended == plainer
    assert pieces(rule, mended) == []


@pytest.mark.parametrize(("rule", "text", "expected"), POINTED)
def test_what_only_the_writer_can_mend_is_pointed_to(rule, text, expected):
    assert pieces(rule, text) == expected


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert pieces(rule, text) == []


@pytest.mark.parametrize(
    ("count", "severity"), [(26, Severity.HINTS), (30, Severity.HINTS), (31, Severity.WARNS)]
)
def test_longer_sentences_count_for_more(count, severity):
    (finding,) = found("K01", " ".join(["ord"] * count) + ".")

    assert (finding.severity, finding.values) == (severity, {"n": str(count)})


HARD = "Kommunfullmäktige sammanträder beträffande verksamhetsberättelsen. " * 16
EASY = "Bron är klar nu. Den är ny. Kom och se den i maj. " * 8


@pytest.mark.parametrize(
    "text",
    [
        HARD,
        "Samhällsbyggnadsförvaltningen handlägger ansökningar. " * 20,
        "Renhållningsavgiften fastställs årligen av kommunfullmäktige efter beredning i nämnden. " * 8,
    ],
)
def test_a_hard_text_is_told_with_its_figure(text):
    (finding,) = found("K02", text)

    assert finding.severity is Severity.WARNS
    assert int(finding.values["n"]) > 50


@pytest.mark.parametrize("text", [EASY, HARD[:60], ""])
def test_an_easy_or_a_short_text_is_not(text):
    assert found("K02", text) == ()


def test_what_a_person_said_is_not_ours_to_reword():
    said = Quote((Span("Vi ska erhålla t.ex. mer, och det byggs."),))

    assert look([rule for rule in RULES if rule.id in {"K03", "K04", "K05"}], said, context=CONTEXT) == ()


def test_the_word_lists_are_whole():
    words = shipped_words()

    assert len(words.plainer) > 150
    assert all(left == left.casefold() and right for left, right in words.plainer.items())
    assert not set(words.plainer) & set(words.plainer.values()) - {"om"}
    assert words.passives.isdisjoint({"finns", "hoppas", "lyckas", "trivs", "minns", "andas"})
