"""Languages by their BCP 47 tags: which tags there can be, which way a text runs, what they are called."""

import re
from collections.abc import Mapping

from editor_app.translation import N_

TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-(?:[a-z]{2}|[0-9]{3}))?", re.IGNORECASE)

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "prs", "sd", "syr", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})

# What a municipality's passages are in, the national minority languages before those of many residents.
LANGUAGE_WORDS: Mapping[str, str] = {
    "sv": N_("Swedish"),
    "en": N_("English"),
    "fi": N_("Finnish"),
    "se": N_("Northern Sami"),
    "fit": N_("Meänkieli"),
    "rom": N_("Romani"),
    "yi": N_("Yiddish"),
    "ar": N_("Arabic"),
    "fa": N_("Persian"),
    "so": N_("Somali"),
    "pl": N_("Polish"),
    "uk": N_("Ukrainian"),
    "ti": N_("Tigrinya"),
}


def direction(tag: str) -> str:
    """Return "rtl" for a language or script that runs from right to left, else "ltr"."""
    match = TAG.fullmatch(tag)
    if match is None:
        return "ltr"
    if match[2]:
        return "rtl" if match[2].lower() in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if match[1].lower() in _RIGHT_TO_LEFT else "ltr"
