"""What a file of cards would become, to be looked at before anything is stored."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.card_values import CardImport, ImportOutcome, ImportRow
from editor_app.desk.card_words import OUTCOME_WORDS, change_sections, column_words
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.theme.spacing import L, M
from ui.widgets.dialogs import closing_buttons
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.primary_button import PrimaryButton

LETTERS, LINES = 90, 26


class ImportDialog(QDialog):
    """Lists each card of `shown` with what becomes of it; `agreed` comes where it is to be stored."""

    agreed = Signal()

    def __init__(self, shown: CardImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_storing = False
        self.setWindowTitle(_("Take in {name}").format(name=shown.name))
        metrics = self.fontMetrics()
        wanted = QSize(LETTERS * metrics.averageCharWidth(), LINES * metrics.lineSpacing())
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        self.table = _table(shown)
        self._problem = Problem()
        count = shown.count(ImportOutcome.NEW) + shown.count(ImportOutcome.CHANGED)
        words = ngettext("Take in {count} card", "Take in {count} cards", count)
        self.button = PrimaryButton(words.format(count=count))
        self.button.setObjectName("take_in_cards")
        self.button.setEnabled(count > 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(WrappingLabel(_counts(shown)))
        if shown.sheet.columns:
            column.addWidget(QuietLabel(_columns(shown)))
        column.addWidget(self.table, 1)
        for section in change_sections(shown.change):
            column.addWidget(QuietLabel(section.sentence))
        column.addWidget(self._problem)
        column.addWidget(closing_buttons(self, self.button))

    def accept(self) -> None:
        """Ask for it to be stored; the dialog stays open until that is done."""
        self._is_storing = True
        self.button.setEnabled(False)
        self.agreed.emit()

    def reject(self) -> None:
        """Close without storing, unless all is just being stored."""
        if not self._is_storing:
            super().reject()

    def close_done(self) -> None:
        """Close: all is stored."""
        super().accept()

    def show_error(self, error: EditorAppError) -> None:
        """Say why nothing was stored."""
        self._is_storing = False
        self._problem.show_sentence(explained(error))


def _counts(shown: CardImport) -> str:
    return " · ".join(
        f"{_(words)}: {shown.count(outcome)}"
        for outcome, words in OUTCOME_WORDS.items()
        if shown.count(outcome)
    )


def _columns(shown: CardImport) -> str:
    uses = (f"{use.heading} → {column_words(use.column)}" for use in shown.sheet.columns)
    return _("Columns: {uses}").format(uses="; ".join(uses))


def _table(shown: CardImport) -> QTableWidget:
    table = QTableWidget(len(shown.rows), 3)
    table.setObjectName("rows")
    table.setAccessibleName(_("What becomes of each card"))
    table.setHorizontalHeaderLabels([_("Line"), _("Card"), _("What becomes of it")])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    for place, row in enumerate(shown.rows):
        for column, words in enumerate((str(row.line), row.words, _outcome(row))):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            table.setItem(place, column, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    return table


def _outcome(row: ImportRow) -> str:
    words = _(OUTCOME_WORDS[row.outcome])
    if row.why:
        return f"{words}: {row.why}"
    if row.existing is not None:
        before = ", ".join((row.existing.name, *row.existing.position, *row.existing.ways))
        return f"{words}: {before}"
    return words
