"""People and functions that a page says one can turn to."""

import re
from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from editor_app.domain.article import Phone
from editor_app.domain.contact_details import is_email, is_phone
from editor_app.intake.dates import read_date
from editor_app.intake.lines import Line, Lines, count_words, ends_sentence
from editor_app.intake.taken_text import ContactText
from editor_app.intake.vocabulary import (
    CONTACT_HEADINGS,
    EMAIL_LABELS,
    NAME_LABELS,
    PHONE_LABELS,
    TOLD_APART,
    key,
)

_LABEL_END = r"\s*[:.]?\s*"
_PHONE = re.compile(
    rf"(?:\b(?P<label>{PHONE_LABELS}){_LABEL_END})?"
    r"(?P<value>(?<![\w-])(?:\(0\d{1,3}\)|\+|0)[\d( ][\d \u00a0()/‑–-]{4,}\d)(?![\w-])",
    re.IGNORECASE,
)
# 1177, 113 13 and their like are numbers only where a label says so.
_SHORT_PHONE = re.compile(
    rf"\b(?P<label>{PHONE_LABELS}){_LABEL_END}(?P<value>11\d(?: ?\d{{1,3}})?)$", re.IGNORECASE
)
_EMAIL = re.compile(
    rf"(?:\b(?:{EMAIL_LABELS}){_LABEL_END})?<?(?:mailto:)?(?P<value>[\w.+'-]+@[\w-]+(?:\.[\w-]+)+)>?",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(rf"(?:{PHONE_LABELS}|{EMAIL_LABELS}){_LABEL_END}", re.IGNORECASE)
_ASKED = re.compile(r"(?:kontakta|ring|mejla|contact|call)\s+(?!oss\b|us\b)(?=\S)", re.IGNORECASE)
_NAME_LABEL = re.compile(rf"(?:{NAME_LABELS})\s*:\s*", re.IGNORECASE)
_EDGES = " \t,;:|/–—-()<>•·"
_PART_END = re.compile(r"\s*,\s+|\s+[–—|-]\s+|\s*[;|]\s*|\s+\((?=[^)]*\)$)")
_CAPITALISED = r"[^\W\d_a-zåäöéü][\w'’.-]*"
_NAME = re.compile(
    rf"{_CAPITALISED}(?: (?:{_CAPITALISED}|von|van|af|de|la|den|der|bin|al|el))*(?: {_CAPITALISED})"
)
# "planarkitekt Eva Lo"
_ROLE_AND_NAME = re.compile(
    rf"(?P<role>[a-zåäöéü][\w-]*(?: [a-zåäöéü][\w-]*){{0,3}}) (?P<name>{_NAME.pattern})"
)
_ORGANISATION = re.compile(
    r"kommuns?\b|förening(?:en)?\b|region(?:en)?\b|förvaltning(?:en)?\b|nämnd(?:en)?\b|stiftelse(?:n)?\b|\bab\b|polisen|"
    r"räddningstjänst|länsstyrelse|municipality|council\b|department\b|agency\b",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"cent(?:er|rum|re)\b|tjänst|jour(?:en)?\b|reception|växel|service|desk\b|office|enheten", re.IGNORECASE
)
_ROLE_AT = re.compile(r" (?:på|vid|för|i|at|of|for|in) ", re.IGNORECASE)
_REMARK = re.compile(r":\s+\S|\d.*\d")
# How far below its heading, or the contact above, a contact has to show how it is reached.
_REACH = 6
_LONGEST = 120
Found = TypeVar("Found", Phone, str)
_MOST_WORDS_BESIDE = 12


class FoundContacts(Struct, frozen=True):
    """What one contact block holds; its first `used` lines were read.

    `left` are sentences between the contacts, `extra` lines with words beside the details of a contact.
    """

    contacts: tuple[ContactText, ...]
    used: int
    left: Lines = ()
    extra: tuple[str, ...] = ()


class _Parts(Struct, frozen=True):
    """One line taken apart; `words`, a name, a role or an organisation, stand before the rest."""

    words: str
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    words_after: str = ""


def is_contact_heading(lines: Lines, index: int) -> bool:
    """Tell whether a contact block begins at `index`: its heading, and below it a way to reach somebody."""
    below = lines[index + 1 : index + 1 + _REACH]
    return _is_heading(lines[index].text) and any(_has_details(line.text) for line in below)


def is_contact_line(text: str) -> bool:
    """Tell whether `text` is a whole contact on one line, as in `Kontakt: Namn, 08-465 004 00`."""
    return _NAME_LABEL.match(text) is not None and _has_details(text)


def is_card(lines: Lines, index: int) -> bool:
    """Tell whether a contact without a heading begins at `index`: a name, and below it its details alone."""
    if not _is_name(lines[index].text):
        return False
    for line in lines[index + 1 : index + 4]:
        if _has_details(line.text):
            return count_words(_take_apart(line.text).words) == 0
        if ends_sentence(line.text) or len(line.text) > _LONGEST or _is_heading(line.text):
            return False
    return False


def read_contacts(lines: Lines) -> FoundContacts:
    """Return what the contact block that begins with the first of `lines`, below its heading, holds."""
    used = _block_length(lines)
    contacts: list[ContactText] = []
    left: list[Line] = []
    extra: list[str] = []
    new_card = True
    for line in lines[:used]:
        if _is_heading(line.text):
            new_card = True
        elif _is_sentence(line.text) or _is_remark(line.text):
            left.append(line)
        elif not _LABEL_ALONE.fullmatch(line.text):
            if not _add(contacts, _take_apart(line.text), new_card or line.after_gap, new_card):
                extra.append(line.text)
            new_card = False
    return FoundContacts(tuple(map(_in_order, contacts)), used, tuple(left), tuple(extra))


def _block_length(lines: Lines) -> int:
    """A block ends with the last line that tells how to reach somebody, before nothing does for a while."""
    length = 0
    for index, line in enumerate(lines):
        if _has_details(line.text):
            length = index + 1
        elif index - length >= _REACH or (_is_sentence(line.text) and index == length > 0):
            break
    return length


def _is_heading(text: str) -> bool:
    return CONTACT_HEADINGS.fullmatch(key(text)) is not None


def _is_sentence(text: str) -> bool:
    return (ends_sentence(text) and count_words(text) > 5 and not _has_details(text)) or len(
        text
    ) > _LONGEST * 2


def _is_remark(text: str) -> bool:
    """Opening hours and the like are neither a name nor a role."""
    return _REMARK.search(text) is not None and not _NAME_LABEL.match(text) and not _has_details(text)


def _has_details(text: str) -> bool:
    """A number or an address within a sentence is the sentence's, not a contact's."""
    if len(text) > _LONGEST * 2:
        return False
    parts = _take_apart(text)
    beside = count_words(parts.words) + count_words(parts.words_after)
    return bool(parts.phones or parts.emails) and beside <= (5 if ends_sentence(text) else _MOST_WORDS_BESIDE)


def _take_apart(text: str) -> _Parts:
    label = _NAME_LABEL.match(text) or _ASKED.match(text)
    rest = text[label.end() :] if label else text
    emails, rest = _take(_EMAIL, rest, is_email, lambda match: match["value"])
    phones, rest = _take(_PHONE, rest, _is_dialled, _phone)
    if not phones:
        phones, rest = _take(_SHORT_PHONE, rest, is_phone, _phone)
    before, _, after = rest.partition("\n")
    if not emails and not phones:
        before, after = rest, ""
    words_after = " ".join(piece.strip(_EDGES) for piece in after.split("\n") if piece.strip(_EDGES))
    return _Parts(_trim(before), phones, emails, words_after)


def _take(
    shape: re.Pattern[str],
    text: str,
    is_right: Callable[[str], bool],
    read: Callable[[re.Match[str]], Found],
) -> tuple[tuple[Found, ...], str]:
    """Return what fits in `text`, and `text` with a newline in the place of each."""
    found: list[Found] = []

    def replace_match(match: re.Match[str]) -> str:
        if not is_right(match["value"]):
            return match[0]
        found.append(read(match))
        return "\n"

    rest = shape.sub(replace_match, text)
    return tuple(found), rest


def _phone(match: re.Match[str]) -> Phone:
    label = (match["label"] or "").casefold()
    return Phone(match["value"], next((told for told in TOLD_APART if told in label), ""))


def _trim(text: str) -> str:
    trimmed = text.strip(_EDGES)
    return trimmed + ")" if "(" in trimmed and ")" not in trimmed else trimmed


def _is_dialled(text: str) -> bool:
    return is_phone(text) and read_date(text) is None


def _is_name(text: str) -> bool:
    return len(text) <= 60 and _NAME.fullmatch(text) is not None and not _names_a_body(text)


def _names_a_body(text: str) -> bool:
    return (_ORGANISATION.search(text) or _FUNCTION.search(text)) is not None


def _add(contacts: list[ContactText], parts: _Parts, may_begin: bool, must_begin: bool) -> bool:
    """Put `parts` on the last card or a new one; False if some of them found no room."""
    words = [part for part in map(_trim, _PART_END.split(parts.words)) if part]
    after_fits = not parts.words_after.strip(".")
    if not words and _is_name(parts.words_after):
        words, after_fits = [parts.words_after], True
    if not contacts or must_begin or _begins_card(contacts[-1], words, parts, may_begin):
        contacts.append(ContactText())
    card = contacts[-1]
    for word in words:
        card = _with_words(card, word)
    contacts[-1] = replace(card, phones=card.phones + parts.phones, emails=card.emails + parts.emails)
    return after_fits


def _begins_card(card: ContactText, words: list[str], parts: _Parts, after_gap: bool) -> bool:
    reached = bool(card.phones or card.emails)
    if not words:
        # Addresses alone, one below the other, are a card each.
        return not card.name and bool(card.emails and parts.emails)
    if not card.name:
        return reached and after_gap
    is_named = _is_name(words[0])
    if reached:
        return is_named or after_gap or bool(card.phones and card.emails) or _names_a_body(words[0])
    return is_named and after_gap and bool(card.role)


def _with_words(card: ContactText, words: str) -> ContactText:
    if not card.name:
        both = _ROLE_AND_NAME.fullmatch(words)
        return replace(card, name=both["name"], role=both["role"]) if both else replace(card, name=words)
    if not card.organisation and _ORGANISATION.search(words) and not _ROLE_AT.search(words):
        return replace(card, organisation=words)
    if not card.role:
        return replace(card, role=words)
    if not card.organisation:
        return replace(card, organisation=words)
    if _ORGANISATION.search(words) and not _ORGANISATION.search(card.organisation):
        return replace(card, organisation=f"{card.organisation}, {words}")
    return replace(card, role=f"{card.role}, {words}")


def _in_order(card: ContactText) -> ContactText:
    """Some pages have the role or the organisation above the name."""
    if _is_name(card.name) or not _is_name(card.role):
        return card
    if not _names_a_body(card.name):
        return replace(card, name=card.role, role=card.name)
    if not card.organisation:
        return replace(card, name=card.role, role="", organisation=card.name)
    return card
