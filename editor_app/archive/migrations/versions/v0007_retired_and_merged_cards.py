"""Contacts and categories that are retired or merged, and the addresses that categories had."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    for name in ("categories", "contacts"):
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column("is_retired", sa.Boolean(), server_default=sa.false(), nullable=False))
            table.add_column(sa.Column("merged_into", sa.String(length=36)))
            table.create_foreign_key(op.f(f"fk_{name}_merged_into_{name}"), name, ["merged_into"], ["id"])
    op.create_index(op.f("ix_articles_category_id"), "articles", ["category_id"], unique=False)
    op.create_table(
        "category_addresses",
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("category_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["categories.id"],
            name=op.f("fk_category_addresses_category_id_categories"),
        ),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_category_addresses")),
    )
