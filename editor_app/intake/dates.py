"""The date line of a news page."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from msgspec import Struct


class DateRole(Enum):
    """What the page says that the date is."""

    BARE = "bare"
    PUBLISHED = "published"
    CHANGED = "changed"


class PageDate(Struct, frozen=True):
    """A date that fills a line; `value` is a naive datetime where the line has a time.

    `says_more` tells that the line also names a person or a place.
    """

    value: date | datetime
    role: DateRole
    says_more: bool = False


_PUBLISHED = (
    r"(?:sidan |nyheten |artikeln )?(?:senast )?publicer(?:ad|at|ades|ingsdatum)(?: av .{2,40})?|datum|"
    r"(?:first )?published|publication date|date|posted"
)
_CHANGED = (
    r"(?:sidan |nyheten |artikeln )?(?:senast )?"
    r"(?:uppdater(?:ad|at|ades)|ändra(?:d|t|des)|granska(?:d|t|des))|"
    r"(?:page )?(?:last )?(?:updated|changed|modified|reviewed)"
)
_MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb febr",
            "mars march mar",
            "april apr",
            "maj may",
            "juni june jun",
            "juli july jul",
            "augusti august aug",
            "september sep sept",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = (
    r"(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?)\.?,?\s+"
)
_DAY_FIRST = rf"(?P<day>\d{{1,2}})(?::?[ae]|st|nd|rd|th)?\.?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"
_MONTH_FIRST = rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
_YEAR_FIRST = r"(?P<year>\d{4})(?P<sign>[-/.‑–])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})"
_DIGITS = r"(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?:(?P=sign)|\s)(?P<year>\d{4})"
_TIME = (
    r"(?:,?\s*(?:kl(?:ockan)?\.?|at|T)?\s*(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?"
    r"(?:\s*(?:CES?T|UTC|GMT|Z))?)?"
)
# Press releases are dated as letters are: "Klara, 5 mars 2024".
_PLACE = rf"(?P<place>(?!{_WEEKDAY})[^\W\d_]{{2,}}(?: [^\W\d_]{{2,}})?,\s+)?"
_AUTHOR = r"(?P<author>,?\s+(?:av|by):?\s+\S.{1,40})?"
_LINES = tuple(
    re.compile(
        rf"(?:(?P<published>{_PUBLISHED})|(?P<changed>{_CHANGED}))?\s*:?\s*{_PLACE}(?:den\s+|on\s+)?(?:{_WEEKDAY})?(?:den\s+)?"
        rf"{shape}{_TIME}{_AUTHOR}\.?",
        re.IGNORECASE,
    )
    for shape in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _DIGITS)
)
_SECOND_DATE = re.compile(rf"[\s,;|·•–-]+(?={_PUBLISHED}|{_CHANGED})", re.IGNORECASE)
_LONGEST_LINE = 120
_LABEL_ALONE = re.compile(rf"(?:{_PUBLISHED}|{_CHANGED})\s*:?", re.IGNORECASE)


def read_date(text: str) -> PageDate | None:
    """Return the date that the whole of `text` is, or None: a date inside a sentence is the sentence's."""
    for shape in _LINES:
        match = shape.fullmatch(text.strip())
        if match:
            return _page_date(match)
    return None


def split_dates(text: str) -> tuple[str, ...]:
    """Return the two dates of "Publicerad 2 maj 2024 Uppdaterad 3 maj 2024", or `text` as it is."""
    for match in _SECOND_DATE.finditer(text[:_LONGEST_LINE]):
        first, second = text[: match.start()], text[match.end() :]
        if read_date(first) and read_date(second):
            return first, second
    return (text,)


def is_date_label(text: str) -> bool:
    """Tell whether `text` only announces a date, which then stands on the line below."""
    return _LABEL_ALONE.fullmatch(text.strip()) is not None


def _page_date(match: re.Match[str]) -> PageDate | None:
    month = match["month"].casefold()
    number = _MONTHS[month] if month in _MONTHS else int(month)
    hour = match["hour"]
    try:
        day = date(int(match["year"]), number, int(match["day"]))
        value = datetime(day.year, day.month, day.day, int(hour), int(match["minute"])) if hour else day
    except ValueError:
        return None
    says_more = match["author"] is not None or match["place"] is not None
    role = DateRole.PUBLISHED if match["published"] else DateRole.BARE
    return PageDate(value, DateRole.CHANGED if match["changed"] else role, says_more)
