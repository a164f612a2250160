"""Findings in SARIF 2.1.0, the format in which other tools take what a check found."""

from collections.abc import Iterable, Mapping

from editor_app.checks.findings import Finding, ReplaceText, Severity
from editor_app.checks.places import text_at
from editor_app.checks.rule import Rule
from editor_app.checks.rule_book import RULES, explanation, general_message, message
from editor_app.command_line.article_json import Json
from editor_app.domain.article import Article
from editor_app.resource_files import program_version
from editor_app.translation import _

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Mapping[Severity, str] = {
    Severity.BLOCKS: "error",
    Severity.WARNS: "warning",
    Severity.HINTS: "note",
}


def sarif(checked: Iterable[tuple[str, Article, tuple[Finding, ...]]]) -> Json:
    """Return one run with the findings of each text; its first part is the address that tools show."""
    numbers = {rule.id: number for number, rule in enumerate(RULES)}
    results = [
        _result(address, article, finding, numbers[finding.rule])
        for address, article, findings in checked
        for finding in findings
    ]
    driver = {"name": "Pressklar", "version": program_version(), "rules": [_rule(rule) for rule in RULES]}
    # Places count code points in the text of an article, which no line of a file is.
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": general_message(rule)},
        "fullDescription": {"text": _(rule.explanation)},
        "help": {"text": f"{_(rule.explanation)} ({rule.source})"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(address: str, article: Article, finding: Finding, number: int) -> Json:
    words, place = text_at(article, finding.place), finding.place
    where = place.part.value if place.block is None else f"{place.part.value}/{place.block}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{message(finding)}. {explanation(finding)}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": address}},
                "logicalLocations": [{"fullyQualifiedName": where, "kind": "element"}],
            }
        ],
        "properties": {
            "words": words,
            "start": place.start,
            **({"suggestion": finding.fix.text} if isinstance(finding.fix, ReplaceText) else {}),
        },
    }
