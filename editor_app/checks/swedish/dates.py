"""Days as Swedish texts name them."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
    "november", "december",
)  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

_DAY = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)})(?:en|ens|s)?,?[\s\u00a0]+(?:den[\s\u00a0]+)?)?"
    rf"(?<![\w.,:/–-])(?P<day>\d{{1,2}})(?::?e|\.)?[\s\u00a0]+(?P<month>{'|'.join(MONTHS)})\b"
    rf"(?:[\s\u00a0]+(?P<year>[12]\d{{3}})\b(?![\s\u00a0]?(?:kronor|kr|personer)))?",
    re.IGNORECASE,
)
_BY_NUMBERS = re.compile(r"(?<![\w./–-])(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w/-])")


class NamedDay(Struct, frozen=True):
    """A day as a text names it, from code point `start` to `end`; what it does not say is None.

    `weekday` is 0 for Monday and stands from `start` to `weekday_end`. The day need not exist.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    weekday_end: int = 0

    def exists(self) -> bool:
        """Tell whether there is such a day, in a leap year where no year is named."""
        return self.in_year(2024 if self.year is None else self.year) is not None

    def in_year(self, year: int) -> date | None:
        """Return the day in `year`, None where that has none such."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def named_days(text: str) -> Iterator[NamedDay]:
    """Yield the days that `text` names with their month, in order."""
    lower = text.lower()
    in_words = _DAY.finditer(text) if any(map(lower.__contains__, MONTHS)) else ()
    by_numbers = _BY_NUMBERS.finditer(text) if "-" in text else ()
    for found in sorted((*in_words, *by_numbers), key=lambda one: one.start()):
        parts = found.groupdict()
        weekday, month = parts.get("weekday"), parts["month"]
        yield NamedDay(
            start=found.start(),
            end=found.end(),
            day=int(parts["day"]),
            month=int(month) if month.isdigit() else MONTHS.index(month.lower()) + 1,
            year=int(parts["year"]) if parts["year"] else None,
            weekday=WEEKDAYS.index(weekday.lower()) if weekday else None,
            weekday_end=found.start() + len(weekday) if weekday else found.start(),
        )


def in_words(day: date) -> str:
    """Return the day as a text writes it, as in 26 februari 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
