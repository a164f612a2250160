"""A process that stands by for the first export of a large archive, which makes everything."""

from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.site.output.place import Place

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

# Less, and the export is over before two processes are quicker than one.
LEAST_BYTES = 50_000_000


def stand_by(archive: Path, target: Path) -> "ProcessPoolExecutor | None":
    """Return another process where an export of `archive` to `target` needs one from its beginning.

    It is a copy of this process, which must not have opened anything yet; it has loaded what makes pages,
    which a process that starts anew would have to do once more. None where it is not needed or cannot be.
    Raises TargetNotWritable where nothing can ever be exported to `target`.
    """
    try:
        is_needed = archive.stat().st_size >= LEAST_BYTES and not Place(target).ledger.exists()
    except OSError:
        # Whoever opens them tells what is wrong with them.
        return None
    if not is_needed:
        return None
    # Few exports need what this brings; the copy is to have all of it.
    import editor_app.desk.exporting  # noqa: F401
    from editor_app.site.planning.crew import copy_of_this_process

    return copy_of_this_process()
