"""The opening: the headline and the lead, which are read where nothing else is."""

import re
from collections.abc import Iterator

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, ReplaceText, Severity
from editor_app.checks.passages import Passage, TextKind
from editor_app.checks.rule import WHOLE, ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import LANGUAGE_COUNCIL, WEB_CONTENT, WEB_GUIDE
from editor_app.checks.swedish.words import is_blank
from editor_app.domain.article import Kind
from editor_app.translation import N_

KINDS_WITH_LEAD = frozenset({Kind.NEWS, Kind.PRESS_RELEASE})
LONG_TITLE, LONG_LEAD, VERY_LONG_LEAD = 70, 160, 280

_PLACEHOLDER = re.compile(
    r"(?:rubrik|titel|ny artikel|namnlös|utan rubrik|untitled|headline)\d*", re.IGNORECASE
)


def _title_missing(read: ReadArticle, _context: Context) -> Finds:
    title = read.article.title.strip()
    if is_blank(title) or _PLACEHOLDER.fullmatch(title):
        yield Place(Part.TITLE), WHOLE


def _title_long(passage: Passage, _context: Context) -> Iterator[Found]:
    if len(passage.text) > LONG_TITLE:
        yield Found(LONG_TITLE, len(passage.text), {"n": str(len(passage.text))})


_TITLE_MARK = re.compile(r"(?<!\.)\.\s*$|\s*!+")


def _title_punctuation(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in _TITLE_MARK.finditer(passage.text):
        yield Found(*match.span(), fix=ReplaceText(""))


def _lead_missing(read: ReadArticle, _context: Context) -> Finds:
    if read.article.kind in KINDS_WITH_LEAD and is_blank(read.article.lead):
        yield Place(Part.LEAD), WHOLE


def _lead_long(passage: Passage, _context: Context) -> Iterator[Found]:
    count = len(passage.text)
    if count > LONG_LEAD:
        severity = Severity.WARNS if count > VERY_LONG_LEAD else None
        yield Found(LONG_LEAD, count, {"n": str(count)}, severity=severity)


def _lead_broken(passage: Passage, _context: Context) -> Iterator[Found]:
    for match in re.finditer(r"\s*\n\s*", passage.text.strip()):
        yield Found(*match.span(), fix=ReplaceText(" "))


_TITLE = frozenset({TextKind.TITLE})
_LEAD = frozenset({TextKind.LEAD})

RULES: tuple[Rule, ...] = (
    ArticleRule(
        "S01",
        Severity.BLOCKS,
        N_("The headline is missing"),
        N_("It is what people see in lists and searches; write what has happened, in a few words."),
        f"{WEB_CONTENT}, 2.4.2",
        find=_title_missing,
    ),
    PassageRule(
        "S02",
        Severity.WARNS,
        N_("The headline is {n} characters, aim for 70 at most"),
        N_("Lists, searches and phones cut longer ones off; take out what the lead can say."),
        WEB_GUIDE,
        style=True,
        swedish=False,
        kinds=_TITLE,
        find=_title_long,
    ),
    PassageRule(
        "S03",
        Severity.HINTS,
        N_("Avoid punctuation in the headline"),
        N_("A headline needs no full stop, and an exclamation mark shouts; take it out."),
        LANGUAGE_COUNCIL,
        style=True,
        swedish=False,
        kinds=_TITLE,
        find=_title_punctuation,
    ),
    ArticleRule(
        "S04",
        Severity.BLOCKS,
        N_("The lead is missing"),
        N_("Many read no further; say the most important thing in one or two sentences."),
        WEB_GUIDE,
        find=_lead_missing,
    ),
    PassageRule(
        "S05",
        Severity.HINTS,
        N_("Shorten the lead ({n} characters)"),
        N_("A lead that fills the phone is skipped; keep what readers must know and move the rest down."),
        WEB_GUIDE,
        style=True,
        swedish=False,
        kinds=_LEAD,
        find=_lead_long,
    ),
    PassageRule(
        "S06",
        Severity.WARNS,
        N_("The lead must be plain text"),
        N_("It is shown in lists and feeds too, where there are no lines; let it be one paragraph."),
        WEB_GUIDE,
        is_safe=True,
        style=True,
        swedish=False,
        kinds=_LEAD,
        find=_lead_broken,
    ),
)
