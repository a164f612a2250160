"""Settings that belong to the archive, and so to everybody who uses it."""

from sqlalchemy import Connection, select

from editor_app.archive.tables import settings


class Settings:
    """JSON values by key."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, key: str) -> str | None:
        """Return the JSON stored under `key`, or None where there is none."""
        value: str | None = self._connection.scalar(select(settings.c.value).where(settings.c.key == key))
        return value

    def put(self, key: str, value: str) -> None:
        """Store the JSON `value` under `key`."""
        changed = self._connection.execute(settings.update().where(settings.c.key == key).values(value=value))
        if changed.rowcount == 0:
            self._connection.execute(settings.insert().values(key=key, value=value))
