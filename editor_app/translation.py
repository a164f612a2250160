"""Words in the reader's language, from the gettext catalogues in resources/locale.

Source texts are English; `sv` is a catalogue, and English needs none. Interface and article
languages differ: `_` and `ngettext` follow the interface, `translations` gives any language.
"""

import gettext
import locale
import os
import sys
from collections.abc import Callable
from functools import cache

from editor_app.resource_files import RESOURCES

DOMAIN = "pressklar"
LOCALE_FOLDER = RESOURCES / "locale"
SOURCE_LANGUAGE = "en"
LANGUAGES = ("sv", "en")


class CatalogueMissing(Exception):
    """A catalogue has not been compiled; `make setup` does that."""


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue for `language`, one of LANGUAGES.

    Raises CatalogueMissing where the .mo file has not been compiled from its .po.
    """
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    try:
        return gettext.translation(DOMAIN, LOCALE_FOLDER, [language])
    except FileNotFoundError as error:
        raise CatalogueMissing(
            f"There is no compiled catalogue for {language} in {LOCALE_FOLDER}. Run: make setup"
        ) from error


class _Interface:
    """The language that the interface speaks now."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE


_interface = _Interface()


def use_language(language: str) -> None:
    """Let the interface speak `language`, one of LANGUAGES, from the next text on."""
    translations(language)
    _interface.language = language


def interface_language() -> str:
    """Return the language that the interface speaks, one of LANGUAGES."""
    return _interface.language


def _(message: str) -> str:
    """Return `message` in the interface language."""
    return translations(_interface.language).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form for `count` in the interface language; `{count}` is left for the caller to fill."""
    return translations(_interface.language).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return `message` in the interface language, as it is said in `context`."""
    return translations(_interface.language).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the gettext convention for "translated later"
    """Return `message` as it is, marked for the catalogues: it is translated where it is said."""
    return message


def system_language() -> str:
    """Return the one of LANGUAGES that fits the system best; Swedish where none fits."""
    tags = [os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    if sys.platform in {"win32", "darwin"}:
        tags.append(locale.getlocale()[0] or "")
    for tag in tags:
        for language in LANGUAGES:
            if tag.lower().startswith((language, {"sv": "swedish", "en": "english"}[language])):
                return language
    return LANGUAGES[0]


Translate = Callable[[str], str]
