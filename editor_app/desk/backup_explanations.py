"""The sentences for what can be wrong with backups."""

from collections.abc import Callable, Mapping
from typing import Any

from editor_app.archive.backups.errors import (
    BackupBroken,
    BackupFailed,
    BackupOutOfReach,
    BackupProblem,
    IsBackup,
)
from editor_app.desk.reasons import in_plain_words
from editor_app.domain.errors import EditorAppError
from editor_app.translation import N_, _


def _backup_failed(error: BackupFailed) -> tuple[str, str]:
    what, next_step = BACKUP_PROBLEMS[error.problem]
    return _(what).format(path=error.path, reason=in_plain_words(error.reason)), _(next_step)


def _is_backup(error: IsBackup) -> tuple[str, str]:
    return (
        _("{path} is a backup.").format(path=error.path.name),
        _("Open the archive itself, then choose Backups… in its File menu to bring this back."),
    )


def _backup_out_of_reach(error: BackupOutOfReach) -> tuple[str, str]:
    return (
        _("The backup {path} cannot be read: {reason}.").format(
            path=error.path, reason=in_plain_words(error.reason)
        ),
        _("The archive is as it was. Choose another backup."),
    )


def _backup_broken(error: BackupBroken) -> tuple[str, str]:
    return (
        _("The backup {path} is damaged and was not used.").format(path=error.path.name),
        _("The archive is as it was. Choose another backup."),
    )


BACKUP_PROBLEMS: Mapping[BackupProblem, tuple[str, str]] = {
    BackupProblem.DISK_FULL: (
        N_("No backup could be made: the disk with {path} is full."),
        N_("Free some space, or choose another place for backups."),
    ),
    BackupProblem.FOLDER_GONE: (
        N_("No backup could be made: the place for {path} is not there."),
        N_("Connect the disk or the network drive, or choose another place for backups."),
    ),
    BackupProblem.NOT_WRITABLE: (
        N_("No backup could be made in {path}: {reason}."),
        N_("Check that you may write there, or choose another place for backups."),
    ),
    BackupProblem.NOT_WHOLE: (
        N_("A backup in {path} was not whole, and is not kept."),
        N_("The disk may be failing: choose another place for backups, and check the archive."),
    ),
}

BACKUP_EXPLANATIONS: Mapping[type[EditorAppError], Callable[[Any], tuple[str, str]]] = {
    BackupFailed: _backup_failed,
    IsBackup: _is_backup,
    BackupOutOfReach: _backup_out_of_reach,
    BackupBroken: _backup_broken,
}
