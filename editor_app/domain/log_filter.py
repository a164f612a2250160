"""Which entries of the audit log somebody asks for."""

from datetime import date

from msgspec import Struct


class LogFilter(Struct, frozen=True):
    """Entries by `person`, of `act`, about one article, from the day `first` to the day `last` in Sweden.

    What is empty or None lets all entries through.
    """

    person: str = ""
    act: str = ""
    article_id: str = ""
    first: date | None = None
    last: date | None = None
