"""vCards of the versions 2.1, 3.0 and 4.0, as Outlook, phones and other programs write them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import vobject
from vobject.base import VObjectError

from editor_app.domain.article import Contact, Phone
from editor_app.intake.cards.card_text import (
    CardFileProblem,
    CardSheet,
    ReadCard,
    SkippedCard,
    Unusable,
    UnusableCardFile,
)

_BEGIN = re.compile(r"^[ \t]*BEGIN:VCARD[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^[ \t]*END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE)
# Pictures, sounds and keys are most of a file and nothing of a card.
_HEAVY = re.compile(
    r"^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:][^\n]*\n(?:[ \t][^\n]*\n|[A-Za-z0-9+/=]{20,}\n)*",
    re.IGNORECASE | re.MULTILINE,
)
_UUID = re.compile(r"(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
# Labels that Apple's programs write for their own choices.
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_LABELS: Mapping[str, str] = {"cell": "mobil", "fax": "fax", "pager": "sökare"}
# Anything in a foreign file may be wrong in a way that the library did not think of.
_TROUBLE = (VObjectError, ValueError, LookupError, AttributeError, TypeError, AssertionError)


def is_vcard(text: str) -> bool:
    """Tell whether `text` holds vCards."""
    return _BEGIN.search(text) is not None


def read_vcards(text: str, path: Path) -> CardSheet:
    """Return the cards of `text`, what cannot be read of them apart; raises UnusableCardFile."""
    cards: list[ReadCard] = []
    skipped: list[SkippedCard] = []
    for line, block in _blocks(text.replace("\r\n", "\n").replace("\r", "\n")):
        try:
            contact = _contact(_properties(block))
        except _TROUBLE:
            skipped.append(SkippedCard(line, Unusable.BROKEN, _name_in(block)))
            continue
        if contact.name:
            cards.append(ReadCard(line, contact))
        else:
            skipped.append(SkippedCard(line, Unusable.NO_NAME, ", ".join(contact.ways)))
    if not cards and not skipped:
        raise UnusableCardFile(path, CardFileProblem.NO_CARDS)
    return CardSheet(tuple(cards), tuple(skipped))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Give each card by itself, with its first line, so that a broken one spoils no other."""
    starts = [match.start() for match in _BEGIN.finditer(text)]
    line, before = 1, 0
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        line += text.count("\n", before, start)
        before = start
        yield line, _HEAVY.sub("", text[start:following])


def _properties(block: str) -> list[Any]:
    if _END.search(block) is None:
        raise ValueError("the card does not end")
    (card,) = vobject.readComponents(block, validate=False, allowQP=True)
    return list(card.getChildren())


def _contact(properties: Sequence[Any]) -> Contact:
    def texts(*names: str) -> tuple[str, ...]:
        found = (_text(each.value) for name in names for each in properties if each.name == name)
        return tuple(dict.fromkeys(filter(None, found)))

    where: list[str] = next((each.value for each in properties if each.name == "ORG"), [])
    organisation, *units = [_tidy(part) for part in where] or [""]
    return Contact(
        id=next(iter(_ids(texts("UID"))), ""),
        name=next(iter((*texts("FN"), *texts("N"))), "") or organisation,
        roles=texts("TITLE", "ROLE"),
        unit=", ".join(filter(None, units)),
        organisation=organisation,
        phones=tuple(_phones(properties)),
        emails=tuple(_address(email, "mailto:") for email in texts("EMAIL")),
    )


def _phones(properties: Sequence[Any]) -> Iterator[Phone]:
    labels = {each.group: _tidy(str(each.value)) for each in properties if each.name == "X-ABLABEL"}
    for each in properties:
        number = _address(_text(each.value), "tel:") if each.name == "TEL" else ""
        if number:
            own = labels.get(each.group, "") if each.group else ""
            yield Phone(number, _APPLE.sub(r"\1", own) or _label(each))


def _label(phone: Any) -> str:
    given = (*phone.params.get("TYPE", ()), *phone.singletonparams)
    types = {one.strip().casefold() for many in given for one in many.split(",")}
    return next((label for type_, label in _LABELS.items() if type_ in types), "")


def _ids(texts: Iterable[str]) -> Iterator[str]:
    for match in filter(None, map(_UUID.fullmatch, texts)):
        yield match[1].lower()


def _address(text: str, scheme: str) -> str:
    if not text.casefold().startswith(scheme):
        return text
    return unquote(text[len(scheme) :].partition(";")[0]).strip()


def _text(value: Any) -> str:
    """Return a value as one line; the parts of a name in the order in which they are said."""
    if isinstance(value, list):
        return _tidy(", ".join(map(str, value)))
    return _tidy(str(value))


def _name_in(block: str) -> str:
    """Return the name of a card that cannot be read, as far as it can be seen."""
    found = re.search(r"^FN[^:\n]*:(.*)$", block, re.IGNORECASE | re.MULTILINE)
    return _tidy(found[1]) if found else ""


def _tidy(text: str) -> str:
    return " ".join(text.split())
