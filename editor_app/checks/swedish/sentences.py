"""Where Swedish sentences end, and where a full stop ends none."""

import re


def _after(abbreviations: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[\s(”\"–-])(?:{'|'.join(map(re.escape, abbreviations.split()))})$", re.IGNORECASE
    )


# A sentence does not end in one of these; m.m. and etc. are none of them, for they often end one.
_AT_ABBREVIATION = _after(
    "t.ex bl.a d.v.s dvs s.k f.d p.g.a pga fr.o.m t.o.m f.n ca kl resp jfr ev inkl exkl prof dr dir m.h.t "
    "m.a.o i.st.f n.b u.a enl"
)
# Words of their own too, so that only a figure behind them tells.
_AT_ABBREVIATION_OF_NUMBER = _after(
    "nr s sid bil kap tel tfn max min st art prop ung jan feb febr apr aug sept okt nov dec"
)
_FIGURE = re.compile(r"\s*\d")
# After a number a capital is a class or a room, as in sal 4 B.
_AT_INITIAL = re.compile(r"(?:^|(?<!\d)[\s(”\"]|[.-])[A-ZÅÄÖÉ]$")
_AT_NUMBER = re.compile(r"(?:^|\D)\d{1,2}$")
_END = re.compile(r"[.!?…]+[”\"’')\]]*(?=\s|$)|\n+")
# A sentence begins with a capital, a figure, a dash of speech or a mark before one of them.
_BEGINNING = re.compile(r"\s*[–—-]?\s*[”\"’'(\[]*[A-ZÅÄÖÉ\d]")
# What comes after a number with a full stop that is an ordinal, as in den 3. maj.
_AFTER_ORDINAL = re.compile(
    r"\s+(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence of `text` begins and ends, in code points, the spaces around left out.

    A full stop after an abbreviation, an initial or an ordinal, or inside a time or a number, ends none;
    nor does one inside a quotation that goes on with a small letter, as in ”Kom hit!” sa hon.
    """
    found, start = [], 0
    for end in _END.finditer(text):
        if _ends_sentence(text, end):
            found.append((start, end.end()))
            start = end.end()
    found.append((start, len(text)))
    tidy = (_without_spaces(text, *piece) for piece in found)
    return tuple((first, last) for first, last in tidy if first < last)


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    if end[0].startswith("\n") or end.end() == len(text):
        return True
    if not _BEGINNING.match(text, end.end()):
        return False
    if end[0] != ".":
        return True
    before = text[max(0, end.start() - 20) : end.start()]
    if _AT_ABBREVIATION.search(before) or _AT_INITIAL.search(before):
        return False
    if _AT_ABBREVIATION_OF_NUMBER.search(before) and _FIGURE.match(text, end.end()):
        return False
    return not (_AT_NUMBER.search(before) and _AFTER_ORDINAL.match(text, end.end()))


def _without_spaces(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
