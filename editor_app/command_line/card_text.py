"""Contacts, categories and what changes with them, as text and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from editor_app.desk.card_values import CardChange, CardImport, CategoryEntry, ContactEntry
from editor_app.desk.card_words import OUTCOME_WORDS, change_sections, column_words, usage_words
from editor_app.translation import _

Json = dict[str, Any]


def entry_lines(entries: Iterable[ContactEntry | CategoryEntry]) -> list[str]:
    """Return a line for each card: id, name, what is known of it, and where it is used."""
    return [f"{_id_of(entry)}  {' · '.join(filter(None, _parts(entry)))}" for entry in entries]


def entry_json(entry: ContactEntry | CategoryEntry) -> Json:
    """Return what is known of a card."""
    details: Json = msgspec.to_builtins(entry)
    card = details.pop("contact" if isinstance(entry, ContactEntry) else "category")
    return {**card, **details}


def change_lines(change: CardChange, most: int = 20) -> list[str]:
    """Return what a change does, with the titles of at most `most` articles for each thing."""
    lines = []
    for section in change_sections(change):
        lines.append(section.sentence)
        lines += [f"  {use.article_id}  {use.title or _('Untitled')}" for use in section.uses[:most]]
        more = len(section.uses) - most
        if more > 0:
            lines.append("  " + _("and {count} more").format(count=more))
    return lines


def change_json(change: CardChange) -> Json:
    """Return what a change does, by lists of articles."""
    lists: dict[str, Sequence[Any]] = {
        "drafts": change.drafts,
        "need_approval": change.need_approval,
        "live": change.live,
        "moved": [{"old": moved.old, "new": moved.new} for moved in change.moved],
    }
    return dict(msgspec.to_builtins(lists))


def import_lines(shown: CardImport) -> list[str]:
    """Return what becomes of each column and of each card of a file."""
    columns = [
        _("Column “{heading}”: {use}").format(heading=use.heading, use=column_words(use.column))
        for use in shown.sheet.columns
    ]
    rows = [
        _("Line {line}: {what}. {words}")
        .format(
            line=row.line,
            what=f"{_(OUTCOME_WORDS[row.outcome])}: {row.why}" if row.why else _(OUTCOME_WORDS[row.outcome]),
            words=row.words,
        )
        .rstrip()
        for row in shown.rows
    ]
    return [*columns, *rows]


def import_json(shown: CardImport) -> Json:
    """Return what becomes of each card of a file, and what that changes."""
    return {
        "columns": msgspec.to_builtins(shown.sheet.columns),
        "rows": msgspec.to_builtins(shown.rows),
        "change": change_json(shown.change),
    }


def _id_of(entry: ContactEntry | CategoryEntry) -> str:
    return (entry.contact if isinstance(entry, ContactEntry) else entry.category).id


def _parts(entry: ContactEntry | CategoryEntry) -> tuple[str, ...]:
    retired = _("retired") if entry.is_retired else ""
    if isinstance(entry, ContactEntry):
        contact = entry.contact
        known = (", ".join(contact.position), ", ".join(contact.ways))
        return contact.name, *known, usage_words(entry.usage), retired
    return entry.category.name, entry.category.slug, usage_words(entry.usage), retired
