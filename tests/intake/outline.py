"""A taken-in page as lines that a person can check."""

from editor_app.domain.document import Block, ListItem, plain_text
from editor_app.intake.taken_text import TakenText


def outline(taken: TakenText) -> str:
    """Return every part of `taken`, one a line."""
    lines = [
        f"kind: {taken.kind}",
        f"language: {taken.language}",
        f"title: {taken.title}",
        f"date: {taken.publish_at or '-'}",
        f"category: {taken.category_name or '-'}",
        f"lead: {taken.lead or '-'}",
        *(f"{_name(block)}: {plain_text(block)!r}" for block in taken.body.blocks),
        *(f"contact: {' / '.join(_fields(contact))}" for contact in taken.contacts),
        *(f"furniture: {line}" for line in taken.furniture),
    ]
    return "\n".join(lines) + "\n"


def _name(block: Block) -> str:
    name = type(block).__name__
    if isinstance(block, ListItem):
        name = f"{'Numbered' if block.ordered else 'Bulleted'}{block.level}"
    return f"boxed {name}" if getattr(block, "boxed", False) else name


def _fields(contact) -> list[str]:
    return [
        text or "-"
        for text in (
            contact.name,
            contact.role,
            contact.organisation,
            ", ".join(phone.words for phone in contact.phones),
            ", ".join(contact.emails),
        )
    ]
