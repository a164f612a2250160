"""How the tests of the rules look at one text."""

from datetime import date

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Part, ReplaceText
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Document, paragraph

TODAY = date(2026, 3, 2)


def look(rules, *blocks: Block, context: Context | None = None, **details) -> tuple[Finding, ...]:
    """Return what `rules` find in an article of `blocks`."""
    article = Article("a", body=Document(blocks), **details)
    return Checker(rules).check(article, context or Context(TODAY))


def look_at(rule_id, rules, text: str, **details) -> list[str]:
    """Return the pieces of a paragraph that the rule points to."""
    found = look([rule for rule in rules if rule.id == rule_id], paragraph(text), **details)
    return [
        text[finding.place.start : finding.place.end] for finding in found if finding.place.part is Part.BODY
    ]


def mend(rule_id, rules, text: str) -> str:
    """Return a paragraph after all fixes of the rule."""
    found = look([rule for rule in rules if rule.id == rule_id], paragraph(text))
    for finding in sorted(found, key=lambda one: -one.place.start):
        assert isinstance(finding.fix, ReplaceText)
        text = text[: finding.place.start] + finding.fix.text + text[finding.place.end :]
    return text
