"""When a page appears and when it is taken down, where its editor does not say."""

from collections.abc import Mapping
from datetime import datetime

from editor_app.domain.article import Article, Kind
from editor_app.domain.swedish_time import begin_of_day, months_after


def take_down_at(article: Article, months: Mapping[Kind, int], now: datetime) -> datetime | None:
    """Return when the page of `article` is taken down if it is submitted `now`, None for never.

    Where the article does not say so itself, that is as the day begins so many `months` after it
    appears as the rules of the newsroom give its kind; a kind that is not there, or has 0, stays.
    """
    if article.unpublish_at is not None or article.stays_online:
        return article.unpublish_at
    kept = months.get(article.kind, 0)
    return begin_of_day(months_after(appears_at(article, now), kept)) if kept else None


def appears_at(article: Article, now: datetime) -> datetime:
    """Return when the page appears at the earliest; a date that has passed means `now`."""
    return max(time for time in (now, article.publish_at, article.embargo_until) if time is not None)


def times_conflict(article: Article) -> bool:
    """Tell whether the page could never be there as its times say: before the embargo ends, or not at all."""
    publish, embargo, ends = article.publish_at, article.embargo_until, article.unpublish_at
    if publish is not None and embargo is not None and publish < embargo:
        return True
    return ends is not None and any(start is not None and ends <= start for start in (publish, embargo))
