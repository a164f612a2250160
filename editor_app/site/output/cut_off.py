"""The mark of a switch that has begun, which tells at a glance whether one was cut off."""

from pathlib import Path

# Also the folder beside a target in which the output keeps what readers must not see.
_BESIDE = ".{name}.pressklar"


def folder_beside(target: Path) -> Path:
    """Return the folder for what belongs to the site at `target` and is not shown."""
    return target.with_name(_BESIDE.format(name=target.name))


def mark_beside(target: Path) -> Path:
    """Return the file that is there while the site at `target` is being switched."""
    return folder_beside(target) / "switching"
