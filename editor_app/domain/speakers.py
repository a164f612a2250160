"""Who seems to say a quote: the name beside a verb of saying."""

import re
from collections.abc import Iterable, Sequence

_VERBS = (
    "säger|sade|sa|berättar|berättade|menar|menade|tycker|tyckte|förklarar|förklarade|konstaterar"
    "|konstaterade|understryker|betonar|betonade|hälsar|skriver|skrev|uppger|uppgav|anser|ansåg|tillägger"
    "|says|said|explains|explained|adds|added|writes|wrote|notes|noted|stresses|stressed"
)
# Two to four words in capitals, as in Anna-Karin Af Ek; one alone may be a place or the start of a sentence.
_WORD = r"[^\W\d_a-zåäöéü][\w'’-]+"
_NAME = rf"(?P<name>{_WORD}(?: (?:(?:von|af|de|al|van) )?{_WORD}){{1,3}})"
# Between verb and name stands at most a title: "säger kommundirektör Maja Lindström".
_TITLE = (
    r"(?:(?!(?:ja|nej|att|det|till|i|på|om|för|med|yes|no|that|it|to|in|on|about)\b)[^\W\d_][\w-]* ){0,2}?"
)
_AFTER = re.compile(rf"\b(?:{_VERBS}),? {_TITLE}{_NAME}")
_BEFORE = re.compile(rf"{_NAME}(?:, [^,.!?]+,)? (?:{_VERBS})\b")


def suggest_speaker(texts: Sequence[str], names: Iterable[str] = ()) -> str:
    """Return who seems to speak, empty where nobody does.

    `texts` are the quote and what stands beside it, the likeliest first. Somebody of `names`, or else
    any name, beside a verb of saying is taken; a name of `names` alone counts in the quote itself.
    """
    known = {name.casefold(): name for name in names if " " in name.strip()}
    for text in texts:
        for pattern in (_AFTER, _BEFORE):
            found = pattern.search(text)
            if found is not None:
                return _known(found["name"], known) or found["name"]
    return next((_known(text, known) for text in texts[:1] if _known(text, known)), "")


def _known(text: str, known: dict[str, str]) -> str:
    folded = text.casefold()
    return next((whole for name, whole in known.items() if name in folded), "")
