"""Runs the steps on the connection that the archive hands over."""

from alembic import context

from editor_app.archive.columns import metadata

# The archive begins and ends the transaction; batches rebuild a table where SQLite cannot alter it.
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
