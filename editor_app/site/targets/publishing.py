"""Publishing to a target of any kind; what a kind needs is loaded when one of it is used."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from editor_app.domain.publish_target import PublishTarget, TargetKind
from editor_app.site.output.paths import MANIFEST
from editor_app.site.targets import zip_file
from editor_app.site.targets.remote import Remote
from editor_app.site.targets.steady import PAUSES, Steady
from editor_app.site.targets.upload import Upload
from editor_app.site.targets.values import IsStopped, Published, Tell, never, tell_nobody

T = TypeVar("T")

_MODULES: Mapping[TargetKind, str] = {
    TargetKind.SFTP: "editor_app.site.targets.sftp",
    TargetKind.S3: "editor_app.site.targets.s3",
    TargetKind.WEBDAV: "editor_app.site.targets.webdav",
}


def publish(
    target: PublishTarget,
    password: str,
    folder: Path,
    *,
    tell: Tell = tell_nobody,
    is_stopped: IsStopped = never,
    overwrite: bool = False,
    dry_run: bool = False,
    pauses: tuple[float, ...] = PAUSES,
) -> Published:
    """Make the website at `target` the export in `folder`; with `dry_run` only say what that would do.

    `tell` is called in this thread, and `is_stopped` asked before each file. `overwrite` allows to
    replace and remove what others did there. Raises PublishError, NoExport, ExportAltered.
    """
    if target.kind is TargetKind.ZIP:
        return zip_file.publish(
            target, folder, tell=tell, is_stopped=is_stopped, overwrite=overwrite, dry_run=dry_run
        )

    async def act(remote: Steady) -> Published:
        upload = Upload(remote, target.where, folder, tell=tell, is_stopped=is_stopped, overwrite=overwrite)
        return await (upload.look() if dry_run else upload.run())

    return asyncio.run(_connected(target, password, act, pauses))


def try_connection(target: PublishTarget, password: str) -> bool:
    """Log in and see that the folder is there; return whether it holds a website or nothing at all.

    Raises PublishError.
    """
    if target.kind is TargetKind.ZIP:
        return zip_file.is_ours_or_missing(target)

    async def act(remote: Steady) -> bool:
        return await remote.read(MANIFEST) is not None or await remote.is_empty()

    return asyncio.run(_connected(target, password, act, ()))


async def _connected(
    target: PublishTarget,
    password: str,
    act: Callable[[Steady], Awaitable[T]],
    pauses: tuple[float, ...],
) -> T:
    # Of each write to a line that was cut asyncio warns by itself; the error that comes says it once.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    opened: Remote = import_module(_MODULES[target.kind]).open_remote(target, password)
    remote = Steady(opened, pauses)
    try:
        await remote.connect()
        return await act(remote)
    finally:
        await remote.close()
