"""The search box read: any text at all becomes an ArticleQuery."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import Struct

from editor_app.domain.article_query import ArticleQuery, PageTime, Term
from editor_app.domain.languages import TAG
from editor_app.domain.normalize import normalize_text
from editor_app.domain.query_words import (
    KEY_WORDS,
    KIND_VALUES,
    MINE,
    STATE_VALUES,
    WAITS_FOR_ME,
    Key,
    language_values,
)
from editor_app.domain.query_writer import quoted
from editor_app.domain.workflow import LiveSide, State

T = TypeVar("T")

_KEYS: Mapping[str, Key] = {word: key for key, words in KEY_WORDS.items() for word in words}
_ANY_KEY = "|".join(map(re.escape, _KEYS))
# A space after the colon is what Swedish writes there; the key of another filter is no value, though.
_PIECE = re.compile(
    rf"""(?P<minus>-(?=[^\s-]))?
         (?:(?P<key>{_ANY_KEY}):(?:\s++(?!-?(?:{_ANY_KEY}):))?)?
         (?:"(?P<straight>(?:[^"]|"")*)(?:"(?P<closed>)|\Z)(?P<star>\*)?
           |[”“„‟](?P<typographic>[^"”“„‟]*)(?:["”“„‟](?P<ended>)|\Z)(?P<asterisk>\*)?
           |(?P<bare>[^\s"”“„‟]*))""",
    re.VERBOSE | re.IGNORECASE,
)
# The fields that the values of one key fill.
_STATUS_FIELDS: Mapping[type, str] = {State: "states", LiveSide: "live_sides", PageTime: "page_times"}
_SPACE = re.compile(r"\s*")
# Beyond these a day earlier or later might be no date.
_YEARS = range(1000, 9999)
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")


class _Piece(Struct, frozen=True):
    """What stands between spaces, taken apart; `is_open` where its end is still to be typed."""

    text: str
    key: Key | None = None
    written_key: str = ""
    is_quoted: bool = False
    is_prefix: bool = False
    excluded: bool = False
    is_open: bool = False

    def as_typed(self) -> str:
        value = quoted(self.text) if self.text else ""
        return f"{'-' if self.excluded else ''}{self.written_key}:{value}"


def parse_query(text: str, *, typing: bool = False) -> ArticleQuery:
    """Return what `text` asks for, whatever it is; `write_query` is the way back.

    While somebody is `typing`, a word at the very end may go on. A known key whose value is missing
    or not known goes to `unknown`; anything else that looks like a key is a word.
    """
    return _Reading(typing).read(normalize_text(text, line_breaks=False))


def entered_terms(text: str) -> tuple[Term, ...]:
    """Return the words that `text` asks for once it is entered: the last one whole, or only begun."""
    return _once((*parse_query(text).terms, *parse_query(text, typing=True).terms))


class _Reading:
    """Gathers the pieces of a text into the fields of a query."""

    def __init__(self, typing: bool) -> None:
        self._typing = typing
        self._terms: list[Term] = []
        self._values: dict[str, list[Any]] = {}
        self._single: dict[str, Any] = {}
        self._unknown: list[str] = []

    def read(self, text: str) -> ArticleQuery:
        pieces = list(_pieces(text))
        while pieces:
            taken = self._take_phrase_of_box(pieces)
            if not taken:
                self._take(pieces.pop(0))
        fields: dict[str, Any] = {
            field: _once(values) for field, values in self._values.items()
        } | self._single
        return ArticleQuery(terms=tuple(self._terms), unknown=_once(self._unknown), **fields)

    def _take_phrase_of_box(self, pieces: list[_Piece]) -> bool:
        for field, phrase in (("mine", MINE), ("waits_for_me", WAITS_FOR_ME)):
            for words in (wording.split() for wording in phrase):
                if [_bare_word(piece) for piece in pieces[: len(words)]] == words:
                    self._single[field] = True
                    del pieces[: len(words)]
                    return True
        return False

    def _take(self, piece: _Piece) -> None:
        if piece.key is None:
            self._take_term(piece)
        elif piece.excluded or not self._take_filter(piece.key, piece.text):
            self._unknown.append(piece.as_typed())

    def _take_term(self, piece: _Piece) -> None:
        if piece.text:
            is_prefix = piece.is_prefix or (self._typing and piece.is_open)
            self._terms.append(Term(piece.text, piece.is_quoted, is_prefix, piece.excluded))

    def _take_filter(self, key: Key, text: str) -> bool:
        """Take a filter into the query; tell whether its value was understood."""
        if key in (Key.FROM, Key.TO):
            return self._take_day(key, text)
        field, value = _value(key, text)
        if value is None:
            return False
        self._values.setdefault(field, []).append(value)
        return True

    def _take_day(self, key: Key, text: str) -> bool:
        field = "changed_from" if key is Key.FROM else "changed_to"
        day = _day(text, is_last=key is Key.TO)
        if day is None or field in self._single:
            return False
        self._single[field] = day
        return True


def _pieces(text: str) -> Iterator[_Piece]:
    place = _after_space(text, 0)
    while place < len(text):
        match = _PIECE.match(text, place)
        # Something stands at `place`, of which any one character is a piece.
        assert match is not None
        yield _piece(match)
        place = _after_space(text, match.end())


def _piece(match: re.Match[str]) -> _Piece:
    written_key = (match["key"] or "").casefold()
    bare = match["bare"]
    at_end = match.end() == len(match.string)
    if bare is not None:
        stem = bare.rstrip("*")
        has_letters = not written_key and any(map(str.isalnum, stem))
        is_prefix = has_letters and stem != bare
        words, is_open = stem if is_prefix else bare, has_letters and at_end
    else:
        straight = match["straight"]
        words = match["typographic"] if straight is None else straight.replace('""', '"')
        words = " ".join(words.split())
        is_prefix = match["star"] is not None or match["asterisk"] is not None
        is_open = match["closed"] is None and match["ended"] is None
    return _Piece(
        text=words,
        key=_KEYS.get(written_key),
        written_key=written_key,
        is_quoted=bare is None,
        is_prefix=is_prefix,
        excluded=match["minus"] is not None,
        is_open=is_open,
    )


def _after_space(text: str, place: int) -> int:
    match = _SPACE.match(text, place)
    return place if match is None else match.end()


def _bare_word(piece: _Piece) -> str | None:
    is_bare = piece.key is None and not (piece.is_quoted or piece.is_prefix or piece.excluded)
    return piece.text.casefold() if is_bare else None


def _value(key: Key, text: str) -> tuple[str, Any]:
    """Return the field of a query that `key` fills, and what `text` is there; None where it is nothing."""
    if key is Key.STATUS:
        status = _meanings(STATE_VALUES).get(text.casefold())
        return _STATUS_FIELDS.get(type(status), "states"), status
    if key is Key.KIND:
        return "kinds", _meanings(KIND_VALUES).get(text.casefold())
    if key is Key.LANGUAGE:
        return "languages", _language(text.casefold())
    names = {Key.CATEGORY: "categories", Key.CONTACT: "contacts", Key.PERSON: "persons"}
    return names[key], text or None


def _language(text: str) -> str | None:
    tags = {name: tag for tag, names in language_values().items() for name in names}
    if text in tags:
        return tags[text]
    return text if TAG.fullmatch(text) else None


def _meanings(words: Mapping[T, Iterable[str]]) -> Mapping[str, T]:
    return {word: meaning for meaning, some in words.items() for word in some}


def _day(text: str, *, is_last: bool) -> date | None:
    """Return the day that `text` names, the first or the last where it names a month or a year."""
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    year = int(match[1])
    month = int(match[2] or (12 if is_last else 1))
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    days = monthrange(year, month)[1]
    day = int(match[3] or (days if is_last else 1))
    return date(year, month, day) if 1 <= day <= days else None


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
