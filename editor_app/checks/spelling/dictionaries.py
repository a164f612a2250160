"""The dictionaries that come with the program's packages, opened with hunspell."""

import sys
from pathlib import Path
from typing import Protocol

from hunspell import Hunspell  # type: ignore[import-untyped]

from editor_app.resource_files import RESOURCES


class Dictionary(Protocol):
    """What hunspell knows of one language."""

    def spell(self, word: str) -> bool:
        """Tell whether it knows `word`; raises UnicodeEncodeError for letters that it has none of."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first."""

    def analyze(self, word: str) -> tuple[str, ...]:
        """Return how `word` is made, `pa:` before each part of a compound."""

    def add(self, word: str) -> int:
        """Know `word` from now on."""


def open_dictionary(language: str) -> Dictionary:
    """Return the dictionary of `language`, `sv` or `en`, and the program's own words; takes half a second."""
    if language == "sv":
        # Of the two that the package has, this one takes fewer mistakes for compounds.
        dictionary: Dictionary = Hunspell(
            "sv_SE_expanded", hunspell_data_dir=str(Path(sys.prefix, "share", "hunspell"))
        )
    else:
        dictionary = Hunspell("en_US")
    for word in own_words(language):
        dictionary.add(word)
    return dictionary


def own_words(language: str) -> tuple[str, ...]:
    """Return the words of municipalities that the dictionary of `language` lacks."""
    lines = (RESOURCES / "words" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
