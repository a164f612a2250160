"""Why a published article was taken down, and what stands in its place."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class WithdrawalReason(StrEnum):
    """Why the page is no longer there."""

    WRONG = "wrong"
    OUT_OF_DATE = "out_of_date"
    UNLAWFUL = "unlawful"
    MERGED = "merged"
    OTHER = "other"


class Withdrawal(Struct, frozen=True):
    """One withdrawal; `words` are for the public, `replacement_id` names the article to read instead.

    Both may be empty, but for MERGED there is a replacement and for OTHER there are words.
    """

    reason: WithdrawalReason
    withdrawn_by: str
    withdrawn_at: datetime
    words: str = ""
    replacement_id: str = ""
