"""From one page image each to renditions, and details of images."""

import io
import sqlite3
from contextlib import closing

from PIL import Image

from editor_app.archive.sqlite_file import touch
from editor_app.archive.upgrading import upgrade


def photograph_with_a_position():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    output = io.BytesIO()
    Image.new("RGB", (8, 6)).save(output, "JPEG", exif=exif)
    return output.getvalue()


def test_originals_stay_and_what_their_files_hold_is_noted(tmp_path):
    path = tmp_path / "archive.sqlite3"
    touch(path)
    upgrade(path, found=0, to=2)
    originals = {"1": photograph_with_a_position(), "2": b"damaged"}
    with closing(sqlite3.connect(path)) as database, database:
        for image_id, original in originals.items():
            database.execute("INSERT INTO images VALUES (?, 'bro.jpg', 'image/jpeg', 8, 6)", (image_id,))
            database.execute("INSERT INTO image_files VALUES (?, ?, x'01')", (image_id, original))

    upgrade(path, found=2, to=3)

    with closing(sqlite3.connect(path)) as database:
        kept = database.execute("SELECT * FROM image_files ORDER BY image_id").fetchall()
        noted = database.execute(
            "SELECT name, has_position, is_animated, alt, decorative, persons, legal_basis, consent_until"
            " FROM images ORDER BY id"
        ).fetchall()
        renditions = database.execute("SELECT * FROM image_renditions").fetchall()
    assert kept == list(originals.items())
    assert noted == [
        ("bro.jpg", has_position, 0, "", 0, "unknown", "not_recorded", None) for has_position in (1, 0)
    ]
    assert renditions == []
