"""Where a website is published to: what the archive keeps of a target, and what may be wrong with it.

Passwords and keys are no part of it: they are in the keyring of whoever publishes.
"""

import base64
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from msgspec import Struct

from editor_app.domain.errors import EditorAppError

SSH_PORT = 22
_HOST = re.compile(r"[\w.-]+|\[[0-9a-fA-F:.]+\]")
# What never leaves this computer may go without encryption.
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class TargetKind(StrEnum):
    """What a website is handed to."""

    ZIP = "zip"
    SFTP = "sftp"
    S3 = "s3"
    WEBDAV = "webdav"


class TargetProblem(StrEnum):
    """What is wrong with a target."""

    NO_NAME = "no_name"
    NO_ADDRESS = "no_address"
    NO_HOST = "no_host"
    NOT_HTTPS = "not_https"
    PASSWORD_IN_ADDRESS = "password_in_address"
    NO_USER = "no_user"
    NO_BUCKET = "no_bucket"
    NO_ZIP = "no_zip"
    ODD_FOLDER = "odd_folder"


class PublishTarget(Struct, frozen=True, omit_defaults=True):
    """A place that is not a folder of this computer.

    `address` is the path of a zip file, HOST or HOST:PORT for SFTP, else where https:// leads. `folder`
    is the one there that holds the website, with S3 the bucket and what comes before the names. `user` is
    the access key with S3, which alone has a `region`. `host_key` is the accepted key of an SSH server
    as OpenSSH writes it, empty until one was accepted.
    """

    name: str
    kind: TargetKind
    address: str
    folder: str = ""
    user: str = ""
    region: str = ""
    host_key: str = ""

    @property
    def where(self) -> str:
        """The address with the folder, as it is shown."""
        return f"{self.address.rstrip('/')}/{self.folder.strip('/')}" if self.folder else self.address

    @property
    def needs_password(self) -> bool:
        """Whether somebody has to log in there."""
        return self.kind is not TargetKind.ZIP

    @property
    def host_and_port(self) -> tuple[str, int]:
        """The server of an SFTP target; raises ValueError where `problems` finds a fault with it."""
        split = urlsplit(f"//{self.address}")
        return split.hostname or "", split.port or SSH_PORT

    @property
    def bucket_and_prefix(self) -> tuple[str, str]:
        """The bucket of an S3 target, and what comes before each name in it."""
        bucket, _slash, prefix = self.folder.strip("/").partition("/")
        return bucket, prefix


class BrokenTarget(EditorAppError):
    """A target cannot be kept as it is; `problems` are all that is wrong with it."""

    def __init__(self, name: str, problems: tuple[TargetProblem, ...]) -> None:
        super().__init__(f"{name}: {', '.join(problems)}")
        self.name = name
        self.problems = problems


def fingerprint(host_key: str) -> str:
    """Return the SHA-256 of a server's key as SSH programs show it, empty for what is no key."""
    try:
        key = base64.b64decode(host_key.split()[1], validate=True)
    except (IndexError, ValueError):
        return ""
    return "SHA256:" + base64.b64encode(sha256(key).digest()).decode().rstrip("=")


def problems(target: PublishTarget) -> Iterator[TargetProblem]:
    """Yield what is wrong with `target`."""
    if not target.name.strip():
        yield TargetProblem.NO_NAME
    if not target.address.strip():
        yield TargetProblem.NO_ADDRESS
    else:
        yield from _OF_ADDRESS[target.kind](target)
    if target.needs_password and not target.user.strip():
        yield TargetProblem.NO_USER
    if any(part in {".", ".."} for part in target.folder.split("/")):
        yield TargetProblem.ODD_FOLDER


def _of_zip(target: PublishTarget) -> Iterator[TargetProblem]:
    if not target.address.lower().endswith(".zip"):
        yield TargetProblem.NO_ZIP


def _of_server(target: PublishTarget) -> Iterator[TargetProblem]:
    try:
        split = urlsplit(f"//{target.address}")
        is_host = split.netloc == target.address and bool(split.hostname) and (split.port or 1) > 0
    except ValueError:
        is_host = False
    else:
        if "@" in target.address:
            yield TargetProblem.PASSWORD_IN_ADDRESS
            return
    if not is_host or not _HOST.fullmatch(target.address.rpartition(":")[0] or target.address):
        yield TargetProblem.NO_HOST


def _of_web_address(target: PublishTarget) -> Iterator[TargetProblem]:
    try:
        split = urlsplit(target.address)
        host, _port = split.hostname, split.port
    except ValueError:
        yield TargetProblem.NO_HOST
        return
    if "@" in split.netloc:
        yield TargetProblem.PASSWORD_IN_ADDRESS
    elif split.scheme != "https" and not (split.scheme == "http" and host in _LOOPBACK):
        yield TargetProblem.NOT_HTTPS
    elif not host:
        yield TargetProblem.NO_HOST


def _of_bucket(target: PublishTarget) -> Iterator[TargetProblem]:
    yield from _of_web_address(target)
    if not target.bucket_and_prefix[0]:
        yield TargetProblem.NO_BUCKET


_OF_ADDRESS: Mapping[TargetKind, Callable[[PublishTarget], Iterator[TargetProblem]]] = {
    TargetKind.ZIP: _of_zip,
    TargetKind.SFTP: _of_server,
    TargetKind.S3: _of_bucket,
    TargetKind.WEBDAV: _of_web_address,
}
