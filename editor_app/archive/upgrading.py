"""Brings an archive to the version that this program knows, in one transaction and after a backup."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from editor_app.archive.errors import ArchiveDamaged
from editor_app.archive.sqlite_file import (
    back_up,
    connect_for_writing,
    has_broken_references,
    make_engine,
    write_stamp,
)
from editor_app.archive.tables import ARCHIVE_VERSION

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(path: Path, *, found: int, steps: Path = MIGRATIONS, to: int = ARCHIVE_VERSION) -> None:
    """Upgrade the database at `path` from version `found`, 0 for an empty one, to version `to`.

    An existing archive is copied beside first, see `backup_path`. Raises sqlite3 and SQLAlchemy
    errors, and ArchiveDamaged where references are broken; the archive then is what it was.
    """
    if found:
        back_up(path, backup_path(path, found))
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


def backup_path(path: Path, version: int) -> Path:
    """Return where the copy of an archive of `version` goes, a name that no file has yet."""
    number = 1
    while True:
        suffix = f"-{number}" if number > 1 else ""
        candidate = path.with_name(f"{path.stem}-version-{version}{suffix}{path.suffix}")
        if not candidate.exists():
            return candidate
        number += 1
