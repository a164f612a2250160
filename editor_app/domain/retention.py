"""How long what was published is kept, and what has to be done before it may go."""

from datetime import date

from msgspec import Struct


class RetentionRule(Struct, frozen=True):
    """Kept for ever without `years`, else so long after the page has left the website.

    With `preserved_first` it may only be disposed of once it was preserved.
    """

    years: int | None = None
    preserved_first: bool = True


KEPT_FOR_EVER = RetentionRule()


def due_on(left: date, years: int) -> date:
    """Return the day from which what left the website on the day `left` need no longer be kept."""
    try:
        return left.replace(year=left.year + years)
    except ValueError:
        # The 29 February of a year that has none.
        return date(left.year + years, 3, 1)
