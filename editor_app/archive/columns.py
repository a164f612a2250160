"""What the columns of all tables are made of."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from sqlalchemy import Column, Date, DateTime, Dialect, MetaData, String, TypeDecorator

from editor_app.archive.errors import BrokenRow

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


Stored = TypeVar("Stored")


class _Checked(TypeDecorator[Stored]):
    """What is stored as text and may have been altered to what it cannot be."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any]:
        """Return what reads a stored value; that raises BrokenRow for what is none."""
        read = super().result_processor(dialect, coltype)
        assert read is not None

        def checked(value: Any) -> Any:
            try:
                return read(value)
            except (ValueError, TypeError):
                raise BrokenRow("", str(value)) from None

        return checked


class Day(_Checked[date]):
    """A date without a time."""

    impl = Date
    cache_ok = True


class UtcTime(_Checked[datetime]):
    """An aware time, stored in UTC: SQLite keeps no zone of its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: Any | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy's signature
    ) -> datetime | None:
        if value is None:
            return None
        time: datetime = value
        return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


class TimeIfAny(UtcTime):
    """The same where a look at the archive has to go on: None for what is no time."""

    cache_ok = True

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Return what reads a stored time, and answers None for what is none."""
        read = super().result_processor(dialect, coltype)

        def as_far_as_possible(value: Any) -> datetime | None:
            try:
                time: datetime | None = read(value)
            except BrokenRow:
                return None
            return time

        return as_far_as_possible


def id_column() -> Column[str]:
    """Return the column of ids that are UUIDs."""
    return Column("id", String(36), primary_key=True)
