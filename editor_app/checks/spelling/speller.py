"""Tells which words are misspelled in one language, and what may have been meant."""

from collections.abc import Iterable
from functools import lru_cache

from editor_app.checks.spelling.british import american_spellings
from editor_app.checks.spelling.compounds import can_begin, is_compound
from editor_app.checks.spelling.dictionaries import Dictionary

MOST_SUGGESTIONS = 5
# Beyond this, no word is: a line of letters would take hunspell and the search for parts long.
LONGEST_WORD = 60


class Speller:
    """Judges words of `language`, `sv` or `en`, by a dictionary and by the words it was told."""

    def __init__(self, language: str, dictionary: Dictionary) -> None:
        self._language = language
        self._dictionary = dictionary
        self._told: frozenset[str] = frozenset()
        self._stands = lru_cache(maxsize=20_000)(self._look_up)

    def learn(self, told: Iterable[str]) -> None:
        """Know the words `told`, and no longer those of before; one in small letters also with a capital."""
        self._told = frozenset(told)
        self._stands.cache_clear()

    def knows(self, form: str) -> bool:
        """Tell whether `form` is spelled right; a hyphen behind it says that it begins a compound."""
        word = form.removesuffix("-")
        if len(word) > LONGEST_WORD:
            return False
        if self._stands(word) or self._stands_genitive(word):
            return True
        if self._language == "en":
            return any(self._stands(spelling) for spelling in american_spellings(word))
        small = word.lower()
        return (form != word and can_begin(small, self._stands)) or is_compound(
            small, self._stands, self._is_listed
        )

    def suggest(self, form: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first: at most MOST_SUGGESTIONS; it takes 0.2 s."""
        word = form.removesuffix("-")
        if len(word) > LONGEST_WORD:
            return ()
        try:
            return tuple(self._dictionary.suggest(word)[:MOST_SUGGESTIONS])
        except UnicodeEncodeError:
            return ()

    def _look_up(self, word: str) -> bool:
        if word in self._told or word.lower() in self._told or (word.isupper() and self._told_title(word)):
            return True
        try:
            return self._dictionary.spell(word)
        except UnicodeEncodeError:
            # The English dictionary knows no letters beyond those of western Europe.
            return False

    def _is_listed(self, word: str) -> bool:
        # hunspell names the parts of what it put together itself.
        return self._stands(word) and not any("pa:" in found for found in self._dictionary.analyze(word))

    def _told_title(self, word: str) -> bool:
        return word.capitalize() in self._told

    def _stands_genitive(self, word: str) -> bool:
        base = word.removesuffix("'s").removesuffix("s")
        return base != word and any(form in self._told for form in (base, base.lower()))
