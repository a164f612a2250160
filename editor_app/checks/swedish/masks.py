"""What looks like a number, a time or a sentence's end, and is none."""

import re

# Stands for a sign that is masked; no text that is taken in holds it.
MASK = "\ue000"

_MASKED = re.compile(
    r"""
    (?:https?://|www\.)[^\s<>”"]*[^\s<>”".,;:!?)]          # addresses on the web
    | (?<![\w.])(?:[\w-]+\.)+(?:se|com|nu|org|net|eu|fi|no|dk|io|gov)\b(?:/[^\s<>”"]*[^\s<>”".,;:!?)])?
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                          # e-mail
    | \b(?:SFS|SOSFS|AFS|BFS|EU|EG|prop\.|dnr:?|diarienummer:?|mål\ nr)\s?[A-ZÅÄÖ]*[\s/-]?\d[\d:/.–-]*\d
    | \b(?-i:[A-ZÅÄÖ]){2,}[-/\ ]\d{4}[-/:]\d+(?:[-/]\d+)*    # record numbers, as in KS 2024/123
    | (?<!\d)\(?\d{4}:\d{2,4}\)?(?!\d)                      # laws, as in 2018:1937
    | (?<![\d-])\+?\d{1,4}[-\ ]\d{2,3}(?:[\s ]\d{2,3}){1,3}(?![\d])   # phone numbers, grouped
    | (?<![\d-])0\d{1,3}[-\ ]?\d{5,8}(?!\d)                 # phone numbers, not grouped
    | (?<!\d)\+46[\d\s()-]{7,14}\d
    | (?<![\d-])\d{3}\ \d{2}(?=\s+(?-i:[A-ZÅÄÖ][a-zåäö]))         # postcodes before their town
    | (?<![\d-])\d{6}[-+]?\d{4}(?!\d)                       # organisation and identity numbers
    | (?<!\d)\d{4}-\d{2}-\d{2}(?!\d)                        # dates by numbers
    """,
    re.VERBOSE | re.IGNORECASE,
)


def masked(text: str) -> str:
    """Return `text` with MASK for each sign of addresses, phone, record and law numbers and the like."""
    return _MASKED.sub(lambda found: MASK * len(found[0]), text)
