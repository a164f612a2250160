"""Changes of cards: looked at first, then agreed to, then done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from editor_app.desk.card_errors import ChangeDropped
from editor_app.desk.card_values import CardChange, CardRequest, SaveContacts
from editor_app.domain.article import Contact
from editor_app.translation import _
from ui.cards.card_source import CardSource
from ui.desk_worker import Failed
from ui.widgets.dialogs import show_dialog

Done = Callable[[CardChange], Any]


def change_cards(
    source: CardSource,
    request: CardRequest,
    what: str,
    act: str,
    over: Callable[[], QWidget | None],
    done: Done,
    failed: Failed,
) -> None:
    """Do `request` once somebody has seen over which widget what it changes, and agreed.

    What changes no article and no page is done at once. `failed` gets ChangeDropped where somebody did
    not agree, or closed the widget before they were asked.
    """

    def ask(change: CardChange) -> None:
        if change.is_unseen:
            source.change(change, done, failed)
            return
        widget = over()
        if widget is not None and not isValid(widget):
            failed(ChangeDropped())
            return
        # Loaded as it is opened: most sessions change no card.
        from ui.cards.change_dialog import ChangeDialog

        dialog = ChangeDialog(what, change, act, widget)
        dialog.agreed.connect(lambda: source.change(change, done, failed))
        dialog.dropped.connect(lambda: failed(ChangeDropped()))
        show_dialog(dialog)

    source.preview(request, ask, failed)


def save_contact(
    source: CardSource,
    contact: Contact,
    over: Callable[[], QWidget | None],
    done: Callable[[Contact], Any],
    failed: Failed,
) -> None:
    """Store a contact, after a look at what that changes."""

    def stored(change: CardChange) -> None:
        request = change.request
        if isinstance(request, SaveContacts):
            done(request.contacts[0])

    what = _("The details of “{name}” are saved.").format(name=contact.name)
    change_cards(source, SaveContacts((contact,)), what, _("Save contact"), over, stored, failed)
