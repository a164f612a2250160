"""Laws for all migrations: they lead to the tables of the code, whole or not at all, one by one tested."""

import re
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from editor_app.archive.archive import open_archive
from editor_app.archive.backups.names import BackupKind
from editor_app.archive.backups.restoring import restore
from editor_app.archive.backups.shelf import backups_of
from editor_app.archive.columns import metadata
from editor_app.archive.errors import ArchiveDamaged
from editor_app.archive.search_index import BEGINNINGS, WHOLE_TEXT
from editor_app.archive.sqlite_file import make_engine, read_stamp
from editor_app.archive.tables import ARCHIVE_VERSION
from editor_app.archive.upgrading import MIGRATIONS, upgrade
from editor_app.domain.article import Category

NEXT = f"{ARCHIVE_VERSION + 1:04d}"
HEADER = f"""
import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{ARCHIVE_VERSION:04d}"
"""


def revisions():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def is_in_the_code(name, kind, _parents):
    """Leave out the full-text index, which the code makes by itself."""
    return kind != "table" or not name.startswith((WHOLE_TEXT, BEGINNINGS))


def with_next_step(tmp_path, upgrade_code):
    """Return a copy of the migrations with one more, as the next version of the program will have."""
    steps = tmp_path / "steps"
    shutil.copytree(MIGRATIONS, steps)
    (steps / "versions" / "next.py").write_text(HEADER + upgrade_code)
    return steps


@pytest.fixture
def filled(archive, path):
    """The path of a closed archive that holds a category."""
    with archive.writing() as holdings:
        holdings.categories.add(Category("1", "Trafik", "trafik"))
    archive.close()
    return path


def test_the_newest_migration_is_the_version_that_the_program_knows():
    assert revisions() == [f"{number:04d}" for number in range(1, ARCHIVE_VERSION + 1)]


@pytest.mark.parametrize("revision", revisions())
def test_every_migration_has_a_test_of_its_own(revision):
    files = list(Path(__file__).parent.glob(f"test_{revision}_*.py"))

    assert len(files) == 1
    assert re.search(r"^def test_", files[0].read_text(), re.MULTILINE)


def test_all_migrations_lead_to_the_tables_of_the_code(filled):
    engine = make_engine(filled)

    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_server_default": True, "include_name": is_in_the_code}
        )
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []


def test_an_older_archive_is_copied_before_it_is_upgraded(filled, tmp_path):
    steps = with_next_step(
        tmp_path,
        "def upgrade():\n"
        "    with op.batch_alter_table('categories') as table:\n"
        "        table.add_column(sa.Column('colour', sa.String()))\n",
    )

    upgrade(filled, found=ARCHIVE_VERSION, steps=steps, to=ARCHIVE_VERSION + 1)

    (backup,) = backups_of(filled)
    assert read_stamp(filled).version == ARCHIVE_VERSION + 1
    assert (backup.kind, backup.version) == (BackupKind.BEFORE_UPGRADE, ARCHIVE_VERSION)
    with closing(sqlite3.connect(filled)) as database:
        assert database.execute("SELECT name, colour FROM categories").fetchall() == [("Trafik", None)]
    restore(backup.path, tmp_path / "as_it_was.sqlite3", now=datetime.now(UTC), by="Ada")
    as_it_was = open_archive(tmp_path / "as_it_was.sqlite3")
    with as_it_was.reading() as holdings:
        assert [category.name for category in holdings.categories.all()] == ["Trafik"]
    as_it_was.close()


def test_a_migration_that_fails_leaves_the_archive_as_it_was(filled, tmp_path):
    steps = with_next_step(
        tmp_path,
        "def upgrade():\n"
        "    op.drop_table('approvals')\n"
        "    op.execute('DELETE FROM categories')\n"
        "    raise ZeroDivisionError\n",
    )

    with pytest.raises(ZeroDivisionError):
        upgrade(filled, found=ARCHIVE_VERSION, steps=steps, to=ARCHIVE_VERSION + 1)

    archive = open_archive(filled)
    with archive.reading() as holdings:
        assert [category.name for category in holdings.categories.all()] == ["Trafik"]
    archive.close()


def test_a_parent_table_is_rebuilt_without_losing_its_children(filled, tmp_path):
    with closing(sqlite3.connect(filled)) as database, database:
        database.execute(
            "INSERT INTO images (id, name, media_type, width, height) VALUES ('1', 'a', 'image/png', 1, 1)"
        )
        database.execute("INSERT INTO image_files VALUES ('1', x'01')")
    steps = with_next_step(
        tmp_path,
        "def upgrade():\n"
        "    with op.batch_alter_table('images', recreate='always') as table:\n"
        "        table.alter_column('name', new_column_name='title')\n",
    )

    upgrade(filled, found=ARCHIVE_VERSION, steps=steps, to=ARCHIVE_VERSION + 1)

    with closing(sqlite3.connect(filled)) as database:
        assert database.execute("SELECT image_id, original FROM image_files").fetchall() == [("1", b"\x01")]


def test_a_migration_that_breaks_references_is_taken_back(filled, tmp_path):
    steps = with_next_step(
        tmp_path,
        "def upgrade():\n    op.execute(\"INSERT INTO image_files VALUES ('lost', x'00')\")\n",
    )

    with pytest.raises(ArchiveDamaged):
        upgrade(filled, found=ARCHIVE_VERSION, steps=steps, to=ARCHIVE_VERSION + 1)

    assert read_stamp(filled).version == ARCHIVE_VERSION
    with closing(sqlite3.connect(filled)) as database:
        assert database.execute("SELECT count(*) FROM image_files").fetchone() == (0,)
