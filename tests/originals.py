"""The files of images as they lie in an archive."""

from pathlib import Path

from editor_app.archive.archive import open_archive


def original(archive: Path, image_id: str) -> bytes:
    """Return the bytes that were added; the archive may be open elsewhere."""
    opened = open_archive(archive)
    with opened.reading() as holdings:
        data = holdings.images.original(image_id)
    opened.close()
    return data
