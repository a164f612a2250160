"""Brings an archive to the version that this program knows, in one transaction and after a backup."""

from datetime import UTC, datetime
from pathlib import Path

from alembic import command
from alembic.config import Config

from editor_app.archive.backups.making import make_backup
from editor_app.archive.backups.names import BackupKind, folder_beside
from editor_app.archive.errors import ArchiveDamaged
from editor_app.archive.sqlite_file import (
    connect_for_writing,
    has_broken_references,
    make_engine,
    write_stamp,
)
from editor_app.archive.tables import ARCHIVE_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(
    path: Path,
    *,
    found: int,
    steps: Path = MIGRATIONS,
    to: int = ARCHIVE_VERSION,
    keep_older: bool = True,
) -> None:
    """Upgrade the database at `path` from version `found`, 0 for an empty one, to version `to`.

    A backup of an existing archive is made first, beside it, unless it is itself a copy. Raises
    BackupFailed, sqlite3 and SQLAlchemy errors, and ArchiveDamaged where pages or references are
    broken; the archive then is what it was.
    """
    if found and keep_older:
        # Always beside the archive: that place is there whenever the archive is.
        make_backup(path, BackupKind.BEFORE_UPGRADE, folder_beside(path), now=datetime.now(UTC))
    # With foreign keys on, rebuilding a parent table would delete its children.
    engine = make_engine(path, foreign_keys=False)
    try:
        with connect_for_writing(engine) as connection, connection.begin():
            config = Config()
            config.set_main_option("script_location", str(steps).replace("%", "%%"))
            config.attributes["connection"] = connection
            command.upgrade(config, f"{to:04d}")
            if has_broken_references(connection):
                raise ArchiveDamaged(path)
            write_stamp(connection, to)
    finally:
        engine.dispose()
