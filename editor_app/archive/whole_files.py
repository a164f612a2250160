"""Files that have reached the disk, and not only the system's memory of it."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Wait until the file is on the disk; raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in `folder` are on the disk; raises OSError."""
    if os.name == "nt":
        # Windows gives no handle to a folder, and keeps names in its own log.
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
