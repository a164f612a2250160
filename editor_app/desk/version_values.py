"""What the desk answers on versions of an article and on its story: frozen values that cross threads."""

from datetime import datetime

from msgspec import Struct

from editor_app.desk.comparison import WordCounts
from editor_app.desk.values import WorkingCopy
from editor_app.domain.revision import Occasion


class VersionSummary(Struct, frozen=True):
    """What a list shows of a version; `approvals` are who and when, the oldest first.

    `is_present` tells that the article says the same now. `occasion` is None where what the archive
    says of the version means nothing.
    """

    number: int
    name: str
    occasion: Occasion | None
    hash: str
    created_at: datetime
    created_by: str
    approvals: tuple[tuple[str, datetime], ...] = ()
    is_live: bool = False
    is_in_review: bool = False
    is_present: bool = False


class SinceApproval(Struct, frozen=True):
    """What changed since version `number` was approved; `is_same` tells that nothing on the page did."""

    number: int
    approved_at: datetime
    counts: WordCounts
    is_same: bool


class StoryEvent(Struct, frozen=True):
    """What somebody did to an article; `act` is one of Act, or of a newer program.

    `number` is the version that it was done to, 0 where there is none. `words` are what they said: a
    comment, a reason, what readers were told, the name of a version; parted by newlines.
    """

    at: datetime
    act: str
    by: str
    number: int = 0
    words: str = ""


class Restored(Struct, frozen=True):
    """An article with an older text; `notes` are sentences on what could not be as it was."""

    working_copy: WorkingCopy
    notes: tuple[str, ...] = ()
