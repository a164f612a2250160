"""The audit log: every act in one chain of hashes, so that a change of what was written shows.

The log is tamper-evident, not tamper-proof. Whoever can write to the archive can write the whole
chain anew; that shows only where the head of the chain was kept elsewhere, as in the manifest of
an export.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

import msgspec
from msgspec import Struct

# What stands for the entry before the first.
GENESIS = "0" * 64


class Act(StrEnum):
    """What was done; the values are what the archive and the packages for preservation hold."""

    LOG_BEGUN = "log_begun"
    CREATED = "created"
    COPIED = "copied"
    TAKEN_IN = "taken_in"
    EDITED = "edited"
    SUBMITTED = "submitted"
    TAKEN_BACK = "taken_back"
    RETURNED = "returned"
    COMMENTED = "commented"
    COMMENT_SETTLED = "comment_settled"
    COMMENT_REOPENED = "comment_reopened"
    REVIEW_SENT = "review_sent"
    REPLY_TAKEN = "reply_taken"
    APPROVED = "approved"
    APPROVED_BY_FORCE = "approved_by_force"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    VERSION_SAVED = "version_saved"
    VERSION_RENAMED = "version_renamed"
    RESTORED = "restored"
    WORDS_TAKEN_BACK = "words_taken_back"
    IMAGE_ADDED = "image_added"
    IMAGE_DESCRIBED = "image_described"
    IMAGE_REMOVED = "image_removed"
    WORD_ADDED = "word_added"
    WORD_REMOVED = "word_removed"
    SITE_CHANGED = "site_changed"
    DELETED = "deleted"
    DISPOSED = "disposed"
    PRESERVED = "preserved"
    POLICY_CHANGED = "policy_changed"
    EXPORTED = "exported"
    HANDED_OVER = "handed_over"
    SITE_PUBLISHED = "site_published"
    TARGET_SAVED = "target_saved"
    TARGET_REMOVED = "target_removed"
    ROLLED_BACK = "rolled_back"
    BACKUP_RESTORED = "backup_restored"
    BACKUPS_MOVED = "backups_moved"
    CATEGORY_ADDED = "category_added"
    CATEGORY_RENAMED = "category_renamed"
    CONTACTS_SAVED = "contacts_saved"
    CARDS_RETIRED = "cards_retired"
    CARDS_BROUGHT_BACK = "cards_brought_back"
    CARDS_MERGED = "cards_merged"
    CARDS_DELETED = "cards_deleted"
    QUOTE_APPROVED = "quote_approved"
    QUOTE_APPROVAL_WITHDRAWN = "quote_approval_withdrawn"
    FINDING_DISMISSED = "finding_dismissed"
    FINDING_BROUGHT_BACK = "finding_brought_back"


class Head(Struct, frozen=True):
    """The newest entry of the log: its number, 0 for an empty log, and its hash."""

    number: int = 0
    hash: str = GENESIS


class Entry(Struct, frozen=True):
    """One act: who did what, when, to which article and which words.

    Entries are numbered from 1 without gaps. `hash` is the SHA-256, in hex, of all the other
    fields, the hash of the entry before among them. `article_id` and `revision_hash` are empty
    where the act is about none.
    """

    number: int
    at: datetime
    act: str
    by: str
    article_id: str
    revision_hash: str
    details: dict[str, str]
    previous: str
    hash: str


class Break(StrEnum):
    """What is wrong with the chain at an entry."""

    ALTERED = "altered"
    MISSING = "missing"
    UNLINKED = "unlinked"
    REWRITTEN = "rewritten"


class Flaw(Struct, frozen=True):
    """`what` is wrong with the entries from `first` to `last`; UNLINKED ones do not follow those before."""

    what: Break
    first: int
    last: int


def write_entry(
    head: Head,
    act: Act,
    *,
    by: str,
    at: datetime,
    article_id: str = "",
    revision_hash: str = "",
    details: Mapping[str, str] | None = None,
) -> Entry:
    """Return the entry that follows `head`; `at` is an aware time."""
    bare = Entry(
        head.number + 1,
        at.astimezone(UTC),
        act,
        by,
        article_id,
        revision_hash,
        dict(details or {}),
        head.hash,
        "",
    )
    return msgspec.structs.replace(bare, hash=entry_hash(bare))


def entry_hash(entry: Entry) -> str:
    """Return the hash that `entry` has if nobody altered it."""
    fields = msgspec.structs.asdict(entry)
    del fields["hash"]
    fields["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    return sha256(msgspec.json.encode(fields, order="sorted")).hexdigest()


class ChainCheck:
    """Follows the chain a stretch of entries at a time.

    `known` are heads that were kept elsewhere: an entry that is no longer what one of them says was
    rewritten with all that follows, and one beyond the end was removed. `head` is the last entry that
    was taken and `count` how many were.
    """

    def __init__(self, known: Iterable[Head] = ()) -> None:
        self._known: dict[int, set[str]] = {}
        for head in known:
            self._known.setdefault(head.number, set()).add(head.hash)
        self.head = Head()
        self.count = 0

    def take(self, entries: Iterable[Entry]) -> Iterator[Flaw]:
        """Yield what is wrong with `entries`, which come in the order of their numbers after those before."""
        for entry in entries:
            before, number = self.head, entry.number
            if number > before.number + 1:
                yield Flaw(Break.MISSING, before.number + 1, number - 1)
            if entry_hash(entry) != entry.hash:
                yield Flaw(Break.ALTERED, number, number)
            elif number <= before.number or (number == before.number + 1 and entry.previous != before.hash):
                yield Flaw(Break.UNLINKED, number, number)
            if self._known.pop(number, {entry.hash}) != {entry.hash}:
                yield Flaw(Break.REWRITTEN, number, number)
            self.head = Head(number, entry.hash)
            self.count += 1

    def end(self) -> Iterator[Flaw]:
        """Yield what is missing at the end, after all entries were taken."""
        last = max(self._known, default=0)
        if last > self.head.number:
            yield Flaw(Break.MISSING, self.head.number + 1, last)


def find_flaws(entries: Iterable[Entry], known: Iterable[Head] = ()) -> Iterator[Flaw]:
    """Yield what is wrong with `entries`, all there are, beside the heads that are `known`."""
    check = ChainCheck(known)
    yield from check.take(entries)
    yield from check.end()
