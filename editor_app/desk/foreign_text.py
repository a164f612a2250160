"""What the clipboard brings from other programs becomes blocks."""

from editor_app.intake.html.read_text import LeftOut, ReadText
from editor_app.intake.html.reading import read_html
from editor_app.intake.html.rtf_images import images_in_rtf

__all__ = ["LeftOut", "ReadText", "read_clipboard"]


def read_clipboard(html: str, rtf: bytes = b"") -> ReadText:
    """Return what `html` says; images that it only names as files are taken from `rtf` beside it."""
    return read_html(html, file_images=images_in_rtf(rtf))
