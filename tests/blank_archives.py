"""Archives that hold nothing yet, or the samples: copied, since every migration runs to make one."""

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from editor_app.desk.desk import Desk
from editor_app.desk.opening import open_desk


@cache
def _made(with_samples: bool) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.sqlite3"
        open_desk(path, create=True, with_samples=with_samples).close()
        return path.read_bytes()


def blank_archive(path: Path, *, with_samples: bool = False) -> Path:
    """Return `path`, at which there is an archive now, a new one unless there was one."""
    if not path.exists():
        path.write_bytes(_made(with_samples))
    return path


def new_desk(path: Path, *, with_samples: bool = False, **options: Any) -> Desk:
    """Return a desk on the archive at `path`, which is made if it is missing."""
    return open_desk(blank_archive(path, with_samples=with_samples), **options)
