"""The answers that the accessibility statement is made of."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from editor_app.domain.site_settings import AccessibilityStatement, Assessment, Compliance
from editor_app.translation import N_, _
from ui.details.combos import TableCombo
from ui.pickers.day_field import DayField
from ui.theme.spacing import M
from ui.widgets.form_field import FormField, named_line
from ui.widgets.growing_text import GrowingTextEdit
from ui.widgets.labels import QuietLabel

_COMPLIANCE: Mapping[Compliance, str] = {
    Compliance.FULL: N_("Fully"),
    Compliance.PARTIAL: N_("Partly"),
    Compliance.NONE: N_("Not at all"),
}
_ASSESSMENTS: Mapping[Assessment, str] = {
    Assessment.SELF: N_("We ourselves"),
    Assessment.EXTERNAL: N_("An independent party"),
    Assessment.NONE: N_("Nobody yet"),
}


class StatementPage(QWidget):
    """Shows the answers to be changed; without `statement`, the page says that there are none yet."""

    def __init__(self, statement: AccessibilityStatement | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        answers = statement or AccessibilityStatement()
        self.is_answered = QCheckBox(_("The questions are answered"))
        self.is_answered.setObjectName("is_answered")
        self.is_answered.setChecked(statement is not None)
        self.compliance = TableCombo({value.value: _(words) for value, words in _COMPLIANCE.items()})
        self.compliance.show_value(answers.compliance.value)
        self.assessment = TableCombo({value.value: _(words) for value, words in _ASSESSMENTS.items()})
        self.assessment.show_value(answers.assessment.value)
        self.deficiencies = _several("deficiencies", answers.deficiencies)
        self.burden = _several("burden", answers.burden)
        self.not_covered = _several("not_covered", answers.not_covered)
        self.method = named_line("method", answers.method)
        self.assessed_on = DayField(_("Assessed last on"), usual_days=0)
        self.assessed_on.show_day(answers.assessed_on)
        self.published_on = DayField(_("The website was published on"), usual_days=0)
        self.published_on.show_day(answers.published_on)
        self.updated_on = DayField(_("The statement was updated on"), usual_days=0)
        self.updated_on.show_day(answers.updated_on)
        self._questions = QWidget()
        self._lay_out()
        self.is_answered.toggled.connect(self._questions.setVisible)
        self._questions.setVisible(statement is not None)

    def statement(self) -> AccessibilityStatement | None:
        """Return the answers, None where the questions are not answered yet."""
        if not self.is_answered.isChecked():
            return None
        return AccessibilityStatement(
            compliance=Compliance(self.compliance.value()),
            deficiencies=_lines(self.deficiencies),
            burden=_lines(self.burden),
            not_covered=_lines(self.not_covered),
            assessment=Assessment(self.assessment.value()),
            method=self.method.text().strip(),
            assessed_on=self.assessed_on.day(),
            published_on=self.published_on.day(),
            updated_on=self.updated_on.day(),
        )

    def _lay_out(self) -> None:
        about = _(
            "The law asks every public website for a statement on its accessibility. The page is made from"
            " these answers, in Swedish and English; how to report shortcomings, and who supervises, is"
            " there already."
        )
        a_line_each = _("One on each line.")
        inside = QVBoxLayout(self._questions)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        for field in (
            FormField(_("How far the website meets the requirements"), self.compliance),
            FormField(_("Known shortcomings"), self.deficiencies, a_line_each),
            FormField(_("What would be a disproportionate burden to mend"), self.burden, a_line_each),
            FormField(_("What the law does not cover"), self.not_covered, a_line_each),
            FormField(_("Who has tested it"), self.assessment),
            FormField(_("How it was tested"), self.method),
            self.assessed_on,
            self.published_on,
            self.updated_on,
        ):
            inside.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(QuietLabel(about))
        column.addWidget(self.is_answered)
        column.addWidget(self._questions)


def _several(name: str, sentences: tuple[str, ...]) -> GrowingTextEdit:
    field = GrowingTextEdit(fewest=2, most=8)
    field.setObjectName(name)
    field.show_text("\n".join(sentences))
    return field


def _lines(field: GrowingTextEdit) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.text().split("\n") if line.strip())
