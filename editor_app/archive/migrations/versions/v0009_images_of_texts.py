"""Which images working copies and revisions show, and live pages by when they begin and end."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_IMAGE_ID = re.compile(r'"image_id":"([^"\\]+)"')
# A working copy stands where the first revision has the number 1.
_TEXTS = """
    SELECT article_id, 0, content FROM working_copies
    UNION ALL SELECT article_id, number, content FROM revisions
"""


def upgrade() -> None:
    table = op.create_table(
        "shown_images",
        sa.Column("article_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("image_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_shown_images_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "number", "image_id", name=op.f("pk_shown_images")),
    )
    op.create_index(op.f("ix_shown_images_image_id"), "shown_images", ["image_id"], unique=False)
    rows = [
        {"article_id": article_id, "number": number, "image_id": image_id}
        for article_id, number, content in op.get_bind().execute(sa.text(_TEXTS))
        for image_id in sorted(set(_IMAGE_ID.findall(content)))
    ]
    if rows:
        op.bulk_insert(table, rows)
    for column in ("begins_at", "ends_at"):
        op.create_index(op.f(f"ix_live_pages_{column}"), "live_pages", [column], unique=False)
