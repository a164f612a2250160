"""Where a table is filled in."""

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QToolBar, QVBoxLayout, QWidget

from editor_app.domain.document import Document, Emphasis, Mark, Strong, Table
from editor_app.domain.normalize import normalize
from editor_app.translation import _
from ui.editor.commands import link_at, remove_link, set_link
from ui.editor.link_dialog import LinkDialog
from ui.editor.table_actions import table_actions
from ui.editor.table_drawing import has_heads
from ui.editor.table_edits import blank_table, without_blank_ends
from ui.editor.table_grid import TableGrid
from ui.editor.table_model import TableModel
from ui.pickers.title_source import NO_ARTICLES, TitleSource
from ui.theme.icons import icon
from ui.theme.spacing import L, M
from ui.widgets.dialogs import ask_to_discard, closing_buttons, show_dialog
from ui.widgets.form_field import FormField, Problem, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.primary_button import PrimaryButton
from ui.widgets.tone import Tone

WIDTH, HEIGHT = 760, 600
ICON_SIZE = 18
NEW_ROWS, NEW_COLUMNS = 3, 3


class TableDialog(QDialog):
    """Makes a Table, or changes `table`; `chosen` carries the result. Links may lead to `articles`."""

    chosen = Signal(object)

    def __init__(
        self,
        table: Table | None = None,
        articles: TitleSource = NO_ARTICLES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._articles = articles
        self._first = table or blank_table(NEW_ROWS, NEW_COLUMNS)
        self.setWindowTitle(_("Table"))
        self.resize(WIDTH, HEIGHT)
        self._model = TableModel(self._first, self)
        self.grid = TableGrid(self._model)
        self._caption = named_line("caption", self._first.caption)
        self._header_row = self._header_choice("header_row", _("First row is a header"))
        self._header_column = self._header_choice("header_column", _("First column is a header"))
        self._warning = Problem(Tone.WARNING)
        self._lay_out(_("Insert table") if table is None else _("Change table"))
        self._model.dataChanged.connect(self._follow_heads)
        self._model.modelReset.connect(self._follow_heads)
        self._follow_heads()
        self.grid.setFocus()

    def table(self) -> Table:
        """Return the table as it is filled in now, in canonical form."""
        filled = replace(self._model.table(), caption=self._caption.text())
        only = normalize(Document((filled,))).blocks[0]
        return only if isinstance(only, Table) else filled

    def warning(self) -> str:
        """Return the sentence on what the table lacks, empty where it lacks nothing."""
        return self._warning.text()

    def accept(self) -> None:
        """Hand the table over, without what was left empty at its ends."""
        self.grid.finish_cell()
        self.chosen.emit(without_blank_ends(self.table()))
        super().accept()

    def reject(self) -> None:
        """Leave everything as it was; where something was written, ask first."""
        self.grid.finish_cell()
        if self.table() == self._first:
            super().reject()
        else:
            ask_to_discard(
                self,
                _("Do you want to throw away what you changed in the table?"),
                _("Go on with the table"),
            )

    def ask_link(self) -> None:
        """Ask where the words that are selected in the cell, or all of its words, shall lead."""
        cell = self.grid.open_cell()
        if cell is None:
            return
        here = link_at(cell.textCursor())
        asks_words = here is None and not cell.textCursor().hasSelection()
        dialog = LinkDialog(
            here.href if here else "", asks_words=asks_words, articles=self._articles, parent=self
        )
        dialog.chosen.connect(lambda href, words: set_link(cell.textCursor(), href, words))
        dialog.removed.connect(lambda: remove_link(cell.textCursor()))
        dialog.finished.connect(cell.setFocus)
        show_dialog(dialog)

    def _header_choice(self, name: str, words: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setObjectName(name)
        box.toggled.connect(self._choose_heads)
        return box

    def _lay_out(self, accept: str) -> None:
        heads = QHBoxLayout()
        heads.setSpacing(L)
        heads.addWidget(self._header_row)
        heads.addWidget(self._header_column)
        heads.addStretch()
        accept_button = PrimaryButton(accept)
        accept_button.setObjectName("accept")
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        column.addWidget(FormField(_("Table heading"), self._caption, _("Says what the table is about.")))
        column.addWidget(self._make_toolbar())
        column.addWidget(self.grid, 1)
        column.addWidget(QuietLabel(_("Tab goes to the next cell, and Ctrl+Tab leaves the cells.")))
        column.addLayout(heads)
        column.addWidget(self._warning)
        column.addWidget(closing_buttons(self, accept_button))

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(_("Table"))
        bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action in (*self._mark_actions(), None, *table_actions(self.grid, self._model)):
            shown = _separator(self) if action is None else action
            bar.addAction(shown)
            self.grid.addAction(shown)
        return bar

    def _mark_actions(self) -> list[QAction]:
        marks: tuple[tuple[str, Mark, str, str], ...] = (
            (_("Bold"), Strong(), "bold", "Ctrl+B"),
            (_("Italic"), Emphasis(), "italic", "Ctrl+I"),
        )
        actions = [self._action(text, drawing, keys) for text, _mark, drawing, keys in marks]
        for action, (_text, mark, _drawing, _keys) in zip(actions, marks, strict=True):
            action.triggered.connect(lambda _checked, mark=mark: self.grid.toggle(mark))
        link = self._action(_("Link…"), "link", "Ctrl+K")
        link.triggered.connect(self.ask_link)
        return [*actions, link]

    def _action(self, text: str, drawing: str, keys: str) -> QAction:
        action = QAction(icon(drawing), text, self)
        action.setObjectName(drawing)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text.rstrip('…')} ({shown})")
        return action

    def _choose_heads(self) -> None:
        self.grid.finish_cell()
        row, column = self._header_row.isChecked(), self._header_column.isChecked()
        self._model.change(replace(self._model.table(), header_row=row, header_column=column))

    def _follow_heads(self) -> None:
        table = self._model.table()
        for box, is_set in (
            (self._header_row, table.header_row),
            (self._header_column, table.header_column),
        ):
            box.blockSignals(True)
            box.setChecked(is_set)
            box.blockSignals(False)
        missing = _("Without header cells the table cannot be approved: those who hear it would be lost.")
        self._warning.show_sentence("" if has_heads(table) else missing)


def _separator(parent: QWidget) -> QAction:
    line = QAction(parent)
    line.setSeparator(True)
    return line
