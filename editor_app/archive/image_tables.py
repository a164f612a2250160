"""The tables of images."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, false, text

from editor_app.archive.columns import Day, metadata

images = Table(
    "images",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    # What the file holds beside its picture.
    Column("has_position", Boolean, nullable=False, server_default=false()),
    Column("is_animated", Boolean, nullable=False, server_default=false()),
    # The words of its last use, with which the next one begins.
    Column("alt", String, nullable=False, server_default=text("''")),
    Column("decorative", Boolean, nullable=False, server_default=false()),
    Column("caption", String, nullable=False, server_default=text("''")),
    Column("credit", String, nullable=False, server_default=text("''")),
    # What allows the use of the image, which never leaves the archive.
    Column("persons", String, nullable=False, server_default=text("'unknown'")),
    Column("legal_basis", String, nullable=False, server_default=text("'not_recorded'")),
    Column("consent_scope", String, nullable=False, server_default=text("''")),
    Column("consent_until", Day),
)

image_files = Table(
    "image_files",
    metadata,
    Column("image_id", ForeignKey(images.c.id, ondelete="CASCADE"), primary_key=True),
    Column("original", LargeBinary, nullable=False),
)

# What pages show of images, made from the originals when it is first asked for; `crop` is
# LEFT,TOP,WIDTH,HEIGHT, empty for the whole image, and `hash` the SHA-256 of the data, in hex.
image_renditions = Table(
    "image_renditions",
    metadata,
    Column("image_id", ForeignKey(images.c.id, ondelete="CASCADE"), primary_key=True),
    Column("crop", String, primary_key=True),
    Column("width", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("hash", String(64), nullable=False),
)
