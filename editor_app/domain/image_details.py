"""What an office notes about an image, wherever it is used."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from msgspec import Struct

from editor_app.translation import N_


class Persons(StrEnum):
    """Whether somebody can be recognised in an image."""

    UNKNOWN = "unknown"
    NONE = "none"
    IDENTIFIABLE = "identifiable"


class LegalBasis(StrEnum):
    """What allows the municipality to publish an image of somebody."""

    NOT_RECORDED = "not_recorded"
    PUBLIC_TASK = "public_task"
    CONSENT = "consent"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONTRACT = "contract"
    NONE_NEEDED = "none_needed"


class ImageDetails(Struct, frozen=True):
    """The words that the next use of an image begins with, and what allows its use.

    Of the words each use has its own, which is what is approved. The rest belongs to the image
    alone and never leaves the archive. `consent_scope` says what the consent is for, in which
    channels; it holds to the end of `consent_until`, without end where that is None.
    """

    alt: str = ""
    decorative: bool = False
    caption: str = ""
    credit: str = ""
    persons: Persons = Persons.UNKNOWN
    legal_basis: LegalBasis = LegalBasis.NOT_RECORDED
    consent_scope: str = ""
    consent_until: date | None = None


PERSONS_WORDS: Mapping[Persons, str] = {
    Persons.UNKNOWN: N_("Not said"),
    Persons.NONE: N_("No, nobody can be recognised"),
    Persons.IDENTIFIABLE: N_("Yes, somebody can be recognised"),
}
LEGAL_BASIS_WORDS: Mapping[LegalBasis, str] = {
    LegalBasis.NOT_RECORDED: N_("Not recorded"),
    LegalBasis.PUBLIC_TASK: N_("Public task"),
    LegalBasis.CONSENT: N_("Consent"),
    LegalBasis.CONSENT_WITHDRAWN: N_("Consent, withdrawn"),
    LegalBasis.CONTRACT: N_("Contract"),
    LegalBasis.NONE_NEEDED: N_("None needed"),
}


def lacks_legal_basis(details: ImageDetails) -> bool:
    """Tell whether somebody can be recognised and nothing says why that may be published."""
    return details.persons is Persons.IDENTIFIABLE and details.legal_basis is LegalBasis.NOT_RECORDED


# How offices write in Swedish and English what a consent is for: the website, whatever else with it, or
# another channel. "Intern webb" is no website of the municipality.
_WEB = re.compile(
    r"(?<!intern )(?<!interna )\b(?:webb(?!inari)|web\b|website|hemsid|sajt|nätet\b|internet\b|online\b|"
    r"digital|www\b|\w+\.se\b|nyhet(?:en|er|erna)?\b|alla (?:kanaler|medier)|all (?:channels|media))",
    re.IGNORECASE,
)
_OTHER_CHANNEL = re.compile(
    r"\b(?:(?:intern[at]?|internal|tryck|tidning(?:en|ar)?|folder|reklam)\b|intranät|intranet|tryckt|trycksak|print|"
    r"broschyr|brochure|affisch|poster|magasin|årsredovisning|årsbok|sociala medier|social media|facebook|"
    r"instagram|linkedin|youtube|tiktok|utställning|exhibition|klassrum|skolkatalog|informationsskärm|annons)",
    re.IGNORECASE,
)


def lacks_consent(details: ImageDetails, today: date) -> bool:
    """Tell whether the image rests on a consent that was withdrawn, ended before `today`, or is for others.

    It is for others where it names channels and the website is none of them; words that name no
    channel, such as what the image is of, say nothing of it.
    """
    if details.legal_basis is LegalBasis.CONSENT_WITHDRAWN:
        return True
    if details.legal_basis is not LegalBasis.CONSENT:
        return False
    has_ended = details.consent_until is not None and details.consent_until < today
    scope = details.consent_scope
    return has_ended or (_OTHER_CHANNEL.search(scope) is not None and _WEB.search(scope) is None)
