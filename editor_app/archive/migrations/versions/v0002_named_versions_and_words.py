"""Versions with a name and an occasion, and the words that an archive adds to its dictionaries."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    with op.batch_alter_table("revisions") as table:
        table.add_column(sa.Column("name", sa.String(), server_default=sa.text("''"), nullable=False))
        table.add_column(
            sa.Column("occasion", sa.String(), server_default=sa.text("'submitted'"), nullable=False)
        )
    op.create_table(
        "words",
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("language", "word", name=op.f("pk_words")),
    )
