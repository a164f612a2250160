"""The pages of those whom readers can turn to: what each is named in."""

from collections.abc import Iterable

from editor_app.domain.article import Contact
from editor_app.rendering.frame import RenderedPage, SiteFrame
from editor_app.rendering.languages import SITE_LANGUAGE
from editor_app.rendering.plain import plain
from editor_app.site.pages.collections import Collection
from editor_app.site.pages.listed import Step, counted
from editor_app.site.pages.paths import CONTACTS_PAGE
from editor_app.translation import translations


def contact_collection(contact: Contact, path: str) -> Collection:
    """Return what the page of a contact at `path` is headed by."""
    crumb = Step(translations(SITE_LANGUAGE).gettext("Contact persons"), CONTACTS_PAGE)
    about = ", ".join(filter(None, map(plain, contact.position)))
    return Collection(plain(contact.name), path, about, (crumb,))


def render_contacts_page(people: Iterable[Step], frame: SiteFrame) -> RenderedPage:
    """Return the page that leads to those of the contacts, in the order of `people`."""
    place = frame.place(CONTACTS_PAGE)
    main = place.render("people.html", people=list(people), counted=counted(place))
    return frame.page(place, main, title=place.gettext("Contact persons"))
