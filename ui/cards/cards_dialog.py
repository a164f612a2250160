"""The card file: all contacts or all categories, where they are used, and what can be done with them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.card_values import CardKind, Entries, Entry
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.cards.card_acts import CardActs
from ui.cards.card_model import CardModel, card_of
from ui.cards.card_source import CardSource
from ui.theme.spacing import XL, L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained
from ui.widgets.form_field import Problem
from ui.widgets.labels import QuietLabel
from ui.widgets.plain_button import plain_button
from ui.widgets.search_field import SearchField

LETTERS, LINES = 100, 30


class CardsDialog(QDialog):
    """Lists the cards of `kind`; `changed` comes when the archive has others."""

    changed = Signal()

    def __init__(self, kind: CardKind, source: CardSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._source = source
        is_contact = kind is CardKind.CONTACT
        self.setWindowTitle(_("Contacts") if is_contact else _("Categories"))
        metrics = self.fontMetrics()
        wanted = QSize(LETTERS * metrics.averageCharWidth(), LINES * metrics.lineSpacing())
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        self.search = SearchField(_("Find a contact") if is_contact else _("Find a category"))
        self.with_retired = QCheckBox(_("Show those out of use"))
        self.with_retired.setObjectName("with_retired")
        self.model = CardModel(kind, self)
        self.table = self._make_table()
        self.nothing = QuietLabel()
        self.problem = Problem()
        self.acts = CardActs(kind, source, self.model.contacts, self)
        self.buttons = {
            name: plain_button(words, name, drawing)
            for name, words, drawing in (
                ("new", _("New contact…") if is_contact else _("New category…"), "plus"),
                ("edit", _("Edit…") if is_contact else _("Rename…"), "pencil"),
                ("merge", _("Merge…"), ""),
                ("retire", _("Take out of use"), ""),
                ("bring_back", _("Bring back into use"), ""),
                ("delete", _("Delete"), ""),
                ("import", _("Take in a file…"), ""),
                ("export", _("Write to a file…"), ""),
            )
        }
        self._lay_out()
        self._listen()
        self._offer()
        self.refresh()

    def refresh(self) -> None:
        """Fetch the cards anew; what is chosen stays chosen."""
        self._source.entries(self._kind, while_alive(self, self._take), while_alive(self, self.show_error))

    def chosen(self) -> list[Entry]:
        """Return the chosen entries, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.entry(row) for row in rows]

    def show_error(self, error: EditorAppError) -> None:
        """Say what went wrong."""
        self.problem.show_sentence(explained(error))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_table = self.table.hasFocus()
        if in_table and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.buttons["edit"].click()
        elif in_table and event.key() == Qt.Key.Key_Delete:
            self.buttons["delete" if self.buttons["delete"].isEnabled() else "retire"].click()
        elif self.search.hasFocus() and event.key() == Qt.Key.Key_Down:
            self.table.setFocus()
            self.table.selectRow(max(0, self.table.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _take(self, entries: Entries) -> None:
        kept = {card_of(entry).id for entry in self.chosen()}
        self.model.set_entries(entries)
        self._choose(kept)
        count = self.model.retired_count()
        self.with_retired.setVisible(count > 0)
        self._follow()

    def _choose(self, card_ids: set[str]) -> None:
        chooses = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for card_id in card_ids:
            row = self.model.row_of(card_id)
            if row >= 0:
                self.table.selectionModel().select(self.model.index(row, 0), chooses)

    def _find(self) -> None:
        kept = {card_of(entry).id for entry in self.chosen()}
        self.model.find(self.search.text(), with_retired=self.with_retired.isChecked())
        self._choose(kept)
        self._follow()

    def _follow(self) -> None:
        self._offer()
        is_empty = self.model.rowCount() == 0
        self.nothing.setVisible(is_empty)
        self.nothing.setText(self._empty_words() if is_empty else "")

    def _offer(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen = self.chosen()
        one, used = len(chosen) == 1, any(entry.usage.articles or entry.usage.live for entry in chosen)
        for name, is_possible in (
            ("edit", one),
            ("merge", len(chosen) > 1),
            ("retire", any(not entry.is_retired for entry in chosen)),
            ("bring_back", any(entry.is_retired for entry in chosen)),
            ("delete", bool(chosen) and not used),
        ):
            self.buttons[name].setEnabled(is_possible)
        self.buttons["bring_back"].setVisible(self.with_retired.isChecked())

    def _empty_words(self) -> str:
        if self.search.text().strip():
            return _("Nothing fits “{typed}”.").format(typed=self.search.text().strip())
        if self._kind is CardKind.CONTACT:
            return _("There is no contact as yet. Write one, or take in a vCard or CSV file.")
        return _("There is no category as yet. Add one, or take in a CSV file.")

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("cards")
        table.setAccessibleName(self.windowTitle())
        table.setModel(self.model)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # Where a card is used is a sentence; its end says most.
        header.setSectionResizeMode(self.model.columnCount() - 1, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(S)
        for name in ("new", "edit", "merge", "retire", "bring_back", "delete"):
            side.addWidget(self.buttons[name])
        side.addSpacing(XL)
        for name in ("import", "export"):
            side.addWidget(self.buttons[name])
        side.addStretch()
        side.addWidget(plain_button(_("Close"), "close", act=self.reject))
        main = QVBoxLayout()
        main.setSpacing(S)
        main.addWidget(self.search)
        main.addWidget(self.with_retired)
        main.addWidget(self.table, 1)
        main.addWidget(self.nothing)
        main.addWidget(self.problem)
        row = QHBoxLayout(self)
        row.setContentsMargins(L, L, L, L)
        row.setSpacing(M)
        row.addLayout(main, 1)
        row.addLayout(side)
        self.search.setFocus()

    def _listen(self) -> None:
        self.search.textChanged.connect(self._find)
        self.with_retired.toggled.connect(self._find)
        self.table.selectionModel().selectionChanged.connect(self._follow)
        self.table.doubleClicked.connect(lambda _index: self.buttons["edit"].click())
        acts = self.acts
        done_by: tuple[tuple[str, Callable[[], Any]], ...] = (
            ("new", acts.begin),
            ("edit", lambda: acts.edit(self.chosen()[0])),
            ("merge", lambda: acts.merge(self.chosen())),
            ("retire", lambda: acts.retire([one for one in self.chosen() if not one.is_retired])),
            ("bring_back", lambda: acts.bring_back([one for one in self.chosen() if one.is_retired])),
            ("delete", lambda: acts.delete(self.chosen())),
            ("import", acts.take_in),
            ("export", acts.export),
        )
        for name, act in done_by:
            self.buttons[name].clicked.connect(partial(self._do, act))
        acts.done.connect(self._done)
        acts.failed.connect(self.show_error)

    def _do(self, act: Callable[[], Any], *_checked: bool) -> None:
        self.problem.show_sentence("")
        act()

    def _done(self) -> None:
        self.refresh()
        self.changed.emit()
