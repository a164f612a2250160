"""The rule book: the rules of the newsroom, each with its id, its weight and its words."""

import re

import pytest

from editor_app.checks.findings import Finding, Part, Place, Severity
from editor_app.checks.rule_book import RULES, RULES_BY_ID, explanation, general_message, message
from editor_app.checks.swedish.sentences import sentences
from editor_app.translation import use_language

# As the table of editorial rules has them, but for P04, which warned too often in vain; M01 is for the
# municipality's own words.
TABLE = {
    Severity.BLOCKS: (
        "S01 S04 S07 S12 S13 S14 S15 S18 L01 L05 L06 L07 I01 I04 I05 Y13 Y14 D01 D02 D06 P01 C02 A03"
    ),
    Severity.WARNS: (
        "S02 S06 S08 S09 S16 S17 L02 L03 L04 I02 I03 I06 Y01 Y02 Y03 Y04 Y05 Y06 Y08 Y09 Y11 Y12 D04 D07 "
        "K05 K07 P02 P03 P05 P06 C01 A01 A02"
    ),
    Severity.HINTS: "S03 S05 S10 S11 Y07 Y10 D03 D05 K01 K02 K03 K04 K06 P04 M01",
}
SAFE = "S06 S08 S15 L04 Y01 Y02 Y03 Y04 Y05 Y07 Y08 Y09 Y10 Y12 K05 C01"
# What a crisis notice is never let off: privacy, images and times.
NEVER_RELAXED = re.compile("P..|C..|I..|D0[125-7]|A..")
VALUES = {
    "n": "80",
    "date": "4 maj 2026",
    "day": "måndag",
    "a": "erhålla",
    "b": "få",
    "x": "BMN",
    "number": "1",
}


@pytest.mark.parametrize(("severity", "ids"), TABLE.items())
def test_each_rule_of_the_table_is_there_with_its_severity(severity, ids):
    assert {rule.id for rule in RULES if rule.severity is severity} == set(ids.split())


def test_what_is_mended_unseen_is_what_the_table_says():
    assert {rule.id for rule in RULES if rule.is_safe} == set(SAFE.split())


def test_a_crisis_lets_nobody_off_privacy_images_or_times():
    assert [rule.id for rule in RULES if rule.style and NEVER_RELAXED.fullmatch(rule.id)] == []


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_its_two_short_sentences_in_both_languages(rule, language):
    use_language(language)
    finding = Finding(rule.id, rule.severity, Place(Part.TITLE), VALUES)

    what = message(finding)
    said = f"{what if what.endswith('?') else what + '.'} {explanation(finding)}"

    assert len(said) <= 180
    assert len(sentences(said)) == 2
    assert language == "en" or message(finding) != rule.message.format(**VALUES)


def test_each_rule_names_its_source():
    assert all(rule.source for rule in RULES)
    assert len(RULES_BY_ID) == len(RULES)


def test_a_rule_is_named_without_what_differs_from_text_to_text():
    assert general_message(RULES_BY_ID["K03"]) == "Replace “…” with “…”"
    assert [rule.id for rule in RULES if "{" in general_message(rule)] == []
