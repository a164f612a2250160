"""Files that are dropped on the window, by the endings of their names."""

from pathlib import Path

from PySide6.QtCore import QMimeData

SUFFIXES = frozenset(
    {".docx", ".json", ".odt", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"}
)


def dropped_paths(dropped: QMimeData) -> list[Path]:
    """Return the local files among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


def documents(dropped: QMimeData) -> list[Path]:
    """Return the documents that can be taken in among what is dropped."""
    return [path for path in dropped_paths(dropped) if path.suffix.lower() in SUFFIXES]
