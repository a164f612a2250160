"""What a folder holds."""

from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files of a site by path, but the one that says when it was made."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "pressklar.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
