"""Backups in words: why they were made, how large they are."""

from collections.abc import Mapping

from babel.numbers import format_decimal

from editor_app.archive.backups.names import BackupKind
from editor_app.translation import N_, interface_language

KIND_WORDS: Mapping[BackupKind, str] = {
    BackupKind.DAILY: N_("daily"),
    BackupKind.BY_HAND: N_("made by hand"),
    BackupKind.BEFORE_UPGRADE: N_("before an upgrade"),
    BackupKind.REPLACED: N_("replaced by a backup"),
}

_STEP = 1000
_UNITS = ("kB", "MB", "GB", "TB")


def size_words(size: int) -> str:
    """Return a size in bytes as people read it, in steps of a thousand, as file managers show it."""
    amount, unit = size / _STEP, _UNITS[0]
    for larger in _UNITS[1:]:
        if amount < _STEP:
            break
        amount, unit = amount / _STEP, larger
    digits = 0 if amount >= 10 or unit == _UNITS[0] else 1
    return f"{format_decimal(round(amount, digits), locale=interface_language())}\u00a0{unit}"
