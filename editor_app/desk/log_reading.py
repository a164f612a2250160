"""The audit log to be read: the numbers of entries first, then those that are looked at."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import msgspec

from editor_app.archive.archive import Archive, Holdings
from editor_app.desk.log_words import act_words, details_words
from editor_app.desk.steps import Steps
from editor_app.desk.values import LogLine
from editor_app.desk.whole_files import write_whole
from editor_app.domain.log_filter import LogFilter
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import _

# So many lines are read in some hundredths of a second, for which others may wait.
STRETCH = 1000


class LogFormat(StrEnum):
    """How the log is written to a file."""

    CSV = "csv"
    JSON = "json"


def find_entries(holdings: Holdings, wanted: LogFilter) -> Sequence[int]:
    """Return the numbers of the entries that are wanted, the newest first."""
    if wanted == LogFilter():
        # They have no gaps unless somebody removed some, and then the gaps are to be seen.
        return range(holdings.log.head().number, 0, -1)
    return holdings.log.numbers(wanted)


def log_lines(holdings: Holdings, numbers: Iterable[int]) -> tuple[LogLine, ...]:
    """Return the entries with these numbers that are there, in the order of their numbers."""
    entries = holdings.log.numbered(numbers)
    titles = holdings.articles.titles(entry.article_id for entry in entries if entry.article_id)
    return tuple(LogLine(entry, titles.get(entry.article_id, "")) for entry in entries)


def write_log(archive: Archive, wanted: LogFilter, form: LogFormat, target: Path) -> Steps[int]:
    """Write what is wanted to `target`, the oldest first, and return how many entries that are.

    Raises FileNotWritten; then what was at `target` is still there.
    """
    with archive.reading() as holdings:
        numbers = find_entries(holdings, wanted)[::-1]
    parts: list[str] = []
    count = 0
    for start in range(0, len(numbers), STRETCH):
        with archive.reading() as holdings:
            lines = log_lines(holdings, numbers[start : start + STRETCH])
        parts.append(_PARTS[form](lines))
        count += len(lines)
        yield start / len(numbers)
    write_whole(_WHOLE[form](parts).encode(), target)
    return count


def as_csv_row(line: LogLine) -> tuple[str, ...]:
    """Return the cells of a line, in the order of `_headings`."""
    entry = line.entry
    return (
        str(entry.number),
        _local(entry.at),
        entry.by,
        act_words(entry.act),
        line.title,
        details_words(entry),
        entry.article_id,
        entry.revision_hash,
        entry.previous,
        entry.hash,
    )


def _headings() -> tuple[str, ...]:
    return (
        _("Number"),
        _("Time"),
        _("Person"),
        _("Act"),
        _("Article"),
        _("Details"),
        _("Article's id"),
        _("Hash of the words"),
        _("Hash of the entry before"),
        _("Hash of the entry"),
    )


def _local(moment: datetime) -> str:
    return f"{wall_time(moment):%Y-%m-%d %H:%M:%S}"


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([[_harmless(cell) for cell in row] for row in rows])
    return text.getvalue()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _csv_part(lines: Sequence[LogLine]) -> str:
    return _csv(map(as_csv_row, lines))


def _json_part(lines: Sequence[LogLine]) -> str:
    return ",\n".join(msgspec.json.encode(line.entry, order="sorted").decode() for line in lines)


# Excel takes a file for UTF-8 by the mark at its beginning.
_PARTS = {LogFormat.CSV: _csv_part, LogFormat.JSON: _json_part}
_WHOLE = {
    LogFormat.CSV: lambda parts: "\ufeff" + _csv([_headings()]) + "".join(parts),
    LogFormat.JSON: lambda parts: "[" + ",\n".join(filter(None, parts)) + "]\n",
}
