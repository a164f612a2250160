"""What of an article the archive's search looks through."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

import msgspec
from msgspec import Struct

from editor_app.domain.article_words import ArticleWords
from editor_app.domain.search_words import LONGEST_WORD, folded_at_once, stems, words_of

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
    body = _words_with_ends(written.parts)
    record_number = words_of(written.record_number)
    cards = [*map(card_token, _cards(written)), *record_number]
    words = {*title, *lead, *body, *record_number}
    # In an order, so that the same words are taken out of the index that were put in.
    added = sorted({*stems(words)} - words)
    return SearchedText(*map(" ".join, (body, title, lead, cards, added)))


def _words_with_ends(parts: Sequence[str]) -> list[str]:
    """Return the words of `parts`, with BETWEEN at the end of each."""
    folded = folded_at_once("\n".join(parts))
    if folded is None:
        return [word for part in parts for word in (*words_of(part), BETWEEN)]
    ends = [*accumulate(len(part) + 1 for part in parts)]
    foldeds = (folded[end - len(part) - 1 : end - 1] for part, end in zip(parts, ends, strict=True))
    words = f" {BETWEEN} ".join((*foldeds, "")).split()
    if words and max(map(len, words)) > LONGEST_WORD:
        return [word[:LONGEST_WORD] for word in words]
    return words


def card_token(card_id: str) -> str:
    """Return what stands in the index for a contact or a category; no word begins so."""
    return f"{BETWEEN}{''.join(letter for letter in card_id.casefold() if letter.isalnum())}"


def _cards(written: ArticleWords) -> Iterator[str]:
    if written.category_id is not None:
        yield written.category_id
    yield from written.contact_ids
