"""A website on an SSH server, each file sent under another name and then renamed to its own."""

import asyncio
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import PurePosixPath

import asyncssh

from editor_app.domain.publish_target import PublishTarget
from editor_app.site.targets.errors import (
    HostKeyChanged,
    HostKeyUnknown,
    KeyNotReadable,
    LoginRefused,
    PublishError,
    ReadBackDiffers,
    RemoteFolderMissing,
    RemoteFull,
    RemoteNotWritable,
    ServerUnreachable,
    UnexpectedAnswer,
)
from editor_app.site.targets.remote import PART, Remote

_LANES = 16
_CONNECT_SECONDS = 15.0
_KEY_BEGINS = "-----BEGIN"
# A password is asked for in one of these ways.
_LOGINS = "publickey,password,keyboard-interactive"


def open_remote(target: PublishTarget, password: str) -> Remote:
    """Return the place of `target`, not connected yet; a `password` may be a private key as well."""
    return Sftp(target, password)


class _Trust(asyncssh.SSHClient):
    """Accepts the one key that somebody accepted, and keeps any other to be shown."""

    def __init__(self, accepted: asyncssh.SSHKey | None) -> None:
        self._accepted = accepted
        self.refused: asyncssh.SSHKey | None = None

    def validate_host_public_key(self, _host: str, _addr: str, _port: int, key: asyncssh.SSHKey) -> bool:
        if self._accepted is not None and key == self._accepted:
            return True
        self.refused = key
        return False


class Sftp:
    """The folder of an SFTP target."""

    lanes = _LANES

    def __init__(self, target: PublishTarget, password: str) -> None:
        self._target = target
        self._where = target.where
        self._password = password
        self._folder = PurePosixPath(target.folder or ".")
        self._connection: asyncssh.SSHClientConnection | None = None
        self._client: asyncssh.SFTPClient | None = None
        # Those below the target's own that are known to be there.
        self._folders: set[PurePosixPath] = set()

    async def connect(self) -> None:
        """Log in and see that the folder is there."""
        await self.close()
        self._folders.clear()
        self._connection = await self._logged_in()
        try:
            self._client = await self._connection.start_sftp_client()
        except (asyncssh.Error, OSError) as error:
            raise UnexpectedAnswer(self._where, str(error)) from None
        with self._typed_errors(""):
            if not await self._sftp.isdir(str(self._folder)):
                raise RemoteFolderMissing(self._where)

    async def close(self) -> None:
        """Give the connection back."""
        if self._connection is not None:
            connection, self._connection, self._client = self._connection, None, None
            connection.abort()
            await connection.wait_closed()

    async def is_empty(self) -> bool:
        """Return whether nothing at all is there."""
        with self._typed_errors(""):
            return not set(await self._sftp.listdir(str(self._folder))) - {".", ".."}

    async def read(self, path: str) -> bytes | None:
        """Return the file at `path`, None where none is."""
        with self._typed_errors(path):
            try:
                return await self._fresh(self._folder / path)
            except (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                return None

    async def put(self, path: str, data: bytes) -> None:
        """Make `data` the file at `path`, whole or not at all, once it came back as it was sent."""
        file, part = self._folder / path, self._folder / (path + PART)
        with self._typed_errors(path):
            await self._make_folders(PurePosixPath(path))
            try:
                await self._write(part, data, "wb")
            except asyncssh.SFTPFailure as error:
                await self._tell_whether_full(path, len(data), error)
            if sha256(await self._fresh(part)).digest() != sha256(data).digest():
                await self._sftp.remove(str(part))
                raise ReadBackDiffers(self._where, path)
            await self._rename(part, file)

    async def create(self, path: str, data: bytes) -> bool:
        """Make `data` the file at `path` unless one is there; return whether that was so."""
        with self._typed_errors(path):
            try:
                await self._write(self._folder / path, data, "xb")
            except asyncssh.SFTPFileAlreadyExists:
                return False
            except asyncssh.SFTPFailure:
                # The older and usual version of the protocol has no word of its own for it.
                if not await self._sftp.exists(str(self._folder / path)):
                    raise
                return False
        return True

    async def remove(self, path: str) -> None:
        """Remove the file at `path`, if it is there, and the folders that are empty then."""
        file = self._folder / path
        with self._typed_errors(path):
            for one in (self._folder / (path + PART), file):
                with suppress(asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath):
                    await self._sftp.remove(str(one))
            for parent in PurePosixPath(path).parents[:-1]:
                self._folders.discard(parent)
                try:
                    await self._sftp.rmdir(str(self._folder / parent))
                except asyncssh.SFTPError:
                    # Something is in it still, or it is gone.
                    return

    @property
    def _sftp(self) -> asyncssh.SFTPClient:
        if self._client is None:
            raise ServerUnreachable(self._where)
        return self._client

    async def _logged_in(self) -> asyncssh.SSHClientConnection:
        host, port = self._target.host_and_port
        accepted = asyncssh.import_public_key(self._target.host_key) if self._target.host_key else None
        trust = _Trust(accepted)
        keys = self._own_keys()
        try:
            return await asyncio.wait_for(
                asyncssh.connect(
                    host,
                    port,
                    username=self._target.user,
                    password=None if keys else self._password,
                    client_keys=keys or None,
                    client_factory=lambda: trust,
                    # Nothing of this computer's own SSH set-up decides whom to trust or who logs in.
                    known_hosts=([], [], []),
                    config=None,
                    agent_path=None,
                    preferred_auth=_LOGINS,
                    # A server with several keys shows the one that was accepted.
                    server_host_key_algs=[one.decode() for one in accepted.sig_algorithms]
                    if accepted
                    else (),
                    keepalive_interval=15,
                ),
                _CONNECT_SECONDS,
            )
        except asyncssh.HostKeyNotVerifiable as error:
            raise self._refusal(trust.refused, accepted, error) from None
        except asyncssh.PermissionDenied:
            raise LoginRefused(self._where) from None
        except (asyncssh.Error, OSError, TimeoutError) as error:
            raise ServerUnreachable(self._where, _reason(error)) from None

    def _own_keys(self) -> list[asyncssh.SSHKey]:
        if not self._password.lstrip().startswith(_KEY_BEGINS):
            return []
        try:
            return [asyncssh.import_private_key(self._password)]
        except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError):
            raise KeyNotReadable(self._where) from None

    def _refusal(
        self, key: asyncssh.SSHKey | None, accepted: asyncssh.SSHKey | None, error: asyncssh.Error
    ) -> PublishError:
        if key is None:
            return UnexpectedAnswer(self._where, str(error))
        line = key.export_public_key().decode().strip()
        if accepted is None:
            return HostKeyUnknown(self._where, line, key.get_fingerprint())
        return HostKeyChanged(self._where, line, key.get_fingerprint(), accepted.get_fingerprint())

    async def _make_folders(self, path: PurePosixPath) -> None:
        """Make the folders on the way to `path`, asking the server for each but once."""
        for folder in reversed(path.parents[:-1]):
            if folder in self._folders:
                continue
            try:
                await self._sftp.mkdir(str(self._folder / folder))
            except (asyncssh.SFTPFailure, asyncssh.SFTPFileAlreadyExists):
                if not await self._sftp.isdir(str(self._folder / folder)):
                    raise
            self._folders.add(folder)

    async def _write(self, file: PurePosixPath, data: bytes, mode: str) -> None:
        async with self._sftp.open(str(file), mode) as opened:
            await opened.write(data)

    async def _fresh(self, file: PurePosixPath) -> bytes:
        async with self._sftp.open(str(file), "rb") as opened:
            data = await opened.read()
        return data if isinstance(data, bytes) else data.encode()

    async def _rename(self, part: PurePosixPath, file: PurePosixPath) -> None:
        try:
            await self._sftp.posix_rename(str(part), str(file))
        except asyncssh.SFTPOpUnsupported:
            # Without the extension a rename replaces nothing, so for a moment there is no such file.
            with suppress(asyncssh.SFTPNoSuchFile):
                await self._sftp.remove(str(file))
            await self._sftp.rename(str(part), str(file))

    async def _tell_whether_full(self, path: str, size: int, error: asyncssh.SFTPFailure) -> None:
        """Raise RemoteFull where there is no room, which the usual version has no word for, else `error`."""
        try:
            disk = await self._sftp.statvfs(str(self._folder))
        except asyncssh.SFTPError:
            raise error from None
        if disk.bavail is not None and disk.frsize is not None and disk.bavail * disk.frsize < size:
            raise RemoteFull(self._where, path) from None
        raise error

    @contextmanager
    def _typed_errors(self, path: str) -> Iterator[None]:
        try:
            yield
        except asyncssh.SFTPPermissionDenied as error:
            raise RemoteNotWritable(self._where, f"{path}: {error.reason}") from None
        except (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded):
            raise RemoteFull(self._where, path) from None
        except (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection) as error:
            raise ServerUnreachable(self._where, error.reason) from None
        except asyncssh.SFTPError as error:
            raise UnexpectedAnswer(self._where, f"{path}: {error.reason}") from None
        except (asyncssh.Error, OSError, TimeoutError) as error:
            raise ServerUnreachable(self._where, _reason(error)) from None


def _reason(error: Exception) -> str:
    """Return why a server was not reached, in the words of the system where it has any."""
    if isinstance(error, TimeoutError):
        return os.strerror(errno.ETIMEDOUT)
    if isinstance(error, OSError) and error.errno is not None:
        # Where names are looked up, numbers below zero are no errors of the system.
        return os.strerror(error.errno) if error.errno > 0 else str(error.strerror)
    return str(error)
