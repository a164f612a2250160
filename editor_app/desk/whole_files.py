"""A file that leaves is whole or not there."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from editor_app.desk.errors import FileNotWritten


def write_whole(data: bytes, path: Path) -> None:
    """Put `data` at `path`, in the place of what is there, all of it or nothing; raises FileNotWritten."""
    made: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}", delete=False) as file:
            made = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # Temporary files are for their owner alone; this one is to be sent around.
        made.chmod(0o666 & ~_umask())
        made.replace(path)
    except (OSError, ValueError) as error:
        if made is not None:
            made.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileNotWritten(path, reason or str(error)) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
