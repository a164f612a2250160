"""The opening: what each rule must find in a headline or a lead, and the look-alikes that it must not."""

import pytest

from editor_app.checks.findings import Severity
from editor_app.checks.rules.opening import RULES
from editor_app.domain.article import Kind
from tests.checks.rules.looking import article, look_over

FOUND = [
    ("S01", article(title=" ")),
    ("S01", article(title="Rubrik")),
    ("S01", article(title="\u200b")),
    ("S02", article(title="x" * 71)),
    ("S02", article(title="Ord " * 20)),
    ("S02", article(title="Å" * 120, language="en")),
    ("S03", article(title="Bron är klar.")),
    ("S03", article(title="Kom hit!")),
    ("S03", article(title="Kom! Nu öppnar bron")),
    ("S04", article(lead="")),
    ("S04", article(lead=" ", kind=Kind.PRESS_RELEASE)),
    ("S04", article(lead="\u00ad")),
    ("S05", article(lead="x" * 161)),
    ("S05", article(lead="x" * 281)),
    ("S05", article(lead="Ord " * 60)),
    ("S06", article(lead="En rad.\nEn till.")),
    ("S06", article(lead="En\n\ntvå.")),
    ("S06", article(lead="En \n två.")),
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
]


def found(rule_id, text):
    return look_over([rule for rule in RULES if rule.id == rule_id], text)


@pytest.mark.parametrize(("rule", "text"), FOUND)
def test_what_is_wrong_is_found(rule, text):
    assert [finding.rule for finding in found(rule, text)] == [rule]


@pytest.mark.parametrize(("rule", "text"), SOUND)
def test_a_look_alike_is_left_alone(rule, text):
    assert found(rule, text) == ()


@pytest.mark.parametrize(
    ("rule", "text", "severity"),
    [
        ("S05", article(lead="x" * 200), Severity.HINTS),
        ("S05", article(lead="x" * 300), Severity.WARNS),
    ],
)
def test_some_things_weigh_more_than_others(rule, text, severity):
    assert [finding.severity for finding in found(rule, text)] == [severity]
