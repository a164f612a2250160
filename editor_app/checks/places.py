"""The words at a place in an article."""

from editor_app.checks.findings import Field, Part, Place
from editor_app.domain.article import Article
from editor_app.domain.document import Block, Figure, Table, plain_text
from editor_app.domain.normalize import normalize


def text_at(article: Article, place: Place) -> str:
    """Return the words at a place, empty for one among the details."""
    return whole_text(article, place)[place.start : place.end]


def whole_text(article: Article, place: Place) -> str:
    """Return the whole text that a place is in, empty for one among the details."""
    if place.part in {Part.TITLE, Part.LEAD}:
        return article.title if place.part is Part.TITLE else article.lead
    block: Block | None = article.hero if place.part is Part.HERO else None
    if place.block is not None:
        block = normalize(article.body).blocks[place.block]
    if block is None:
        return ""
    if isinstance(block, Figure):
        return {Field.ALT: block.alt, Field.CREDIT: block.credit}.get(place.field, block.caption)
    if isinstance(block, Table) and place.cell is not None:
        row, column = place.cell
        return "".join(span.text for span in block.rows[row][column])
    return block.caption if isinstance(block, Table) else plain_text(block)
