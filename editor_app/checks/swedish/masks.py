"""What looks like a number, a time or a sentence's end, and is none."""

import re

# Stands for a sign that is masked; no text that is taken in holds it.
MASK = "\ue000"

_ADDRESS = r"""
    (?:https?://|www\.)[^\s<>”"]*[^\s<>”".,;:!?)]          # on the web
    | (?<![\w.])(?:[\w-]+\.)+(?:se|com|nu|org|net|eu|fi|no|dk|io|gov)\b(?:/[^\s<>”"]*[^\s<>”".,;:!?)])?
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # e-mail
"""
_PHONE = r"""
    (?<![\d-])\+?\d{1,4}[-\ ]\d{2,3}(?:[\s\u00a0]\d{2,3}){1,3}(?!\d)   # grouped
    | (?<![\d-])0\d{1,3}[-\ ]?\d{5,8}(?!\d)                 # not grouped
    | (?<!\d)\+46[\d\s()-]{7,14}\d
"""
_NUMBER = r"""
    \b(?:SFS|SOSFS|AFS|BFS|EU|EG|prop\.|dnr:?|diarienummer:?|mål\ nr)\s?[A-ZÅÄÖ]*[\s/-]?\d[\d:/.–-]*\d
    | \b(?-i:[A-ZÅÄÖ]){2,}[-/\ ]\d{4}[-/:]\d+(?:[-/]\d+)*    # record numbers, as in KS 2024/123
    | (?<!\d)\(?\d{4}:\d{2,4}\)?(?!\d)                      # laws, as in 2018:1937
    | (?<![\d-])\d{3}\ \d{2}(?=\s+(?-i:[A-ZÅÄÖ][a-zåäö]))    # postcodes before their town
    | (?<![\d-])\d{6}[-+]?\d{4}(?!\d)                       # organisation and identity numbers
    | (?<!\d)\d{4}-\d{2}-\d{2}(?!\d)                        # dates by numbers
"""


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.VERBOSE | re.IGNORECASE)


PHONES = _any_of(_PHONE)
_MASKED = _any_of(_ADDRESS, _PHONE, _NUMBER)
_REACHING = _any_of(_ADDRESS, _PHONE)


# Without one of these there is nothing to mask, as in most sentences.
_SUSPECT = re.compile(r"[\d@]|\.\w|//")


def masked(text: str) -> str:
    """Return `text` with MASK for each sign of addresses, phone, record and law numbers and the like."""
    if _SUSPECT.search(text) is None:
        return text
    return _MASKED.sub(lambda found: MASK * len(found[0]), text)


def without_ways(text: str) -> str:
    """Return `text` with MASK for each sign of addresses and phone numbers alone."""
    if _SUSPECT.search(text) is None:
        return text
    return _REACHING.sub(lambda found: MASK * len(found[0]), text)
