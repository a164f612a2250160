"""Languages on the page: which labels it speaks, which way a text runs, how dates are written."""

from datetime import date, datetime
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from markupsafe import Markup

from editor_app.domain.languages import TAG, direction
from editor_app.domain.swedish_time import TIME_ZONE
from editor_app.translation import LANGUAGES

SITE_LANGUAGE = "sv"

# Languages spoken in Sweden that CLDR has no name for.
_UNNAMED = frozenset({"fkv", "prs", "rmf", "rmn", "rmu", "rmy"})
_TIME_PATTERNS = {"sv": "d MMMM y 'kl.' HH.mm", "en": "d MMMM y, HH:mm"}
_LOCALES = {"en": "en_GB"}


@cache
def language_tag(text: str) -> str | None:
    """Return `text` as a BCP 47 tag that may stand on the page, or None where it names no language."""
    match = TAG.fullmatch(text.strip().replace("_", "-"))
    if match is None:
        return None
    language = match[1].lower()
    return match[0] if language in _language_names() or language in _UNNAMED else None


def frame_language(tag: str) -> str:
    """Return the one of LANGUAGES that the labels on a page in `tag` are written in."""
    primary = tag.replace("_", "-").split("-")[0].lower()
    return primary if primary in LANGUAGES else SITE_LANGUAGE


@cache
def language_attributes(tag: str, around: str) -> Markup:
    """Return the attributes that tell `tag` apart from the language `around` it; each with a space before."""
    attributes = Markup("")
    if tag != around:
        attributes += Markup(' lang="{}"').format(tag)
    if direction(tag) != direction(around):
        attributes += Markup(' dir="{}"').format(direction(tag))
    return attributes


def language_name(tag: str) -> str:
    """Return what the language calls itself, as in `suomi`; the tag where that is not known."""
    locale = _locale(tag)
    name = locale.get_language_name(locale.language) if locale is not None else None
    return name or tag


def date_text(moment: datetime, tag: str) -> str:
    """Return the Swedish day of `moment` in the language `tag`, as in `26 februari 2024`."""
    return day_text(moment.astimezone(TIME_ZONE).date(), tag)


@lru_cache(4096)
def day_text(day: date, tag: str) -> str:
    """Return `day` in the language `tag`, as in `26 februari 2024`."""
    return format_date(day, "long", locale=_locale(tag) or SITE_LANGUAGE)


def time_text(moment: datetime, language: str) -> str:
    """Return the Swedish day and time of `moment` in one of LANGUAGES, as in `26 februari 2024 kl. 14.02`."""
    local = moment.astimezone(TIME_ZONE)
    return format_datetime(local, _TIME_PATTERNS[language], locale=_LOCALES.get(language, language))


def day(moment: datetime) -> str:
    """Return the Swedish day of `moment` as `2024-02-26`."""
    return moment.astimezone(TIME_ZONE).date().isoformat()


@cache
def _language_names() -> frozenset[str]:
    return frozenset(Locale("en").languages)


@cache
def _locale(tag: str) -> Locale | None:
    try:
        return Locale.parse(_LOCALES.get(tag, tag).replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None
