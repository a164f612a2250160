"""The text of a copied news page becomes the parts of an article."""

from editor_app.domain.document import Document, paragraph
from editor_app.domain.normalize import normalize
from editor_app.intake.taken_text import TakenText


def take_in(text: str) -> TakenText:
    """Return the parts of the article that `text`, copied from a news page, holds."""
    title, *rest = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    return TakenText(title=title, body=normalize(Document(tuple(map(paragraph, rest)))))
