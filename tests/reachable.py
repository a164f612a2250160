"""Whom readers turn to: articles are submitted with somebody whom they can reach."""

from editor_app.domain.article import Contact, Phone

SWITCHBOARD = Contact("", "Klara Växel", phones=(Phone("08-465 004 00"),))


def reachable(desk):
    """Return the contacts of an article that is ready: the one card, which is made where it is missing."""
    there = [card.id for card in desk.contacts() if card.name == SWITCHBOARD.name]
    return (there[0] if there else desk.save_contact(SWITCHBOARD, by="Ada").id,)
