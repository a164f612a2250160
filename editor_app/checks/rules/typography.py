"""Typography: dashes, quotation marks, spaces, numbers and times as Swedish has them."""

import re
from collections.abc import Callable, Iterator
from unicodedata import is_normalized, normalize

from editor_app.checks.context import Context
from editor_app.checks.findings import ReplaceText, Severity
from editor_app.checks.passages import SPEECH_DASH, Passage, TextKind
from editor_app.checks.rule import Found, PassageRule
from editor_app.checks.sources import LANGUAGE_COUNCIL, WEB_CONTENT, WRITING_RULES
from editor_app.checks.swedish.dates import MONTHS, WEEKDAYS
from editor_app.translation import N_

NO_BREAK_SPACE = "\u00a0"

Find = Callable[[Passage, Context], Iterator[Found]]


def _replacing(pattern: str, replacement: str, *, group: int = 0, sign: str = "") -> Find:
    """Return what finds `pattern` in masked text, and offers `replacement` for its `group`.

    Without `sign` there is nothing to find.
    """
    compiled = re.compile(pattern)

    def find(passage: Passage, _context: Context) -> Iterator[Found]:
        for match in compiled.finditer(passage.masked) if sign in passage.masked else ():
            yield Found(*match.span(group), fix=ReplaceText(match.expand(replacement)))

    return find


_UNFINISHED = re.compile(r"\b(?:TODO|FIXME|TBD|XX+|[Ll]orem ipsum)\b(?!-)")


def _unfinished(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _UNFINISHED.finditer(passage.masked):
        yield Found(*match.span())


_RANGE = re.compile(
    r"(?<![\w.,:/–-])(?P<first>\d{1,4}(?:[.:]\d{2})?)(?P<dash>[\s\u00a0]?-[\s\u00a0]?)"
    r"(?P<last>\d{1,4}(?:[.:]\d{2})?)(?![\w/–-]|[.:,]\d)"
)
_DAY = "|".join((*WEEKDAYS, "mån", "tis", "ons", "tors?", "fre", "lör", "sön"))
_MONTH = "|".join(MONTHS)
_NAMED_RANGE = re.compile(
    rf"(?<![\w-])(?:(?:{_DAY})(?P<days>-)(?:{_DAY})|"
    rf"(?:{_MONTH})(?P<months>-)(?:\d{{1,2}}[ \u00a0])?(?:{_MONTH}))(?![\w-])"
)


def _range(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _RANGE.finditer(passage.masked) if passage.has_figures else ():
        if _ascends(match["first"], match["last"]):
            yield Found(*match.span("dash"), fix=ReplaceText("–"))
    for match in _NAMED_RANGE.finditer(passage.lowered) if "-" in passage.text else ():
        yield Found(*match.span("days" if match["days"] else "months"), fix=ReplaceText("–"))


def _ascends(first: str, last: str) -> bool:
    """Tell 1-3 and 2024-25, which are ranges, from 3-1, which is a result, and from parts of a number."""
    if len(first) == 4 and len(last) == 2 and first.isdigit() and last.isdigit():
        return int(last) == (int(first[2:]) + 1) % 100
    return _figure(first) < _figure(last)


def _figure(text: str) -> float:
    return float(text.replace(":", "."))


_STRAIGHT_PAIR = re.compile(r'"[^"\n]{1,400}"')
_FOREIGN_MARK = re.compile(r"[“„‟]")


def _quotation_marks(passage: Passage, _context: Context) -> Iterator[Found]:
    # One straight mark alone may mean inches.
    pairs = map(re.Match.span, _STRAIGHT_PAIR.finditer(passage.masked))
    marks = [place for start, end in pairs for place in (start, end - 1)]
    marks += [match.start() for match in _FOREIGN_MARK.finditer(passage.masked)]
    for place in sorted(marks):
        yield Found(place, place + 1, fix=ReplaceText("”"))


_SPACES = re.compile(r"(?<=\S)(?P<many> {2,})(?=\S)|(?<=[\wåäö])(?P<before> +)(?=[,.](?:\s|$))")


_HOLES = ("  ", " ,", " .")


def _spaces(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _SPACES.finditer(passage.masked) if any(map(passage.text.__contains__, _HOLES)) else ():
        yield Found(*match.span(), fix=ReplaceText(" " if match["many"] else ""))


# What comes before a number that names something and counts nothing.
_NAMING = re.compile(
    r"(?:nummer|nr|id|kod|ocr|konto|giro|ärende|version|kapitel|avsnitt|punkt|§)[.:]?\s*$", re.IGNORECASE
)
_LONG_NUMBER = re.compile(r"(?<![\w.,:/–-])\d{5,}(?![\w/:–-]|[.,]\d)")
_STOPPED_THOUSANDS = re.compile(r"(?<![\w.,:/–-])\d{1,3}(?:\.\d{3})+(?![\w/:–-]|[.,]\d)")
_DECIMAL_POINT = re.compile(
    r"(?<![\w.,:/–-])\d+(?P<point>\.)\d+"
    r"(?=[\s\u00a0](?:procent|%|miljon|miljard|kronor|meter|km|kilometer|mil|grader|kilo|kg|ton|gånger|liter|hektar))"
)


def _numbers(passage: Passage, _context: Context) -> Iterator[Found]:
    if not passage.has_figures:
        return
    text = passage.masked
    for pattern in (_LONG_NUMBER, _STOPPED_THOUSANDS):
        for match in pattern.finditer(text):
            if not _NAMING.search(text, 0, match.start()):
                yield Found(*match.span(), fix=ReplaceText(_grouped(match[0].replace(".", ""))))
    for match in _DECIMAL_POINT.finditer(text):
        yield Found(*match.span("point"), fix=ReplaceText(","))


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", NO_BREAK_SPACE) if not digits.startswith("0") else digits


_COLON_TIME = re.compile(
    r"\b(?:kl\.?|klockan)[\s\u00a0]*\d{1,2}(?P<first>:)\d{2}"
    r"(?:(?:[\s\u00a0]?[–-][\s\u00a0]?| och | till )\d{1,2}(?P<last>:)\d{2})?",
    re.IGNORECASE,
)


def _times(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _COLON_TIME.finditer(passage.masked) if passage.has_figures else ():
        for group in ("first", "last"):
            if match[group]:
                yield Found(*match.span(group), fix=ReplaceText("."))


_CAPITALS = re.compile(r"\b[A-ZÅÄÖÉÜ]{4,}(?:[\s-]+[A-ZÅÄÖÉÜ]{4,})+\b")


def _shouting(passage: Passage, context: Context) -> Iterator[Found]:
    for match in _CAPITALS.finditer(passage.masked):
        if not all(word in context.words.acronyms for word in re.split(r"[\s-]+", match[0])):
            yield Found(*match.span())


# UTF-8 that was read as Windows' own, such as å as Ã¥.
_MISREAD = re.compile("(?:Ã[\u0080-\u00bf\u2013-\u203a€ŠŒŽšœžŸ]|â€[\u0080-\u203a™œ¦]|Â[\u00a0-\u00bf])+")


def _broken_signs(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in re.finditer("\ufffd+", passage.text):
        yield Found(*match.span())
    for match in _MISREAD.finditer(passage.text) if any(map(passage.text.__contains__, "ÃâÂ")) else ():
        mended = _read_again(match[0])
        yield Found(*match.span(), fix=None if mended is None else ReplaceText(mended))
    if not is_normalized("NFC", passage.text):
        yield Found(0, len(passage.text), fix=ReplaceText(normalize("NFC", passage.text)))


def _read_again(text: str) -> str | None:
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


_PARAGRAPHS = frozenset({TextKind.PARAGRAPH})
_SPOKEN = frozenset({TextKind.PARAGRAPH, TextKind.QUOTE})

RULES: tuple[PassageRule, ...] = (
    PassageRule(
        "Y01",
        Severity.WARNS,
        N_("Use an en dash for speech"),
        N_("A hyphen or a long dash looks like a list or a slip; speech begins with an en dash and a space."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        kinds=_PARAGRAPHS,
        find=_replacing(rf"^(?!–){SPEECH_DASH}", "– "),
    ),
    PassageRule(
        "Y02",
        Severity.WARNS,
        N_("Put a space after the dash"),
        N_("Without the space the dash belongs to the first word; put one between them."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        kinds=_SPOKEN,
        find=_replacing(r"^–(?=[^\W\d_])", "– "),
    ),
    PassageRule(
        "Y03",
        Severity.WARNS,
        N_("Use an en dash"),
        N_("A hyphen joins words; between parts of a sentence stands an en dash with a space on each side."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        find=_replacing(
            r"(?<=[^\W\d_,.)”])[ \u00a0](?:-|--)[ \u00a0](?=[^\W\d_])|(?<=[^\W\d_])--(?=[^\W\d_])",
            " – ",
            sign="-",
        ),
    ),
    PassageRule(
        "Y04",
        Severity.WARNS,
        N_("Use an en dash in a range"),
        N_("From one number to another it is an en dash without spaces, which screen readers read as “to”."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        find=_range,
    ),
    PassageRule(
        "Y05",
        Severity.WARNS,
        N_("Use Swedish quotation marks"),
        N_("Swedish has the same mark before and after: ”…”."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        find=_quotation_marks,
    ),
    PassageRule(
        "Y07",
        Severity.HINTS,
        N_("Clean up the spacing"),
        N_("Double spaces and spaces before a comma make holes in the line; one space, or none, is enough."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        swedish=False,
        find=_spaces,
    ),
    PassageRule(
        "Y08",
        Severity.WARNS,
        N_("Put a space before %"),
        N_("In Swedish the sign stands apart from the number: 10 %."),
        LANGUAGE_COUNCIL,
        is_safe=True,
        style=True,
        find=_replacing(r"(?<=\d)%(?![\w-])", f"{NO_BREAK_SPACE}%", sign="%"),
    ),
    PassageRule(
        "Y09",
        Severity.WARNS,
        N_("Write 12 500 and 3,5"),
        N_("Long numbers are read in groups of three with spaces, and decimals follow a comma."),
        LANGUAGE_COUNCIL,
        is_safe=True,
        style=True,
        find=_numbers,
    ),
    PassageRule(
        "Y10",
        Severity.HINTS,
        N_("Use a full stop in times"),
        N_("In Swedish running text a time has a full stop: kl. 18.00."),
        LANGUAGE_COUNCIL,
        is_safe=True,
        style=True,
        find=_times,
    ),
    PassageRule(
        "Y11",
        Severity.WARNS,
        N_("Avoid capitals"),
        N_("Words in capitals are hard to read and may be spelt out letter by letter; write them as usual."),
        LANGUAGE_COUNCIL,
        style=True,
        find=_shouting,
    ),
    PassageRule(
        "Y12",
        Severity.WARNS,
        N_("One mark is enough"),
        N_("More marks say no more and look excited; keep one."),
        WRITING_RULES,
        is_safe=True,
        style=True,
        swedish=False,
        find=_replacing(r"(?P<mark>[!?])(?P=mark)+", r"\g<mark>"),
    ),
    PassageRule(
        "Y13",
        Severity.BLOCKS,
        N_("Broken characters"),
        N_("Letters were lost on the way from another program, and readers see signs; write them anew."),
        f"{WEB_CONTENT}, 3.1",
        swedish=False,
        find=_broken_signs,
    ),
    PassageRule(
        "Y14",
        Severity.BLOCKS,
        N_("Unfinished text is left"),
        N_("A note to yourself would be published; write what belongs there, or take it out."),
        LANGUAGE_COUNCIL,
        swedish=False,
        find=_unfinished,
    ),
)
