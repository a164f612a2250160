"""Asks where a link leads."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from editor_app.domain.addresses import href_from_typing
from editor_app.translation import _
from ui.theme.icons import icon
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.form_field import FormField, named_line
from ui.widgets.primary_button import PrimaryButton

WIDTH = 440


class LinkDialog(QDialog):
    """`chosen` carries the address and the words; `removed` comes where the link shall go.

    With `asks_words` the words that become the link are asked for too.
    """

    chosen = Signal(str, str)
    removed = Signal()

    def __init__(self, href: str, *, asks_words: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link"))
        self.setMinimumWidth(WIDTH)
        self._words = named_line("words")
        self._address = named_line("address", href)
        self._address.setPlaceholderText("www.example.se")
        self._words_field = FormField(_("Words"), self._words, _("What the reader sees and clicks."))
        self._address_field = FormField(
            _("Address"), self._address, _("A web page, an e-mail address or tel: and a number.")
        )
        self._words_field.setVisible(asks_words)
        self._asks_words = asks_words
        self._lay_out(is_new=not href)
        self._address.textEdited.connect(lambda: self._address_field.show_problem(""))
        self._words.textEdited.connect(lambda: self._words_field.show_problem(""))
        (self._words if asks_words else self._address).setFocus()

    def problem(self) -> str:
        """Return the sentence on what is wrong, empty where nothing is."""
        return self._words_field.problem() or self._address_field.problem()

    def accept(self) -> None:
        """Hand the link over, unless something is missing, which is said where it is missing."""
        words = " ".join(self._words.text().split())
        href = href_from_typing(self._address.text())
        if self._asks_words and not words:
            self._words_field.show_problem(_("Write the words that the reader is to click."))
            self._words.setFocus()
        elif href is None:
            self._address_field.show_problem(
                _("This is not an address that a page can link to. Write it as in www.example.se.")
            )
            self._address.setFocus()
        else:
            self.chosen.emit(href, words)
            super().accept()

    def _remove(self) -> None:
        self.removed.emit()
        self.reject()

    def _lay_out(self, *, is_new: bool) -> None:
        buttons = closing_buttons(self, PrimaryButton(_("Insert link") if is_new else _("Change link")))
        if not is_new:
            remove = QPushButton(icon("unlink"), _("Remove link"))
            remove.setObjectName("remove")
            remove.setAutoDefault(False)
            buttons.addButton(remove, QDialogButtonBox.ButtonRole.ResetRole)
            remove.clicked.connect(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._words_field)
        column.addWidget(self._address_field)
        column.addWidget(buttons)
