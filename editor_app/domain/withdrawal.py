"""Why a published article was taken down, and what stands in its place."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.revision import Snapshot


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


class WithdrawnText(Struct, frozen=True):
    """What was public of an article until it was withdrawn; `instead_id` is the public article to read now.

    That is the one in its place, or the one in the place of that; empty where none is public.
    """

    snapshot: Snapshot
    withdrawal: Withdrawal
    instead_id: str = ""


def public_instead(
    article_id: str, replacement: Callable[[str], str], is_public: Callable[[str], bool]
) -> str:
    """Return the public article that readers of a withdrawn one are led to, empty where there is none.

    `replacement` gives what was named in the place of an article, which may have been withdrawn itself.
    """
    seen = {article_id}
    following = replacement(article_id)
    # Articles may name each other.
    while following and following not in seen:
        if is_public(following):
            return following
        seen.add(following)
        following = replacement(following)
    return ""
