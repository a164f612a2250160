"""What became of the rules of the newsroom is read in words, wherever the log is read."""

import msgspec
import pytest

from editor_app.desk.log_reading import LogFormat
from editor_app.desk.log_words import details_words
from editor_app.desk.policy_words import changed_rule_words
from editor_app.desk.steps import finish
from editor_app.domain.article import Kind
from editor_app.domain.audit import Act
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.policy import Approvers, Policy
from editor_app.domain.retention import CountedFrom, RetentionRule

RULE = RetentionRule(5, preserved_first=False, counted_from=CountedFrom.LAST_PUBLICATION)


def change(desk, **changes):
    """Change the rules, and return what the log says of it."""
    desk.save_policy(msgspec.structs.replace(desk.policy(), **changes), by="Ada")
    numbers = desk.find_log_entries(LogFilter(act=Act.POLICY_CHANGED))
    (line,) = desk.log_lines(numbers[:1])
    return details_words(line.entry)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"approvers": Approvers.ONE_PERSON}, "approval takes: four eyes → one person"),
        ({"publishes_on_approval": False}, "published: with the approval → separately"),
        ({"quotes_must_be_approved": True}, "quotes must be approved: no → yes"),
        ({"words_folder": "/ord"}, "folder of words: none → /ord"),
        (
            {"take_down_months": {Kind.NEWS: 1, Kind.CRISIS: 2}},
            "taken down, News: after 6 months → after 1 month; "
            "taken down, Crisis information: never by itself → after 2 months",
        ),
        (
            {"retention": {Kind.NEWS: RULE}},
            "retention, News: kept for ever → "
            "5 years after the last publication, need not be preserved first",
        ),
        (
            {"retention": {Kind.NEWS: RetentionRule(1)}},
            "retention, News: kept for ever → 1 year after it left the website, preserved first",
        ),
    ],
)
def test_a_changed_rule_is_said_in_words(desk, changes, words):
    assert change(desk, **changes) == words


def test_several_changed_rules_are_each_said(desk):
    words = change(desk, quotes_must_be_approved=True, approvers=Approvers.ONE_PERSON)

    assert words == "approval takes: four eyes → one person; quotes must be approved: no → yes"


def test_a_table_that_is_saved_has_the_words_too(desk, tmp_path):
    change(desk, retention={Kind.NEWS: RULE})

    finish(desk.write_log(LogFilter(), LogFormat.CSV, tmp_path / "logg.csv"))

    text = (tmp_path / "logg.csv").read_text(encoding="utf-8")
    assert "5 years after the last publication" in text
    assert "preserved_first" not in text


@pytest.mark.parametrize(
    ("rule", "stored"),
    [
        ("colour", "1 → 2"),
        ("approvers", "nothing"),
        ("approvers", "one_person → three_persons"),
        ("retention", "{} → 5"),
        ("retention", f'{{}} → {{"{Kind.NEWS.value}":{{"years":"x"}}}}'),
        ("retention", '{} → {"poem":{"years":1}}'),
        ("take_down_months", "[] → {}"),
        ("publishes_on_approval", "{} → true"),
    ],
)
def test_what_nobody_can_read_is_said_as_it_is_stored(rule, stored):
    assert changed_rule_words(rule, stored) == f"{rule}: {stored}"


def test_every_rule_has_words(desk):
    other = Policy(Approvers.ONE_PERSON, False, {}, True, {Kind.NEWS: RULE}, "/ord")
    words = change(desk, **msgspec.structs.asdict(other))

    assert not any(name in words for name in Policy.__struct_fields__ if "_" in name)
    assert words.count("→") == len(Policy.__struct_fields__)
