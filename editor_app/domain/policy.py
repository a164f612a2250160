"""What a newsroom has decided for itself: who may approve, and what follows from an approval."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from editor_app.domain.article import Kind
from editor_app.domain.retention import RetentionRule


class Approvers(StrEnum):
    """How many persons it takes: with FOUR_EYES the approver has neither begun, submitted nor last edited."""

    ONE_PERSON = "one_person"
    FOUR_EYES = "four_eyes"


class Policy(Struct, frozen=True):
    """The rules that the archive keeps for all who use it.

    `publishes_on_approval` tells that what is approved is published by the same act. Pages are taken
    down `take_down_months` after they appear, by kind; those of other kinds stay. With
    `quotes_must_be_approved` nothing is submitted or approved with a quote that its speaker has not seen.
    `words_folder` is where the newsroom's own words are, empty for nowhere.
    `retention` says by kind how long what was published is kept; other kinds are kept for ever.
    """

    approvers: Approvers = Approvers.FOUR_EYES
    publishes_on_approval: bool = True
    take_down_months: Mapping[Kind, int] = field(default_factory=lambda: {Kind.NEWS: 6})
    quotes_must_be_approved: bool = False
    retention: Mapping[Kind, RetentionRule] = field(default_factory=dict)
    words_folder: str = ""
