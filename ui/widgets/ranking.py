"""Finding things by several texts, the best matches first, fast enough for some thousand of them."""

from collections.abc import Iterable, Sequence

from ui.widgets.folding import fold

Key = str


class Ranking:
    """Finds keys by their texts, the most telling text first, as in name, role and unit."""

    def __init__(self, entries: Iterable[tuple[Key, Sequence[str]]]) -> None:
        # Folded once, so that a key costs no more than a look.
        self._entries = [(key, [fold(text) for text in texts if text]) for key, texts in entries]
        self._entries.sort(key=lambda entry: entry[1][:1])

    def find(self, typed: str) -> list[Key]:
        """Return the keys of which the texts hold each typed word, all of them where nothing is typed.

        What begins with the words comes before what has a word that does, and that before the rest; among
        those, the earlier texts count more.
        """
        words = fold(typed).split()
        if not words:
            return [key for key, _texts in self._entries]
        ranked = []
        for place, (key, texts) in enumerate(self._entries):
            together = "\n".join(texts)
            if all(word in together for word in words):
                ranked.append((_rank(" ".join(words), words[0], texts), place, key))
        return [key for _rank_of, _place, key in sorted(ranked)]


def _rank(typed: str, first: str, texts: Sequence[str]) -> tuple[int, int]:
    return min(
        (
            (kind, place)
            for place, text in enumerate(texts)
            for kind, fits in enumerate((text.startswith(typed), f" {first}" in f" {text}", first in text))
            if fits
        ),
        default=(3, 0),
    )
