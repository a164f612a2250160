"""A website in a bucket of S3-compatible storage, where each file is whole or not there by itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import md5, sha256
from urllib.parse import urlsplit

from obstore.exceptions import (
    AlreadyExistsError,
    BaseError,
    NotFoundError,
    PermissionDeniedError,
    PreconditionError,
    UnauthenticatedError,
)
from obstore.store import S3Store

from editor_app.domain.publish_target import PublishTarget
from editor_app.site.targets.content_types import cache_control, content_type
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
from editor_app.site.targets.remote import Remote

_LANES = 16
_REGION = "us-east-1"
_CODE = re.compile(r"<Code>(\w+)</Code>")
_STATUS = re.compile(r"status code: (\d+)")
_LOGIN = frozenset({"InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken"})
_FULL = frozenset({"XMinioStorageFull", "QuotaExceeded", "InsufficientStorage", "EntityTooLarge"})


def open_remote(target: PublishTarget, password: str) -> Remote:
    """Return the place of `target`, not connected yet."""
    return Bucket(target, password)


class Bucket:
    """The bucket of an S3 target, below what comes before its names."""

    lanes = _LANES

    def __init__(self, target: PublishTarget, password: str) -> None:
        self._where = target.where
        bucket, prefix = target.bucket_and_prefix
        self._store = S3Store(
            bucket,
            prefix=prefix or None,
            endpoint=target.address.rstrip("/"),
            access_key_id=target.user,
            secret_access_key=password,
            region=target.region or _REGION,
            virtual_hosted_style_request=False,
            client_options={
                "allow_http": urlsplit(target.address).scheme == "http",
                "connect_timeout": timedelta(seconds=10),
                "timeout": timedelta(seconds=60),
            },
            # Trying again is done in one place for all targets.
            retry_config={"max_retries": 0, "retry_timeout": timedelta(seconds=60)},
        )

    async def connect(self) -> None:
        """Do nothing: every request logs in by itself, and the first one tells what is wrong."""

    async def close(self) -> None:
        """Do nothing: connections are given back by themselves."""

    async def is_empty(self) -> bool:
        """Return whether no name is there."""
        with self._typed_errors(""):
            try:
                async for names in self._store.list(chunk_size=1):
                    return not names
            except (NotFoundError, FileNotFoundError):
                raise RemoteFolderMissing(self._where) from None
        return True

    async def read(self, path: str) -> bytes | None:
        """Return the file at `path`, None where none is."""
        with self._typed_errors(path):
            try:
                found = await self._store.get_async(path)
                return bytes(await found.bytes_async())
            except (NotFoundError, FileNotFoundError) as error:
                if _code(error) == "NoSuchBucket":
                    raise RemoteFolderMissing(self._where) from None
                return None

    async def put(self, path: str, data: bytes) -> None:
        """Make `data` the file at `path`, and see that the bucket has it as it was sent."""
        with self._typed_errors(path):
            answer = await self._store.put_async(
                path, data, attributes=_attributes(path), use_multipart=False
            )
        tag = (answer["e_tag"] or "").strip('"')
        # Most buckets name the MD5 of what they have; those that encrypt name something else.
        if tag == md5(data, usedforsecurity=False).hexdigest():
            return
        if sha256(await self.read(path) or b"").digest() != sha256(data).digest():
            raise ReadBackDiffers(self._where, path)

    async def create(self, path: str, data: bytes) -> bool:
        """Make `data` the file at `path` unless one is there; return whether that was so."""
        with self._typed_errors(path):
            try:
                await self._store.put_async(
                    path, data, attributes=_attributes(path), use_multipart=False, mode="create"
                )
            except (AlreadyExistsError, PreconditionError):
                return False
            except BaseError as error:
                # Not every storage can do that at once; whoever comes between is noticed by the beat.
                if _code(error) != "NotImplemented":
                    raise
                if await self.read(path) is not None:
                    return False
                await self.put(path, data)
        return True

    async def remove(self, path: str) -> None:
        """Remove the file at `path`, if it is there."""
        with self._typed_errors(path):
            try:
                await self._store.delete_async(path)
            except (NotFoundError, FileNotFoundError):
                return

    @contextmanager
    def _typed_errors(self, path: str) -> Iterator[None]:
        try:
            yield
        except (BaseError, OSError) as error:
            # The library's own words hold the whole request.
            raise _typed(self._where, path, error) from None


def _attributes(path: str) -> dict[str, str]:
    return {"Content-Type": content_type(path), "Cache-Control": cache_control(path)}


def _code(error: Exception) -> str:
    found = _CODE.search(str(error))
    return found[1] if found else ""


def _typed(where: str, path: str, error: Exception) -> PublishError:
    said, code = str(error), _code(error)
    status = int(found[1]) if (found := _STATUS.search(said)) else 0
    reason = f"{path}: {code or status}" if code or status else said.partition("\n")[0]
    if code in _LOGIN:
        return LoginRefused(where, code)
    if code in _FULL or status == 507:
        return RemoteFull(where, reason)
    if code == "NoSuchBucket":
        return RemoteFolderMissing(where)
    if isinstance(error, PermissionDeniedError | UnauthenticatedError | PermissionError) or status in {
        401,
        403,
    }:
        return RemoteNotWritable(where, reason)
    if "certificate" in said.lower() or "UnknownIssuer" in said:
        return CertificateRefused(where, reason)
    if status in {429, 0} or status >= 500:
        return ServerUnreachable(where, reason)
    return UnexpectedAnswer(where, reason)
