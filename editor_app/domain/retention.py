"""How long what was published is kept, and what has to be done before it may go."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class CountedFrom(StrEnum):
    """What the years are counted from; what is still on the website is kept in any case."""

    LEFT_SITE = "left_site"
    LAST_PUBLICATION = "last_publication"


class RetentionRule(Struct, frozen=True):
    """Kept for ever without `years`, else for so long from what they are `counted_from`.

    With `preserved_first` it may only be disposed of once it was preserved.
    """

    years: int | None = None
    preserved_first: bool = True
    counted_from: CountedFrom = CountedFrom.LEFT_SITE


KEPT_FOR_EVER = RetentionRule()


def due_on(first: date, years: int) -> date:
    """Return the day from which what is kept for so many years from `first` need no longer be kept."""
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        # The 29 February of a year that has none.
        return date(first.year + years, 3, 1)
