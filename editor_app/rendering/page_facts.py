"""The facts that machines are told of a page, taken from what was approved."""

from msgspec.structs import replace

from editor_app.domain.article import Contact
from editor_app.domain.contact_details import is_email, tel_href
from editor_app.domain.page_facts import FactContact, FactImage, PageFacts
from editor_app.domain.publication import Publication
from editor_app.domain.revision import Snapshot
from editor_app.rendering.languages import frame_language, language_tag
from editor_app.rendering.page_paths import article_path
from editor_app.rendering.plain import plain
from editor_app.rendering.renditions import SizeOfImage, shown_figure


def page_facts(publication: Publication, image_size: SizeOfImage) -> PageFacts:
    """Return what machines are told of the page of a publication."""
    snapshot = publication.snapshot
    return PageFacts(
        article_id=snapshot.article_id,
        revision_hash=publication.revision_hash,
        path=article_path(snapshot),
        title=plain(snapshot.title),
        lead=plain(snapshot.lead),
        tag=language_tag(snapshot.language) or frame_language(snapshot.language),
        kind=snapshot.kind,
        section="" if snapshot.category is None else plain(snapshot.category.name),
        published_at=publication.published_at,
        updated_at=publication.updated_at,
        contacts=tuple(map(_contact, snapshot.contacts)),
        corrections=tuple(replace(one, words=plain(one.words)) for one in snapshot.corrections),
        image=_image(snapshot, image_size),
        record_number=plain(snapshot.record_number),
    )


def dialled(number: str) -> str:
    """Return the number as it is dialled from anywhere, empty where it is none."""
    return (tel_href(number) or "").removeprefix("tel:")


def written(address: str) -> str:
    """Return the e-mail address, empty where it is none."""
    return address.strip() if is_email(address.strip()) else ""


def _contact(contact: Contact) -> FactContact:
    return FactContact(
        name=plain(contact.name),
        position=", ".join(filter(None, map(plain, contact.position))),
        phones=tuple(filter(None, (dialled(phone.number) for phone in contact.phones))),
        emails=tuple(filter(None, map(written, contact.emails))),
    )


def _image(snapshot: Snapshot, image_size: SizeOfImage) -> FactImage | None:
    hero = snapshot.hero
    size = None if hero is None else image_size(hero.image_id)
    if hero is None or size is None:
        return None
    shown = shown_figure(hero, size)
    usual = shown.usual
    return FactImage(
        usual.path, usual.width, shown.height_at(usual.width), "" if hero.decorative else plain(hero.alt)
    )
