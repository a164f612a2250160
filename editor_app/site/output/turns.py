"""One export at a time to a folder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from editor_app.site.errors import TargetBusy
from editor_app.site.output.place import Place

# An export takes about a second.
PATIENCE_SECONDS = 10.0
_PAUSE_SECONDS = 0.05


@contextmanager
def turn(place: Place, *, patience: float = PATIENCE_SECONDS) -> Iterator[None]:
    """Keep other exports away from `place`, waiting for them up to `patience` seconds.

    The lock ends with the process. The folder beside the target is there meanwhile, and goes with the
    turn if nothing was written to it. Raises TargetBusy.
    """
    deadline = time.monotonic() + patience
    while (held := _take(place)) is None:
        if time.monotonic() > deadline:
            raise TargetBusy(place.target)
        time.sleep(_PAUSE_SECONDS)
    try:
        yield
    finally:
        _give_back(place, held)


def _give_back(place: Place, held: int) -> None:
    is_needed = place.ledger.exists()
    if sys.platform == "win32":
        os.close(held)
    # A folder with something in it stays, and so does what another has opened meanwhile.
    with suppress(OSError):
        if not is_needed:
            place.lock.unlink()
            place.beside.rmdir()
    if sys.platform != "win32":
        os.close(held)


def _take(place: Place) -> int | None:
    """Return the open lock, or None where another has it."""
    place.beside.mkdir(parents=True, exist_ok=True)
    file = os.open(place.lock, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(file)
        # Who had it before may have taken the folder away with its turn.
        if os.path.samestat(os.fstat(file), place.lock.stat()):
            return file
    except (BlockingIOError, PermissionError, FileNotFoundError):
        pass
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        """Raise PermissionError where another has the lock."""
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: int) -> None:
        """Raise BlockingIOError where another has the lock."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise
        except OSError:
            # Some network file systems have no locks; the export is as careful as it can be without.
            return
