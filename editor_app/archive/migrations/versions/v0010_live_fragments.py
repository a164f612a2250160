"""What is kept ready of the texts on the website; the next export makes it of what is published."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    _create_texts()
    _create_what_goes_with_texts()
    # An empty maker tells that nothing has been made yet.
    op.get_bind().execute(
        sa.text(
            "INSERT INTO site_texts (article_id, revision_id, maker, path, category_id, kind, language,"
            " month, dated_at, begins_at, ends_at, listed)"
            " SELECT article_id, revision_id, '', '', category_id, kind, language,"
            " '', dated_at, begins_at, ends_at, '' FROM live_pages"
        )
    )


def _create_texts() -> None:
    op.create_table(
        "site_texts",
        *_key_columns(),
        sa.Column("maker", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("dated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begins_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("listed", sa.Text(), nullable=False),
        *_references("site_texts"),
        sa.PrimaryKeyConstraint("article_id", "revision_id", name=op.f("pk_site_texts")),
    )
    for columns in (
        ["maker"],
        ["path"],
        ["begins_at"],
        ["ends_at"],
        ["kind", "dated_at"],
        ["language", "dated_at"],
        ["month", "dated_at", "article_id", "begins_at", "ends_at"],
        ["category_id", "month", "dated_at", "article_id", "begins_at", "ends_at"],
    ):
        op.create_index(op.f("ix_site_texts_" + "_".join(columns)), "site_texts", columns, unique=False)


def _create_what_goes_with_texts() -> None:
    op.create_table(
        "live_fragments",
        *_key_columns(),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        *_references("live_fragments"),
        sa.PrimaryKeyConstraint("article_id", "revision_id", name=op.f("pk_live_fragments")),
    )
    op.create_table(
        "site_mentions",
        *_key_columns(),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("target_id", sa.String(), nullable=False),
        *_references("site_mentions"),
        sa.PrimaryKeyConstraint(
            "article_id", "revision_id", "what", "target_id", name=op.f("pk_site_mentions")
        ),
    )
    op.create_index(
        op.f("ix_site_mentions_what_target_id_article_id"),
        "site_mentions",
        ["what", "target_id", "article_id"],
        unique=False,
    )
    op.create_table(
        "article_addresses",
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_article_addresses_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_article_addresses")),
    )
    op.create_index(
        op.f("ix_article_addresses_article_id"), "article_addresses", ["article_id"], unique=False
    )


def _key_columns() -> tuple[sa.Column[str], sa.Column[str]]:
    return (
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("revision_id", sa.String(length=36), nullable=False),
    )


def _references(table: str) -> tuple[sa.ForeignKeyConstraint, sa.ForeignKeyConstraint]:
    article, revision = (
        sa.ForeignKeyConstraint(
            [f"{name}_id"], [f"{name}s.id"], name=op.f(f"fk_{table}_{name}_id_{name}s"), ondelete="CASCADE"
        )
        for name in ("article", "revision")
    )
    return article, revision
