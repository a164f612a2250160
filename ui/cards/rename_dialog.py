"""The form in which a category gets a name, or another one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from editor_app.domain.article import Category
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton

LETTERS = 52


class RenameDialog(QDialog):
    """Asks for the name of `category`, of a new one where there is none; `named` carries name and choice.

    It stays open until `close_done` or `show_error` is called.
    """

    named = Signal(str, bool)

    def __init__(self, category: Category | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category = category
        self._is_storing = False
        self.setWindowTitle(_("New category") if category is None else _("Rename category"))
        self.setMinimumWidth(LETTERS * self.fontMetrics().averageCharWidth())
        self.name = named_line("name", "" if category is None else category.name)
        self._field = FormField(_("Name"), self.name)
        self.moves = QCheckBox(_("Let the address follow the name"))
        self.moves.setObjectName("moves_address")
        self.moves.setChecked(True)
        self.button = PrimaryButton(_("Add") if category is None else _("Rename"))
        self.button.setObjectName("save")
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(self._field)
        if category is not None:
            column.addWidget(self.moves)
            words = _("The page is at {address} now. Links to that address go on leading there.")
            column.addWidget(QuietLabel(words.format(address=f"/amnen/{category.slug}/")))
        column.addStretch()
        column.addWidget(closing_buttons(self, self.button))
        self.name.selectAll()

    def accept(self) -> None:
        """Hand over what was typed, unless there is nothing."""
        name = " ".join(self.name.text().split())
        if not name:
            self._field.show_problem(_("Write a name for the category."))
            self.name.setFocus()
            return
        self._is_storing = True
        self.button.setEnabled(False)
        self._field.show_problem("")
        self.named.emit(name, self.moves.isChecked())

    def reject(self) -> None:
        """Close without storing, unless the name is just being stored."""
        if not self._is_storing:
            super().reject()

    def close_done(self) -> None:
        """Close: the name is stored."""
        super().accept()

    def show_error(self, error: EditorAppError) -> None:
        """Say why the name was not stored."""
        self._is_storing = False
        self.button.setEnabled(True)
        self._field.show_problem(explained(error))
