"""Says that the contact which is being written is there already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor_app.domain.article import Contact
from editor_app.translation import _
from ui.theme.spacing import XS, S
from ui.widgets.announce import announce
from ui.widgets.labels import WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.tone import INSET, Tone, ToneFrame, ToneIcon


class ExistingCard(ToneFrame):
    """Names a contact and offers to take it; `taken` carries it. Hidden while there is none."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Tone.INFO, parent)
        self.setObjectName("existing")
        self._contact: Contact | None = None
        self._label = WrappingLabel()
        self.button = plain_button(_("Use that one"), "use_existing")
        self.button.clicked.connect(lambda: self.taken.emit(self._contact))
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, XS, S, XS)
        row.setSpacing(S)
        row.addWidget(ToneIcon(Tone.INFO), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self.hide()

    def text(self) -> str:
        """Return the sentence, empty where no contact is meant."""
        return "" if self._contact is None else self._label.text()

    def show_contact(self, contact: Contact | None) -> None:
        """Say that `contact` is there already."""
        if contact == self._contact:
            return
        self._contact = contact
        self.setVisible(contact is not None)
        if contact is not None:
            words = ", ".join((contact.name, *contact.position))
            self._label.setText(_("There already: {contact}").format(contact=words))
            announce(self, self._label.text())
