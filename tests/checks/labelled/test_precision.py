"""The rules on ordinary municipal prose: each finding judged, and few of them wrong."""

from collections import Counter

import pytest

from editor_app.checks.findings import Severity
from tests.checks.labelled.reading import judged_findings, labels, texts

LEAST_PRECISION = 0.9


@pytest.fixture(scope="module")
def judged():
    return list(judged_findings())


def test_every_finding_is_judged(judged):
    assert [one.finding for one in judged if one.is_right is None] == []


def test_the_label_of_a_wrong_finding_goes_with_it(judged):
    found = {one.finding for one in judged}

    assert [one for one, is_right in labels().items() if not is_right and one not in found] == []


def test_there_are_a_hundred_texts_of_all_kinds():
    assert len(texts()) >= 100
    assert len({article.kind for article in texts()}) == 5


def test_a_rule_that_warns_or_blocks_is_seldom_wrong(judged):
    weighty = [one for one in judged if one.severity is not Severity.HINTS]
    count = Counter(one.finding.rule for one in weighty)
    right = Counter(one.finding.rule for one in weighty if one.is_right)

    assert [rule for rule in count if right[rule] < LEAST_PRECISION * count[rule]] == []
