"""Values that the archive stores as words and as JSON; what is none was written by nobody's program."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from editor_app.archive.errors import BrokenRow
from editor_app.archive.rows import ArticleSummary
from editor_app.domain.article import Kind
from editor_app.domain.comment import CommentOccasion
from editor_app.domain.image_details import LegalBasis, Persons
from editor_app.domain.revision import Occasion
from editor_app.domain.withdrawal import WithdrawalReason
from editor_app.domain.workflow import LiveSide, State

T = TypeVar("T", bound=StrEnum)
Member = TypeVar("Member")

# By table and column; the value stands where a damaged archive has none of its words, and claims least.
CHOICES: Mapping[tuple[str, str], StrEnum] = {
    ("articles", "kind"): Kind.INFORMATION,
    ("articles", "state"): State.DRAFT,
    ("articles", "live"): LiveSide.NOT_PUBLISHED,
    ("live_pages", "kind"): Kind.INFORMATION,
    ("revisions", "occasion"): Occasion.SAVED,
    ("images", "persons"): Persons.UNKNOWN,
    ("images", "legal_basis"): LegalBasis.NOT_RECORDED,
    ("withdrawals", "reason"): WithdrawalReason.OTHER,
    ("comments", "occasion"): CommentOccasion.NOTE,
}


def summary_of(row: Sequence[Any]) -> ArticleSummary | None:
    """Return what lists show of an article, None for a row that nobody's program wrote.

    Lists go on with the others; the check of the archive names it.
    """
    id_, title, kind, language, category, state, live, *rest = row
    try:
        return ArticleSummary(
            id_, title, Kind(kind), language, category or "", State(state), LiveSide(live), *rest
        )
    except ValueError:
        return None


def stored_word(kind: type[T], value: str, row_id: str) -> T:
    """Return the word that `value` is; raises BrokenRow about the row where it is none."""
    word = word_if_any(kind, value)
    if word is None:
        raise BrokenRow(row_id, value)
    return word


def word_if_any(kind: type[T], value: str) -> T | None:
    """Return the word that `value` is, None where it is none: for lists, which show the others."""
    try:
        return kind(value)
    except ValueError:
        return None


def stored_list(value: str, member: type[Member], row_id: str) -> tuple[Member, ...]:
    """Return what the JSON list `value` has in it; raises BrokenRow about the row where it is none."""
    try:
        return msgspec.json.decode(value, type=tuple[member, ...])  # type: ignore[valid-type]
    except msgspec.DecodeError:
        raise BrokenRow(row_id, value) from None
