"""What of an article the archive's search looks through."""

from collections.abc import Iterator
from itertools import chain

import msgspec
from msgspec import Struct

from editor_app.domain.article_words import ArticleWords
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


def searched_text(written: ArticleWords) -> SearchedText:
    """Return what an article is found by that has these words."""
    title, lead = words_of(written.title), words_of(written.lead)
    body: list[str] = []
    for text in written.parts:
        body += words_of(text)
        body.append(BETWEEN)
    record_number = words_of(written.record_number)
    cards = [*map(card_token, _cards(written)), *record_number]
    words = {*title, *lead, *body, *record_number}
    # In an order, so that the same words are taken out of the index that were put in.
    added = sorted({*stems(words)} - words)
    return SearchedText(*map(" ".join, (body, title, lead, cards, added)))


def card_token(card_id: str) -> str:
    """Return what stands in the index for a contact or a category; no word begins so."""
    return f"{BETWEEN}{''.join(letter for letter in card_id.casefold() if letter.isalnum())}"


def _cards(written: ArticleWords) -> Iterator[str]:
    if written.category_id is not None:
        yield written.category_id
    yield from written.contact_ids
