"""The headings that other programs write over columns of contacts, in Swedish and English."""

import re
from collections.abc import Mapping

from editor_app.intake.cards.card_text import Column, ColumnUse

_NUMBER = re.compile(r"[\s_-]*\d+$")
_SIGNS = re.compile(r"[\s_.,/()-]+")

# As they are left when case, signs and a number at the end are taken away.
_COLUMNS: Mapping[Column, str] = {
    Column.NAME: "namn|name|fullständigt namn|full name|fullname|display name|visningsnamn|kontakt|contact|"
    "kategori|category|ämne|subject",
    Column.FIRST_NAME: "förnamn|first name|given name|firstname",
    Column.LAST_NAME: "efternamn|last name|family name|lastname|surname",
    Column.ROLE: "roll|roller|titel|befattning|role|roles|title|job title|jobtitle|position",
    Column.UNIT: "enhet|avdelning|förvaltning|unit|department",
    Column.ORGANISATION: "organisation|organization|företag|kommun|company|arbetsgivare",
    Column.PHONE: "telefon|telefonnummer|tfn|tel|nummer|phone|phones|phone number|telephone|number",
    Column.EMAIL: "e post|epost|e postadress|epostadress|mejl|mejladress|mail|e mail|email|e mail address|"
    "email address|e mailadress|mailadress",
    Column.ADDRESS: "adress|webbadress|slug|address",
}
# What such a heading adds to a number.
_PHONES: Mapping[str, str] = {
    "mobil": "mobil",
    "mobiltelefon": "mobil",
    "mobilnummer": "mobil",
    "mobile": "mobil",
    "mobile phone": "mobil",
    "växel": "växel",
    "växelnummer": "växel",
    "switchboard": "växel",
    "direkt": "direkt",
    "direkttelefon": "direkt",
    "direktnummer": "direkt",
    "jour": "jour",
    "press": "press",
    "presstelefon": "press",
    "telefon arbete": "",
    "arbetstelefon": "",
    "business phone": "",
    "work phone": "",
}
_BY_WORDS = {words: column for column, all_words in _COLUMNS.items() for words in all_words.split("|")}


def column_of(heading: str) -> ColumnUse:
    """Return what a column with `heading` is taken for."""
    bare = _SIGNS.sub(" ", _NUMBER.sub("", heading.strip().strip("\ufeff\"'").casefold())).strip()
    if bare in _PHONES:
        return ColumnUse(heading, Column.PHONE, _PHONES[bare])
    return ColumnUse(heading, _BY_WORDS.get(bare))
