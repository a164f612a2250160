"""How many words are called misspelled without being so, how many mistakes are found, and how fast.

python tests/benchmarks/bench_spelling.py
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from editor_app.checks.spelling.dictionaries import open_dictionary
from editor_app.checks.spelling.speller import Speller

LISTS = Path(__file__).parents[1] / "checks" / "spelling"


def main() -> None:
    """Print the figures of the Swedish speller, and of the dictionary without it."""
    began = time.perf_counter()
    dictionary = open_dictionary("sv")
    print(f"dictionary loaded               {(time.perf_counter() - began) * 1000:7.1f} ms")
    for name in ("municipal_words.txt", "unseen_words.txt", "mistakes.txt"):
        words = (LISTS / name).read_text(encoding="utf-8").split()
        speller = Speller("sv", dictionary)
        began = time.perf_counter()
        unknown = sum(not speller.knows(word) for word in words)
        each = (time.perf_counter() - began) * 1000 / len(words)
        plain = sum(not dictionary.spell(word) for word in words)
        print(
            f"{name:24} {len(words):5} words, called misspelled {unknown / len(words):6.1%}"
            f" (dictionary alone {plain / len(words):6.1%}), {each:.2f} ms a word"
        )
    began = time.perf_counter()
    speller.suggest("kommunstyrelesen")
    print(f"suggestions for one word        {(time.perf_counter() - began) * 1000:7.1f} ms")


if __name__ == "__main__":
    main()
