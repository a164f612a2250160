"""What a link leads to, in words, and the articles of the archive that it can lead to."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from urllib.parse import unquote

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ArticleSummary
from editor_app.domain.addresses import ARTICLE_SCHEME, link_scheme
from editor_app.domain.contact_details import format_phone
from editor_app.domain.words import KIND_WORDS, STATE_WORDS
from editor_app.translation import _
from ui.widgets.date_words import short_date
from ui.widgets.folding import matches
from ui.widgets.suggestion_list import Suggestion

Articles = Callable[[], Sequence[ArticleSummary]]
MOST_SUGGESTIONS = 50


def article_of(href: str) -> str | None:
    """Return the id of the article that `href` leads to, None where it leads elsewhere."""
    return href.partition(":")[2] if link_scheme(href) == ARTICLE_SCHEME else None


def title_of(article_id: str, articles: Iterable[ArticleSummary]) -> str | None:
    """Return the title of an article, None where it is not in the archive."""
    for summary in articles:
        if summary.id == article_id:
            return summary.title or _("Without a title")
    return None


def leads_to(href: str, articles: Iterable[ArticleSummary]) -> str:
    """Return where a link to `href` leads, as a sentence."""
    scheme, rest = link_scheme(href), href.partition(":")[2]
    if scheme == ARTICLE_SCHEME:
        title = title_of(rest, articles)
        if title is None:
            return _("Leads to an article that is not in the archive")
        return _("Leads to the article “{title}”").format(title=title)
    if scheme == "mailto":
        return _("Sends e-mail to {address}").format(address=unquote(rest.partition("?")[0]))
    if scheme == "tel":
        return _("Calls {number}").format(number=format_phone(rest))
    return _("Opens {address}").format(address=unquote(rest.removeprefix("//")).removesuffix("/"))


def suggested_articles(typed: str, articles: Iterable[ArticleSummary]) -> list[Suggestion]:
    """Return the articles whose titles hold the typed words, in their order."""
    now = utc_now()
    found = (
        Suggestion(
            summary.id,
            summary.title or _("Without a title"),
            " · ".join(
                (
                    _(KIND_WORDS[summary.kind]),
                    _(STATE_WORDS[summary.state]),
                    short_date(summary.updated_at, now),
                )
            ),
        )
        for summary in articles
        if matches(typed, summary.title)
    )
    return list(islice(found, MOST_SUGGESTIONS))
