"""British spellings of English words, for a dictionary that has the American ones alone."""

from collections.abc import Iterator

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("ysi", "yzi"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("lment", "llment"),
    ("lfil", "lfill"),
    ("amme", "am"),
    ("ae", "e"),
    ("grey", "gray"),
    ("cheque", "check"),
    ("tyre", "tire"),
    ("kerb", "curb"),
    ("ageing", "aging"),
    ("judgement", "judgment"),
    ("practis", "practic"),
    ("mould", "mold"),
    ("plough", "plow"),
)


def american_spellings(word: str) -> Iterator[str]:
    """Yield the ways in which `word` may be spelled in America, itself left out."""
    for british, american in _ENDINGS:
        if british in word:
            yield word.replace(british, american)
