"""What a checkup can find, and how grave each of it is."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """What a finding asks for: nothing, attention soon, or that nobody works on before it is mended."""

    NOTE = "note"
    WARNING = "warning"
    SEVERE = "severe"


class Problem(StrEnum):
    """What is wrong; the values are what scripts get."""

    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    NOT_READ = "not_read"
    BROKEN_REFERENCES = "broken_references"
    OLDER_VERSION = "older_version"
    NEWER_VERSION = "newer_version"
    REVISION_ALTERED = "revision_altered"
    APPROVAL_ALTERED = "approval_altered"
    IMAGE_ALTERED = "image_altered"
    RENDITION_ALTERED = "rendition_altered"
    LOG_ALTERED = "log_altered"
    LOG_DIFFERS = "log_differs"
    TEXT_BROKEN = "text_broken"
    VALUE_UNKNOWN = "value_unknown"
    LIVE_PAGE_WRONG = "live_page_wrong"
    LIVE_IMAGE_MISSING = "live_image_missing"
    IMAGE_MISSING = "image_missing"
    CONTACT_MISSING = "contact_missing"
    CATEGORY_MISSING = "category_missing"
    RELATED_MISSING = "related_missing"
    ORIGINAL_MISSING = "original_missing"
    SEARCH_STALE = "search_stale"
    CONTACTS_STALE = "contacts_stale"
    IMAGE_USES_STALE = "image_uses_stale"
    SITE_TEXTS_STALE = "site_texts_stale"
    DISK_LOW = "disk_low"
    LARGE_LOG = "large_log"
    SYNC_FOLDER = "sync_folder"
    NETWORK_DRIVE = "network_drive"
    NO_BACKUP = "no_backup"
    OLD_BACKUP = "old_backup"
    BROKEN_BACKUP = "broken_backup"


SEVERITIES: Mapping[Problem, Severity] = {
    Problem.DAMAGED: Severity.SEVERE,
    Problem.UNREADABLE: Severity.SEVERE,
    Problem.NOT_READ: Severity.SEVERE,
    Problem.BROKEN_REFERENCES: Severity.SEVERE,
    Problem.OLDER_VERSION: Severity.NOTE,
    Problem.NEWER_VERSION: Severity.SEVERE,
    Problem.REVISION_ALTERED: Severity.SEVERE,
    Problem.APPROVAL_ALTERED: Severity.SEVERE,
    Problem.IMAGE_ALTERED: Severity.SEVERE,
    Problem.RENDITION_ALTERED: Severity.NOTE,
    Problem.LOG_ALTERED: Severity.SEVERE,
    Problem.LOG_DIFFERS: Severity.SEVERE,
    Problem.TEXT_BROKEN: Severity.SEVERE,
    Problem.VALUE_UNKNOWN: Severity.SEVERE,
    Problem.LIVE_PAGE_WRONG: Severity.SEVERE,
    Problem.LIVE_IMAGE_MISSING: Severity.SEVERE,
    Problem.IMAGE_MISSING: Severity.WARNING,
    Problem.CONTACT_MISSING: Severity.WARNING,
    Problem.CATEGORY_MISSING: Severity.WARNING,
    Problem.RELATED_MISSING: Severity.WARNING,
    Problem.ORIGINAL_MISSING: Severity.WARNING,
    Problem.SEARCH_STALE: Severity.WARNING,
    Problem.CONTACTS_STALE: Severity.WARNING,
    Problem.IMAGE_USES_STALE: Severity.WARNING,
    Problem.SITE_TEXTS_STALE: Severity.WARNING,
    Problem.DISK_LOW: Severity.WARNING,
    Problem.LARGE_LOG: Severity.NOTE,
    Problem.SYNC_FOLDER: Severity.WARNING,
    Problem.NETWORK_DRIVE: Severity.WARNING,
    Problem.NO_BACKUP: Severity.WARNING,
    Problem.OLD_BACKUP: Severity.WARNING,
    Problem.BROKEN_BACKUP: Severity.WARNING,
}

# What the program can put right by itself.
MENDABLE = frozenset(
    {
        Problem.SEARCH_STALE,
        Problem.CONTACTS_STALE,
        Problem.IMAGE_USES_STALE,
        Problem.SITE_TEXTS_STALE,
    }
)


class Finding(Struct, frozen=True):
    """One thing that is wrong; `subject` says with what: a title, a file, what the database said."""

    problem: Problem
    subject: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.problem]


class Step(StrEnum):
    """What is looked at just now."""

    FILE = "file"
    VERSIONS = "versions"
    IMAGES = "images"
    REFERENCES = "references"
    LOG = "log"
    DERIVED = "derived"
    PLACE = "place"
    BACKUPS = "backups"
