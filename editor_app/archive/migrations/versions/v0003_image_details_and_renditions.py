"""What is noted about images, and renditions of them in several widths instead of the one page image."""

import io

import sqlalchemy as sa
from alembic import op
from PIL import Image

revision = "0003"
down_revision = "0002"

_GPS_DIRECTORY = 0x8825


def upgrade() -> None:
    with op.batch_alter_table("images") as table:
        for name in ("has_position", "is_animated", "decorative"):
            table.add_column(sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False))
        for name in ("alt", "caption", "credit", "consent_scope"):
            table.add_column(sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
        for name, default in (("persons", "unknown"), ("legal_basis", "not_recorded")):
            table.add_column(
                sa.Column(name, sa.String(), server_default=sa.text(f"'{default}'"), nullable=False)
            )
        table.add_column(sa.Column("consent_until", sa.Date()))
    with op.batch_alter_table("image_files") as table:
        table.drop_column("page")
    op.create_table(
        "image_renditions",
        sa.Column("image_id", sa.String(length=64), nullable=False),
        sa.Column("crop", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["image_id"],
            ["images.id"],
            name=op.f("fk_image_renditions_image_id_images"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("image_id", "crop", "width", name=op.f("pk_image_renditions")),
    )
    _note_what_files_hold()


def _note_what_files_hold() -> None:
    connection = op.get_bind()
    for image_id in connection.scalars(sa.text("SELECT image_id FROM image_files")).all():
        original = connection.scalar(
            sa.text("SELECT original FROM image_files WHERE image_id = :id"), {"id": image_id}
        )
        has_position, is_animated = _facts(original)
        connection.execute(
            sa.text("UPDATE images SET has_position = :position, is_animated = :animated WHERE id = :id"),
            {"position": has_position, "animated": is_animated, "id": image_id},
        )


def _facts(original: bytes) -> tuple[bool, bool]:
    try:
        with Image.open(io.BytesIO(original)) as image:
            is_animated = image.format in {"GIF", "WEBP", "PNG"} and getattr(image, "n_frames", 1) > 1
            return bool(image.getexif().get_ifd(_GPS_DIRECTORY)), is_animated
    except (OSError, SyntaxError, ValueError):
        # What was damaged before is no reason to keep the archive closed.
        return False, False
