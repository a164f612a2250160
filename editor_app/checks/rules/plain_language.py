"""Plain language: advice on sentences and words, never a gate."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from editor_app.checks.context import Context
from editor_app.checks.findings import Part, Place, ReplaceText, Severity
from editor_app.checks.passages import RUNNING_TEXT, Passage, PlacedPassage, TextKind
from editor_app.checks.rule import ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import LANGUAGE_COUNCIL
from editor_app.checks.swedish.lix import Lix, total
from editor_app.checks.swedish.masks import MASK
from editor_app.checks.swedish.words import lowered
from editor_app.translation import N_

LANGUAGE_LAW = "Språklagen (2009:600) 11 §"
LONG_SENTENCE, VERY_LONG_SENTENCE = 25, 30
HIGH_LIX, VERY_HIGH_LIX = 45, 50
# The index of a few lines jumps with each word.
LEAST_FOR_LIX = 60
# In place of a plainer word: the text says as much without.
LEFT_OUT = "(stryk)"
SUPERFLUOUS = N_("“{a}” can be left out")

# What a person said is not ours to reword.
OWN_WORDS = RUNNING_TEXT - {TextKind.QUOTE}


def _long_sentences(passage: Passage, _context: Context) -> Iterator[Found]:
    for start, end in passage.sentences:
        count = len(passage.words_between(start, end))
        if count > LONG_SENTENCE:
            severity = Severity.WARNS if count > VERY_LONG_SENTENCE else None
            yield Found(start, end, {"n": str(count)}, severity=severity)


def _hard_text(read: ReadArticle, _context: Context) -> Finds:
    index = running_lix(read.passages)
    if index is not None and index.value > HIGH_LIX:
        severity = Severity.WARNS if index.value > VERY_HIGH_LIX else None
        yield Place(Part.BODY), Found(0, 0, {"n": str(round(index.value))}, severity=severity)


def running_lix(passages: Iterable[PlacedPassage]) -> Lix | None:
    """Return the index of the running text in Swedish, None where there is too little of it."""
    index = total(one.passage.lix for one in passages if _counts(one.passage))
    return index if index.words >= LEAST_FOR_LIX else None


def _counts(passage: Passage) -> bool:
    return passage.kind in RUNNING_TEXT and passage.is_swedish_at(0)


@lru_cache(maxsize=4)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds each of `words`, the longest first, where no letter or hyphen touches it."""
    longest_first = sorted(words, key=len, reverse=True)
    spaced = (re.escape(word).replace(r"\ ", r"[ \u00a0]+") for word in longest_first)
    # Matched without regard to case this takes three times as long.
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spaced)})(?![\w-])")


def _in_place_of(passage: Passage, replacements: Mapping[str, str]) -> Iterator[tuple[re.Match[str], str]]:
    if not replacements:
        return
    text = lowered(passage.masked)
    for match in _any_of(tuple(replacements)).finditer(text):
        plain = " ".join(match[0].split()).casefold()
        if plain in replacements:
            yield match, _as_begun(passage.text[match.start()], replacements[plain])


@lru_cache(maxsize=4)
def _by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return `phrases` as their words, the longest first, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(all_) for first, all_ in found.items()}


def _harder_words(passage: Passage, context: Context) -> Iterator[Found]:
    for start, end, phrase in _phrases(passage, context.words.plainer):
        yield _plainer(passage.text, start, end, context.words.plainer[phrase])


def _own_words(passage: Passage, context: Context) -> Iterator[Found]:
    for start, end, phrase in _phrases(passage, context.words.rules):
        rule = context.words.rules[phrase]
        found = _plainer(passage.text, start, end, rule.suggestion)
        yield replace(found, values={**found.values, "why": rule.why})


def _phrases(passage: Passage, meant: Mapping[str, object]) -> Iterator[tuple[int, int, str]]:
    """Yield where the passage has one of the phrases that `meant` has as keys, the longest of several."""
    if not meant:
        return
    phrases = _by_first_word(tuple(meant))
    folded, done = passage.folded, 0
    for place, first in enumerate(folded):
        for words in phrases.get(first, ()):
            last = place + len(words)
            if place >= done and folded[place:last] == words and passage.is_unbroken(place, last):
                done = last
                start, end = passage.words[place][0], passage.words[last - 1][1]
                if MASK not in passage.masked[start:end]:
                    yield start, end, " ".join(words)


def _plainer(text: str, start: int, end: int, plainer: str) -> Found:
    if plainer == LEFT_OUT:
        after = end + text.startswith(" ", end)
        return Found(start, after, {"a": text[start:end]}, ReplaceText(""), wording=SUPERFLUOUS)
    right = _as_begun(text[start:end], plainer)
    return Found(start, end, {"a": text[start:end], "b": right}, ReplaceText(right))


def _as_begun(written: str, right: str) -> str:
    return right[0].upper() + right[1:] if written[0].isupper() else right


_AGENT = re.compile(r"\bav\s+(?:\w+\s+)?\w+")


def _hidden_doers(passage: Passage, context: Context) -> Iterator[Found]:
    for start, end in passage.sentences:
        for number in passage.numbers_between(start, end):
            first, last = passage.words[number]
            is_passive = passage.folded[number] in context.words.passives
            if is_passive and not _AGENT.search(passage.text, last, end):
                yield Found(first, last)


def _abbreviations(passage: Passage, context: Context) -> Iterator[Found]:
    ends = {end for _start, end in passage.sentences}
    for match, whole in _in_place_of(passage, context.words.abbreviations):
        # The full stop of the abbreviation is that of the sentence too.
        ends_sentence = match[0].endswith(".") and match.end() in ends
        yield Found(*match.span(), fix=ReplaceText(whole + "." if ends_sentence else whole))


RULES: tuple[Rule, ...] = (
    PassageRule(
        "K01",
        Severity.HINTS,
        N_("Long sentence ({n} words)"),
        N_("After some twenty words many readers have lost the beginning; make two sentences of it."),
        LANGUAGE_COUNCIL,
        style=True,
        rewords=True,
        kinds=OWN_WORDS,
        find=_long_sentences,
    ),
    ArticleRule(
        "K02",
        Severity.HINTS,
        N_("LIX {n}: hard to read"),
        N_("Long words and long sentences shut readers out; news for everybody stays below 45."),
        "Björnsson, Läsbarhet (1968)",
        style=True,
        find=_hard_text,
    ),
    PassageRule(
        "K03",
        Severity.HINTS,
        N_("Replace “{a}” with “{b}”"),
        N_("The plainer word says the same and is known to more readers; take it where it fits."),
        LANGUAGE_LAW,
        style=True,
        rewords=True,
        kinds=OWN_WORDS,
        find=_harder_words,
    ),
    PassageRule(
        "M01",
        Severity.HINTS,
        N_("Replace “{a}” with “{b}”"),
        N_("The municipality has agreed on other words; take them where they fit."),
        "Kommunens egna regler",
        style=True,
        rewords=True,
        kinds=OWN_WORDS,
        find=_own_words,
    ),
    PassageRule(
        "K04",
        Severity.HINTS,
        N_("Who does it?"),
        N_("The verb hides who acts, and that is what readers ask; say who does it."),
        LANGUAGE_LAW,
        style=True,
        rewords=True,
        kinds=OWN_WORDS,
        find=_hidden_doers,
    ),
    PassageRule(
        "K05",
        Severity.WARNS,
        N_("Spell out the abbreviation"),
        N_("Abbreviations slow readers down and are read badly aloud; there is room for the words."),
        LANGUAGE_COUNCIL,
        is_safe=True,
        style=True,
        rewords=True,
        kinds=OWN_WORDS,
        find=_abbreviations,
    ),
)
