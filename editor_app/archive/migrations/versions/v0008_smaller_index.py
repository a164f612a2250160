"""The full-text index in less room, and every word in it counted."""

from alembic import op

from editor_app.archive.search_index import has_present_columns, make_index

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    connection = op.get_bind()
    # An archive that had no index until just now has that of the program of the day.
    if not has_present_columns(connection):
        make_index(connection)
