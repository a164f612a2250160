"""Where the pages of contacts are on the site: what moves them, and what leads on from where they were."""

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct

from editor_app.archive.archive import Holdings
from editor_app.archive.card_uses import CardKind
from editor_app.desk.card_values import MovedAddress
from editor_app.desk.site_settings import site_settings
from editor_app.domain.article import Contact
from editor_app.site.pages.paths import contact_paths


class PageMoves(Struct, frozen=True):
    """What a change of contacts does to their pages; `led_from` tells by path whose page that was."""

    moved: tuple[MovedAddress, ...] = ()
    led_from: Mapping[str, str] = {}


def page_moves(
    holdings: Holdings,
    changed: Iterable[Contact] = (),
    *,
    deleted: Collection[str] = (),
    merged: Collection[str] = (),
    into: str = "",
) -> PageMoves:
    """Return which pages move or are joined.

    `changed` are contacts as they will be, new ones among them; `into` will stand for those that are
    `merged`. A contact with a namesake has another address than one without, so that others may move
    too. Only what a live page names has a page.
    """
    if not site_settings(holdings).has_contact_pages:
        return PageMoves()
    before = {contact.id: contact for contact in holdings.contacts.ever()}
    after = before | {contact.id: contact for contact in changed}
    old = contact_paths(before.values())
    new = contact_paths(contact for id_, contact in after.items() if id_ not in deleted)
    heirs = holdings.contacts.survivors() | dict.fromkeys(merged, into)
    moved, led_from = [], {}
    for id_ in old:
        is_other = id_ in merged or (id_ in new and new[id_] != old[id_])
        if is_other and holdings.card_uses.are_live(CardKind.CONTACT, (id_,)):
            moved.append(MovedAddress(old[id_], new[heirs.get(id_, id_)], waits=id_ in heirs))
            led_from[old[id_]] = id_
            if id_ in heirs:
                # Nobody will do anything when the page of who is merged goes.
                led_from[new[id_]] = id_
    return PageMoves(tuple(moved), led_from)


def keep_leading_on(holdings: Holdings, moves: PageMoves) -> None:
    """Keep in mind whose pages were where."""
    for path, contact_id in moves.led_from.items():
        holdings.contacts.note_address(path, contact_id)
