"""Whether the words, the images and the log are what was stored, and name nothing that is not there."""

from collections.abc import Callable, Collection, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from editor_app.archive.checkup.findings import Finding, Problem
from editor_app.archive.checkup.stored_values import check_values
from editor_app.archive.image_tables import image_files, image_renditions, images
from editor_app.archive.log import Log
from editor_app.archive.log_matching import QUESTIONS, LogMatching
from editor_app.archive.site_tables import live_pages
from editor_app.archive.tables import approvals, articles, categories, contacts, revisions, working_copies
from editor_app.domain.article import Article
from editor_app.domain.audit import find_flaws
from editor_app.domain.codec import BrokenText, NewerSchema, decode_article, decode_snapshot
from editor_app.domain.revision import Snapshot, content_hash, figures

Tell = Callable[[int, int], None]
EVERY = 100


def check_versions(connection: Connection, tell: Tell) -> Iterator[Finding]:
    """Yield versions that are no longer what was kept, and approvals of other words."""
    query = select(
        revisions.c.number, revisions.c.content, revisions.c.hash, articles.c.title, live_pages.c.revision_id
    ).select_from(revisions.join(articles).outerjoin(live_pages, live_pages.c.revision_id == revisions.c.id))
    known = _ids(connection, images)
    for row in _told(connection, query, revisions, tell):
        subject = f"{row.title} ({row.number})"
        if content_hash(row.content.encode()) != row.hash:
            yield Finding(Problem.REVISION_ALTERED, subject)
        snapshot = _decoded(decode_snapshot, row.content)
        if snapshot is None:
            yield Finding(Problem.TEXT_BROKEN, subject)
        elif row.revision_id is not None and _missing_images(snapshot, known):
            yield Finding(Problem.LIVE_IMAGE_MISSING, row.title)
    altered = (
        select(articles.c.title, revisions.c.number)
        .select_from(approvals.join(revisions).join(articles))
        .where(approvals.c.hash != revisions.c.hash)
    )
    for row in connection.execute(altered):
        yield Finding(Problem.APPROVAL_ALTERED, f"{row.title} ({row.number})")


def check_images(connection: Connection, tell: Tell) -> Iterator[Finding]:
    """Yield images whose files are no longer what was added or made of them."""
    query = select(images.c.id, images.c.name, image_files.c.original).select_from(
        images.outerjoin(image_files)
    )
    for row in _told(connection, query, images, tell):
        if row.original is None or sha256(row.original).hexdigest() != row.id:
            yield Finding(Problem.IMAGE_ALTERED, row.name)
    made = select(image_renditions.c.data, image_renditions.c.hash, images.c.name).select_from(
        image_renditions.join(images)
    )
    for row in _told(connection, made, image_renditions, tell):
        if sha256(row.data).hexdigest() != row.hash:
            yield Finding(Problem.RENDITION_ALTERED, row.name)


def check_references(connection: Connection, tell: Tell) -> Iterator[Finding]:
    """Yield articles that name what is not there, that cannot be read, or that say what means nothing."""
    known = {table.name: _ids(connection, table) for table in (categories, contacts, images, articles)}
    query = select(articles.c.title, working_copies.c.content).select_from(articles.outerjoin(working_copies))
    for row in _told(connection, query, articles, tell):
        article = None if row.content is None else _decoded(decode_article, row.content)
        if article is None:
            yield Finding(Problem.TEXT_BROKEN, row.title)
            continue
        for problem in _dangling(article, known):
            yield Finding(problem, row.title)
    yield from check_values(connection)


def check_log(connection: Connection, _tell: Tell) -> Iterator[Finding]:
    """Yield where the chain of the audit log is broken, and that it tells of something else than there is."""
    for flaw in find_flaws(Log(connection).entries()):
        span = str(flaw.first) if flaw.first == flaw.last else f"{flaw.first}–{flaw.last}"
        yield Finding(Problem.LOG_ALTERED, span)
    matching = LogMatching(connection)
    differences = sum(1 for ask in QUESTIONS for _difference in ask(matching))
    if differences:
        yield Finding(Problem.LOG_DIFFERS, str(differences))


def _dangling(article: Article, known: dict[str, frozenset[str]]) -> Iterator[Problem]:
    if article.category_id is not None and article.category_id not in known["categories"]:
        yield Problem.CATEGORY_MISSING
    if not known["contacts"].issuperset(article.contact_ids):
        yield Problem.CONTACT_MISSING
    if not known["articles"].issuperset(article.related_ids):
        yield Problem.RELATED_MISSING
    if article.version_of is not None and article.version_of.article_id not in known["articles"]:
        yield Problem.ORIGINAL_MISSING
    if _missing_images(article, known["images"]):
        yield Problem.IMAGE_MISSING


def _missing_images(text: Article | Snapshot, known: Collection[str]) -> bool:
    return any(figure.image_id not in known for figure in figures(text))


def _decoded(decode: Callable[[bytes], Any], content: str) -> Any:
    try:
        return decode(content.encode())
    except (BrokenText, NewerSchema):
        return None


def _ids(connection: Connection, table: Any) -> frozenset[str]:
    return frozenset(connection.scalars(select(table.c.id)))


def _told(connection: Connection, query: Any, table: Any, tell: Tell) -> Iterator[Any]:
    """Yield the rows of `query`, and tell how far it has come in `table`."""
    total = connection.scalar(select(func.count()).select_from(table)) or 0
    for number, row in enumerate(connection.execute(query)):
        if number % EVERY == 0:
            tell(min(number, total), total)
        yield row
