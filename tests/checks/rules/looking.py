"""How the tests of the rules look at one text."""

from datetime import date

import msgspec

from editor_app.checks.checker import Checker
from editor_app.checks.context import Context
from editor_app.checks.findings import Finding, Part, ReplaceText
from editor_app.checks.word_lists import shipped_words
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Document, paragraph

TODAY = date(2026, 3, 2)
KNOWN = Context(TODAY, words=shipped_words())
SOUND_ARTICLE = Article("a", title="Bron öppnar", lead="Den är ny.", category_id="c")


def article(*blocks: Block, **details) -> Article:
    """Return an article that nothing is wrong with but what `blocks` and `details` bring."""
    return msgspec.structs.replace(SOUND_ARTICLE, body=Document(blocks), **details)


def look_over(rules, text: Article, context: Context = KNOWN) -> tuple[Finding, ...]:
    """Return what `rules` find in the whole article."""
    return Checker(rules).check(text, context)


def look(rules, *blocks: Block, context: Context | None = None, **details) -> tuple[Finding, ...]:
    """Return what `rules` find in an article of `blocks`."""
    return look_over(rules, Article("a", body=Document(blocks), **details), context or Context(TODAY))


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
