"""All rules over an article: what comes first, and what is not looked at again."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Part, Place, Severity
from editor_app.checks.passages import TextKind
from editor_app.checks.rule import ArticleRule, Found, PassageRule
from editor_app.checks.rule_book import RULES, RULES_BY_ID, explanation, message
from editor_app.domain.article import Article
from editor_app.domain.document import Document, Figure, Heading, Span, Table, paragraph
from tests.timing import least_seconds

TODAY = date(2026, 3, 2)


class Reader:
    """A rule's function that finds the letter x, and remembers what it was shown."""

    def __init__(self) -> None:
        self.shown = []

    def __call__(self, passage, _context):
        self.shown.append(passage.text)
        for place, sign in enumerate(passage.text):
            if sign == "x":
                yield Found(place, place + 1)


def rule(find, severity=Severity.HINTS, **details):
    return PassageRule("T01", severity, "", "", "", find=find, **details)


def article(*texts, **details):
    return Article("a", body=Document(tuple(map(paragraph, texts))), **details)


def test_findings_come_with_the_worst_first_and_then_in_reading_order():
    hints, blocks = rule(Reader()), replace(rule(Reader(), Severity.BLOCKS), id="T02")

    found = Checker([hints, blocks]).check(article("ax", "x", title="x"), Context(TODAY))

    assert [(one.rule, one.place.part, one.place.block, one.place.start) for one in found] == [
        ("T02", Part.TITLE, None, 0),
        ("T02", Part.BODY, 0, 1),
        ("T02", Part.BODY, 1, 0),
        ("T01", Part.TITLE, None, 0),
        ("T01", Part.BODY, 0, 1),
        ("T01", Part.BODY, 1, 0),
    ]


def test_only_what_changed_is_looked_at_again():
    reader = Reader()
    checker = Checker([rule(reader, kinds=frozenset({TextKind.PARAGRAPH}))])
    checker.check(article("ett", "två x", "tre"), Context(TODAY))
    reader.shown.clear()

    found = checker.check(article("nytt", "ett", "två x", "fyra"), Context(TODAY))

    assert reader.shown == ["nytt", "fyra"]
    assert [(one.place.block, one.place.start) for one in found] == [(2, 4)]


def test_everything_is_looked_at_again_on_another_day():
    reader = Reader()
    checker = Checker([rule(reader, kinds=frozenset({TextKind.PARAGRAPH}))])
    checker.check(article("ett"), Context(TODAY))

    checker.check(article("ett"), Context(TODAY + timedelta(days=1)))

    assert reader.shown == ["ett", "ett"]


def test_every_text_of_an_article_is_read():
    reader = Reader()
    body = Document(
        (
            Heading(2, (Span("Rubrik"),)),
            Figure("1", alt="Alt", caption="Bildtext", credit="Foto"),
            Table((((Span("Cell"),),),), caption="Tabell"),
        )
    )
    hero = Figure("2", alt="Topp")

    Checker([rule(reader)]).check(
        Article("a", title="Titel", lead="Ingress", body=body, hero=hero), Context(TODAY)
    )

    assert reader.shown == ["Titel", "Ingress", "Topp", "Rubrik", "Alt", "Bildtext", "Foto", "Tabell", "Cell"]


def test_a_rule_for_the_whole_article_says_where():
    place = Place(Part.DETAILS)
    whole = ArticleRule(
        "T03", Severity.WARNS, "", "", "", find=lambda _read, _context: iter([(place, Found(0, 0))])
    )

    assert Checker([whole]).check(article(), Context(TODAY)) == (Finding("T03", Severity.WARNS, place),)


def test_each_rule_has_an_id_of_its_own_and_says_what_why_and_after_whom():
    assert len(RULES_BY_ID) == len(RULES)
    for one in RULES:
        assert one.message and one.explanation.endswith(".") and one.source


def test_a_finding_is_told_in_two_sentences():
    finding = Finding("Y12", Severity.WARNS, Place(Part.TITLE))

    assert message(finding) == "One mark is enough"
    assert explanation(finding) == "More marks say no more and look excited; keep one."


def test_a_check_changes_nothing():
    text = article("x", title="x")
    before = msgspec.json.encode(text)

    Checker(RULES).check(text, Context(TODAY))

    assert msgspec.json.encode(text) == before


def test_a_paragraph_of_thousands_of_sentences_is_checked_in_reasonable_time():
    long = article("Bron öppnas i maj. " * 2000)

    # Where each sentence looked at all words it took four.
    assert least_seconds(lambda: Checker(RULES).check(long, Context(TODAY)), times=2) < 1.5
