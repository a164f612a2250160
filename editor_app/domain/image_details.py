"""What an office notes about an image, wherever it is used."""

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


def lacks_consent(details: ImageDetails, today: date) -> bool:
    """Tell whether the image rests on a consent that was withdrawn, or whose last day was before `today`."""
    if details.legal_basis is LegalBasis.CONSENT_WITHDRAWN:
        return True
    last_day = details.consent_until if details.legal_basis is LegalBasis.CONSENT else None
    return last_day is not None and last_day < today
