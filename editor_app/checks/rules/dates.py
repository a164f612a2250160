"""Dates: days that are there, that agree with their weekday, and that a reader in a year understands."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, ReplaceText, Severity
from editor_app.checks.passages import RUNNING_TEXT, Passage
from editor_app.checks.rule import ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import LANGUAGE_COUNCIL
from editor_app.checks.swedish.dates import MONTHS, WEEKDAYS, NamedDay, in_words
from editor_app.domain.article import Kind
from editor_app.translation import N_

TIMED_KINDS = frozenset({Kind.CRISIS, Kind.SERVICE_NOTICE})


def _wrong_weekday(passage: Passage, context: Context) -> Iterator[Found]:
    for named in passage.days:
        if named.weekday is None or not named.exists():
            continue
        days = _possible_days(named, context.today)
        if all(day.weekday() != named.weekday for day in days):
            right = WEEKDAYS[days[0].weekday()]
            written = passage.text[named.start : named.weekday_end]
            values = {"date": in_words(days[0]), "day": right}
            fix = ReplaceText(right.capitalize() if written[0].isupper() else right)
            yield Found(named.start, named.weekday_end, values, fix)


def _possible_days(named: NamedDay, today: date) -> list[date]:
    """Return the days that may be meant, the likeliest first; one without a year is of about this year."""
    years = (today.year, today.year + 1, today.year - 1) if named.year is None else (named.year,)
    return [day for day in map(named.in_year, years) if day is not None]


def _no_such_day(passage: Passage, _context: Context) -> Iterator[Found]:
    for named in passage.days:
        if not named.exists():
            yield Found(named.start, named.end)


# A year beside a month, or in a date by numbers; of a span of days only the last is a day of its own.
_DATED = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})[\s\u00a0]+[12]\d{{3}}\b|\b[12]\d{{3}}-\d{{2}}-\d{{2}}\b|\d/\d{{1,2}}[-–\s]\d",
    re.IGNORECASE,
)


@lru_cache(4096)
def _is_dated(text: str) -> bool:
    return _DATED.search(text) is not None


def _no_year(read: ReadArticle, context: Context) -> Finds:
    """Point to the first day without a year, where no day of the article has one."""
    placed = [
        (one, named)
        for one in read.passages
        if one.passage.kind in RUNNING_TEXT and one.passage.is_swedish_at(0)
        for named in one.passage.days
        if not one.passage.is_spoken_at(named.start)
    ]
    if not placed or any(_is_dated(one.passage.text) for one in read.passages):
        return
    first, named = placed[0]
    fix = ReplaceText(f"{first.passage.text[named.start : named.end]} {context.today.year}")
    yield first.within(named.start, named.end), Found(named.start, named.end, fix=fix)


_SLASHED = re.compile(r"(?<![\w./–-])(\d{1,2})/(\d{1,2})[-–\s](\d{4}|\d{2})(?![\w/–-]|[.,]\d)")
_SHORTENED = re.compile(r"(?<![\w./–-])(\d{2})-(\d{2})-(\d{2})(?![\w/–-]|[.,]\d)")


def _by_numbers(passage: Passage, _context: Context) -> Iterator[Found]:
    if not passage.has_figures:
        return
    for match in chain(_SLASHED.finditer(passage.text), _SHORTENED.finditer(passage.text)):
        first, month, last = match.groups()
        day, year = (first, last) if match.re is _SLASHED else (last, first)
        meant = NamedDay(0, 0, int(day), int(month)).in_year(int(year) + (2000 if len(year) == 2 else 0))
        if meant is not None:
            yield Found(*match.span(), fix=ReplaceText(in_words(meant)))


_FLEETING = re.compile(
    rf"\b(?:i dag|idag|i morgon|imorgon|i går|igår|i förrgår|i kväll|ikväll|"
    rf"i morse|i förmiddag|i eftermiddag|i natt|i helgen|"
    rf"(?:nästa|förra|i förra|den här) (?:vecka|veckan|månad|månaden|{'|'.join(WEEKDAYS)})|"
    rf"i (?:{'|'.join(day + 's' for day in WEEKDAYS)})|"
    rf"(?:nu )?på (?:{'|'.join(WEEKDAYS)}))\b"
)


# As things stand nowadays, and not on the day: "är i dag chef", "i dag cyklar fler än 2019".
_STATES = "är|har|finns|bor|ligger|kan|saknas?|består|arbetar|jobbar|används?|kallas|kostar|omfattar"
_NOWADAYS = re.compile(
    rf"\bsom i ?dag\b|\b(?:{_STATES})(?: det| vi| hon| han| de)? i ?dag\b|"
    rf"\bi ?dag (?:(?:{_STATES})\b|.*\b(?:procent|jämfört)\b)"
)


def _fleeting(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _FLEETING.finditer(passage.lowered):
        start, end = passage.sentence_at(match.start())
        if any(start <= named.start < end for named in passage.days):
            continue
        nowadays = _NOWADAYS.search(passage.lowered, start, end)
        if nowadays is None or not nowadays.start() <= match.start() < nowadays.end():
            yield Found(*match.span())


_CLOCK = re.compile(
    r"\b(?:kl\.?|klockan)[\s\u00a0]*\d|(?<![\d.])(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d|\.\d)", re.IGNORECASE
)


def _no_time(read: ReadArticle, _context: Context) -> Finds:
    if read.article.kind not in TIMED_KINDS or any(map(_CLOCK.search, _masked(read))):
        return
    # A service notice may be about whole days, and where something takes weeks nobody asks for the hour.
    is_notice = read.article.kind is Kind.SERVICE_NOTICE
    if not (is_notice and any(map(_WEEKS.search, _masked(read)))):
        names_days = is_notice and any(map(_DAYS.search, _masked(read)))
        yield Place(Part.LEAD), Found(0, 0, severity=Severity.HINTS if names_days else None)


def _masked(read: ReadArticle) -> Iterator[str]:
    return (one.passage.masked for one in read.passages)


_DAYS = re.compile(rf"\d[:.]?e? (?:{'|'.join(MONTHS)})\b|(?<![\d/])\d{{1,2}}/\d{{1,2}}\b", re.IGNORECASE)
_WEEKS = re.compile(r"\b(?:v\. ?\d+|veck(?:a|an|or|orna)|månad(?:en|er|erna)?)\b", re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    PassageRule(
        "D01",
        Severity.BLOCKS,
        N_("{date} is a {day}"),
        N_("Readers who trust the weekday come on the wrong day; mend the weekday or the date."),
        LANGUAGE_COUNCIL,
        find=_wrong_weekday,
    ),
    PassageRule(
        "D02",
        Severity.BLOCKS,
        N_("The date does not exist"),
        N_("No calendar has that day; find out which one is meant."),
        LANGUAGE_COUNCIL,
        find=_no_such_day,
    ),
    ArticleRule(
        "D03",
        Severity.HINTS,
        N_("Add the year"),
        N_("The page is still found next year, and then nobody knows which year is meant; name it once."),
        LANGUAGE_COUNCIL,
        style=True,
        find=_no_year,
    ),
    PassageRule(
        "D04",
        Severity.WARNS,
        N_("Write the date in full"),
        N_("Dates in figures are read in several ways, and badly aloud; write the month as a word."),
        LANGUAGE_COUNCIL,
        style=True,
        rewords=True,
        kinds=RUNNING_TEXT,
        find=_by_numbers,
    ),
    PassageRule(
        "D05",
        Severity.HINTS,
        N_("Give the date"),
        N_("Whoever reads this tomorrow takes it for another day; name the day."),
        LANGUAGE_COUNCIL,
        kinds=RUNNING_TEXT,
        rewords=True,
        find=_fleeting,
    ),
    ArticleRule(
        "D07",
        Severity.WARNS,
        N_("Give the time"),
        N_("In a crisis and when something is out of order people need to know since when and until when."),
        "MSB, Kriskommunikation",
        find=_no_time,
    ),
)
