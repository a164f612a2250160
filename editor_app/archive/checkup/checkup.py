"""Looks at everything that can be wrong with an archive, one thing after another."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy.exc import DBAPIError

from editor_app.archive.backups.contents import examine
from editor_app.archive.backups.errors import BackupBroken
from editor_app.archive.backups.names import BackupKind
from editor_app.archive.backups.shelf import backups_of
from editor_app.archive.checkup import contents
from editor_app.archive.checkup.derived import check_derived
from editor_app.archive.checkup.findings import MENDABLE, Finding, Problem, Severity, Step
from editor_app.archive.checkup.place import check_place
from editor_app.archive.errors import ArchiveMissing, BrokenRow
from editor_app.archive.failures import is_out_of_reach
from editor_app.archive.sqlite_file import (
    APPLICATION_ID,
    header_stamp,
    integrity_problems,
    make_reading_engine,
    open_to_read,
    stoppable,
)
from editor_app.archive.tables import ARCHIVE_VERSION

# A day off and the night before it.
OLDEST_BACKUP = timedelta(hours=48)

Progress = Callable[[Step, int, int], Any]

_CONTENTS = {
    Step.VERSIONS: contents.check_versions,
    Step.IMAGES: contents.check_images,
    Step.REFERENCES: contents.check_references,
    Step.LOG: contents.check_log,
    Step.DERIVED: check_derived,
}

# What need not be said once more of the contents.
_OF_THE_FILE = {Problem.DAMAGED, Problem.NOT_READ}


class Report(Struct, frozen=True):
    """What was found, the gravest first, and the versions of what is involved."""

    archive_version: int
    sqlite_version: str
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Severity:
        """What the gravest finding asks for, NOTE where there is none."""
        return self.findings[0].severity if self.findings else Severity.NOTE

    @property
    def can_be_mended(self) -> bool:
        """Tell whether the program can put something right, in a file that is whole."""
        problems = {finding.problem for finding in self.findings}
        return bool(problems & MENDABLE) and Problem.DAMAGED not in problems


def check(path: Path, *, now: datetime, progress: Progress) -> Report:
    """Return what is wrong with the archive at `path`; others may use it meanwhile, and nothing is changed.

    `progress` hears of the step, how much of it is done and of how much, and may raise to stop. Raises
    ArchiveMissing, and OSError where the disk goes away.
    """
    if not path.is_file():
        raise ArchiveMissing(path)
    stamp = header_stamp(path)
    if stamp is None or stamp.application_id != APPLICATION_ID:
        findings = [Finding(Problem.UNREADABLE, str(path))]
    else:
        findings = [*_check_file(path, progress), *_check_version(stamp.version)]
        if stamp.version == ARCHIVE_VERSION:
            known = {finding.problem for finding in findings} & _OF_THE_FILE
            findings += (one for one in _check_contents(path, progress) if one.problem not in known)
    progress(Step.PLACE, 0, 1)
    findings += check_place(path)
    findings += _check_backups(path, now, progress)
    version = 0 if stamp is None else stamp.version
    ranked = sorted(dict.fromkeys(findings), key=_gravity)
    return Report(version, sqlite3.sqlite_version, tuple(ranked))


def _gravity(finding: Finding) -> tuple[int, int]:
    return -list(Severity).index(finding.severity), list(Problem).index(finding.problem)


def _check_file(path: Path, progress: Progress) -> Iterator[Finding]:
    try:
        with closing(open_to_read(path)) as database, stoppable(database, lambda: progress(Step.FILE, 0, 0)):
            problems = integrity_problems(database)
            if problems:
                yield Finding(Problem.DAMAGED, "\n".join(problems))
            elif database.execute("PRAGMA foreign_key_check").fetchone():
                yield Finding(Problem.BROKEN_REFERENCES)
    except sqlite3.Error as error:
        yield _trouble(error)


def _trouble(error: BaseException | None) -> Finding:
    """Return what it means that the database could not go on: a full disk is no damage."""
    return Finding(Problem.NOT_READ) if is_out_of_reach(error) else Finding(Problem.DAMAGED, str(error))


def _check_version(version: int) -> Iterator[Finding]:
    if version < ARCHIVE_VERSION:
        yield Finding(Problem.OLDER_VERSION, str(version))
    elif version > ARCHIVE_VERSION:
        yield Finding(Problem.NEWER_VERSION, str(version))


def _check_contents(path: Path, progress: Progress) -> Iterator[Finding]:
    engine = make_reading_engine(path)
    try:
        with engine.connect() as connection:
            for step, look in _CONTENTS.items():
                progress(step, 0, 1)
                try:
                    yield from look(connection, partial(progress, step))
                except (DBAPIError, sqlite3.Error) as error:
                    # What else there is can still be looked at.
                    yield _trouble(getattr(error, "orig", error))
                except (ValueError, TypeError) as error:
                    yield Finding(Problem.VALUE_UNKNOWN, str(error))
                except BrokenRow as error:
                    yield Finding(Problem.VALUE_UNKNOWN, error.value)
    finally:
        engine.dispose()


def _check_backups(path: Path, now: datetime, progress: Progress) -> Iterator[Finding]:
    progress(Step.BACKUPS, 0, 1)
    copies = [one for one in backups_of(path) if one.kind is not BackupKind.REPLACED]
    if not copies:
        yield Finding(Problem.NO_BACKUP)
        return
    newest = copies[0]
    if now - newest.made_at > OLDEST_BACKUP:
        yield Finding(Problem.OLD_BACKUP, newest.made_at.isoformat())
    try:
        examine(newest.path, lambda: progress(Step.BACKUPS, 0, 1))
    except BackupBroken:
        yield Finding(Problem.BROKEN_BACKUP, newest.path.name)
