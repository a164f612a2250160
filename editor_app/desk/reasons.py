"""What systems and databases give as a reason, in the language of the interface."""

import errno
import os

from editor_app.translation import _


def in_plain_words(reason: str) -> str:
    """Return `reason` in the interface language, without its full stop; a rare one as the system has it."""
    bare = reason.rstrip(".")
    words = {
        os.strerror(errno.ENOENT): _("there is no such file or folder"),
        os.strerror(errno.EACCES): _("you are not allowed to"),
        os.strerror(errno.EPERM): _("you are not allowed to"),
        os.strerror(errno.EROFS): _("the disk can only be read"),
        os.strerror(errno.EISDIR): _("it is a folder"),
        os.strerror(errno.ENOTDIR): _("a file stands where a folder belongs"),
        os.strerror(errno.EEXIST): _("a file stands where a folder belongs"),
        os.strerror(errno.ENAMETOOLONG): _("the name is too long"),
        os.strerror(errno.ENOSPC): _("the disk is full"),
        os.strerror(errno.EBUSY): _("another program is using it"),
        os.strerror(errno.EIO): _("the disk does not answer as it should"),
        os.strerror(errno.ECONNREFUSED): _("nobody answers there"),
        os.strerror(errno.ECONNRESET): _("the other side ended it"),
        os.strerror(errno.ETIMEDOUT): _("no answer came in time"),
        os.strerror(errno.ENETUNREACH): _("there is no way to it in the network"),
        os.strerror(errno.EHOSTUNREACH): _("there is no way to it in the network"),
        "Name or service not known": _("there is no server with that name"),
        "Temporary failure in name resolution": _("no server with that name was found, or no network"),
        # SQLite's own.
        "attempt to write a readonly database": _("it can only be read"),
        "unable to open database file": _("it cannot be opened"),
        "disk I/O error": _("the disk does not answer as it should"),
        # The export's own.
        "the root of a disk cannot be replaced": _("the root of a disk cannot be replaced"),
    }
    return words.get(bare, bare)
