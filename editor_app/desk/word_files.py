"""An article leaves as a Word document."""

from editor_app.archive.archive import Holdings
from editor_app.desk.filing import fetch
from editor_app.rendering.word.writer import write_word


def word_data(holdings: Holdings, article_id: str) -> bytes:
    """Return the .docx of the article as it stands; raises ArticleMissing and ImageMissing."""
    stored = fetch(holdings, article_id)
    contacts = holdings.contacts.in_order(stored.article.contact_ids)
    return write_word(stored.article, contacts, holdings.images.original, version=stored.version)
