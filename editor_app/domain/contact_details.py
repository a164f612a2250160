"""Phone numbers and e-mail addresses: how they are told apart, written and dialled."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import phonenumbers

# These libraries take longer to load than the window takes to be painted, so that the functions
# import them.

REGION = "SE"
# 112, 113 13, 114 14, 1177 …: dialled as they stand, never with a country code.
_SHORT_NUMBER = re.compile(r"11\d(?: ?\d{1,3})?")

# The same people stand below many articles, and these libraries are slow.
_KEPT = 4096

# Written in Sweden, a number starts with 0 or +; a date such as 2024-02-26 does not.
_NUMBER_START = re.compile(r"\(?[0+]")

_SHARED_COST = re.compile(r"(077\d)(\d\d)(\d\d)(\d\d)")


@lru_cache(_KEPT)
def format_phone(text: str) -> str:
    """Return the number grouped the Swedish way, as in 073-421 85 00.

    Short numbers and what is no valid number come back as typed, trimmed.
    """
    typed = " ".join(text.split())
    number = _parse(typed)
    if number is None:
        return typed
    import phonenumbers

    at_home = number.country_code == phonenumbers.country_code_for_region(REGION)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL if at_home else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    # 0771 is what everybody knows; the library takes 077 for the area.
    grouped = _SHARED_COST.fullmatch(f"0{number.national_number}") if at_home else None
    return "{}-{} {} {}".format(*grouped.groups()) if grouped else phonenumbers.format_number(number, style)


@lru_cache(_KEPT)
def tel_href(text: str) -> str | None:
    """Return the `tel:` address that dials `text`, or None where it holds no number."""
    typed = " ".join(text.split())
    if _SHORT_NUMBER.fullmatch(typed):
        return "tel:" + typed.replace(" ", "")
    number = _parse(typed)
    if number is None:
        return None
    import phonenumbers

    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.RFC3966)


def is_phone(text: str) -> bool:
    """Tell whether `text` is a phone number and nothing else."""
    return tel_href(text) is not None


@lru_cache(_KEPT)
def is_email(text: str) -> bool:
    """Tell whether `text` is an e-mail address; whether anybody reads it is not asked."""
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text.strip(), check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


def _parse(text: str) -> "phonenumbers.PhoneNumber | None":
    if _SHORT_NUMBER.fullmatch(text) or not _NUMBER_START.match(text):
        return None
    import phonenumbers

    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return None
    # Reserved series, such as those for fiction, are of possible length without being in use.
    return number if phonenumbers.is_possible_number(number) else None
