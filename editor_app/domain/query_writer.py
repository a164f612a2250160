"""An ArticleQuery written as somebody would type it into the search box."""

import re
from collections.abc import Iterable, Iterator

from editor_app.domain.article_query import ArticleQuery, Term
from editor_app.domain.query_words import (
    KEY_WORDS,
    KIND_VALUES,
    MINE,
    STATE_VALUES,
    WAITS_FOR_ME,
    Key,
    language_values,
)
from editor_app.translation import LANGUAGES, interface_language

_NEEDS_QUOTES = re.compile(r'[\s"”“„‟]')


def write_query(query: ArticleQuery, language: str | None = None) -> str:
    """Return the text that `parse_query` makes `query` of.

    Keys and values are in `language`, one of LANGUAGES, by default that of the interface.
    """
    return " ".join(_parts(query, language or interface_language()))


def quoted(text: str) -> str:
    """Return `text` as one value of the search box, in quotation marks where it needs them."""
    return _in_quotes(text) if _NEEDS_QUOTES.search(text) else text


def _parts(query: ArticleQuery, language: str) -> Iterator[str]:
    yield from map(_term, query.terms)
    for key, values in _filters(query, language):
        word = KEY_WORDS[key].written(language)
        yield from (f"{word}:{quoted(value)}" for value in values)
    if query.mine:
        yield MINE.written(language)
    if query.waits_for_me:
        yield WAITS_FOR_ME.written(language)
    # A key without a value takes what follows it for one, unless that is a key as well.
    yield from query.unknown


def _filters(query: ArticleQuery, language: str) -> Iterator[tuple[Key, Iterable[str]]]:
    yield Key.STATUS, (STATE_VALUES[state].written(language) for state in query.states)
    yield Key.STATUS, (STATE_VALUES[side].written(language) for side in query.live_sides)
    yield Key.STATUS, (STATE_VALUES[time].written(language) for time in query.page_times)
    yield Key.KIND, (KIND_VALUES[kind].written(language) for kind in query.kinds)
    yield Key.CATEGORY, query.categories
    yield Key.CONTACT, query.contacts
    yield Key.PERSON, query.persons
    yield Key.LANGUAGE, (_language(tag, language) for tag in query.languages)
    yield Key.FROM, (day.isoformat() for day in (query.changed_from,) if day is not None)
    yield Key.TO, (day.isoformat() for day in (query.changed_to,) if day is not None)


def _term(term: Term) -> str:
    text = _in_quotes(term.text) if term.is_phrase else term.text
    return f"{'-' if term.excluded else ''}{text}{'*' if term.is_prefix else ''}"


def _language(tag: str, language: str) -> str:
    names = language_values().get(tag)
    return names[LANGUAGES.index(language)] if names else tag


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
