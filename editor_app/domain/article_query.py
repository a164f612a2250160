"""What somebody looks for in the archive: words, and filters by the names that people use."""

from datetime import date
from enum import StrEnum

import msgspec
from msgspec import Struct

from editor_app.domain.article import Kind
from editor_app.domain.workflow import LiveSide, State


class Term(Struct, frozen=True):
    """A word, or the words of a phrase, that an article has to hold, or not to where it is `excluded`.

    A word is found in its other forms too; a phrase only as it is written, its words in their order.
    Of a `is_prefix` term the last word need only begin so.
    """

    text: str
    is_phrase: bool = False
    is_prefix: bool = False
    excluded: bool = False


class PageTime(StrEnum):
    """Where a published page stands by its own times: still to appear, or taken down."""

    PLANNED = "planned"
    TAKEN_DOWN = "taken_down"


class ArticleQuery(Struct, frozen=True):
    """Which articles somebody wants to see: those that meet every field that is not empty.

    Within a field any of its values will do, and `live_sides` and `page_times` are as one field: live is
    what is on the website now, not what is still planned or was taken down at its time. `categories`,
    `contacts` and `persons` are names, or how they begin; `languages` are tags. Days are Swedish ones,
    both included, of the last change. `unknown` is what was typed and not understood, as it can be typed
    again: it chooses nothing.
    """

    terms: tuple[Term, ...] = ()
    states: tuple[State, ...] = ()
    live_sides: tuple[LiveSide, ...] = ()
    page_times: tuple[PageTime, ...] = ()
    kinds: tuple[Kind, ...] = ()
    categories: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    changed_from: date | None = None
    changed_to: date | None = None
    mine: bool = False
    waits_for_me: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def has_filters(self) -> bool:
        """Tell whether anything but words and what was not understood is asked for."""
        return msgspec.structs.replace(self, terms=(), unknown=()) != ArticleQuery()


class SortKey(StrEnum):
    """What a list of articles can be sorted by; without words to look for, RELEVANCE is CHANGED."""

    RELEVANCE = "relevance"
    CHANGED = "changed"
    TITLE = "title"
    KIND = "kind"
    STATE = "state"
    CATEGORY = "category"
    PUBLISHED = "published"
    LIVE = "live"
    LANGUAGE = "language"
    PERSON = "person"
    TAKE_DOWN = "take_down"


class ArticleSort(Struct, frozen=True):
    """The order of a list; what has nothing to be sorted by comes last, both ways."""

    key: SortKey = SortKey.CHANGED
    descending: bool = True
