"""A copied news page becomes a draft, with its category and its contacts."""

from datetime import date, datetime, time

from editor_app.archive.archive import Holdings
from editor_app.desk.card_file import add_category, save_contact
from editor_app.desk.drafting import file_new
from editor_app.desk.errors import NothingToTakeIn
from editor_app.desk.values import TakenIn
from editor_app.domain.article import Article, Category, Contact, new_id
from editor_app.domain.contact_details import tel_href
from editor_app.domain.swedish_time import moment_at
from editor_app.intake.news_page import take_in as read_news_page
from editor_app.intake.taken_text import ContactText, TakenText
from editor_app.translation import _, ngettext


def take_in(holdings: Holdings, text: str, *, by: str, now: datetime) -> TakenIn:
    """Store what `text` says as a draft; raises NothingToTakeIn where it has no words."""
    if not text.strip():
        raise NothingToTakeIn
    taken = read_news_page(text)
    notes: list[str] = []
    category = _category(holdings, taken, notes)
    contacts = [_contact(holdings, contact, notes) for contact in taken.contacts]
    article = Article(
        id=new_id(),
        kind=taken.kind,
        title=taken.title,
        lead=taken.lead,
        body=taken.body,
        language=taken.language,
        category_id=None if category is None else category.id,
        contact_ids=tuple(dict.fromkeys(contact.id for contact in contacts)),
        publish_at=_in_utc(taken.publish_at),
        internal_note=_note(taken.furniture),
    )
    notes += _gaps(taken)
    return TakenIn(file_new(holdings, article, by=by, now=now), tuple(notes), text)


def _category(holdings: Holdings, taken: TakenText, notes: list[str]) -> Category | None:
    name = taken.category_name.strip()
    if not name:
        return None
    known = {category.id for category in holdings.categories.all()}
    category = add_category(holdings, name)
    if category.id not in known:
        notes.append(_("“{name}” is a new category.").format(name=category.name))
    return category


def _contact(holdings: Holdings, text: ContactText, notes: list[str]) -> Contact:
    existing = _known_contact(holdings.contacts.all(), text)
    if existing is not None:
        return existing
    # A card needs a name: a function has its title, and a bare number at least is to be found by it.
    name = text.name or text.role or text.organisation or text.email or text.phone
    contact = save_contact(
        holdings,
        Contact(
            id=new_id(),
            name=name,
            role="" if name == text.role else text.role,
            organisation="" if name == text.organisation else text.organisation,
            phone=text.phone,
            email=text.email,
        ),
    )
    notes.append(_("“{name}” is a new contact. Check the card.").format(name=contact.name))
    return contact


def _known_contact(contacts: tuple[Contact, ...], text: ContactText) -> Contact | None:
    email = text.email.strip().casefold()
    if email:
        return next((contact for contact in contacts if contact.email.casefold() == email), None)
    name, phone = text.name.strip().casefold(), tel_href(text.phone)
    if not name or phone is None:
        return None
    return next(
        (
            contact
            for contact in contacts
            if contact.name.casefold() == name and tel_href(contact.phone) == phone
        ),
        None,
    )


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
