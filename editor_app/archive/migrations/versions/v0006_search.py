"""The full-text index of all articles, and titles in Swedish order."""

import sqlalchemy as sa
from alembic import op

# The index is made of the articles, never the other way round: it may look as the program of the day wants.
from editor_app.archive.search_index import make_index
from editor_app.domain.folding import sort_key

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    with op.batch_alter_table("articles") as table:
        table.add_column(sa.Column("title_key", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_index(op.f("ix_articles_title_key"), "articles", ["title_key"], unique=False)
    op.drop_index(op.f("ix_articles_updated_at"), "articles")
    op.create_index(op.f("ix_articles_updated_at_id"), "articles", ["updated_at", "id"], unique=False)
    op.create_table(
        "search_rows",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("checksum", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_search_rows_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_rows")),
        sa.UniqueConstraint("article_id", name=op.f("uq_search_rows_article_id")),
    )
    op.create_table(
        "search_words",
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_words")),
    )
    connection = op.get_bind()
    _note_title_keys(connection)
    make_index(connection)


def _note_title_keys(connection: sa.Connection) -> None:
    titles = connection.execute(sa.text("SELECT id, title FROM articles")).all()
    for article_id, title in titles:
        connection.execute(
            sa.text("UPDATE articles SET title_key = :key WHERE id = :id"),
            {"key": sort_key(title), "id": article_id},
        )
