"""What a link leads to, in words, and the articles of the archive that it can lead to."""

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import unquote

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ArticleSummary
from editor_app.domain.addresses import ARTICLE_SCHEME, link_scheme
from editor_app.domain.contact_details import format_phone
from editor_app.domain.words import KIND_WORDS, STATE_WORDS
from editor_app.translation import _
from ui.pickers.title_source import TitleSource, title_words
from ui.widgets.date_words import short_date
from ui.widgets.suggestion_list import Suggestion


def article_of(href: str) -> str | None:
    """Return the id of the article that `href` leads to, None where it leads elsewhere."""
    return href.partition(":")[2] if link_scheme(href) == ARTICLE_SCHEME else None


def ask_where(href: str, source: TitleSource, done: Callable[[str], Any]) -> None:
    """Give `done` the sentence on where a link to `href` leads: of an article when the archive has answered.

    Where the archive cannot answer, `done` is not called: whatever is done next says why.
    """
    article_id = article_of(href)
    if article_id is None:
        done(leads_to(href))
    else:
        source.look_up(article_id, lambda article: done(leads_to_article(article)), lambda _error: None)


def leads_to_article(article: ArticleSummary | None) -> str:
    """Return where a link to `article` leads, None being one that is not in the archive."""
    if article is None:
        return _("Leads to an article that is not in the archive")
    return _("Leads to the article “{title}”").format(title=title_words(article))


def leads_to(href: str) -> str:
    """Return where a link to `href`, which is no article, leads, as a sentence."""
    scheme, rest = link_scheme(href), href.partition(":")[2]
    if scheme == "mailto":
        return _("Sends e-mail to {address}").format(address=unquote(rest.partition("?")[0]))
    if scheme == "tel":
        return _("Calls {number}").format(number=format_phone(rest))
    return _("Opens {address}").format(address=unquote(rest.removeprefix("//")).removesuffix("/"))


def suggested_articles(articles: Iterable[ArticleSummary]) -> list[Suggestion]:
    """Return the articles as they are offered, in their order."""
    now = utc_now()
    return [
        Suggestion(
            summary.id,
            title_words(summary),
            " · ".join(
                (
                    _(KIND_WORDS[summary.kind]),
                    _(STATE_WORDS[summary.state]),
                    short_date(summary.updated_at, now),
                )
            ),
        )
        for summary in articles
    ]
