"""The tables of what is live on the website, and of what is kept ready for it."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from editor_app.archive.columns import UtcTime, metadata
from editor_app.archive.tables import articles, revisions

# What the website and its neighbours ask of the newest published revision of each live article.
# All of it follows from the tables of articles.
live_pages = Table(
    "live_pages",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("revision_id", ForeignKey(revisions.c.id), nullable=False),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("category_id", String(36)),
    # The date under the title, and between which times the page is to be there, where there are such.
    Column("dated_at", UtcTime, nullable=False),
    Column("begins_at", UtcTime),
    Column("ends_at", UtcTime),
    # When this revision, and any of the article, was first published.
    Column("released_at", UtcTime, nullable=False),
    Column("first_released_at", UtcTime, nullable=False),
    Index(None, "category_id", "dated_at"),
    Index(None, "dated_at"),
    Index(None, "begins_at"),
    Index(None, "ends_at"),
)

# Each text that is on the website or is to appear on it, with what pages and lists ask of it, see
# site_texts.py: the newest that is published of each live article, and beside one that is still to begin
# the older one in sight. All of it follows from those and the table above. `month` is the Swedish month of
# `dated_at`, as in 2026-11; `listed` is the JSON of a ListedText; `maker` names the program that made
# the row, empty where none has yet.
site_texts = Table(
    "site_texts",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("revision_id", ForeignKey(revisions.c.id, ondelete="CASCADE"), primary_key=True),
    Column("maker", String, nullable=False),
    Column("path", String, nullable=False),
    Column("category_id", String(36)),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("month", String(7), nullable=False),
    Column("dated_at", UtcTime, nullable=False),
    Column("begins_at", UtcTime),
    Column("ends_at", UtcTime),
    Column("listed", Text, nullable=False),
    Index(None, "maker"),
    Index(None, "path"),
    Index(None, "begins_at"),
    Index(None, "ends_at"),
    Index(None, "kind", "dated_at"),
    Index(None, "language", "dated_at"),
    # Both have all that counting needs.
    Index(None, "month", "dated_at", "article_id", "begins_at", "ends_at"),
    Index(None, "category_id", "month", "dated_at", "article_id", "begins_at", "ends_at"),
)

# The articles' own parts of their pages; apart from the table above, which lists are made from.
# `details` is the JSON of a Fragment without its HTML, `checksum` the SHA-256, in hex, of all three.
live_fragments = Table(
    "live_fragments",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("revision_id", ForeignKey(revisions.c.id, ondelete="CASCADE"), primary_key=True),
    Column("html", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("checksum", String(64), nullable=False),
)

# What these texts name: articles that they link to or lead on to, contacts, images.
site_mentions = Table(
    "site_mentions",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("revision_id", ForeignKey(revisions.c.id, ondelete="CASCADE"), primary_key=True),
    Column("what", String, primary_key=True),
    Column("target_id", String, primary_key=True),
    Index(None, "what", "target_id", "article_id"),
)

# The addresses that pages of articles had; they lead on to the present ones.
article_addresses = Table(
    "article_addresses",
    metadata,
    Column("path", String, primary_key=True),
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False),
    Index(None, "article_id"),
)
