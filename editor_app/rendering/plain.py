"""Texts without marks, as they stand on pages."""

from editor_app.domain.normalize import normalize_text


def plain(text: str) -> str:
    """Return `text` as one line without characters that cannot stand on a page."""
    return normalize_text(text, line_breaks=False).strip()
