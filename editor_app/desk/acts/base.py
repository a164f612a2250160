"""What all acts of the desk have in common: the archive and the clock."""

from collections.abc import Callable
from datetime import datetime

from editor_app.archive.archive import Archive
from editor_app.desk.clock import utc_now


class Acts:
    """Acts on one archive, each whole or not at all."""

    def __init__(self, archive: Archive, clock: Callable[[], datetime] = utc_now) -> None:
        self._archive = archive
        self._clock = clock
