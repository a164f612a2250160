"""A text from elsewhere becomes a draft, with its category, its contacts and its images."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time

from msgspec.structs import replace

from editor_app.archive.archive import Holdings
from editor_app.desk.becoming import describe
from editor_app.desk.card_changes import save_contact
from editor_app.desk.card_file import add_category
from editor_app.desk.drafting import file_new
from editor_app.desk.errors import NothingToTakeIn
from editor_app.desk.incoming_values import Incoming, TakenIn
from editor_app.desk.picture_file import Picture, develop, file_picture
from editor_app.domain.article import Article, Category, Contact, Phone, new_id
from editor_app.domain.audit import Act
from editor_app.domain.contact_details import tel_href
from editor_app.domain.document import Document, Figure
from editor_app.domain.normalize import normalize_text
from editor_app.domain.swedish_time import moment_at
from editor_app.intake.taken_text import ContactText, TakenText
from editor_app.translation import _, ngettext


def look_into(holdings: Holdings, taken: TakenText, *, name: str, source: str = "") -> Incoming:
    """Return what the archive would make of `taken`, and store nothing.

    Raises NothingToTakeIn where it holds neither words nor images.
    """
    if not (taken.title.strip() or taken.lead or taken.body.blocks or taken.contacts or taken.furniture):
        raise NothingToTakeIn
    rows = describe(
        taken,
        new_category=holdings.categories.named(_tidy(taken.category_name)) is None,
        new_contacts=tuple(
            _known_contact(holdings.contacts.all(), contact) is None for contact in taken.contacts
        ),
    )
    return Incoming(name, taken, rows, source or "\n".join(row.words for row in rows))


def develop_images(taken: TakenText) -> dict[str, Picture]:
    """Return the pictures of `taken`, ready to be filed, by the ids of its figures.

    Raises NotAnImage.
    """
    return {image_id: develop(image.data, name=image.name) for image_id, image in taken.images.items()}


def take_in(
    holdings: Holdings, incoming: Incoming, pictures: Mapping[str, Picture], *, by: str, now: datetime
) -> TakenIn:
    """Store what was looked into as a draft, with its category, its contacts and its images."""
    taken = incoming.taken
    notes: list[str] = []
    category = _category(holdings, taken, notes, by=by, now=now)
    contacts = [_contact(holdings, contact, notes, by=by, now=now) for contact in taken.contacts]
    article = Article(
        id=new_id(),
        kind=taken.kind,
        title=taken.title,
        lead=taken.lead,
        body=file_images(holdings, taken.body, pictures, by=by, now=now),
        language=taken.language,
        category_id=None if category is None else category.id,
        contact_ids=tuple(dict.fromkeys(contact.id for contact in contacts)),
        publish_at=_in_utc(taken.publish_at),
        internal_note=_note(taken.furniture),
    )
    notes += _gaps(taken)
    details = {"file": incoming.name} if incoming.name else None
    filed = file_new(holdings, article, by=by, now=now, act=Act.TAKEN_IN, details=details)
    return TakenIn(filed, tuple(notes), incoming.source)


def file_images(
    holdings: Holdings, body: Document, pictures: Mapping[str, Picture], *, by: str, now: datetime
) -> Document:
    """Store `pictures` and return `body` with the ids that the archive gave them.

    An image that the archive has under the id in the document stays that image.
    """
    stored = {
        image_id: image_id
        if holdings.images.get(image_id) is not None
        else file_picture(holdings, picture, by=by, now=now).id
        for image_id, picture in pictures.items()
    }
    return Document(
        tuple(
            replace(block, image_id=stored.get(block.image_id, block.image_id))
            if isinstance(block, Figure)
            else block
            for block in body.blocks
        )
    )


def _category(
    holdings: Holdings, taken: TakenText, notes: list[str], *, by: str, now: datetime
) -> Category | None:
    name = taken.category_name.strip()
    if not name:
        return None
    known = {category.id for category in holdings.categories.all()}
    category = add_category(holdings, name, by=by, now=now)
    if category.id not in known:
        notes.append(_("“{name}” is a new category.").format(name=category.name))
    return category


def _contact(holdings: Holdings, text: ContactText, notes: list[str], *, by: str, now: datetime) -> Contact:
    existing = _known_contact(holdings.contacts.all(), text)
    if existing is not None:
        return existing
    # A card needs a name: a function has its title, and a bare number at least is to be found by it.
    ways = (*text.emails, *(phone.number for phone in text.phones))
    name = text.name or text.role or text.organisation or next(iter(ways), "")
    contact = save_contact(
        holdings,
        Contact(
            id=new_id(),
            name=name,
            roles=() if name == text.role else (text.role,),
            organisation="" if name == text.organisation else text.organisation,
            phones=text.phones,
            emails=text.emails,
        ),
        by=by,
        now=now,
    )
    notes.append(_("“{name}” is a new contact. Check the card.").format(name=contact.name))
    return contact


def _known_contact(contacts: tuple[Contact, ...], text: ContactText) -> Contact | None:
    emails = {email.strip().casefold() for email in text.emails}
    if emails:
        return next((one for one in contacts if not emails.isdisjoint(map(str.casefold, one.emails))), None)
    name, phones = text.name.strip().casefold(), _dialled(text.phones)
    return next(
        (
            one
            for one in contacts
            if name and one.name.casefold() == name and not phones.isdisjoint(_dialled(one.phones))
        ),
        None,
    )


def _dialled(phones: Iterable[Phone]) -> set[str]:
    return {href for href in (tel_href(phone.number) for phone in phones) if href is not None}


def _tidy(name: str) -> str:
    return " ".join(normalize_text(name).split())


def _in_utc(when: date | datetime | None) -> datetime | None:
    if when is None:
        return None
    return moment_at(when if isinstance(when, datetime) else datetime.combine(when, time()))


def _note(furniture: tuple[str, ...]) -> str:
    if not furniture:
        return ""
    return "\n".join((_("Also on the page that was taken in:"), *furniture))


def _gaps(taken: TakenText) -> list[str]:
    notes = []
    if not taken.title.strip():
        notes.append(_("No headline was recognised. Look for it in the text."))
    if not taken.category_name.strip():
        notes.append(_("No category was recognised. Choose one."))
    if not taken.contacts:
        notes.append(_("No contact was recognised. Choose one if the page needs it."))
    if taken.furniture:
        count = len(taken.furniture)
        notes.append(
            ngettext(
                "{count} line from around the article is kept in the internal note.",
                "{count} lines from around the article are kept in the internal note.",
                count,
            ).format(count=count)
        )
    return notes
