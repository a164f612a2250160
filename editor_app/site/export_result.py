"""What an export answers."""

from pathlib import Path

from msgspec import Struct


class ExportResult(Struct, frozen=True):
    """What an export did: paths under `target`, and how many live articles were left out as not due.

    The manifest is not counted among the files.
    """

    target: Path
    pages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    not_due: int
