"""The form in which a contact is written or changed."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from editor_app.domain.article import Contact, new_id
from editor_app.domain.contact_details import format_phone, is_email, is_phone
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.pickers.callbacks import SaveContact
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton

WIDTH = 420


class ContactDialog(QDialog):
    """Writes a new contact, or changes `contact` for every article that has it.

    What was typed is checked, then handed to `save_contact`; the dialog stays open until that has
    answered, and `saved` carries the stored contact.
    """

    saved = Signal(object)

    def __init__(
        self,
        save_contact: SaveContact,
        contact: Contact | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save_contact = save_contact
        self._contact = contact or Contact(id=new_id(), name=name)
        self.setWindowTitle(_("New contact") if contact is None else _("Edit contact"))
        self.setMinimumWidth(WIDTH)
        self._lines = {name: _line(name, getattr(self._contact, name)) for name in _labels()}
        self._fields = {name: FormField(label, self._lines[name]) for name, label in _labels().items()}
        self._problem = Problem()
        self._saving = False
        self._lay_out(is_new=contact is None)
        self._lines["role" if name else "name"].setFocus()
        self._lines["phone"].editingFinished.connect(self._settle_phone)
        self._lines["email"].editingFinished.connect(self._check_email)

    def problem(self) -> str:
        """Return the sentence on why the contact was not saved, empty where nothing went wrong."""
        return self._problem.text()

    def accept(self) -> None:
        """Save what is in the fields, unless one of them has to be mended first."""
        problems = self._problems()
        for name, sentence in problems.items():
            self._fields[name].show_problem(sentence)
        wrong = [name for name, sentence in problems.items() if sentence]
        if wrong:
            self._lines[wrong[0]].setFocus()
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
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._problem)
        column.addStretch()
        self._save_button = PrimaryButton(_("Save contact"))
        self._save_button.setObjectName("save")
        column.addWidget(closing_buttons(self, self._save_button))

    def _text(self, name: str) -> str:
        return " ".join(self._lines[name].text().split())

    def _typed(self) -> Contact:
        return replace(
            self._contact,
            name=self._text("name"),
            role=self._text("role"),
            organisation=self._text("organisation"),
            phone=format_phone(self._text("phone")),
            email=self._text("email"),
        )

    def _problems(self) -> dict[str, str]:
        """Return what is wrong by the name of the field, an empty sentence where nothing is."""
        phone, email = self._phone_problem(), self._email_problem()
        if not self._text("phone") and not self._text("email"):
            phone = _("Write a phone number or an e-mail address, so that the reader can get in touch.")
        name = "" if self._text("name") else _("Write the name of the person or the function.")
        return {"name": name, "phone": phone, "email": email}

    def _phone_problem(self) -> str:
        if not self._text("phone") or is_phone(self._text("phone")):
            return ""
        return _("This is not a phone number. Write it as in 070-174 06 05.")

    def _email_problem(self) -> str:
        if not self._text("email") or is_email(self._text("email")):
            return ""
        return _("This is not an e-mail address. Write it as in name@example.se.")

    def _settle_phone(self) -> None:
        self._lines["phone"].setText(format_phone(self._text("phone")))
        self._fields["phone"].show_problem(self._phone_problem())

    def _check_email(self) -> None:
        self._fields["email"].show_problem(self._email_problem())

    def _done(self, contact: Contact) -> None:
        self.saved.emit(contact)
        super().accept()

    def _failed(self, error: EditorAppError) -> None:
        self._saving = False
        self._save_button.setEnabled(True)
        self._problem.show_sentence(explained(error))


def _labels() -> dict[str, str]:
    """Return the label of each detail of a Contact, by its name there."""
    return {
        "name": _("Name"),
        "role": _("Role"),
        "organisation": _("Organisation"),
        "phone": _("Phone"),
        "email": _("E-mail"),
    }


def _line(name: str, value: str) -> QLineEdit:
    line = named_line(name, value)
    line.setInputMethodHints(
        {
            "phone": Qt.InputMethodHint.ImhDialableCharactersOnly,
            "email": Qt.InputMethodHint.ImhEmailCharactersOnly,
        }.get(name, Qt.InputMethodHint.ImhNone)
    )
    return line
