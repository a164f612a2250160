"""What happens by the clock."""

from datetime import datetime
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.domain.due import Due

if TYPE_CHECKING:
    from editor_app.desk import due
else:
    due = Later("editor_app.desk.due")


class DueActs(Acts):
    """What is asked so that the website is exported in time."""

    def due(self, now: datetime, until: datetime | None = None) -> tuple[Due, ...]:
        """Return which live pages appear, change and are taken down after `now`, in the order of time."""
        with self._archive.reading() as holdings:
            return due.due(holdings, now, until)

    def due_since_export(self) -> tuple[Due, ...]:
        """Return what has come since the newest export, so that it takes another one to show it."""
        with self._archive.reading() as holdings:
            return due.due_since_export(holdings, self._clock())
