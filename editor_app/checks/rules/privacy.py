"""Privacy: what a municipality must not publish of a person, and how a contact is reached."""

import re
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from editor_app.checks.context import Context
from editor_app.checks.findings import CONTACT, Part, Place, ReplaceText, Severity
from editor_app.checks.passages import RUNNING_TEXT, Passage, TextKind
from editor_app.checks.rule import ArticleRule, Finds, Found, PassageRule, ReadArticle, Rule
from editor_app.checks.sources import LANGUAGE_COUNCIL, PERSONAL_DATA
from editor_app.checks.swedish.masks import without_ways
from editor_app.domain.article import Contact
from editor_app.domain.contact_details import format_phone, is_email, is_phone
from editor_app.translation import N_

DATA_PROTECTION = "Dataskyddslagen (2018:218) 3 kap. 10 §"
NOT_A_NUMBER = N_("{number} is no phone number")
SENSITIVE = "Dataskyddsförordningen artikel 9 och 10"

_IDENTITY = re.compile(
    r"(?<![\d-])(?P<century>18|19|20)?(?P<date>\d{6})(?P<sign>[-+–]?)(?P<birth>\d{3})(?P<check>\d)(?![\d-])"
)
_SIX_FIGURES = re.compile(r"\d{6}")
# A coordination number has 60 added to the day.
_COORDINATION = 60


def _identity_numbers(passage: Passage, *, certain: bool) -> Iterator[Found]:
    if not passage.has_figures or _SIX_FIGURES.search(passage.text) is None:
        return
    for match in _IDENTITY.finditer(without_ways(passage.text)):
        is_certain = bool(match["century"] or match["sign"])
        if is_certain is certain and _is_a_day(match["date"]) and _checks_out(match):
            yield Found(*match.span())


def _is_a_day(digits: str) -> bool:
    year, month, day = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    day -= _COORDINATION if day > _COORDINATION else 0
    # Of both centuries, one is as good as the other but for a leap day.
    return 1 <= month <= 12 and 1 <= day <= max(
        monthrange(century + year, month)[1] for century in (1900, 2000)
    )


def _checks_out(match: re.Match[str]) -> bool:
    """Tell whether the last figure is the one that Luhn's algorithm asks for."""
    total = 0
    for place, digit in enumerate(match["date"] + match["birth"]):
        doubled = int(digit) * (2 - place % 2)
        total += doubled // 10 + doubled % 10
    return (10 - total % 10) % 10 == int(match["check"])


_PRIVATE_DOMAIN = re.compile(
    r"@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|telia|bredband|spray|home|proton|protonmail)"
    r"\.(?:com|se|nu|me|net)$",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _private_mail(read: ReadArticle, context: Context) -> Finds:
    for placed in read.passages:
        for match in () if "@" not in placed.passage.text else _EMAIL.finditer(placed.passage.text):
            if _PRIVATE_DOMAIN.search(match[0]):
                yield placed.within(*match.span()), Found(*match.span())
    for contact in context.contacts:
        if any(map(_PRIVATE_DOMAIN.search, contact.emails)):
            yield Place(Part.DETAILS), Found(0, 0, of_contact(contact), severity=Severity.BLOCKS)


_MOBILE = re.compile(r"(?:\+46\s?\(?0?\)?|0)7[02369]")


def _mobiles_of_nobody(passage: Passage, context: Context) -> Iterator[Found]:
    known = {_digits(phone.number) for contact in context.contacts for phone in contact.phones}
    for match in passage.phones:
        if _MOBILE.match(match[0]) and _digits(match[0]) not in known:
            yield Found(*match.span())


def _digits(number: str) -> str:
    """Return the figures of a number as it is dialled in Sweden."""
    return re.sub(r"^(?:0046|46)0?", "0", re.sub(r"\D", "", number))


_SENSITIVE_WORD = re.compile(
    r"\b(?:cancer\w*|diabetes\w*|adhd|autis\w+|dement\w*|demens\w*|depression\w*|sjukskriv\w+|diagnos\w*|missbruk\w*|"
    r"beroendevård\w*|psykos\w*|hiv|funktionsnedsättning\w*|dömd\w*|döms|dömdes|misstänk\w+|åtal\w*|häktad\w*|"
    r"fängelse\w*|facklig\w*|fackförbund\w*|muslim\w*|jude|judar|judinna|kristen|kristna|hindu\w*|buddhist\w*|"
    r"homosexuell\w*|transperson\w*|försörjningsstöd\w*|socialbidrag\w*)\b"
)
NAME_PART = r"[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)?"
# Looked for at each word: what begins a sentence has a capital too.
_NAME = re.compile(rf"\b(?=(?P<name>{NAME_PART}[ \u00a0]{NAME_PART})\b)(?P<first>{NAME_PART})")
# Who is named for what they do is no private person.
_IN_OFFICE = re.compile(
    r"(?:chef|direktör|rektor|lärare|sköterska|läkare|handläggare|ordförande|råd|strateg|utredare|samordnare|"
    r"forskare|professor|projektledare|kurator|psykolog|polis|minister|ledamot|specialist|rådgivare|talesperson)\w{0,3},?\s*$",
    re.IGNORECASE,
)
_OFFICE_AFTER = re.compile(
    r",\s+[a-zåäö]+(?:chef|direktör|lärare|strateg|ordförande|råd|ledare|utredare|samordnare)\b"
)
# Who comes from an organisation speaks for that, and its name tells nothing of them.
_SPEAKS_FOR = re.compile(
    r",? (?:från|på|vid|i|för) [A-ZÅÄÖ]\w+(?:förbundet|föreningen|fonden|linjen|polisen|stiftelsen)\b"
)
_NO_PERSON = re.compile(
    r"\b(?:kommun|region|förening|skola|gatan|torget|Sverige|Röda|Svenska|Rädda)\w*\b", re.IGNORECASE
)


def _sensitive_details(passage: Passage, context: Context) -> Iterator[Found]:
    known = {contact.name.casefold() for contact in context.contacts}
    sensitive = {passage.sentence_at(word.start()) for word in _SENSITIVE_WORD.finditer(passage.lowered)}
    for start, end in sorted(sensitive):
        sentence = passage.text[start:end]
        for name in _NAME.finditer(sentence):
            if name["name"].casefold() not in known and _is_private(sentence, name):
                yield Found(start, end)
                break


def _is_private(sentence: str, name: re.Match[str]) -> bool:
    return not (
        _IN_OFFICE.search(sentence, 0, name.start())
        or _IN_OFFICE.search(sentence, 0, name.end("first"))
        or _OFFICE_AFTER.match(sentence, name.end("name"))
        or _SPEAKS_FOR.match(sentence, name.end("name"))
        or _NO_PERSON.search(name["name"])
    )


# As a marking: alone, in brackets, in capitals or with a colon; not as a word among others.
_MARKING = re.compile(
    r"^\W*(?:sekretess\w*|arbetsmaterial|utkast|internt?)\W*$|[\[(](?:sekretess|arbetsmaterial|utkast)[\])]|"
    r"\b(?:(?-i:SEKRETESS|ARBETSMATERIAL|UTKAST))\b|^(?:sekretess|arbetsmaterial|utkast):",
    re.IGNORECASE,
)


_MARKS = ("sekretess", "arbetsmaterial", "utkast", "intern")


def _markings(passage: Passage, _context: Context) -> Iterator[Found]:
    is_marked = any(map(passage.lowered.__contains__, _MARKS))
    for match in _MARKING.finditer(passage.text) if is_marked else ():
        yield Found(*match.span())


# The library takes a tenth of a millisecond for each.
_grouped = lru_cache(256)(format_phone)
_is_phone = lru_cache(256)(is_phone)
_is_email = lru_cache(256)(is_email)


def _phone_writing(read: ReadArticle, context: Context) -> Finds:
    for placed in read.passages:
        for match in placed.passage.phones if placed.passage.is_swedish_at(0) else ():
            written = match[0].replace("\u00a0", " ")
            right = _grouped(written)
            if _is_phone(written) and right != written and _digits(right) == _digits(written):
                found = Found(*match.span(), {"number": right}, ReplaceText(right))
                yield placed.within(*match.span()), found
    for contact in context.contacts:
        for phone in contact.phones:
            if not _is_phone(phone.number):
                values = of_contact(contact) | {"number": phone.number}
                found = Found(0, 0, values, severity=Severity.BLOCKS, wording=NOT_A_NUMBER)
                yield Place(Part.DETAILS), found


def _emails_on_cards(_read: ReadArticle, context: Context) -> Finds:
    for contact in context.contacts:
        if not all(map(_is_email, contact.emails)):
            yield Place(Part.DETAILS), Found(0, 0, of_contact(contact))


def of_contact(contact: Contact) -> dict[str, str]:
    """Return what a finding on the card of `contact` tells: whose it is, and which."""
    return {"name": contact.name, CONTACT: contact.id}


RULES: tuple[Rule, ...] = (
    PassageRule(
        "P01",
        Severity.BLOCKS,
        N_("A personal identity number must not be published"),
        N_("The law allows it in very few cases, and never in news; take the number out."),
        DATA_PROTECTION,
        swedish=False,
        find=lambda passage, _context: _identity_numbers(passage, certain=True),
    ),
    PassageRule(
        "P02",
        Severity.WARNS,
        N_("This may be a personal identity number"),
        N_("Ten figures may be somebody's number, which search engines find; make sure that they are not."),
        DATA_PROTECTION,
        swedish=False,
        find=lambda passage, _context: _identity_numbers(passage, certain=False),
    ),
    ArticleRule(
        "P03",
        Severity.WARNS,
        N_("A private e-mail address?"),
        N_("Mail to a private address is lost to the public record; use one of the organisation."),
        "Tryckfrihetsförordningen 2 kap.",
        find=_private_mail,
    ),
    PassageRule(
        "P04",
        # Most mobile numbers in texts belong to an office: no more than a hint, see bench_checks.
        Severity.HINTS,
        N_("A private number?"),
        N_("The number is on no contact of the article; make sure that its owner wants it on the web."),
        PERSONAL_DATA,
        swedish=False,
        find=_mobiles_of_nobody,
    ),
    PassageRule(
        "P05",
        Severity.WARNS,
        N_("Sensitive detail about a named person?"),
        N_("Health, crime, faith and union are protected; leave out the name or the detail, or ask first."),
        SENSITIVE,
        kinds=RUNNING_TEXT | {TextKind.CAPTION},
        find=_sensitive_details,
    ),
    PassageRule(
        "P06",
        Severity.WARNS,
        N_("An internal marking is left"),
        N_(
            "A marking for colleagues puzzles readers, or says that this is not to be published; take it out."
        ),
        LANGUAGE_COUNCIL,
        find=_markings,
    ),
    ArticleRule(
        "C01",
        Severity.WARNS,
        N_("Write {number}"),
        N_("Phone numbers in groups are read and dialled more easily."),
        LANGUAGE_COUNCIL,
        is_safe=True,
        find=_phone_writing,
    ),
    ArticleRule(
        "C02",
        Severity.BLOCKS,
        N_("The e-mail address is not valid"),
        N_("Nobody gets an answer from it; mend it on the contact's card."),
        "RFC 5322",
        find=_emails_on_cards,
    ),
)
