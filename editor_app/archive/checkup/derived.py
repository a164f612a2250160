"""What the archive keeps beside what was written, to find it quickly: whether it follows, and made anew."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from editor_app.archive.articles import note_contacts
from editor_app.archive.checkup.findings import Finding, Problem
from editor_app.archive.checkup.live_pages import wrong_sides
from editor_app.archive.checkup.site_texts import forget_live_texts, misses_live_texts
from editor_app.archive.image_uses import misses_images, note_all_images
from editor_app.archive.search_index import make_index, misses_words
from editor_app.archive.site_tables import live_pages
from editor_app.archive.sqlite_file import connect_for_writing, empty_log, make_engine
from editor_app.archive.tables import article_contacts, revisions, working_copies
from editor_app.domain.codec import BrokenText, NewerSchema, decode_article, decode_snapshot

Tell = Callable[[int, int], None]
Named = dict[tuple[str, bool], tuple[str, ...]]


def check_derived(connection: Connection, tell: Tell) -> Iterator[Finding]:
    """Yield what no longer follows from texts and acts: the search, contacts, images, what is live."""
    if misses_words(connection, tell):
        yield Finding(Problem.SEARCH_STALE)
    noted = _noted(connection)
    # What cannot be read is a finding of its own.
    if any(noted.get(side, ()) != contacts for side, contacts in _named(connection)):
        yield Finding(Problem.CONTACTS_STALE)
    if misses_images(connection):
        yield Finding(Problem.IMAGE_USES_STALE)
    for title in wrong_sides(connection):
        yield Finding(Problem.LIVE_PAGE_WRONG, title)
    if misses_live_texts(connection):
        yield Finding(Problem.SITE_TEXTS_STALE)


def mend(path: Path) -> None:
    """Make anew what follows from the texts; nothing that anybody wrote is changed.

    Raises sqlite3 and SQLAlchemy errors; then all is as it was.
    """
    engine = make_engine(path)
    try:
        with connect_for_writing(engine) as connection:
            with connection.begin():
                make_index(connection)
                for (article_id, is_live), contacts in list(_named(connection)):
                    note_contacts(connection, article_id, contacts, is_live=is_live)
                note_all_images(connection)
                if misses_live_texts(connection):
                    forget_live_texts(connection)
            empty_log(connection)
    finally:
        engine.dispose()


def _noted(connection: Connection) -> Named:
    columns = article_contacts.c
    query = select(columns.article_id, columns.is_live, columns.contact_id).order_by(columns.position)
    noted: Named = {}
    for article_id, is_live, contact_id in connection.execute(query):
        side = (article_id, is_live)
        noted[side] = (*noted.get(side, ()), contact_id)
    return noted


def _named(connection: Connection) -> Iterator[tuple[tuple[str, bool], tuple[str, ...]]]:
    """Yield which contacts each text names that can be read, by article and whether it is the live one."""
    drafts = select(working_copies.c.article_id, working_copies.c.content)
    for article_id, content in connection.execute(drafts):
        article = _decoded(decode_article, content)
        if article is not None:
            yield (article_id, False), tuple(article.contact_ids)
    live = select(live_pages.c.article_id, revisions.c.content).join_from(live_pages, revisions)
    for article_id, content in connection.execute(live):
        snapshot = _decoded(decode_snapshot, content)
        if snapshot is not None:
            yield (article_id, True), tuple(contact.id for contact in snapshot.contacts)


def _decoded(decode: Callable[[bytes], Any], content: str) -> Any:
    try:
        return decode(content.encode())
    except (BrokenText, NewerSchema):
        return None
