"""The audit log: read, checked and written to a file."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.desk.acts.base import Acts
from editor_app.desk.later import Later
from editor_app.desk.steps import Steps
from editor_app.desk.values import LogLine
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.log_report import KeptHead, LogReport

if TYPE_CHECKING:
    from editor_app.desk import log_reading, verifying
    from editor_app.desk.log_reading import LogFormat
else:
    log_reading = Later("editor_app.desk.log_reading")
    verifying = Later("editor_app.desk.verifying")


class LogActs(Acts):
    """What is done with the log of all that is done."""

    def find_log_entries(self, wanted: LogFilter) -> Sequence[int]:
        """Return the numbers of the entries that are wanted, the newest first."""
        with self._archive.reading() as holdings:
            return log_reading.find_entries(holdings, wanted)

    def log_lines(self, numbers: Iterable[int]) -> tuple[LogLine, ...]:
        """Return the entries with these numbers that are there, in the order of their numbers."""
        with self._archive.reading() as holdings:
            return log_reading.log_lines(holdings, numbers)

    def logged_ids_beginning(self, beginning: str) -> tuple[str, ...]:
        """Return the ids that begin so of articles that the log tells of, also of those that are gone."""
        with self._archive.reading() as holdings:
            return holdings.log.articles_beginning(beginning)

    def persons_in_log(self) -> tuple[str, ...]:
        """Return who did anything, in the order of their names."""
        with self._archive.reading() as holdings:
            return holdings.log.persons()

    def write_log(self, wanted: LogFilter, form: "LogFormat", target: Path) -> Steps[int]:
        """Write what is wanted to a file in steps, and return how many entries it holds.

        Raises FileNotWritten; then what was at `target` is still there.
        """
        return log_reading.write_log(self._archive, wanted, form, target)

    def verify_log(self, kept: Sequence[KeptHead] = ()) -> Steps[LogReport]:
        """Check the log in steps: by itself, against what was kept elsewhere, and against the archive."""
        return verifying.verify_log(self._archive, kept)

    def head_in_site(self, folder: Path) -> KeptHead:
        """Return what the export in `folder` knows of the log; raises NoKeptHead."""
        return verifying.head_in_site(folder)
