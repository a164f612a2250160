"""The form in which a contact is written or changed."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from editor_app.domain.article import Contact, Phone, new_id
from editor_app.domain.contact_details import format_phone, is_email, is_phone
from editor_app.domain.errors import EditorAppError
from editor_app.domain.known_contacts import KnownContacts
from editor_app.translation import _
from ui.pickers.callbacks import SaveContact
from ui.pickers.existing_card import ExistingCard
from ui.pickers.several_lines import Entry, Kind, SeveralField
from ui.theme.spacing import XS, L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.fitting_scroll import FittingScroll
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton

WIDTH = 460


class ContactDialog(QDialog):
    """Writes a new contact, or changes `contact` for every article that has it.

    What was typed is checked, then handed to `save_contact`; the dialog stays open until that has
    answered, and `saved` carries the stored contact. Where one of the `known` contacts seems to be meant by
    a new one, that is said, and `existing_chosen` carries it once somebody takes it instead.
    """

    saved = Signal(object)
    existing_chosen = Signal(object)

    def __init__(
        self,
        save_contact: SaveContact,
        contact: Contact | None = None,
        *,
        name: str = "",
        known: Iterable[Contact] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save_contact = save_contact
        self._contact = contact or Contact(id=new_id(), name=name)
        self.setWindowTitle(_("New contact") if contact is None else _("Edit contact"))
        self.setMinimumWidth(WIDTH)
        self._lines = {name: named_line(name, getattr(self._contact, name)) for name in _labels()}
        self._fields: dict[str, FormField] = {
            name: FormField(label, self._lines[name]) for name, label in _labels().items()
        }
        self._several = {
            kind.object_name: SeveralField(kind, entries) for kind, entries in _several(self._contact)
        }
        self._problem = Problem()
        self._known = KnownContacts(() if contact is not None else known)
        self.existing = ExistingCard()
        self.existing.taken.connect(self._take_existing)
        self._saving = False
        self._lay_out(is_new=contact is None)
        (self._several["role"].several if name else self._lines["name"]).setFocus()
        self._several["phone"].several.line_left.connect(self._settle_phone)
        self._several["email"].several.line_left.connect(lambda _line: self._check_email())
        self._lines["name"].textChanged.connect(self._look_for_existing)
        self._look_for_existing()

    def go_to(self, name: str) -> None:
        """Put the cursor into the field `name`, in sight."""
        field = {**self._fields, **self._several}[name]
        field.control.setFocus()
        self._scroll.ensureWidgetVisible(field)

    def problem(self) -> str:
        """Return the sentence on why the contact was not saved, empty where nothing went wrong."""
        return self._problem.text()

    def accept(self) -> None:
        """Save what is in the fields, unless one of them has to be mended first."""
        problems = self._problems()
        fields = {**self._fields, **self._several}
        for name, sentence in problems.items():
            fields[name].show_problem(sentence)
        wrong = [name for name, sentence in problems.items() if sentence]
        if wrong:
            fields[wrong[0]].control.setFocus()
            return
        self._saving = True
        self._save_button.setEnabled(False)
        self._problem.show_sentence("")
        self._save_contact(self._typed(), self._done, self._failed)

    def reject(self) -> None:
        """Close without saving, unless the contact is just being saved."""
        if not self._saving:
            super().reject()

    def _lay_out(self, *, is_new: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        if not is_new:
            column.addWidget(
                QuietLabel(
                    _(
                        "The change shows in every article that has this contact. "
                        "Pages that are approved already keep what was approved."
                    )
                )
            )
        column.addWidget(self.existing)
        self._scroll = FittingScroll(self._form())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._problem)
        self._save_button = PrimaryButton(_("Save contact"))
        self._save_button.setObjectName("save")
        column.addWidget(closing_buttons(self, self._save_button))

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, XS, 0)
        column.setSpacing(M)
        single, several = self._fields, self._several
        for field in (
            single["name"],
            several["role"],
            single["unit"],
            single["organisation"],
            several["phone"],
            several["email"],
        ):
            column.addWidget(field)
        column.addStretch()
        for field in several.values():
            field.several.grown.connect(self._make_room)
        return form

    def _make_room(self) -> None:
        self.resize(self.size().expandedTo(self.sizeHint()))

    def _text(self, name: str) -> str:
        return " ".join(self._lines[name].text().split())

    def _entries(self, name: str) -> tuple[Entry, ...]:
        return self._several[name].several.entries()

    def _typed(self) -> Contact:
        return replace(
            self._contact,
            name=self._text("name"),
            roles=tuple(role for role, _label in self._entries("role")),
            unit=self._text("unit"),
            organisation=self._text("organisation"),
            phones=tuple(Phone(format_phone(number), label) for number, label in self._entries("phone")),
            emails=tuple(email for email, _label in self._entries("email")),
        )

    def _problems(self) -> dict[str, str]:
        """Return what is wrong by the name of the field, an empty sentence where nothing is."""
        phone, email = self._phone_problem(), self._email_problem()
        if not self._entries("phone") and not self._entries("email"):
            phone = _("Write a phone number or an e-mail address, so that the reader can get in touch.")
        name = "" if self._text("name") else _("Write the name of the person or the function.")
        return {"name": name, "phone": phone, "email": email}

    def _phone_problem(self) -> str:
        if all(is_phone(number) for number, _label in self._entries("phone")):
            return ""
        return _("This is not a phone number. Write it as in 070-174 06 05.")

    def _email_problem(self) -> str:
        if all(is_email(email) for email, _label in self._entries("email")):
            return ""
        return _("This is not an e-mail address. Write it as in name@example.se.")

    def _settle_phone(self, line: QLineEdit) -> None:
        line.setText(format_phone(line.text()))
        self._several["phone"].show_problem(self._phone_problem())

    def _check_email(self) -> None:
        self._several["email"].show_problem(self._email_problem())
        self._look_for_existing()

    def _look_for_existing(self) -> None:
        emails = tuple(email for email, _label in self._entries("email"))
        typed = Contact("", self._text("name"), unit=self._text("unit"), emails=emails)
        self.existing.show_contact(self._known.resembling(typed))

    def _take_existing(self, contact: Contact) -> None:
        self.existing_chosen.emit(contact)
        super().reject()

    def _done(self, contact: Contact) -> None:
        self.saved.emit(contact)
        super().accept()

    def _failed(self, error: EditorAppError) -> None:
        self._saving = False
        self._save_button.setEnabled(True)
        self._problem.show_sentence(explained(error))


def _labels() -> dict[str, str]:
    """Return the label of each detail that a Contact has once, by its name there."""
    return {"name": _("Name"), "unit": _("Unit"), "organisation": _("Organisation")}


def _several(contact: Contact) -> tuple[tuple[Kind, tuple[Entry, ...]], ...]:
    """Return what a Contact may have several of, with what `contact` has."""
    labels = (_("mobile"), _("switchboard"), _("direct"), _("press"), _("on call"))
    return (
        (Kind(_("Role"), "role", _("Add a role")), tuple((role, "") for role in contact.roles)),
        (
            Kind(
                _("Phone"),
                "phone",
                _("Add a phone number"),
                _("What it is for"),
                labels,
                Qt.InputMethodHint.ImhDialableCharactersOnly,
            ),
            tuple((phone.number, phone.label) for phone in contact.phones),
        ),
        (
            Kind(
                _("E-mail"),
                "email",
                _("Add an e-mail address"),
                hints=Qt.InputMethodHint.ImhEmailCharactersOnly,
            ),
            tuple((email, "") for email in contact.emails),
        ),
    )
