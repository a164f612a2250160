"""What the place of an archive means for it: room, sync programs, networks."""

import os
import shutil
import sys
from pathlib import Path

from editor_app.archive.checkup.findings import Finding, Problem

# In bytes: what an hour of work and a backup need at least, whatever the size of the archive.
LEAST_ROOM = 200_000_000
LARGE_LOG = 64_000_000

_SYNCED = ("onedrive", "dropbox", "icloud", "google drive", "googledrive", "nextcloud", "com~apple~clouddocs")
_NETWORKS = {"cifs", "smb3", "smbfs", "nfs", "nfs4", "afpfs", "9p", "fuse.sshfs", "davfs", "fuse.davfs2"}
_REMOTE = 4


def check_place(path: Path) -> list[Finding]:
    """Return what is wrong with the place where the archive lies; raises OSError where it is gone."""
    found = []
    if shutil.disk_usage(path.parent).free < max(LEAST_ROOM, 2 * path.stat().st_size):
        found.append(Finding(Problem.DISK_LOW, str(path.parent)))
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size > LARGE_LOG:
        found.append(Finding(Problem.LARGE_LOG, log.name))
    program = sync_program(path)
    if program:
        found.append(Finding(Problem.SYNC_FOLDER, program))
    if is_on_network(path):
        found.append(Finding(Problem.NETWORK_DRIVE, str(path.parent)))
    return found


def sync_program(path: Path) -> str:
    """Return the part of the path that tells of a program which copies files elsewhere, empty without."""
    for part in path.absolute().parent.parts:
        if part.casefold().startswith(_SYNCED):
            return part
    return ""


def is_on_network(path: Path, mounts: Path = Path("/proc/mounts")) -> bool:
    """Tell whether the file lies on another machine, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        anchor = path.absolute().anchor
        return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
    if not mounts.exists():
        return False
    where = os.path.realpath(path)
    # Of the places that hold it, the deepest counts; spaces in them are written in octal.
    holding = ("", "")
    for line in mounts.read_text(errors="replace").splitlines():
        _device, place, kind, *_rest = line.split()
        place = place.replace("\\040", " ")
        if where.startswith(place.rstrip("/") + "/") and len(place) >= len(holding[0]):
            holding = (place, kind)
    return holding[1] in _NETWORKS
