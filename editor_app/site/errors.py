"""What can keep a website from being made or written."""

from pathlib import Path

from editor_app.domain.errors import EditorAppError


class TargetNotWritable(EditorAppError):
    """The folder `path` cannot be written to; `reason` is what the system says, in its own words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class TargetFull(TargetNotWritable):
    """There is no room left for the website at `path`."""


class ExportStopped(EditorAppError):
    """Somebody stopped the export, or the plan of one, before anything at its target changed."""


class PlanOutdated(EditorAppError):
    """The export to `path` would not be any more what was planned and agreed to."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class TargetBusy(EditorAppError):
    """Another export to `path` has been going on for longer than was waited."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ForeignFolder(EditorAppError):
    """The folder `path` holds other things than a website that this program exported."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not an earlier export")
        self.path = path


class SameAddress(EditorAppError):
    """Two pages, of the articles or categories `first` and `second`, would be at `path`."""

    def __init__(self, path: str, first: str, second: str) -> None:
        super().__init__(f"{path} belongs to both {first} and {second}")
        self.path = path
        self.first = first
        self.second = second


class ImageMissing(EditorAppError):
    """The article `article_id` shows the image `image_id`, which is not in the archive."""

    def __init__(self, article_id: str, image_id: str) -> None:
        super().__init__(f"article {article_id} shows the image {image_id}, which is not there")
        self.article_id = article_id
        self.image_id = image_id


class BrokenSite(EditorAppError):
    """The built website failed its own check: `path` is wrong, `reason` says how."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason
