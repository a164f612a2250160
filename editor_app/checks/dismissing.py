"""Findings that somebody has let be: which words they are about, and which are left."""

from collections.abc import Iterable
from datetime import datetime

from editor_app.checks.findings import Finding, Severity
from editor_app.checks.places import text_at, whole_text
from editor_app.checks.swedish.sentences import sentences
from editor_app.domain.article import Article
from editor_app.domain.dismissals import Dismissal, dismissal_key
from editor_app.domain.errors import EditorAppError


class NotDismissible(EditorAppError):
    """The finding stands in the way of approval, and what does so cannot be let be."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.rule)
        self.finding = finding


def dismiss(article: Article, finding: Finding, *, reason: str, by: str, at: datetime) -> Dismissal:
    """Return the dismissal of `finding` in `article`; raises NotDismissible for one that blocks."""
    if finding.severity is Severity.BLOCKS:
        raise NotDismissible(finding)
    words, sentence = _words_and_sentence(article, finding)
    return Dismissal(article.id, finding.rule, finding.place.part.value, words, sentence, reason, by, at)


def left(
    article: Article, findings: Iterable[Finding], dismissals: Iterable[Dismissal]
) -> tuple[Finding, ...]:
    """Return the findings in `article` that nobody has let be; what blocks an approval always stays."""
    rules = {one.key: one.rule for one in dismissals}
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.BLOCKS
        or finding.rule not in rules.values()
        or _key(article, finding) not in rules
    )


def let_be(
    article: Article, findings: Iterable[Finding], dismissals: Iterable[Dismissal]
) -> tuple[tuple[Dismissal, Finding], ...]:
    """Return the findings that `left` leaves out, each with what was noted as somebody let it be."""
    noted = {one.key: one for one in dismissals}
    rules = {one.rule for one in noted.values()}
    keys = [
        (_key(article, finding), finding)
        for finding in findings
        if finding.rule in rules and finding.severity is not Severity.BLOCKS
    ]
    return tuple((noted[key], finding) for key, finding in keys if key in noted)


def _key(article: Article, finding: Finding) -> str:
    return dismissal_key(finding.rule, finding.place.part.value, *_words_and_sentence(article, finding))


def _words_and_sentence(article: Article, finding: Finding) -> tuple[str, str]:
    whole, start = whole_text(article, finding.place), finding.place.start
    around = next((whole[first:last] for first, last in sentences(whole) if first <= start < last), whole)
    return text_at(article, finding.place), around
