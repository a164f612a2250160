"""What can keep a website from being published to a target.

`where` is the target's address. A `reason` is what the server or a library says, in its own words; no
password and no key is ever in it.
"""

from datetime import datetime
from pathlib import Path

from editor_app.domain.errors import EditorAppError
from editor_app.site.targets.values import RemoteConflict


class PublishError(EditorAppError):
    """Something keeps a website from being published to `where`."""

    def __init__(self, where: str, reason: str = "") -> None:
        super().__init__(f"{where}: {reason}" if reason else where)
        self.where = where
        self.reason = reason


class ServerUnreachable(PublishError):
    """The server does not answer, or the connection was cut; trying again may help."""


class CertificateRefused(PublishError):
    """The server could not prove that it is the one at the address."""


class LoginRefused(PublishError):
    """The server refuses the user name with this password or key."""


class KeyNotReadable(PublishError):
    """What was given as a private key is none that can be read."""


class UnexpectedAnswer(PublishError):
    """The server answers with something that such a server does not say."""


class RemoteFolderMissing(PublishError):
    """The folder or the bucket is not there."""


class RemoteNotWritable(PublishError):
    """The user may not do there what publishing takes; `reason` names the path."""


class RemoteFull(PublishError):
    """There is no room left."""


class ReadBackDiffers(PublishError):
    """What was sent came back otherwise; `reason` is the path."""


class UploadTakenOver(PublishError):
    """Another upload has begun meanwhile, taking this one for dead."""


class UploadStopped(PublishError):
    """Somebody stopped the upload; the next one goes on where it was."""


class HostKeyUnknown(PublishError):
    """Nobody has accepted the server's `key` yet, as OpenSSH writes it; `fingerprint` is its SHA-256."""

    def __init__(self, where: str, key: str, fingerprint: str) -> None:
        super().__init__(where, fingerprint)
        self.key = key
        self.fingerprint = fingerprint


class HostKeyChanged(HostKeyUnknown):
    """The server's key is another than the one that was accepted, whose fingerprint is `accepted`."""

    def __init__(self, where: str, key: str, fingerprint: str, accepted: str) -> None:
        super().__init__(where, key, fingerprint)
        self.accepted = accepted


class UploadBusy(PublishError):
    """Another upload to the same place has been going on since `since`."""

    def __init__(self, where: str, since: datetime) -> None:
        super().__init__(where, since.isoformat())
        self.since = since


class WouldOverwrite(PublishError):
    """An upload would destroy what others did there; `conflicts` are all of it."""

    def __init__(self, where: str, conflicts: tuple[RemoteConflict, ...]) -> None:
        super().__init__(where, ", ".join(f"{one.path} ({one.kind})" for one in conflicts[:20]))
        self.conflicts = conflicts


class NoExport(EditorAppError):
    """The folder `path` holds no exported website."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class ExportAltered(EditorAppError):
    """The file `name` of the export in `folder` is not there as it was written."""

    def __init__(self, folder: Path, name: str) -> None:
        super().__init__(f"{folder}: {name}")
        self.folder = folder
        self.name = name
