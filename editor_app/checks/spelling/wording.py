"""Which words of a text are looked up in a dictionary, and where they stand."""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

SOFT_HYPHEN = "\u00ad"

# Addresses, e-mail, handles and hashtags.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|[#@]\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org|net|eu|io|fi|no|dk|gov|int|pdf|docx?|xlsx?)\b(?:/\S*)?",
    re.IGNORECASE,
)
# As in t.ex., fr. o. m. and e.g.
_DOTTED = re.compile(r"(?<!\w)[^\W\d_]{1,4}\.(?:[ \u00a0]?[^\W\d_]{1,3}\.)+|(?<!\w)[^\W\d_]\.[^\W\d_](?!\w)")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:adr|anm|avd|avs|bil|c:a|ca|dr|dvs|enl|etc|ev|exkl|ext|fig|fr|inkl|jan|feb|jfr|kap|kl|kr|kv|"
    r"max|milj|min|mm|mom|moms|mr|mrs|ms|ngn|no|nr|nuv|obs|osv|pga|prof|resp|s\.k|sek|sept|sid|st|str|tel|"
    r"tex|tfn|tim|tr|u\.a|vol|aug|okt|nov|dec)\.",
    re.IGNORECASE,
)
_PASSED_OVER = re.compile(
    "|".join(f"(?:{one.pattern})" for one in (_ADDRESS, _DOTTED, _ABBREVIATION)), re.IGNORECASE
)
_CHUNK = re.compile(r"[^\W_]+(?:['’\u00ad\u0300-\u036f]+[^\W_]+)*", re.UNICODE)
# The dictionaries know no other letters: Arabic in a Swedish passage is not misspelled Swedish.
_LATIN = re.compile("['\u0000-\u024f\u0300-\u036f\u1e00-\u1eff]+")
_HYPHENS = "-\u2010\u2011"
_LONGEST_ACRONYM = 6
# What may stand between the end of a sentence and the first word of the next.
_OPENERS = "\"'”’“‘»«([–—-•\t\u00a0\u200b "
_SENTENCE_ENDS = ".!?:…\n\u2028\ufffc"


class Word(Struct, frozen=True):
    """A word from `start` to `end`, in code points of the text that it was found in.

    `form` is what to look up: without soft hyphens, and with a hyphen behind it where it is the
    first part of a word that goes on elsewhere, as in `grundskole-`. `is_named`: a capital inside a
    sentence, which in Swedish only names have.
    """

    start: int
    end: int
    form: str
    is_named: bool = False


def words(text: str) -> Iterator[Word]:
    """Yield the words of `text` that a dictionary can judge, in their order.

    Addresses, abbreviations, acronyms, single letters, other letters than Latin and what has digits in
    it are passed over.
    """
    passed_over = [found.span() for found in _PASSED_OVER.finditer(text)]
    for found in _CHUNK.finditer(text):
        start, end = found.span()
        while passed_over and passed_over[0][1] <= start:
            passed_over.pop(0)
        if passed_over and passed_over[0][0] < end:
            continue
        form = _form(found.group())
        if _is_judged(form) and not _hangs_on_digits(text, start):
            yield Word(start, end, form + _joint(text, end), form[0].isupper() and not _opens(text, start))


def language_known(tag: str) -> str | None:
    """Return which dictionary a passage in the language of a BCP 47 `tag` goes by, or None without one."""
    primary = tag.partition("-")[0].lower()
    return primary if primary in {"sv", "en"} else None


def _form(chunk: str) -> str:
    return unicodedata.normalize("NFC", chunk.replace(SOFT_HYPHEN, "").replace("’", "'"))


def _is_judged(form: str) -> bool:
    if len(form) < 2 or not _LATIN.fullmatch(form):
        return False
    # Most words are letters alone, and small ones behind the first: to ask for each of them takes longer.
    if not form.isalpha() and any(character.isdigit() for character in form):
        return False
    if form.isupper():
        return len(form) > _LONGEST_ACRONYM
    # As in LinkedIn and iPad.
    return form[1:].islower() or not any(character.isupper() for character in form[1:])


def _hangs_on_digits(text: str, start: int) -> bool:
    """Tell whether it ends a word that begins with digits or a sign, as in 1800-talet and AB:s."""
    before = text[max(start - 2, 0) : start]
    if before[-1:] in {":", "_", "/"} and before[:1].isalnum() and before[-1:] != "/":
        return True
    return len(before) == 2 and before[1] in _HYPHENS and before[0].isdigit()


def _joint(text: str, end: int) -> str:
    return "-" if text[end : end + 1] and text[end] in _HYPHENS else ""


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence begins at `start`."""
    before = text[:start].rstrip(_OPENERS)
    return not before or before[-1] in _SENTENCE_ENDS
