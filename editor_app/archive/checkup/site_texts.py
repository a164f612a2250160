"""Whether what is kept ready for the website follows from what is published."""

from typing import Any

from sqlalchemy import Connection, and_, select

from editor_app.archive.site_rows import live_text, note_unmade, whole_texts
from editor_app.archive.site_tables import live_fragments, live_pages, site_mentions, site_texts
from editor_app.archive.tables import revisions

_text, _page = site_texts.c, live_pages.c


def misses_live_texts(connection: Connection) -> bool:
    """Tell whether something is kept that nobody published, or altered, or is not kept and live.

    What no program has made yet is not missed: the next export makes it.
    """
    same = and_(_text.article_id == _page.article_id, _text.revision_id == _page.revision_id)
    missing = select(_page.article_id).join(site_texts, same, isouter=True).where(_text.article_id.is_(None))
    left_over = (
        select(_text.article_id)
        .join(live_pages, _text.article_id == _page.article_id, isouter=True)
        .where(_page.article_id.is_(None))
    )
    made = select(_text.article_id).where(_text.maker != "")
    whole = whole_texts().add_columns(revisions.c.hash).join(revisions, revisions.c.id == _text.revision_id)
    rows = connection.execute(whole.where(_text.maker != ""))
    return (
        connection.execute(missing.limit(1)).first() is not None
        or connection.execute(left_over.limit(1)).first() is not None
        or len(connection.execute(made).all()) != sum(map(_is_right, rows))
    )


def forget_live_texts(connection: Connection) -> None:
    """Let the next export make anew what is kept of all live articles."""
    for table in (site_mentions, live_fragments, site_texts):
        connection.execute(table.delete())
    note_unmade(connection)


def _is_right(row: Any) -> bool:
    text = live_text(row)
    return text is not None and text.listed.revision_hash == row.hash
