"""Contacts and categories as tables that Swedish Excel opens with a double click."""

import csv
import io
from collections.abc import Iterable, Sequence

from editor_app.domain.article import Category, Contact
from editor_app.domain.card_table import SEPARATOR, with_guard
from editor_app.translation import _


def contact_table(contacts: Iterable[Contact]) -> bytes:
    """Return a row for each contact; several roles, numbers or addresses share a cell, a bar between them."""
    headings = (_("Name"), _("Role"), _("Unit"), _("Organisation"), _("Phone"), _("E-mail"))
    return _table(headings, (_row(contact) for contact in contacts))


def category_table(categories: Iterable[tuple[Category, bool]]) -> bytes:
    """Return a row for each category, with whether it is retired."""
    headings = (_("Name"), _("Address"), _("Retired"))
    return _table(
        headings, ((category.name, category.slug, _("yes") if old else "") for category, old in categories)
    )


def _row(contact: Contact) -> tuple[str, ...]:
    several = f" {SEPARATOR} "
    return (
        contact.name,
        several.join(contact.roles),
        contact.unit,
        contact.organisation,
        several.join(phone.words for phone in contact.phones),
        several.join(contact.emails),
    )


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    output = io.StringIO(newline="")
    # Excel reads the list separator of Swedish Windows, and UTF-8 only behind a byte order mark.
    writer = csv.writer(output, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([with_guard(cell) for cell in row] for row in rows)
    return output.getvalue().encode("utf-8-sig")
