"""Where a person's archive is unless told otherwise."""

from pathlib import Path


def default_archive_path() -> Path:
    """Return the archive in this person's own data folder; it need not be there yet."""
    # Who names an archive does not wait for it.
    from platformdirs import user_data_path

    return user_data_path("pressklar", appauthor=False) / "archive.sqlite3"
