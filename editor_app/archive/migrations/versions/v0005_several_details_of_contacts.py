"""Contacts with a unit, and with several roles, phones and e-mails instead of one of each."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("contacts") as table:
        table.add_column(sa.Column("unit", sa.String(), server_default=sa.text("''"), nullable=False))
        for name in ("roles", "phones", "emails"):
            table.add_column(sa.Column(name, sa.Text(), server_default=sa.text("'[]'"), nullable=False))
    _move_details()
    with op.batch_alter_table("contacts") as table:
        for name in ("role", "phone", "email"):
            table.drop_column(name)


def _move_details() -> None:
    connection = op.get_bind()
    for id_, role, phone, email in connection.execute(
        sa.text("SELECT id, role, phone, email FROM contacts")
    ).all():
        connection.execute(
            sa.text("UPDATE contacts SET roles = :roles, phones = :phones, emails = :emails WHERE id = :id"),
            {
                "id": id_,
                "roles": _json([role] if role else []),
                "phones": _json([{"number": phone, "label": ""}] if phone else []),
                "emails": _json([email] if email else []),
            },
        )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
