"""What can be wrong with an archive, each with the path that it is about."""

from pathlib import Path

from editor_app.domain.errors import EditorAppError


class ArchiveError(EditorAppError):
    """Something about the archive at `path` prevents the work."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ArchiveMissing(ArchiveError):
    """There is no file at `path`."""


class ArchiveGone(ArchiveError):
    """The file that was opened at `path` is no longer there: deleted, or moved."""


class NotAnArchive(ArchiveError):
    """The file at `path` is no database, or another program's."""


class NewerArchive(ArchiveError):
    """The archive has version `found`; this program knows versions up to `known`."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path)
        self.found = found
        self.known = known


class ArchiveNotWritable(ArchiveError):
    """The archive can be neither made nor changed; `reason` is what the system said."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path)
        self.reason = reason


class ArchiveBusy(ArchiveError):
    """Another program has locked the archive for longer than was waited."""


class ArchiveDamaged(ArchiveError):
    """The archive can be opened, but what is in it cannot be trusted."""


class ArchiveReadOnly(ArchiveError):
    """The archive at `path` is damaged: what can be read of it is open, and nothing is written."""


class NothingToSalvage(ArchiveError):
    """Of the file at `path` nothing can be read: it is too damaged, or no archive."""


class DiskFull(ArchiveError):
    """There is no room left for what was to be stored; what was stored before is untouched."""


class StaleRow(EditorAppError):
    """Article `article_id` was changed by somebody else between reading and writing."""

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class ImageMissing(EditorAppError):
    """The archive has no image with `image_id`."""

    def __init__(self, image_id: str) -> None:
        super().__init__(image_id)
        self.image_id = image_id


class BrokenSetting(EditorAppError):
    """What the archive has under the setting `key` is not what stands there; `reason` says in what."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(f"{key}: {reason}")
        self.key = key
        self.reason = reason


class BrokenRow(EditorAppError):
    """What the archive has about `row_id`, empty where that is unknown, says `value`: that means nothing."""

    def __init__(self, row_id: str, value: str) -> None:
        super().__init__(f"{row_id}: {value}")
        self.row_id = row_id
        self.value = value
