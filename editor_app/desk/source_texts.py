"""Texts from elsewhere are read here, in any thread: it takes no archive, and may take its time."""

from editor_app.desk.errors import NothingToTakeIn
from editor_app.intake.news_page import take_in
from editor_app.intake.sources import read_data, read_source
from editor_app.intake.taken_text import SourceImage, TakenText

__all__ = ["SourceImage", "TakenText", "read_data", "read_source", "read_text"]


def read_text(text: str) -> TakenText:
    """Return the parts of a copied news page; raises NothingToTakeIn where it has no words."""
    if not text.strip():
        raise NothingToTakeIn
    return take_in(text)
