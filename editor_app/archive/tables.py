"""The tables of articles, of what happens to them, and of what they are filed under."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from editor_app.archive.columns import Day, UtcTime, id_column, metadata

# The number of the newest migration, which is what PRAGMA user_version holds.
ARCHIVE_VERSION = 12

# Where the number of a revision stands otherwise; those begin with 1.
WORKING_COPY = 0

categories = Table(
    "categories",
    metadata,
    id_column(),
    Column("name", String, nullable=False),
    # The name without regard to case, which the database alone cannot fold for å, ä and ö.
    Column("folded_name", String, nullable=False, unique=True),
    Column("slug", String, nullable=False, unique=True),
    # Neither is ever part of what is approved. A merged category is found as its survivor.
    Column("is_retired", Boolean, nullable=False, server_default=false()),
    Column("merged_into", ForeignKey("categories.id")),
)

# The addresses that categories had; they lead to the present ones.
category_addresses = Table(
    "category_addresses",
    metadata,
    Column("slug", String, primary_key=True),
    Column("category_id", ForeignKey(categories.c.id), nullable=False),
)

contacts = Table(
    "contacts",
    metadata,
    id_column(),
    Column("name", String, nullable=False),
    Column("unit", String, nullable=False, server_default=text("''")),
    Column("organisation", String, nullable=False),
    # Each a JSON list in the order of the card; a phone is an object of number and label.
    Column("roles", Text, nullable=False, server_default=text("'[]'")),
    Column("phones", Text, nullable=False, server_default=text("'[]'")),
    Column("emails", Text, nullable=False, server_default=text("'[]'")),
    # Neither is ever part of what is approved. A merged contact is found as its survivor.
    Column("is_retired", Boolean, nullable=False, server_default=false()),
    Column("merged_into", ForeignKey("contacts.id")),
)

# The paths that pages of contacts had; they lead to the present ones.
contact_addresses = Table(
    "contact_addresses",
    metadata,
    Column("path", String, primary_key=True),
    Column("contact_id", ForeignKey(contacts.c.id), nullable=False),
)

# What a list shows of an article; its words are in working_copies, so that lists stay fast.
articles = Table(
    "articles",
    metadata,
    id_column(),
    Column("title", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("language", String, nullable=False),
    Column("category_id", ForeignKey(categories.c.id)),
    Column("slug", String, unique=True),
    Column("publish_at", UtcTime),
    Column("state", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
    Column("updated_by", String, nullable=False),
    Column("submitted_by", String, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("created_by", String, nullable=False),
    # Where the website stands; the newest publication or withdrawal has decided it.
    Column("live", String, nullable=False),
    # What sorts the title in Swedish order, which the database alone does not know.
    Column("title_key", String, nullable=False, server_default=text("''")),
    Index(None, "updated_at", "id"),
    Index(None, "title_key"),
    Index(None, "category_id"),
)

working_copies = Table(
    "working_copies",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("content", Text, nullable=False),
)

# Which contacts an article names, so that to look for them takes no look into the words: in the
# working copy, and with `is_live` in the text that is published.
article_contacts = Table(
    "article_contacts",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("is_live", Boolean, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("contact_id", String(36), nullable=False),
    Index(None, "contact_id"),
)

# The articles in the full-text index, see search_index.py: later changes have higher numbers there.
# The checksum is of the words that were put in.
search_rows = Table(
    "search_rows",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False, unique=True),
    Column("checksum", Integer, nullable=False),
)

# In how many articles each word and stem of the index is: what there is of it, and how much it says of
# one of them.
search_words = Table(
    "search_words",
    metadata,
    Column("word", String, primary_key=True),
    Column("articles", Integer, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    id_column(),
    Column("article_id", ForeignKey(articles.c.id), nullable=False),
    Column("number", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("created_by", String, nullable=False),
    # What its keeper calls it, and which act it was kept by.
    Column("name", String, nullable=False, server_default=text("''")),
    Column("occasion", String, nullable=False, server_default=text("'submitted'")),
    UniqueConstraint("article_id", "number"),
)

# Which images the texts of an article show, so that to look for them takes no look into the words: the
# revision with that number, and with WORKING_COPY what is written now.
shown_images = Table(
    "shown_images",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("image_id", String(64), primary_key=True),
    Index(None, "image_id"),
)

approvals = Table(
    "approvals",
    metadata,
    id_column(),
    Column("revision_id", ForeignKey(revisions.c.id), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("approved_by", String, nullable=False),
    Column("approved_at", UtcTime, nullable=False),
    # Why one person was enough where two were asked for; empty where the rules were kept.
    Column("forced_reason", String, nullable=False, server_default=text("''")),
    Index(None, "revision_id"),
)

# Each time that an approved revision became the live one.
publications = Table(
    "publications",
    metadata,
    id_column(),
    Column("article_id", ForeignKey(articles.c.id), nullable=False),
    Column("revision_id", ForeignKey(revisions.c.id), nullable=False),
    Column("published_by", String, nullable=False),
    Column("published_at", UtcTime, nullable=False),
    Index(None, "article_id", "published_at"),
    Index(None, "revision_id"),
)

# Each time that a live article was taken down, why, and what stands in its place.
withdrawals = Table(
    "withdrawals",
    metadata,
    id_column(),
    Column("article_id", ForeignKey(articles.c.id), nullable=False),
    Column("reason", String, nullable=False),
    Column("words", String, nullable=False),
    Column("replacement_id", String(36), nullable=False),
    Column("withdrawn_by", String, nullable=False),
    Column("withdrawn_at", UtcTime, nullable=False),
    Index(None, "article_id", "withdrawn_at"),
)

# What somebody has to say about an article or about a passage of it: `block` is an index into the
# blocks of the revision, `start` and `end` count its code points, `quoted` is the passage.
comments = Table(
    "comments",
    metadata,
    id_column(),
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), nullable=False),
    Column("revision_id", ForeignKey(revisions.c.id)),
    Column("occasion", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("written_by", String, nullable=False),
    Column("written_at", UtcTime, nullable=False),
    Column("block", Integer),
    Column("start", Integer),
    Column("end", Integer),
    Column("quoted", String, nullable=False),
    Column("settled_by", String, nullable=False),
    Column("settled_at", UtcTime),
    Index(None, "article_id", "written_at"),
)

# That somebody has approved their own words: `quote` is the SHA-256, in hex, of the quote's text,
# so that changed words have no approval.
quote_approvals = Table(
    "quote_approvals",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("quote", String(64), primary_key=True),
    Column("speaker", String, nullable=False),
    Column("approved_on", Day, nullable=False),
    Column("way", String, nullable=False),
    Column("recorded_by", String, nullable=False),
    Column("recorded_at", UtcTime, nullable=False),
)

# What somebody let be: with WORKING_COPY in what is written now, else in the revision with that number.
dismissals = Table(
    "dismissals",
    metadata,
    Column("article_id", ForeignKey(articles.c.id, ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("rule", String, nullable=False),
    Column("part", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# Every act, in a chain of hashes; rows are only ever added. An article that was deleted stays in it.
audit_log = Table(
    "audit_log",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("act", String, nullable=False),
    Column("by", String, nullable=False),
    Column("article_id", String(36), nullable=False),
    Column("revision_hash", String(64), nullable=False),
    Column("details", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index(None, "article_id", "number"),
)
# Words that the spelling checker is told to know, as they were typed; by the language of a passage.
words = Table(
    "words",
    metadata,
    Column("language", String, primary_key=True),
    Column("word", String, primary_key=True),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", Text, nullable=False),
)
