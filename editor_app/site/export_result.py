"""What an export answers."""

from pathlib import Path

from msgspec import Struct

from editor_app.domain.due import Due
from editor_app.domain.lost_link import LostLink
from editor_app.site.output.values import Conflict
from editor_app.site.planning.values import PlannedChange


class ExportResult(Struct, frozen=True):
    """What an export did: paths under `target`, and how many live articles were left out as not due.

    The manifest is not counted among the files. `came` is what the clock has done since the export
    before, `coming` what it will do next: only a later export shows that. `withdrawn` of the pages
    tell that their article was withdrawn, and `lost` are links of the pages that lead nowhere any more.
    """

    target: Path
    pages: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    not_due: int
    came: tuple[Due, ...] = ()
    coming: tuple[Due, ...] = ()
    withdrawn: int = 0
    lost: tuple[LostLink, ...] = ()


class ExportPlan(Struct, frozen=True):
    """What an export would do at `target`, and why.

    `pages` is how many there would be. `conflicts` are what it would destroy of others' work, for which
    it would have to be asked to overwrite. `is_by_releases` tells that there are whole releases behind one
    link.
    """

    target: Path
    pages: int
    changes: tuple[PlannedChange, ...]
    conflicts: tuple[Conflict, ...]
    not_due: int
    withdrawn: int = 0
    lost: tuple[LostLink, ...] = ()
    is_by_releases: bool = False
