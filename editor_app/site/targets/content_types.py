"""What a server is to say of each file: its kind, and for how long browsers may keep it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

_TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
_FEEDS = frozenset({"atom.xml"})
# Images and fonts get another name with other bytes; a crisis has to show on the pages within a minute.
_KEPT = frozenset({".webp", ".avif", ".png", ".jpg", ".jpeg", ".gif", ".woff2"})


def content_type(path: str) -> str:
    """Return the media type of the file at `path`."""
    name = PurePosixPath(path)
    if name.name in _FEEDS:
        return "application/atom+xml; charset=utf-8"
    return _TYPES.get(name.suffix.lower(), "application/octet-stream")


def cache_control(path: str) -> str:
    """Return for how long the file at `path` may be kept without asking again."""
    if PurePosixPath(path).suffix.lower() in _KEPT:
        return "public, max-age=604800"
    return "public, max-age=60, must-revalidate"
