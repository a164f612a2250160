"""A file that leaves is whole or not there."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO, cast

from editor_app.desk.errors import FileNotWritten


def write_whole(data: bytes, path: Path) -> None:
    """Put `data` at `path`, in the place of what is there, all of it or nothing; raises FileNotWritten."""
    write_whole_by(lambda file: file.write(data), path)


def write_whole_by(write: Callable[[BinaryIO], Any], path: Path) -> None:
    """Put at `path` what `write` writes, as `write_whole` does; what `write` raises goes on as it is."""
    made: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as temporary:
            made = Path(temporary.name)
            file = cast(BinaryIO, temporary)
            write(file)
            file.flush()
            os.fsync(file.fileno())
        # Temporary files are for their owner alone; this one is to be sent around.
        made.chmod(0o666 & ~umask())
        made.replace(path)
        made = None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileNotWritten(path, reason or str(error)) from error
    finally:
        if made is not None:
            made.unlink(missing_ok=True)


def umask() -> int:
    """Return what nobody but the owner gets of a file that is made."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
