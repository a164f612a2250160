"""Findings that somebody lets be, with a reason that is kept."""

from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.checks.dismissing import dismiss
from editor_app.checks.findings import Finding
from editor_app.desk.errors import ReasonMissing, require_name
from editor_app.desk.filing import fetch, tidy
from editor_app.domain.article import Article
from editor_app.domain.audit import Act
from editor_app.domain.dismissals import Dismissal


def dismiss_finding(
    holdings: Holdings, article: Article, finding: Finding, *, reason: str, by: str, now: datetime
) -> Dismissal:
    """Note that `finding`, one on `article` as it is given, is let be; return what is noted.

    Raises NameMissing, ReasonMissing, ArticleMissing, and NotDismissible for one that blocks approval.
    """
    name, why = require_name(by), tidy(reason)
    fetch(holdings, article.id)
    if not why:
        raise ReasonMissing()
    dismissal = dismiss(article, finding, reason=why, by=name, at=now)
    holdings.dismissals.put(dismissal)
    holdings.log.append(
        Act.FINDING_DISMISSED,
        by=name,
        at=now,
        article_id=article.id,
        details={"rule_id": dismissal.rule, "quoted": dismissal.words, "reason": why},
    )
    return dismissal


def bring_back_finding(
    holdings: Holdings, dismissal: Dismissal, *, by: str, now: datetime
) -> tuple[Dismissal, ...]:
    """Let the rule say again what was let be; return what still is. Raises NameMissing."""
    name = require_name(by)
    if holdings.dismissals.remove(dismissal.article_id, dismissal.key):
        holdings.log.append(
            Act.FINDING_BROUGHT_BACK,
            by=name,
            at=now,
            article_id=dismissal.article_id,
            details={"rule_id": dismissal.rule, "quoted": dismissal.words},
        )
    return holdings.dismissals.of_article(dismissal.article_id)
