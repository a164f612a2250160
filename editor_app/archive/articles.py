"""Articles as their editors see them: metadata for lists, working copies for the words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from editor_app.archive.among import among, among_given, given
from editor_app.archive.errors import StaleRow
from editor_app.archive.image_uses import note_images
from editor_app.archive.rows import StoredArticle
from editor_app.archive.search_index import SearchIndex
from editor_app.archive.stored_values import stored_word
from editor_app.archive.tables import WORKING_COPY, article_contacts, articles, shown_images, working_copies
from editor_app.domain.article import Article
from editor_app.domain.article_words import ArticleWords, read_words
from editor_app.domain.codec import decode_article, decode_lead, encode
from editor_app.domain.folding import sort_key
from editor_app.domain.workflow import LiveSide, State

_SOME_COPIES = select(working_copies).where(among_given(working_copies.c.article_id, "ids"))


class Articles:
    """The working copies in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = SearchIndex(connection)

    def ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids that begin so, in whatever case that is written."""
        query = select(articles.c.id).where(articles.c.id.istartswith(beginning, autoescape=True))
        return tuple(self._connection.scalars(query.order_by(articles.c.id)))

    def words(self, article_ids: Iterable[str]) -> Iterator[ArticleWords]:
        """Yield what is written in those of the articles that are there, in any order."""
        for content in self._contents(article_ids):
            yield read_words(content.encode())

    def leads(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the leads of those of the articles that are there, by id: quicker than their words."""
        rows = self._connection.execute(_SOME_COPIES, {"ids": given(article_ids)}).all()
        return {row.article_id: decode_lead(row.content.encode()) for row in rows}

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the titles of those of the articles that are there, by id."""
        query = select(articles.c.id, articles.c.title).where(among(articles.c.id, article_ids))
        return {row.id: row.title for row in self._connection.execute(query)}

    def get(self, article_id: str) -> StoredArticle | None:
        """Return the working copy of `article_id`, or None where there is none."""
        query = (
            select(
                working_copies.c.content,
                articles.c.state,
                articles.c.version,
                articles.c.updated_at,
                articles.c.updated_by,
                articles.c.created_at,
                articles.c.created_by,
                articles.c.submitted_by,
                articles.c.live,
            )
            .join_from(articles, working_copies)
            .where(articles.c.id == article_id)
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        return StoredArticle(
            article=decode_article(row.content.encode()),
            state=stored_word(State, row.state, article_id),
            version=row.version,
            updated_at=row.updated_at,
            updated_by=row.updated_by,
            created_at=row.created_at,
            created_by=row.created_by,
            submitted_by=row.submitted_by,
            live=stored_word(LiveSide, row.live, article_id),
        )

    def add(self, stored: StoredArticle) -> None:
        """Store a new article."""
        self._connection.execute(articles.insert().values(id=stored.article.id, **metadata_of(stored)))
        content = _content(stored)
        self._connection.execute(
            working_copies.insert().values(article_id=stored.article.id, content=content)
        )
        self._note_cards_and_images(stored.article, content)
        self._index.add(stored.article)

    def replace(self, stored: StoredArticle, *, version: int) -> None:
        """Store `stored` in place of `version` of the same article; raises StaleRow if it is gone."""
        article_id = stored.article.id
        changed = self._connection.execute(
            articles.update()
            .where(articles.c.id == article_id, articles.c.version == version)
            .values(**metadata_of(stored))
        )
        if changed.rowcount != 1:
            raise StaleRow(article_id)
        is_copy = working_copies.c.article_id == article_id
        before = self._connection.scalars(select(working_copies.c.content).where(is_copy)).one()
        content = _content(stored)
        if content == before:
            return
        self._connection.execute(working_copies.update().where(is_copy).values(content=content))
        self._note_cards_and_images(stored.article, content)
        self._index.replace(stored.article, before)

    def showing(self, image_id: str) -> tuple[Article, ...]:
        """Return what stands in the working copies that show the image."""
        columns = shown_images.c
        query = select(columns.article_id).where(columns.image_id == image_id, columns.number == WORKING_COPY)
        return tuple(
            decode_article(content.encode())
            for content in self._contents(self._connection.scalars(query).all())
        )

    def slugs(self) -> frozenset[str]:
        """Return the slugs that are taken."""
        return frozenset(
            slug
            for slug in self._connection.scalars(select(articles.c.slug).where(articles.c.slug.is_not(None)))
            if slug is not None
        )

    def _contents(self, article_ids: Iterable[str]) -> Sequence[str]:
        rows = self._connection.execute(_SOME_COPIES, {"ids": given(article_ids)}).all()
        return [row.content for row in rows]

    def _note_cards_and_images(self, article: Article, content: str) -> None:
        note_contacts(self._connection, article.id, article.contact_ids, is_live=False)
        note_images(self._connection, article.id, WORKING_COPY, content)


def note_contacts(
    connection: Connection, article_id: str, contact_ids: Sequence[str], *, is_live: bool
) -> None:
    """Store which contacts an article names, in its working copy or in what is published of it."""
    columns = article_contacts.c
    is_side = (columns.article_id == article_id) & columns.is_live.is_(is_live)
    query = select(columns.contact_id).where(is_side).order_by(columns.position)
    if tuple(connection.scalars(query)) == tuple(contact_ids):
        return
    connection.execute(article_contacts.delete().where(is_side))
    rows = [
        {"article_id": article_id, "is_live": is_live, "position": position, "contact_id": contact_id}
        for position, contact_id in enumerate(contact_ids)
    ]
    if rows:
        connection.execute(article_contacts.insert(), rows)


def metadata_of(stored: StoredArticle) -> Mapping[str, Any]:
    """Return what `articles` holds of an article, by column, but for its id."""
    article = stored.article
    return {
        "title": article.title,
        "title_key": sort_key(article.title),
        "kind": article.kind.value,
        "language": article.language,
        "category_id": article.category_id,
        "slug": article.slug or None,
        "publish_at": article.publish_at,
        "state": stored.state.value,
        "version": stored.version,
        "updated_at": stored.updated_at,
        "updated_by": stored.updated_by,
        "submitted_by": stored.submitted_by,
        "created_at": stored.created_at,
        "created_by": stored.created_by,
        "live": stored.live.value,
    }


def _content(stored: StoredArticle) -> str:
    return encode(stored.article).decode()
