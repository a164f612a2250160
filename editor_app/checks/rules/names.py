"""Letter words and names: what colleagues alone know, and who is spelt in two ways."""

import re
from functools import lru_cache

from editor_app.checks.context import Context
from editor_app.checks.findings import Severity
from editor_app.checks.passages import RUNNING_TEXT, TextKind
from editor_app.checks.rule import ArticleRule, Finds, Found, ReadArticle, Rule
from editor_app.checks.rules.plain_language import OWN_WORDS
from editor_app.checks.rules.privacy import NAME_PART
from editor_app.checks.sources import LANGUAGE_COUNCIL, PRESS_RULES
from editor_app.translation import N_

_ACRONYM = re.compile(r"(?<![\w/:.-])[A-ZÅÄÖ]{2,6}(?![\w/]|-\d)")
_ROMAN = re.compile(r"[IVXLC]+")


def _unexplained(read: ReadArticle, context: Context) -> Finds:
    """Point to the first use of each acronym that nothing in the article explains."""
    # What is not finished is told by a rule of its own.
    seen = {*context.words.acronyms, *context.words.names, "TODO", "FIXME", "TBD"}
    for placed in read.passages:
        if placed.passage.kind not in OWN_WORDS or not placed.passage.is_swedish_at(0):
            continue
        for acronym, start, end in _letter_words(placed.passage.masked):
            if acronym in seen:
                continue
            seen.add(acronym)
            if not any(_is_explained(acronym, one.passage.text) for one in read.passages):
                yield placed.within(start, end), Found(start, end, {"x": acronym})


# One block of many changes with each key.
@lru_cache(4096)
def _letter_words(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of capitals in `text` that are neither shouted nor told, and where they are."""
    return tuple(
        (match[0], *match.span())
        for match in _ACRONYM.finditer(text)
        if not _ROMAN.fullmatch(match[0]) and not _needs_no_words(text, match)
    )


# Another word in capitals beside it, marks around it, or what it is the name of before it: a word that is
# shouted, spoken of, or told.
_BESIDE = re.compile(
    r"[A-ZÅÄÖ]{2,}[ \u00a0!?.,]+$|[”\"]$|"
    r"\b(?:system|tjänst|program|företag|bolag|butik|grupp|förening|app)(?:et|en|n)? $"
)
_BEHIND = re.compile(r"[ \u00a0]+[A-ZÅÄÖ]{2,}(?![\w-])|[”\"]")


def _needs_no_words(text: str, match: re.Match[str]) -> bool:
    return (
        _BEHIND.match(text, match.end()) is not None
        or _BESIDE.search(text[max(0, match.start() - 30) : match.start()]) is not None
    )


def _is_explained(acronym: str, text: str) -> bool:
    """Tell whether the words stand before or after it, the one of the two in brackets."""
    # "kommunfullmäktige, KF": the letters stand in the word, in their order.
    spelt = r"\w*".join(f"[{letter}{letter.lower()}]" for letter in acronym)
    explained = rf"\({acronym}(?:-\w+)?\)|\b{acronym}\s*[(,–]\s*[^\W\d_]{{4,}}|\b{spelt}\w{{2,}}, {acronym}\b"
    return acronym in text and re.search(explained, text) is not None


_NAME = re.compile(rf"\b(?=(?P<first>{NAME_PART})[ \u00a0](?P<last>{NAME_PART})\b)")


def _names_spelt_in_two_ways(read: ReadArticle, context: Context) -> Finds:
    """Point to a name that is nearly a contact's, and to one that is nearly one that came before."""
    known = [name for contact in context.contacts for name, _start, _end in _names(contact.name)]
    for placed in read.passages:
        if placed.passage.kind not in RUNNING_TEXT | {TextKind.CAPTION}:
            continue
        for name, start, end in _names(placed.passage.text):
            is_known = f"{name[0]} {name[1]}" in context.words.names
            if not is_known and any(_is_nearly(name, other) for other in known):
                yield placed.within(start, end), Found(start, end)
            known.append(name)


@lru_cache(4096)
def _names(text: str) -> tuple[tuple[tuple[str, str], int, int], ...]:
    """Return the names in `text`, the last without the -s of a genitive, and where they are."""
    return tuple(
        ((match["first"], match["last"].removesuffix("s")), match.start("first"), match.end("last"))
        for match in _NAME.finditer(text)
    )


def _is_nearly(name: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether one half is the same and the other differs by one or two letters."""
    (first, last), (other_first, other_last) = name, other
    if first == other_first:
        return last != other_last and _distance(last, other_last) <= (2 if len(last) > 5 else 1)
    return last == other_last and _distance(first, other_first) <= (2 if len(first) > 5 else 1)


def _distance(one: str, other: str) -> int:
    """Return how many letters are to be put in, taken out or changed to make the one the other."""
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        before, row[0] = row[0], place
        for column, sign in enumerate(other, start=1):
            before, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, before + (letter != sign)),
            )
    return row[-1]


RULES: tuple[Rule, ...] = (
    ArticleRule(
        "K06",
        Severity.HINTS,
        N_("Explain {x}"),
        N_("What colleagues know by its letters others do not; write the words once, with the letters."),
        LANGUAGE_COUNCIL,
        style=True,
        find=_unexplained,
    ),
    ArticleRule(
        "K07",
        Severity.WARNS,
        N_("The name is spelt in two ways"),
        N_("One of them is wrong, and people mind; look up how they spell it themselves."),
        PRESS_RULES,
        find=_names_spelt_in_two_ways,
    ),
)
