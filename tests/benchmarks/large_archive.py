"""Archives as large as wanted, always the same ones: made once and kept in build/.

python tests/benchmarks/large_archive.py 100000
"""

import shutil
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[2]))

import msgspec
from sqlalchemy import Connection, Table

from editor_app.archive.archive import Archive, open_archive
from editor_app.archive.articles import metadata_of
from editor_app.archive.rows import StoredArticle
from editor_app.archive.search_index import make_index
from editor_app.archive.site_rows import note_unmade
from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import (
    ARCHIVE_VERSION,
    approvals,
    article_contacts,
    articles,
    audit_log,
    publications,
    revisions,
    working_copies,
)
from editor_app.desk.exporting import make_what_is_unmade
from editor_app.domain.audit import Act, Head, write_entry
from editor_app.domain.codec import encode
from editor_app.domain.revision import content_hash, take_snapshot
from editor_app.domain.workflow import LiveSide, State
from editor_app.rendering.templates import OWN_TEMPLATES
from editor_app.site.progress import nothing_told
from tests.benchmarks.large_corpus import categories, contacts, fixed_id, stored_article

KEPT = Path(__file__).parents[2] / "build" / "archives"
# To be raised with every change of what is made, so that no older archive is taken for it.
RECIPE = 4
AT_A_TIME = 5000

Row = dict[str, Any]


class Deed(NamedTuple):
    """What the log tells of an article."""

    at: datetime
    act: Act
    by: str
    article_id: str
    revision_hash: str = ""


def large_archive(count: int) -> Path:
    """Return an archive of `count` articles of some 500 words: to be copied before it is changed.

    What is approved in it has been published, with all that this leaves in an archive.
    """
    path = KEPT / f"{count}-articles-{ARCHIVE_VERSION}-{RECIPE}.sqlite3"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        archive = open_archive(unfinished, create=True)
        fill(archive, count)
        archive.close()
        unfinished.rename(path)
    return path


def copy_of_large_archive(count: int, target: Path) -> Path:
    """Return `target`, to which a large archive was copied that may be changed."""
    return Path(shutil.copy(large_archive(count), target))


def fill(archive: Archive, count: int) -> None:
    """File `count` articles, with the categories and contacts that they name."""
    with archive.writing() as holdings:
        for category in categories():
            holdings.categories.add(category)
        for contact in contacts():
            holdings.contacts.put(contact)
    deeds: list[Deed] = []
    for start in range(0, count, AT_A_TIME):
        some = [stored_article(number, count) for number in range(start, min(start + AT_A_TIME, count))]
        with archive.writing() as holdings:
            connection = holdings.articles._connection
            _insert(connection, articles, ({"id": one.article.id, **metadata_of(one)} for one in some))
            _insert(connection, working_copies, map(_working_copy, some))
            _insert(connection, article_contacts, _contact_rows(some, is_live=False))
            deeds += _submitted_and_published(connection, some)
    with archive.writing() as holdings:
        connection = holdings.articles._connection
        _insert(connection, audit_log, _log(sorted(deeds)))
        make_index(connection)
        note_unmade(connection)
    make_what_is_unmade(archive, OWN_TEMPLATES, nothing_told)


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    some = list(rows)
    if some:
        connection.execute(table.insert(), some)


def _working_copy(stored: StoredArticle) -> Row:
    return {"article_id": stored.article.id, "content": encode(stored.article).decode()}


def _contact_rows(some: Iterable[StoredArticle], *, is_live: bool) -> Iterator[Row]:
    for stored in some:
        for position, contact_id in enumerate(stored.article.contact_ids):
            yield {
                "article_id": stored.article.id,
                "is_live": is_live,
                "position": position,
                "contact_id": contact_id,
            }


def _submitted_and_published(connection: Connection, some: Iterable[StoredArticle]) -> Iterator[Deed]:
    """Store what became of the articles, and yield what the log tells of it."""
    kept, live = [], []
    for stored in some:
        yield Deed(stored.created_at, Act.CREATED, stored.created_by, stored.article.id)
        if stored.state is not State.DRAFT:
            revision = _revision(stored)
            kept.append(revision)
            yield _deed(revision["created_at"], Act.SUBMITTED, stored.submitted_by, revision)
        if stored.live is LiveSide.LIVE:
            live.append((stored, revision))
            released_at = _released_at(stored)
            yield _deed(released_at, Act.APPROVED, stored.created_by, revision)
            yield _deed(released_at, Act.PUBLISHED, stored.created_by, revision)
    _insert(connection, revisions, kept)
    _insert(connection, approvals, (_approval(*one) for one in live))
    _insert(connection, publications, (_publication(*one) for one in live))
    _insert(connection, live_pages, (_page(*one) for one in live))
    _insert(connection, article_contacts, _contact_rows((stored for stored, _ in live), is_live=True))


def _deed(at: datetime, act: Act, by: str, revision: Row) -> Deed:
    return Deed(at, act, by, revision["article_id"], revision["hash"])


def _released_at(stored: StoredArticle) -> datetime:
    return stored.updated_at + timedelta(hours=3)


def _revision(stored: StoredArticle) -> Row:
    article = stored.article
    category = next(one for one in categories() if one.id == article.category_id)
    named = [one for id_ in article.contact_ids for one in contacts() if one.id == id_]
    content = encode(take_snapshot(article, category, named))
    return {
        "id": fixed_id(f"revision {article.id}"),
        "article_id": article.id,
        "number": 1,
        "content": content.decode(),
        "hash": content_hash(content),
        "created_at": stored.updated_at + timedelta(hours=1),
        "created_by": stored.submitted_by,
    }


def _approval(stored: StoredArticle, revision: Row) -> Row:
    return {
        "id": fixed_id(f"approval {stored.article.id}"),
        "revision_id": revision["id"],
        "hash": revision["hash"],
        "approved_by": stored.created_by,
        "approved_at": _released_at(stored),
    }


def _publication(stored: StoredArticle, revision: Row) -> Row:
    return {
        "id": fixed_id(f"publication {stored.article.id}"),
        "article_id": stored.article.id,
        "revision_id": revision["id"],
        "published_by": stored.created_by,
        "published_at": _released_at(stored),
    }


def _page(stored: StoredArticle, revision: Row) -> Row:
    article, released_at = stored.article, _released_at(stored)
    return {
        "article_id": article.id,
        "revision_id": revision["id"],
        "title": article.title,
        "kind": article.kind.value,
        "language": article.language,
        "category_id": article.category_id,
        "dated_at": article.publish_at or released_at,
        "begins_at": article.publish_at,
        "ends_at": article.unpublish_at,
        "released_at": released_at,
        "first_released_at": released_at,
    }


def _log(deeds: Iterable[Deed]) -> Iterator[Row]:
    head = Head()
    for deed in deeds:
        entry = write_entry(head, **deed._asdict())
        head = Head(entry.number, entry.hash)
        yield msgspec.structs.asdict(entry) | {"details": "{}"}


if __name__ == "__main__":
    print(large_archive(int(sys.argv[1])))
