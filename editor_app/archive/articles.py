"""Articles as their editors see them: metadata for lists, working copies for the words."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from editor_app.archive.errors import StaleRow
from editor_app.archive.rows import ArticleSummary, StoredArticle
from editor_app.archive.tables import approvals, articles, categories, revisions, working_copies
from editor_app.domain.article import Kind
from editor_app.domain.codec import decode_article, encode
from editor_app.domain.workflow import State


class Articles:
    """The working copies in the archive."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def summaries(self) -> tuple[ArticleSummary, ...]:
        """Return the metadata of every article, the newest edit first."""
        approved = select(revisions.c.article_id).join(approvals, approvals.c.revision_id == revisions.c.id)
        is_live = articles.c.id.in_(approved)
        query = (
            select(
                articles.c.id,
                articles.c.title,
                articles.c.kind,
                articles.c.language,
                categories.c.name,
                articles.c.state,
                is_live,
                articles.c.publish_at,
                articles.c.updated_at,
                articles.c.updated_by,
            )
            .join_from(articles, categories, isouter=True)
            .order_by(articles.c.updated_at.desc(), articles.c.id)
        )
        return tuple(
            ArticleSummary(id_, title, Kind(kind), language, category or "", State(state), bool(live), *rest)
            for id_, title, kind, language, category, state, live, *rest in self._connection.execute(query)
        )

    def titles(self, article_ids: Iterable[str]) -> dict[str, str]:
        """Return the titles of those of the articles that are there, by id."""
        query = select(articles.c.id, articles.c.title).where(articles.c.id.in_(set(article_ids)))
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
                articles.c.submitted_by,
            )
            .join_from(articles, working_copies)
            .where(articles.c.id == article_id)
        )
        row = self._connection.execute(query).one_or_none()
        if row is None:
            return None
        content, state, *rest = row
        return StoredArticle(decode_article(content.encode()), State(state), *rest)

    def add(self, stored: StoredArticle) -> None:
        """Store a new article."""
        self._connection.execute(articles.insert().values(id=stored.article.id, **_metadata(stored)))
        self._connection.execute(
            working_copies.insert().values(article_id=stored.article.id, content=_content(stored))
        )

    def replace(self, stored: StoredArticle, *, version: int) -> None:
        """Store `stored` in place of `version` of the same article; raises StaleRow if it is gone."""
        article_id = stored.article.id
        changed = self._connection.execute(
            articles.update()
            .where(articles.c.id == article_id, articles.c.version == version)
            .values(**_metadata(stored))
        )
        if changed.rowcount != 1:
            raise StaleRow(article_id)
        self._connection.execute(
            working_copies.update()
            .where(working_copies.c.article_id == article_id)
            .values(content=_content(stored))
        )

    def beyond_draft_with(self, contact_id: str) -> tuple[StoredArticle, ...]:
        """Return the articles, submitted or approved, that name the contact."""
        # The id is a UUID, so that the search in the text finds little else; the text has the last word.
        query = (
            select(articles.c.id)
            .join_from(articles, working_copies)
            .where(articles.c.state != State.DRAFT.value, working_copies.c.content.contains(contact_id))
        )
        found = (self.get(article_id) for article_id in self._connection.scalars(query).all())
        return tuple(one for one in found if one is not None and contact_id in one.article.contact_ids)

    def mentioning(self, words: str) -> tuple[StoredArticle, ...]:
        """Return the articles whose stored text holds `words`, an id or the like, wherever it is there."""
        query = select(working_copies.c.article_id).where(working_copies.c.content.contains(words))
        found = (self.get(article_id) for article_id in self._connection.scalars(query).all())
        return tuple(one for one in found if one is not None)

    def slugs(self) -> frozenset[str]:
        """Return the slugs that are taken."""
        return frozenset(
            slug
            for slug in self._connection.scalars(select(articles.c.slug).where(articles.c.slug.is_not(None)))
            if slug is not None
        )


def _metadata(stored: StoredArticle) -> Mapping[str, Any]:
    article = stored.article
    return {
        "title": article.title,
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
    }


def _content(stored: StoredArticle) -> str:
    return encode(stored.article).decode()
