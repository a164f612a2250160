"""Publishing as an act of its own, withdrawals, comments, approved quotes and the audit log."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import msgspec
import sqlalchemy as sa
from alembic import op

# What an entry of the log looks like can never change: the hashes depend on it.
from editor_app.domain.audit import Act, Head, write_entry

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _make_tables()
    _add_columns()
    connection = op.get_bind()
    _note_beginnings(connection)
    _note_contacts_of_working_copies(connection)
    for article_id in connection.scalars(sa.select(revisions.c.article_id).distinct()).all():
        _publish_what_was_approved(connection, article_id)
    _begin_log(connection)


def _make_tables() -> None:
    op.create_table(
        "audit_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision_hash", sa.String(length=64), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_log")),
    )
    op.create_index(
        op.f("ix_audit_log_article_id_number"), "audit_log", ["article_id", "number"], unique=False
    )

    op.create_table(
        "article_contacts",
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_article_contacts_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "is_live", "position", name=op.f("pk_article_contacts")),
    )
    op.create_index(op.f("ix_article_contacts_contact_id"), "article_contacts", ["contact_id"], unique=False)

    op.create_table(
        "quote_approvals",
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("quote", sa.String(length=64), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.Column("approved_on", sa.Date(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_quote_approvals_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "quote", name=op.f("pk_quote_approvals")),
    )
    op.create_table(
        "withdrawals",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("replacement_id", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_by", sa.String(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_withdrawals_article_id_articles")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withdrawals")),
    )
    op.create_index(
        op.f("ix_withdrawals_article_id_withdrawn_at"),
        "withdrawals",
        ["article_id", "withdrawn_at"],
        unique=False,
    )

    op.create_table(
        "comments",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision_id", sa.String(length=36), nullable=True),
        sa.Column("occasion", sa.String(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_by", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("block", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("quoted", sa.String(), nullable=False),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_comments_article_id_articles"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_comments_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comments")),
    )
    op.create_index(
        op.f("ix_comments_article_id_written_at"), "comments", ["article_id", "written_at"], unique=False
    )

    op.create_table(
        "live_pages",
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(length=36), nullable=True),
        sa.Column("dated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begins_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_released_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_live_pages_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_live_pages_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_live_pages")),
    )
    op.create_index(
        op.f("ix_live_pages_category_id_dated_at"), "live_pages", ["category_id", "dated_at"], unique=False
    )
    op.create_index(op.f("ix_live_pages_dated_at"), "live_pages", ["dated_at"], unique=False)

    op.create_table(
        "publications",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision_id", sa.String(length=36), nullable=False),
        sa.Column("published_by", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_publications_article_id_articles")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name=op.f("fk_publications_revision_id_revisions")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_publications")),
    )
    op.create_index(
        op.f("ix_publications_article_id_published_at"),
        "publications",
        ["article_id", "published_at"],
        unique=False,
    )
    op.create_index(op.f("ix_publications_revision_id"), "publications", ["revision_id"], unique=False)


def _add_columns() -> None:
    with op.batch_alter_table("approvals") as table:
        table.add_column(
            sa.Column("forced_reason", sa.String(), server_default=sa.text("''"), nullable=False)
        )
    with op.batch_alter_table("articles") as table:
        table.add_column(sa.Column("created_at", sa.DateTime(timezone=True)))
        table.add_column(sa.Column("created_by", sa.String()))
        table.add_column(sa.Column("live", sa.String()))


articles = sa.table(
    "articles",
    sa.column("id", sa.String),
    sa.column("updated_at", sa.DateTime),
    sa.column("updated_by", sa.String),
    sa.column("created_at", sa.DateTime),
    sa.column("created_by", sa.String),
    sa.column("live", sa.String),
)
revisions = sa.table(
    "revisions",
    sa.column("id", sa.String),
    sa.column("article_id", sa.String),
    sa.column("number", sa.Integer),
    sa.column("content", sa.Text),
    sa.column("created_at", sa.DateTime),
    sa.column("created_by", sa.String),
)
approvals = sa.table(
    "approvals",
    sa.column("revision_id", sa.String),
    sa.column("approved_by", sa.String),
    sa.column("approved_at", sa.DateTime),
)
publications = sa.table(
    "publications",
    sa.column("id", sa.String),
    sa.column("article_id", sa.String),
    sa.column("revision_id", sa.String),
    sa.column("published_by", sa.String),
    sa.column("published_at", sa.DateTime),
)
live_pages = sa.table(
    "live_pages",
    sa.column("article_id", sa.String),
    sa.column("revision_id", sa.String),
    sa.column("title", sa.String),
    sa.column("kind", sa.String),
    sa.column("language", sa.String),
    sa.column("category_id", sa.String),
    sa.column("dated_at", sa.DateTime),
    sa.column("begins_at", sa.DateTime),
    sa.column("ends_at", sa.DateTime),
    sa.column("released_at", sa.DateTime),
    sa.column("first_released_at", sa.DateTime),
)
article_contacts = sa.table(
    "article_contacts",
    sa.column("article_id", sa.String),
    sa.column("is_live", sa.Boolean),
    sa.column("position", sa.Integer),
    sa.column("contact_id", sa.String),
)
working_copies = sa.table("working_copies", sa.column("article_id", sa.String), sa.column("content", sa.Text))
audit_log = sa.table(
    "audit_log",
    sa.column("number", sa.Integer),
    sa.column("at", sa.DateTime),
    *(
        sa.column(name, sa.String)
        for name in ("act", "by", "article_id", "revision_hash", "details", "previous", "hash")
    ),
)


def _note_beginnings(connection: sa.Connection) -> None:
    """The first version is the earliest that is known of an article, before it the last edit."""
    first = (
        sa.select(revisions.c.created_at, revisions.c.created_by)
        .where(revisions.c.article_id == articles.c.id)
        .order_by(revisions.c.number)
        .limit(1)
    )
    at, by = (first.with_only_columns(column).scalar_subquery() for column in first.selected_columns)
    connection.execute(
        articles.update().values(
            created_at=sa.func.coalesce(at, articles.c.updated_at),
            created_by=sa.func.coalesce(by, articles.c.updated_by),
            live="not_published",
        )
    )
    with op.batch_alter_table("articles") as table:
        for name in ("created_at", "created_by", "live"):
            table.alter_column(name, nullable=False)


def _note_contacts_of_working_copies(connection: sa.Connection) -> None:
    for row in connection.execute(sa.select(working_copies)).all():
        _note_contacts(
            connection, row.article_id, msgspec.json.decode(row.content)["contact_ids"], is_live=False
        )


def _note_contacts(
    connection: sa.Connection, article_id: str, contact_ids: list[str], *, is_live: bool
) -> None:
    for position, contact_id in enumerate(contact_ids):
        connection.execute(
            article_contacts.insert().values(
                article_id=article_id, is_live=is_live, position=position, contact_id=contact_id
            )
        )


def _publish_what_was_approved(connection: sa.Connection, article_id: str) -> None:
    """What was approved went out with the next export: to approve it was to publish it."""
    query = (
        sa.select(revisions, approvals.c.approved_by, approvals.c.approved_at)
        .join_from(revisions, approvals, approvals.c.revision_id == revisions.c.id)
        .where(revisions.c.article_id == article_id)
        .order_by(approvals.c.approved_at)
    )
    rows = connection.execute(query).all()
    if not rows:
        return
    for row in rows:
        connection.execute(
            publications.insert().values(
                id=str(uuid4()),
                article_id=article_id,
                revision_id=row.id,
                published_by=row.approved_by,
                published_at=row.approved_at,
            )
        )
    newest = max(rows, key=lambda row: row.number)
    released_at = min(row.approved_at for row in rows if row.id == newest.id)
    snapshot = msgspec.json.decode(newest.content)
    connection.execute(
        live_pages.insert().values(
            article_id=article_id,
            revision_id=newest.id,
            released_at=released_at,
            first_released_at=rows[0].approved_at,
            **_page(snapshot, rows[0].approved_at),
        )
    )
    _note_contacts(connection, article_id, [contact["id"] for contact in snapshot["contacts"]], is_live=True)
    connection.execute(articles.update().where(articles.c.id == article_id).values(live="live"))


def _page(snapshot: dict[str, Any], first_released_at: datetime) -> dict[str, Any]:
    published, embargo, ends = (
        _time(snapshot[name]) for name in ("publish_at", "embargo_until", "unpublish_at")
    )
    category = snapshot["category"]
    return {
        "title": snapshot["title"],
        "kind": snapshot["kind"],
        "language": snapshot["language"],
        "category_id": None if category is None else category["id"],
        "dated_at": published or first_released_at,
        "begins_at": max((time for time in (published, embargo) if time is not None), default=None),
        "ends_at": ends,
    }


def _time(text: str | None) -> datetime | None:
    """Return the time as the columns keep it: in UTC, without saying so."""
    return None if text is None else datetime.fromisoformat(text).astimezone(UTC).replace(tzinfo=None)


def _begin_log(connection: sa.Connection) -> None:
    """Say in the log what it does not know: what was approved before it began."""
    counts = {
        name: connection.scalar(sa.select(sa.func.count()).select_from(table))
        for name, table in (("articles", articles), ("approvals", approvals))
    }
    if not counts["articles"]:
        return
    details = {name: str(count) for name, count in counts.items()}
    entry = write_entry(Head(), Act.LOG_BEGUN, by="Pressklar", at=datetime.now(UTC), details=details)
    fields = msgspec.structs.asdict(entry)
    fields["details"] = msgspec.json.encode(entry.details, order="sorted").decode()
    fields["at"] = entry.at.replace(tzinfo=None)
    connection.execute(audit_log.insert().values(**fields))
