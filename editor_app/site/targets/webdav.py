"""A website on a WebDAV server, each file sent under another name and then moved to its own."""

import asyncio
import ssl
import xml.etree.ElementTree as Xml
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import quote

import httpx
import truststore

from editor_app.domain.publish_target import PublishTarget
from editor_app.site.targets.content_types import content_type
from editor_app.site.targets.errors import (
    CertificateRefused,
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

_TIMEOUT = httpx.Timeout(60.0, connect=10.0)
_LANES = 6
_REFUSED: Mapping[int, type[PublishError]] = {
    401: LoginRefused,
    403: RemoteNotWritable,
    405: RemoteNotWritable,
    413: RemoteFull,
    507: RemoteFull,
    # Another client has locked the file, which passes.
    423: ServerUnreachable,
    429: ServerUnreachable,
}
_OK = range(200, 300)


def open_remote(target: PublishTarget, password: str) -> Remote:
    """Return the place of `target`, not connected yet."""
    return WebDav(target, password)


class WebDav:
    """The folder of a WebDAV target."""

    lanes = _LANES

    def __init__(self, target: PublishTarget, password: str) -> None:
        self._where = target.where
        folder = quote(target.folder.strip("/"))
        self._base = target.address.rstrip("/") + "/" + (folder + "/" if folder else "")
        self._auth = httpx.BasicAuth(target.user, password)
        self._client: httpx.AsyncClient | None = None
        self._collections: set[str] = set()
        self._making = asyncio.Lock()

    async def connect(self) -> None:
        """Log in and see that the folder is there."""
        await self.close()
        self._client = httpx.AsyncClient(
            auth=self._auth,
            # The computer's own list of whom to trust, as its browsers have it.
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            timeout=_TIMEOUT,
            limits=httpx.Limits(max_connections=_LANES),
        )
        await self._members()

    async def close(self) -> None:
        """Give the connections back."""
        if self._client is not None:
            client, self._client = self._client, None
            await client.aclose()

    async def is_empty(self) -> bool:
        """Return whether nothing at all is there."""
        # The folder itself is the first.
        return await self._members() <= 1

    async def read(self, path: str) -> bytes | None:
        """Return the file at `path`, None where none is."""
        answer = await self._ask("GET", path, allowed=(200, 404))
        return None if answer.status_code == 404 else answer.content

    async def put(self, path: str, data: bytes) -> None:
        """Make `data` the file at `path`, whole or not at all, once it came back as it was sent."""
        part = path + PART
        await self._make_collections(path)
        await self._ask("PUT", part, content=data, headers={"Content-Type": content_type(path)})
        if sha256(await self.read(part) or b"").digest() != sha256(data).digest():
            await self._ask("DELETE", part, allowed=(200, 204, 404))
            raise ReadBackDiffers(self._where, path)
        headers = {"Destination": self._base + quote(path), "Overwrite": "T"}
        await self._ask("MOVE", part, headers=headers)

    async def create(self, path: str, data: bytes) -> bool:
        """Make `data` the file at `path` unless one is there; return whether that was so."""
        answer = await self._ask(
            "PUT", path, content=data, headers={"If-None-Match": "*"}, allowed=(*_OK, 412)
        )
        return answer.status_code != 412

    async def remove(self, path: str) -> None:
        """Remove the file at `path`; its collection stays, as removing one takes all in it."""
        for name in (path + PART, path):
            await self._ask("DELETE", name, allowed=(200, 204, 404))

    async def _make_collections(self, path: str) -> None:
        # Servers that are asked for one collection twice at a time fail, instead of saying that it is there.
        async with self._making:
            missing = []
            for parent in PurePosixPath(path).parents:
                if str(parent) in self._collections or str(parent) == ".":
                    break
                missing.append(str(parent))
            for one in reversed(missing):
                # 405 says that it is there.
                await self._ask("MKCOL", one + "/", allowed=(201, 405))
                self._collections.add(one)

    async def _members(self) -> int:
        answer = await self._ask("PROPFIND", "", headers={"Depth": "1"}, allowed=(207, 404, 409))
        if answer.status_code != 207:
            raise RemoteFolderMissing(self._where)
        try:
            return len(Xml.fromstring(answer.content).findall("{DAV:}response"))
        except Xml.ParseError as error:
            raise UnexpectedAnswer(self._where, str(error)) from error

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        allowed: "range | tuple[int, ...]" = _OK,
    ) -> httpx.Response:
        if self._client is None:
            raise ServerUnreachable(self._where)
        url = self._base + quote(path)
        try:
            answer = await self._client.request(method, url, content=content, headers=headers)
        except httpx.TransportError as error:
            raise _of_transport(self._where, error) from None
        status = answer.status_code
        if status in allowed:
            return answer
        reason = f"{method} {path}: {status} {answer.reason_phrase}"
        kind = _REFUSED.get(status, ServerUnreachable if status >= 500 else UnexpectedAnswer)
        raise kind(self._where, reason)


def _of_transport(where: str, error: httpx.TransportError) -> PublishError:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return CertificateRefused(where, cause.verify_message)
        cause = cause.__cause__ or cause.__context__
    return ServerUnreachable(where, str(error) or type(error).__name__)
