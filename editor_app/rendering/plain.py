"""Texts without marks, as they stand on pages."""

import re

from markupsafe import Markup, escape

from editor_app.domain.normalize import normalize_text

_SPECIAL = re.compile("[&<>'\"]")


def plain(text: str) -> str:
    """Return `text` as one line without characters that cannot stand on a page."""
    return normalize_text(text, line_breaks=False).strip()


def escaped(text: str) -> str:
    """Return `text` as it stands in HTML; Markup is such already."""
    # Most texts have nothing to escape, and a look takes a fifth of the time.
    return text if isinstance(text, Markup) or _SPECIAL.search(text) is None else escape(text)
