"""Files from elsewhere, as bytes."""

from pathlib import Path

from editor_app.domain.errors import EditorAppError


class UnreadableFile(EditorAppError):
    """The file at `path` cannot be read; `reason` is the system's."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def read_file(path: Path, most: int = -1) -> bytes:
    """Return the bytes at `path`, no more than `most` where that is not negative; raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise UnreadableFile(path, error.strerror or str(error)) from error
    except ValueError as error:
        # A NUL in the name.
        raise UnreadableFile(path, str(error)) from error
