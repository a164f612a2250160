"""One export at a time to a folder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from editor_app.site.errors import TargetBusy

# An export takes about a second.
PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.05


@contextmanager
def turn(target: Path, *, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other exports away from the folder that holds `target`, waiting for them up to `patience` seconds.

    The lock leaves no file behind and ends with the process. Raises TargetBusy. Windows has no
    locks on folders; there, renaming what another export has open fails, and says so.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder = os.open(target.parent, os.O_RDONLY)
    deadline = time.monotonic() + patience
    try:
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TargetBusy(target) from None
                time.sleep(_PAUSE_SECONDS)
            except OSError:
                # Some network file systems lock no folders; the export is as careful as it can be without.
                break
        yield
    finally:
        os.close(folder)
