"""What a check of the audit log found, and the heads of the log that were kept elsewhere."""

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from editor_app.domain.audit import Flaw, Head


class KeptHead(Struct, frozen=True):
    """What somebody outside the archive knows of the log; `source` names the export or the package."""

    source: str
    heads: tuple[Head, ...]


class Mismatch(StrEnum):
    """How the log and the rest of the archive differ."""

    APPROVAL_NOT_LOGGED = "approval_not_logged"
    PUBLICATION_NOT_LOGGED = "publication_not_logged"
    WITHDRAWAL_NOT_LOGGED = "withdrawal_not_logged"
    APPROVAL_GONE = "approval_gone"
    PUBLICATION_GONE = "publication_gone"
    WITHDRAWAL_GONE = "withdrawal_gone"
    APPROVAL_ALTERED = "approval_altered"
    WITHDRAWAL_ALTERED = "withdrawal_altered"
    WORDS_GONE = "words_gone"
    WORDS_ALTERED = "words_altered"
    SIDE_ALTERED = "side_altered"
    OLDER_APPROVALS = "older_approvals"


class Difference(Struct, frozen=True):
    """One thing that the log and the archive do not agree on.

    `by` and `at` are those of the approval, publication or withdrawal, and `entry` the number of the
    entry that tells of what is gone or says something else now, 0 where there is none. Of
    WORDS_ALTERED, `version` is the number of the revision.
    """

    what: Mismatch
    article_id: str = ""
    title: str = ""
    by: str = ""
    at: datetime | None = None
    entry: int = 0
    version: int = 0


class LogReport(Struct, frozen=True):
    """What was found in the log up to `head`.

    `older_approvals` counts those from before the log began, of which it only knows how many they are.
    """

    head: Head
    entries: int
    flaws: tuple[Flaw, ...] = ()
    differences: tuple[Difference, ...] = ()
    kept: tuple[KeptHead, ...] = ()
    older_approvals: int = 0

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is wrong."""
        return not self.flaws and not self.differences
