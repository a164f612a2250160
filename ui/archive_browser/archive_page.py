"""The whole archive in the place of the article: searched, sorted, filtered, and many done at once."""

from functools import partial

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.translation import _, ngettext
from ui.archive_browser.archive_table import ArchiveTable
from ui.archive_browser.bulk_acts import BULK_ACTS, BulkAct
from ui.archive_browser.empty_words import empty_words
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.finding import Finding
from ui.archive_browser.found_words import count_words
from ui.archive_browser.query_bar import QueryBar
from ui.theme.icons import icon
from ui.theme.spacing import L, M, S
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.number_words import number


class ArchivePage(QWidget):
    """Shows the archive as a table; `opened` carries an article to open, `left` asks to go back.

    `act_asked` carries a BulkAct and the ids of the articles that it is to be done to.
    """

    opened = Signal(str)
    act_asked = Signal(object, object)
    left = Signal()

    def __init__(
        self,
        finding: Finding,
        choices: FilterChoices,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("archive_page")
        self._finding = finding
        self._choices = choices
        self.bar = QueryBar(finding, choices)
        self.table = ArchiveTable(finding, settings)
        self.table.opened.connect(self.opened)
        self.table.selected.connect(self._tell_count)
        self.count = QuietLabel()
        self.count.setObjectName("count")
        self._nothing = SectionHeading("")
        self._advice = QuietLabel()
        self._pages = QStackedLayout()
        self.foot = QHBoxLayout()
        self._acts = QWidget()
        self.table.menu_asked.connect(self._show_menu)
        self._lay_out()
        self.bar.entered.connect(self._search_entered)
        finding.found.connect(self._show_found)
        self._show_found()

    def begin(self) -> None:
        """Take the cursor, with which one can search at once."""
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _search_entered(self) -> None:
        if self._finding.has_words and not self._finding.is_ranked:
            self._finding.search()
        else:
            self.table.setFocus()

    def _show_found(self) -> None:
        found = bool(self._finding.rows.ids)
        self._pages.setCurrentIndex(0 if found else 1)
        if not found:
            nothing, advice = empty_words(
                self._finding, self._choices, advice=_("Try fewer words, or take filters away.")
            )
            self._nothing.setText(nothing)
            self._advice.setText(advice)
        self._tell_count()

    def _tell_count(self) -> None:
        words, chosen = count_words(self._finding), len(self.table.selected_ids())
        if chosen:
            selected = ngettext("{n} selected", "{n} selected", chosen).format(n=number(chosen))
            words = f"{words} · {selected}"
        self.count.setText(words)
        self._acts.setVisible(bool(chosen))

    def _lay_out(self) -> None:
        back = QPushButton(icon("arrow-left"), _("To the article"))
        back.setObjectName("leave_table")
        back.clicked.connect(self.left)
        columns = IconButton("columns-3", _("Columns"), object_name="columns_button")
        columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.bar.add(columns)
        columns.clicked.connect(
            lambda: self.table.column_menu(columns).popup(columns.mapToGlobal(columns.rect().bottomLeft()))
        )
        top = QHBoxLayout()
        top.setContentsMargins(M, M, M, S)
        top.setSpacing(M)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.bar, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty_page())
        self.foot.setContentsMargins(M, S, M, S)
        self.foot.setSpacing(S)
        self.foot.addWidget(self.count, 1)
        self.foot.addWidget(self._act_buttons())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._pages, 1)
        column.addLayout(self.foot)

    def _act_buttons(self) -> QWidget:
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        for act in BULK_ACTS.values():
            button = QPushButton(icon(act.icon), _("{act}…").format(act=_(act.words)))
            button.setObjectName(act.name)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask_for, act))
            row.addWidget(button)
        return self._acts

    def _show_menu(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for act in BULK_ACTS.values():
            action = menu.addAction(icon(act.icon), _("{act}…").format(act=_(act.words)))
            action.triggered.connect(partial(self._ask_for, act))
        if self.table.selected_ids():
            menu.popup(event.globalPos())

    def _ask_for(self, act: BulkAct, *_pressed: bool) -> None:
        self.act_asked.emit(act, self.table.selected_ids())

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(S)
        column.addWidget(self._nothing)
        column.addWidget(self._advice)
        column.addStretch()
        return page
