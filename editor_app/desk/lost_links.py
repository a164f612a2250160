"""What there is to tell of links that lead to articles which have no page."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from editor_app.archive.archive import Holdings
from editor_app.archive.rows import ArticleSummary
from editor_app.desk.site_settings import site_settings
from editor_app.domain.audit import Act
from editor_app.domain.lost_link import Gone, Lost, LostLink
from editor_app.domain.site_settings import notice_article_ids
from editor_app.domain.workflow import LiveSide

_REMOVED = (Act.DELETED, Act.DISPOSED)


def lost_links(holdings: Holdings, lost: Sequence[Lost], now: datetime) -> tuple[LostLink, ...]:
    """Return the pages whose links are `lost`, then the notices that lead nowhere at `now`."""
    titles = holdings.articles.titles({one.article_id for one in lost})
    ends = [
        *((one.article_id, titles.get(one.article_id, ""), one.gone_id) for one in lost),
        *(("", text, gone_id) for text, gone_id in _lost_notices(holdings, now)),
    ]
    gone = _why_gone(holdings, tuple(dict.fromkeys(gone_id for _id, _title, gone_id in ends)), now)
    return tuple(LostLink(id_, title, gone_id, *gone[gone_id]) for id_, title, gone_id in ends)


def _why_gone(
    holdings: Holdings, article_ids: Sequence[str], now: datetime
) -> Mapping[str, tuple[str, Gone]]:
    """Return the titles of articles that have no page, as far as known, and why they have none, by id."""
    if not article_ids:
        return {}
    rows = {row.id: row for row in holdings.finding.rows(article_ids)}
    return {
        id_: _kept_away(rows[id_], now) if id_ in rows else _removed(holdings, id_) for id_ in article_ids
    }


def _lost_notices(holdings: Holdings, now: datetime) -> list[tuple[str, str]]:
    """Return the text of each notice whose link leads nowhere, and the article it was to lead to."""
    settings = site_settings(holdings).at(now)
    ids = notice_article_ids(settings)
    there = holdings.site_texts.public(ids, now) if ids else {}
    return [
        (notice.text, notice.article_id)
        for notice in settings.notices
        if notice.article_id and notice.article_id not in there
    ]


def _kept_away(row: ArticleSummary, now: datetime) -> tuple[str, Gone]:
    if row.live is LiveSide.WITHDRAWN:
        return row.title, Gone.WITHDRAWN
    if row.live is LiveSide.NOT_PUBLISHED:
        return row.title, Gone.NOT_PUBLISHED
    return row.title, Gone.ENDED if row.ends_at is not None and row.ends_at <= now else Gone.NOT_DUE


def _removed(holdings: Holdings, article_id: str) -> tuple[str, Gone]:
    """Return what the log, where it tells of an article that is not in the archive, says of it."""
    entry = holdings.log.latest_of(article_id)
    if entry is None or entry.act not in _REMOVED:
        return "", Gone.UNKNOWN
    return entry.details.get("title", ""), Gone.REMOVED
