"""The second person's approval."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from editor_app.desk.values import WorkingCopy
from editor_app.domain.workflow import SamePerson, require_second_person
from editor_app.translation import _
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading, WrappingLabel
from ui.widgets.primary_button import PrimaryButton

WIDTH = 440


class ApproveDialog(QDialog):
    """Asks who approves `copy`; it cannot be accepted in the name of whoever wrote or submitted it."""

    def __init__(self, copy: WorkingCopy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copy = copy
        self.setWindowTitle(_("Approve"))
        self.setMinimumWidth(WIDTH)
        self._name = named_line("approver")
        self._field = FormField(
            _("Name of the person who approves"),
            self._name,
            hint=_("Somebody other than {name}.").format(name=self._writers()),
        )
        self._name.textEdited.connect(lambda: self._field.show_problem(""))
        self._lay_out()

    def name(self) -> str:
        """Return the name that was typed, with single spaces."""
        return " ".join(self._name.text().split())

    def problem(self) -> str:
        """Return the sentence on why that name cannot be, empty where none was tried."""
        return self._field.problem()

    def accept(self) -> None:
        """Close with the name that was typed, unless it cannot be, which is said at the field."""
        sentence = self._name_problem(self.name())
        self._field.show_problem(sentence)
        if sentence:
            self._name.setFocus()
        else:
            super().accept()

    def _name_problem(self, name: str) -> str:
        if not name:
            return _("Write the name of the person who approves.")
        try:
            require_second_person(name, self._copy.created_by, self._copy.submitted_by, self._copy.updated_by)
        except SamePerson as error:
            return explained(error)
        return ""

    def _writers(self) -> str:
        submitted, edited = self._copy.submitted_by, self._copy.updated_by
        if not submitted or submitted == edited:
            return edited
        return _("{first} or {second}").format(first=submitted, second=edited)

    def _lay_out(self) -> None:
        title = SectionHeading(self._copy.article.title or _("Without a title"))
        binding = WrappingLabel(
            _(
                "The approval is for these words, as they stand now. "
                "If they are changed, they have to be approved again."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(title)
        column.addWidget(binding)
        column.addWidget(self._field)
        column.addWidget(QuietLabel(_("The name is kept with the approval. It is a note, not a signature.")))
        column.addStretch()
        accept = PrimaryButton(_("Approve"))
        accept.setObjectName("accept")
        column.addWidget(closing_buttons(self, accept))
        self._name.setFocus()
