"""What need no longer be kept: preserved, and then disposed of."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import DueArticle, Preserved
from editor_app.domain.errors import EditorAppError
from editor_app.domain.words import KIND_WORDS
from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker
from ui.theme.spacing import XL, L, S
from ui.widgets.alive import while_alive
from ui.widgets.date_words import date_text
from ui.widgets.dialogs import show_dialog
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.tone import Tone

WIDTH, HEIGHT = 820, 520
# In letters: title, kind, when it left.
LETTERS = (40, 16, 20)


class DueDialog(QDialog):
    """Lists what is due by the rules; `disposed` comes when something is gone, in the name of `by`."""

    disposed = Signal()

    def __init__(self, worker: DeskWorker, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Disposal"))
        self.resize(WIDTH, HEIGHT)
        self._worker = worker
        self._by = by
        self._due: Sequence[DueArticle] = ()
        self._about = WrappingLabel()
        self._about.setObjectName("about")
        self.table = self._make_table()
        self._done = Problem(Tone.SUCCESS)
        self._problem = Problem()
        self._preserve_button = plain_button(_("Preserve…"), "preserve", act=self._choose_folder)
        self._dispose_button = plain_button(_("Dispose of…"), "dispose", act=self._ask)
        self._lay_out()
        self._fetch()

    def chosen(self) -> list[DueArticle]:
        """Return the articles that are selected."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self._due[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing here is to go by a key that was meant for something else.
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("due")
        table.setAccessibleName(_("What is due"))
        table.setHorizontalHeaderLabels([_("Article"), _("Kind"), _("Left the website"), _("Preserved")])
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + S)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        for column, letters in enumerate(LETTERS):
            table.setColumnWidth(column, letters * table.fontMetrics().averageCharWidth())
        table.itemSelectionChanged.connect(self._follow_choice)
        return table

    def _lay_out(self) -> None:
        rules = QuietLabel(
            _(
                "What was published is an official document and is kept for ever, unless the settings say"
                " otherwise for its kind. Your municipality's plan for its documents decides."
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addStretch()
        close = plain_button(_("Close"), "close", act=self.reject)
        for button in (self._preserve_button, self._dispose_button, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        column.addWidget(self._about)
        column.addWidget(rules)
        column.addWidget(self.table, 1)
        # Keeps the sentences together at the top where there is no table.
        column.addStretch()
        column.addWidget(self._done)
        column.addWidget(self._problem)
        column.addLayout(buttons)

    def _fetch(self) -> None:
        self._worker.run(
            lambda desk: desk.due_for_disposal(), while_alive(self, self._show), while_alive(self, self._fail)
        )

    def _show(self, due: Sequence[DueArticle]) -> None:
        self._due = due
        self.table.setRowCount(len(due))
        for row, one in enumerate(due):
            preserved = _("Yes") if one.is_preserved else _("No")
            cells = (one.title, _(KIND_WORDS[one.kind]), date_text(one.left_at), preserved)
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))
        words = ngettext("{count} article is due.", "{count} articles are due.", len(due))
        self._about.setText(words.format(count=len(due)) if due else _("Nothing is due."))
        self.table.setVisible(bool(due))
        self.table.selectAll()
        self._follow_choice()

    def _follow_choice(self) -> None:
        chosen = self.chosen()
        self._preserve_button.setEnabled(bool(chosen))
        may_go = bool(chosen) and all(one.is_preserved or not one.preserved_first for one in chosen)
        self._dispose_button.setEnabled(may_go)
        self._dispose_button.setToolTip(
            "" if may_go or not chosen else _("Preserve what has to be preserved first.")
        )

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where the packages are to be"))
        if folder:
            self._preserve(Path(folder), self.chosen(), 0)

    def _preserve(self, folder: Path, rest: Sequence[DueArticle], count: int) -> None:
        """Preserve one after the other, so that what is typed meanwhile is saved in between."""
        if not rest:
            words = ngettext(
                "{count} package is written to {folder}.", "{count} packages are written to {folder}.", count
            )
            self._tell_done(words.format(count=count, folder=folder))
            return

        def go_on(_preserved: Preserved) -> None:
            self._preserve(folder, rest[1:], count + 1)

        self._run(lambda desk: desk.preserve(rest[0].id, folder, by=self._by), go_on)

    def _ask(self) -> None:
        chosen = self.chosen()
        box = QMessageBox(self)
        box.setObjectName("confirm")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.windowTitle())
        words = ngettext("Dispose of {count} article?", "Dispose of {count} articles?", len(chosen))
        box.setText(words.format(count=len(chosen)))
        box.setInformativeText(
            _("The words, versions and images go for good. The log still proves who approved what and when.")
        )
        box.setDetailedText("\n".join(one.title for one in chosen))
        go = box.addButton(_("Dispose of"), QMessageBox.ButtonRole.DestructiveRole)
        go.setObjectName("go")
        keep = box.addButton(_("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        go.clicked.connect(partial(self._dispose, chosen, 0))
        show_dialog(box)

    def _dispose(self, rest: Sequence[DueArticle], count: int, *_clicked: bool) -> None:
        if not rest:
            words = ngettext("{count} article is disposed of.", "{count} articles are disposed of.", count)
            self.disposed.emit()
            self._tell_done(words.format(count=count))
            return
        self._run(
            lambda desk: desk.dispose(rest[0].id, by=self._by),
            lambda _gone: self._dispose(rest[1:], count + 1),
        )

    def _run(self, act: Callable[[Any], Any], then: Callable[[Any], Any]) -> None:
        self._problem.show_sentence("")
        self._done.show_sentence("")
        self._preserve_button.setEnabled(False)
        self._dispose_button.setEnabled(False)
        self._worker.run(act, while_alive(self, then), while_alive(self, self._fail))

    def _tell_done(self, sentence: str) -> None:
        self._done.show_sentence(sentence)
        self._fetch()

    def _fail(self, error: EditorAppError) -> None:
        self._problem.show_sentence(explained(error))
        self.disposed.emit()
        self._follow_choice()
