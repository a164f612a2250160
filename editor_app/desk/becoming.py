"""What became what in a text from elsewhere, as rows to be read before anything is stored."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from editor_app.desk.incoming_values import Became
from editor_app.domain.article import Kind
from editor_app.domain.document import (
    Block,
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Table,
    is_boxed,
    plain_text,
)
from editor_app.domain.words import KIND_WORDS
from editor_app.intake.account import LeftOut, Omission
from editor_app.intake.taken_text import ContactText, TakenText
from editor_app.translation import N_, _, ngettext

_OMISSIONS: Mapping[Omission, str] = {
    Omission.DELETIONS: N_("Left out: deleted in the document"),
    Omission.COMMENTS: N_("Left out: comment"),
    Omission.PAGE_EDGES: N_("Left out: header or footer"),
    Omission.CONTENTS: N_("Left out: table of contents"),
    Omission.HIDDEN: N_("Left out: hidden text"),
    Omission.IMAGES: N_("Left out: image that cannot be read"),
    Omission.DRAWINGS: N_("Left out: shape or chart"),
    Omission.MERGED_CELLS: N_("Merged cells become cells of their own"),
    Omission.LINKS: N_("Left out: link that leads nowhere"),
    Omission.PAGE_PARTS: N_("Left out: part of the page"),
}


def describe(taken: TakenText, *, new_category: bool, new_contacts: tuple[bool, ...]) -> tuple[Became, ...]:
    """Return a row for every part of `taken`, in the order of the article, what is left out last."""
    return tuple(_rows(taken, new_category, new_contacts))


def describe_left_out(left_out: Iterable[LeftOut]) -> Iterator[Became]:
    """Yield a row for each thing that no part of the article has room for."""
    for one in left_out:
        yield from _omitted(one)


def _rows(taken: TakenText, new_category: bool, new_contacts: tuple[bool, ...]) -> Iterator[Became]:
    if taken.kind is not Kind.NEWS:
        yield Became(_(KIND_WORDS[taken.kind]), _("Kind"))
    if taken.title:
        yield Became(taken.title, _("Headline"))
    if taken.publish_at is not None:
        yield Became(_date_words(taken), _("Date"))
    if taken.category_name:
        yield Became(taken.category_name, _("Category"), is_new=new_category)
    if taken.lead:
        yield Became(taken.lead, _("Lead"))
    for block in taken.body.blocks:
        image_id = block.image_id if isinstance(block, Figure) else ""
        yield Became(_words_of(block), _name_of(block), image_id=image_id)
    for contact, is_new in zip(taken.contacts, new_contacts, strict=True):
        yield Became(_contact_words(contact), _("Contact"), is_new=is_new)
    for line in taken.furniture:
        yield Became(line, _("Kept in the internal note"), is_left_out=True)
    yield from describe_left_out(taken.left_out)


def _date_words(taken: TakenText) -> str:
    if isinstance(taken.publish_at, datetime):
        return taken.publish_at.strftime("%Y-%m-%d %H.%M")
    return str(taken.publish_at)


def _contact_words(contact: ContactText) -> str:
    ways = (*(phone.words for phone in contact.phones), *contact.emails)
    return ", ".join(filter(None, (contact.name, contact.role, contact.organisation, *ways)))


def _words_of(block: Block) -> str:
    if isinstance(block, Figure):
        return block.caption or block.alt or _("An image")
    if isinstance(block, Table):
        return plain_text(block).replace("\t", " | ").replace("\n", "; ")
    return plain_text(block)


def _name_of(block: Block) -> str:
    name = _kind_of(block)
    return _("{block}, in the fact box").format(block=name) if is_boxed(block) else name


def _kind_of(block: Block) -> str:
    match block:
        case Paragraph():
            return _("Paragraph")
        case Heading():
            return _("Subheading {level}").format(level=block.level)
        case Quote():
            return _("Quote")
        case ListItem():
            item = _("Numbered item") if block.ordered else _("List item")
            return (
                item if block.level == 1 else _("{item}, level {level}").format(item=item, level=block.level)
            )
        case FactTitle():
            return _("Fact box")
        case Figure():
            described = block.alt or block.decorative
            return _("Image") if described else _("Image without alternative text")
        case Table():
            name = _("Table") if block.header_row or block.header_column else _("Table without headings")
            rows = ngettext("{count} row", "{count} rows", len(block.rows)).format(count=len(block.rows))
            return f"{name}, {rows}"


def _omitted(left_out: LeftOut) -> Iterator[Became]:
    becomes = _(_OMISSIONS[left_out.what])
    for words in left_out.words:
        yield Became(words, becomes, is_left_out=True)
    silent = left_out.count - len(left_out.words)
    if silent > 0:
        words = ngettext("{count} without words", "{count} without words", silent).format(count=silent)
        yield Became(words, becomes, is_left_out=True)
