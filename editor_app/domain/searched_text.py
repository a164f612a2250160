"""What of an article the archive's search looks through."""

from collections.abc import Iterator
from itertools import chain

import msgspec
from msgspec import Struct

from editor_app.domain.article import Article
from editor_app.domain.document import Block, Figure, plain_text
from editor_app.domain.search_words import stems, words_of

# Stands between blocks, so that no phrase goes from one into the next. Nobody can look for it: it is no
# word, but the index takes it for one.
BETWEEN = "¶"


class SearchedText(Struct, frozen=True):
    """The words of an article, by where they stand, folded and with spaces between them.

    `cards` are tokens of the category and the contacts, whose names change without the article, and the
    record number. `stems` are those that stand nowhere in the text as words.
    """

    body: str
    title: str
    lead: str
    cards: str
    stems: str

    @property
    def different(self) -> frozenset[str]:
        """All that stands in the index for the article, once each."""
        return frozenset(chain.from_iterable(text.split() for text in msgspec.structs.astuple(self)))


def searched_text(article: Article) -> SearchedText:
    """Return what `article` is found by."""
    title, lead = words_of(article.title), words_of(article.lead)
    body: list[str] = []
    for text in body_texts(article):
        body += words_of(text)
        body.append(BETWEEN)
    record_number = words_of(article.record_number)
    cards = [*map(card_token, _cards(article)), *record_number]
    words = {*title, *lead, *body, *record_number}
    # In an order, so that the same words are taken out of the index that were put in.
    added = sorted({*stems(words)} - words)
    return SearchedText(*map(" ".join, (body, title, lead, cards, added)))


def body_texts(article: Article) -> Iterator[str]:
    """Yield what is written below the lead, part by part, the image at the top first."""
    if article.hero is not None:
        yield figure_text(article.hero)
    yield from map(block_text, article.body.blocks)


def block_text(block: Block) -> str:
    """Return the words of `block`, of an image all that is said of it."""
    return figure_text(block) if isinstance(block, Figure) else plain_text(block)


def figure_text(figure: Figure) -> str:
    """Return what is said of an image, a line each: caption, credit and alternative text."""
    return "\n".join(filter(None, (figure.caption, figure.credit, figure.alt)))


def card_token(card_id: str) -> str:
    """Return what stands in the index for a contact or a category; no word begins so."""
    return f"{BETWEEN}{''.join(letter for letter in card_id.casefold() if letter.isalnum())}"


def _cards(article: Article) -> Iterator[str]:
    if article.category_id is not None:
        yield article.category_id
    yield from article.contact_ids
