"""Choosing the contacts of an article, in order, and writing new ones in place."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor_app.domain.article import Contact
from editor_app.translation import _
from ui.pickers.callbacks import SaveContact
from ui.pickers.contact_dialog import ContactDialog
from ui.pickers.ordered_cards import OrderedCards
from ui.theme.spacing import XS, S
from ui.widgets.dialogs import show_dialog
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.ranking import Ranking
from ui.widgets.suggestion_field import SuggestionField
from ui.widgets.suggestion_list import Suggestion

_NEW = "new"
# More lines than anybody reads before typing another letter.
MOST_FOUND = 60


class ContactPicker(QWidget):
    """Contacts in order; `changed` comes when somebody added, moved or removed one.

    `contact_saved` carries a contact that was written or changed here, as it was stored.
    """

    changed = Signal()
    contact_saved = Signal(object)

    def __init__(self, save_contact: SaveContact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save_contact = save_contact
        self._contacts: dict[str, Contact] = {}
        self._retired: frozenset[str] = frozenset()
        self._ranking = Ranking(())
        self._showing = 0
        self.cards = OrderedCards(self._card_content, self._name, editable=self._is_known)
        self.field = SuggestionField(_("Add a contact"), self._find)
        self.field.setObjectName("contact_field")
        self.new_button = plain_button(_("New contact…"), "new_contact", "user-plus")
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.cards)
        column.addWidget(self.field)
        column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.cards.changed.connect(self.changed)
        self.cards.edit_asked.connect(self.edit)
        self.cards.emptied.connect(self.field.setFocus)
        self.field.picked.connect(self._pick)
        self.field.abandoned.connect(self.field.clear)
        self.new_button.clicked.connect(lambda: self._write_new(""))

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the chosen contacts in order, also those that are not among the contacts."""
        return self.cards.keys()

    def set_contacts(self, contacts: Iterable[Contact], retired: Collection[str] = ()) -> None:
        """Offer `contacts` but for the `retired` ones, by id; what is chosen stays chosen."""
        known = {contact.id: contact for contact in contacts}
        if known != self._contacts or frozenset(retired) != self._retired:
            self._contacts, self._retired = known, frozenset(retired)
            self._rank()
            self.cards.show_keys(self.cards.keys())

    def edit(self, contact_id: str, field: str = "") -> None:
        """Open the card of a contact that is listed, to be changed; `field` is "phone" or "email"."""

        def saved(contact: Contact) -> None:
            self._keep(contact)
            self.contact_saved.emit(contact)

        contact = self._contacts[contact_id]
        dialog = ContactDialog(self._save_contact, contact, parent=self.window())
        self._open(dialog, saved)
        if field:
            dialog.go_to(field)

    def _rank(self) -> None:
        offered = (one for one in self._contacts.values() if one.id not in self._retired)
        self._ranking = Ranking((one.id, (one.name, *one.position)) for one in offered)

    def show_contacts(self, contact_ids: Iterable[str]) -> None:
        """Show what is chosen, without telling anybody."""
        self._showing += 1
        self.field.clear()
        keys = tuple(contact_ids)
        if keys != self.cards.keys():
            self.cards.show_keys(keys)

    def _is_known(self, contact_id: str) -> bool:
        return contact_id in self._contacts

    def _name(self, contact_id: str) -> str:
        contact = self._contacts.get(contact_id)
        return contact.name if contact else _("A contact that is not in the archive")

    def _find(self, typed: str) -> list[Suggestion]:
        chosen = self.chosen()
        best = [key for key in self._ranking.find(typed) if key not in chosen][:MOST_FOUND]
        found = [
            Suggestion(key, self._contacts[key].name, ", ".join(self._contacts[key].position)) for key in best
        ]
        name = " ".join(typed.split())
        text = _("New contact “{name}”…").format(name=name) if name else _("New contact…")
        return [*found, Suggestion(_NEW, text)]

    def _pick(self, key: str) -> None:
        typed = " ".join(self.field.text().split())
        self.field.clear()
        if key == _NEW:
            self._write_new(typed)
        else:
            self._add(key)

    def _add(self, contact_id: str) -> None:
        self.cards.show_keys((*self.chosen(), contact_id))
        self.field.setFocus()
        self.changed.emit()

    def _write_new(self, name: str) -> None:
        showing = self._showing

        def saved(contact: Contact) -> None:
            self._keep(contact)
            if showing == self._showing:
                self._add(contact.id)
            self.contact_saved.emit(contact)

        known = [one for one in self._contacts.values() if one.id not in self.chosen()]
        dialog = ContactDialog(self._save_contact, name=name, known=known, parent=self.window())
        dialog.existing_chosen.connect(lambda contact: self._use(contact, showing))
        self._open(dialog, saved)

    def _use(self, contact: Contact, showing: int) -> None:
        if showing == self._showing:
            self._add(contact.id)

    def _keep(self, contact: Contact) -> None:
        self._contacts[contact.id] = contact
        self._rank()
        self.cards.show_keys(self.cards.keys())

    def _open(self, dialog: ContactDialog, saved: Callable[[Contact], Any]) -> None:
        dialog.saved.connect(saved)
        show_dialog(dialog)

    def _card_content(self, contact_id: str) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS // 2)
        name = SectionHeading(self._name(contact_id))
        column.addWidget(name)
        contact = self._contacts.get(contact_id)
        if contact is not None:
            for line in _lines(contact):
                column.addWidget(line)
        return content


def _lines(contact: Contact) -> list[WrappingLabel]:
    quiet = map(QuietLabel, contact.position)
    # A zero-width space lets a long address break after its @.
    plain = (WrappingLabel(way.replace("@", "@\u200b")) for way in contact.ways)
    return [*quiet, *plain]
