"""Settings that belong to the archive, and so to everybody who uses it."""

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, select

from editor_app.archive.errors import BrokenSetting
from editor_app.archive.tables import settings
from editor_app.domain.policy import Policy
from editor_app.domain.publish_target import PublishTarget
from editor_app.domain.site_profile import SiteProfile
from editor_app.domain.site_settings import SiteSettings

T = TypeVar("T")

POLICY = "policy"
SITE_PROFILE = "site_profile"
SITE_SETTINGS = "site_settings"
PUBLISH_TARGETS = "publish_targets"
SITE_FOLDERS = "site_folders"
# What the program reads there, and may find written by another hand.
KINDS: Mapping[str, type[Any]] = {
    POLICY: Policy,
    SITE_PROFILE: SiteProfile,
    SITE_SETTINGS: SiteSettings,
    PUBLISH_TARGETS: tuple[PublishTarget, ...],
    SITE_FOLDERS: tuple[str, ...],
}


class Settings:
    """JSON values by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Return the JSON stored under `key`, or None where there is none."""
        value: str | None = self._connection.scalar(select(settings.c.value).where(settings.c.key == key))
        return value

    def read(self, key: str, kind: type[T]) -> T | None:
        """Return what is stored under `key`, or None where nothing is; raises BrokenSetting."""
        stored = self.get(key)
        try:
            return None if stored is None else msgspec.json.decode(stored, type=kind)
        except msgspec.MsgspecError as error:
            raise BrokenSetting(key, str(error)) from error

    def put(self, key: str, value: str) -> None:
        """Store the JSON `value` under `key`."""
        changed = self._connection.execute(settings.update().where(settings.c.key == key).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(settings.insert().values(key=key, value=value))
