"""Approval: what others have to say yes to."""

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, Severity
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, Found, ReadArticle, Rule
from editor_app.checks.sources import PRESS_RULES, WEB_GUIDE
from editor_app.domain.quotes import quotes_in
from editor_app.domain.schedule import times_conflict
from editor_app.domain.workflow import same_name
from editor_app.translation import N_

FOUR_EYES = "Kommunallagen (2017:725) 6 kap. 6 §, intern kontroll"


def _quotes(read: ReadArticle, context: Context) -> Finds:
    if context.quote_approvals is None:
        return
    severity = Severity.BLOCKS if context.quotes_must_be_approved else None
    for quote in quotes_in(read.article.body, context.quote_approvals):
        if quote.approval is None:
            yield Place(Part.BODY, quote.block), Found(0, 0, severity=severity)


def _same_person(_read: ReadArticle, context: Context) -> Finds:
    if context.approver and same_name(context.approver) in map(same_name, context.writers):
        severity = Severity.BLOCKS if context.approver_must_be_another else None
        yield Place(Part.DETAILS), Found(0, 0, severity=severity)


def _times(read: ReadArticle, _context: Context) -> Finds:
    if times_conflict(read.article):
        yield Place(Part.DETAILS), WHOLE


def _translation(read: ReadArticle, context: Context) -> Finds:
    version_of = read.article.version_of
    if version_of is None or context.original_words is None or not version_of.words:
        return
    if version_of.words not in context.original_words:
        yield Place(Part.DETAILS), WHOLE


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "A01",
        Severity.WARNS,
        N_("The quote has not been approved"),
        N_("Who is quoted should know the words that are published; ask, and note the answer at the quote."),
        PRESS_RULES,
        find=_quotes,
    ),
    ArticleRule(
        "A02",
        Severity.WARNS,
        N_("Someone else should approve"),
        N_("Whoever wrote a text reads over its mistakes; ask a colleague to look."),
        FOUR_EYES,
        find=_same_person,
    ),
    ArticleRule(
        "A03",
        Severity.BLOCKS,
        N_("The translation is out of date"),
        N_(
            "The original says something else by now; go through what is new in it, and then confirm in the"
            " details that the translation follows it."
        ),
        WEB_GUIDE,
        find=_translation,
    ),
    ArticleRule(
        "D06",
        Severity.BLOCKS,
        N_("The times conflict"),
        N_("As they stand the page could not appear, or would break its embargo; mend them in the details."),
        PRESS_RULES,
        find=_times,
    ),
)
