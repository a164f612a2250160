"""The words that somebody looks for, as the full-text index is asked for them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from editor_app.archive.search_index import BEGINNINGS, WHOLE_TEXT
from editor_app.domain.article_query import Term
from editor_app.domain.search_words import words_of
from editor_app.domain.searched_text import card_token
from editor_app.domain.wanted_words import WantedWords, wanted_words

# A beginning that so many names share says nothing of any one of them.
MOST_CARDS = 50
# Of more words than these a beginning is looked for as such.
MOST_FORMS = 2000


class Expression(Struct, frozen=True):
    """What to ask of which index: what has to be there, and what may not; empty where nothing is asked.

    There is no text that makes another expression than one of quoted words.
    """

    index: str
    wanted: str = ""
    unwanted: str = ""
    # The same in titles and leads, where a word of it is only begun.
    in_titles: str = ""

    @property
    def whole(self) -> str:
        """Both in one, where something has to be there."""
        return f"({self.wanted}) NOT ({self.unwanted})" if self.unwanted else self.wanted

    def in_title(self) -> "Expression":
        """Return what finds the same, but only where all of it stands in the title."""
        return Expression(self.index, f"{{title}} : ({self.wanted})")

    def or_also(self, other: "Expression") -> "Expression":
        """Return what finds all that this or `other` finds."""
        return Expression(self.index, f"({self.whole}) OR ({other.whole})")

    def but_not(self, other: "Expression") -> "Expression":
        """Return what finds all that this finds and `other` does not."""
        return Expression(self.index, self.whole, other.whole)


def whole_text_expression(
    terms: Iterable[Term], cards: Mapping[str, str], begun_by: Callable[[str], Sequence[str]]
) -> Expression:
    """Return what finds `terms` in the whole text and in the names of `cards`, which are by their ids.

    `begun_by` returns the words of the archive that begin in one way, or of very many the first ones.
    """
    every = tuple(terms)
    sought = [wanted_words(every, excluded=excluded) for excluded in (False, True)]
    words = {
        beginning: begun_by(beginning)
        for beginning in {one.words[0] for one in chain(*sought) if _is_beginning(one)}
    }
    wanted, unwanted = ([_group(one, cards, words) for one in some] for some in sought)
    in_titles = _as_typed(sought[0]) if any(one.is_prefix for one in sought[0]) else ()
    return Expression(WHOLE_TEXT, " AND ".join(wanted), " OR ".join(unwanted), " AND ".join(in_titles))


def beginnings_expression(terms: Iterable[Term]) -> Expression:
    """Return what finds `terms`, just as they are typed so far, in titles and leads."""
    every = tuple(terms)
    wanted, unwanted = (_as_typed(wanted_words(every, excluded=excluded)) for excluded in (False, True))
    return Expression(BEGINNINGS, " AND ".join(wanted), " OR ".join(unwanted))


def _is_beginning(wanted: WantedWords) -> bool:
    return wanted.is_prefix and len(wanted.words) == 1


def _group(wanted: WantedWords, cards: Mapping[str, str], words: Mapping[str, Sequence[str]]) -> str:
    forms = words.get(wanted.words[0], ()) if _is_beginning(wanted) else ()
    if wanted.stem:
        ways = [f'"{form}"' for form in dict.fromkeys((*wanted.words, wanted.stem))]
    elif 0 < len(forms) <= MOST_FORMS:
        # To ask for the words one by one is as quick as for how they begin, and can stop at the newest.
        # A stem among them is how a word begins that is there too.
        ways = [f'"{form}"' for form in forms]
    else:
        # The stems stand in no order that means anything, and none of them was written.
        ways = [f"{{title lead body cards}} : {_quoted(wanted)}"]
    named = [id_ for id_, name in cards.items() if wanted.is_in(_words_of_name(name))]
    ways += [f'"{card_token(id_)}"' for id_ in named[:MOST_CARDS]]
    return f"({' OR '.join(ways)})"


def _as_typed(some: Iterable[WantedWords]) -> list[str]:
    return [_quoted(one) for one in some]


def _quoted(wanted: WantedWords) -> str:
    # Words hold letters and figures alone, so that nothing in them ends a quotation.
    return f'"{" ".join(wanted.words)}"{" *" if wanted.is_prefix else ""}'


@lru_cache(10_000)
def _words_of_name(name: str) -> Sequence[str]:
    return tuple(words_of(name))
