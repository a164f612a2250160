"""The folders that exports write to, so that what a kill cut off there is set right unasked."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from editor_app.archive.archive import Archive, Holdings
from editor_app.archive.settings import SITE_FOLDERS
from editor_app.desk.later import Later
from editor_app.domain.errors import EditorAppError
from editor_app.site.output.cut_off import mark_beside

if TYPE_CHECKING:
    from editor_app.site.output import recovery
    from editor_app.site.output.values import Recovered
else:
    # Hardly any start has anything to recover.
    recovery = Later("editor_app.site.output.recovery")


def note_folder(archive: Archive, target: Path) -> None:
    """Note, before anything is written there, that exports write to the folder `target`."""
    with archive.reading() as holdings:
        known = _folders(holdings)
    if str(target) not in known:
        with archive.storing_derived() as holdings:
            folders = sorted({*_folders(holdings), str(target)})
            holdings.settings.put(SITE_FOLDERS, msgspec.json.encode(folders).decode())


def recover_sites(archive: Archive) -> "tuple[Recovered, ...]":
    """Finish or undo each export that was cut off in the middle of its switch; return what became of them.

    Where that does not succeed, the next export there tries again and says what prevents it.
    """
    recovered: list[Recovered] = []
    with suppress(EditorAppError):
        with archive.reading() as holdings:
            folders = [Path(folder) for folder in _folders(holdings)]
        for folder in folders:
            if mark_beside(folder).exists():
                with suppress(EditorAppError):
                    recovered += filter(None, [recovery.recover(folder)])
    return tuple(recovered)


def _folders(holdings: Holdings) -> tuple[str, ...]:
    return holdings.settings.read(SITE_FOLDERS, tuple[str, ...]) or ()
