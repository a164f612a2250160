"""The audit log in a window of its own: looked through, checked, and written to a file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from editor_app.domain.errors import EditorAppError
from editor_app.translation import _, ngettext
from ui.desk_worker import DeskWorker
from ui.log.log_check import LogCheck
from ui.log.log_filters import LogFilters
from ui.log.log_rows import LogRows
from ui.stepping import Stepping
from ui.theme.spacing import XL, L, S
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import resize_by_letters
from ui.widgets.explained import explained
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import QuietLabel
from ui.widgets.number_words import number
from ui.widgets.plain_button import plain_button

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.domain.log_report import KeptHead, LogReport

# In letters and lines, so that large text has room.
WIDTH, HEIGHT = 190, 36
LEAST_LINES, CHECK_LINES = 5, 6
# In letters: the number, the time, the person, the act, the article.
LETTERS = (10, 20, 20, 30, 44)


class LogDialog(QDialog):
    """Shows the log of the archive; `article` is the id and the title of the open one, if any is."""

    def __init__(
        self, worker: DeskWorker, article: tuple[str, str] = ("", ""), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Audit log"))
        resize_by_letters(self, WIDTH, HEIGHT)
        self._worker = worker
        self._stepping = Stepping(worker, self)
        self._kept: list[KeptHead] = []
        self._is_busy = False
        self.filters = LogFilters(article)
        self.filters.changed.connect(self._find)
        self.rows = LogRows(self)
        self.rows.lines_wanted.connect(self._fetch)
        self.view = self._make_view()
        self._count = QuietLabel()
        self._count.setObjectName("count")
        self._count.setWordWrap(False)
        self.check = LogCheck()
        self._stepping.told.connect(self.check.show_progress)
        self._check_button = plain_button(_("Check the log"), "check_log", "circle-check", self._check)
        self._check_button.setDefault(True)
        self._site_button = plain_button(
            _("Compare with an export…"), "compare_site", "folder", self._choose_site
        )
        self._package_button = plain_button(
            _("Compare with a package…"), "compare_package", "file-text", self._choose_package
        )
        self._save_button = plain_button(_("Save as…"), "save_log", "file-export", self._save)
        self._lay_out()
        self._worker.run(
            lambda desk: desk.persons_in_log(), while_alive(self, self.filters.offer_persons), self._guarded()
        )
        self._find()

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("log")
        view.setAccessibleName(_("Audit log"))
        view.setModel(self.rows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + S)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        view.horizontalHeader().setStretchLastSection(True)
        for column, letters in enumerate(LETTERS):
            view.setColumnWidth(column, letters * view.fontMetrics().averageCharWidth())
        return view

    def _lay_out(self) -> None:
        self._empty = QLabel(_("No entry meets the filters. Choose others to see more."))
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.hide()
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setSpacing(S)
        for button in (self._check_button, self._site_button, self._package_button, self._save_button):
            row.addWidget(button)
        self._close = plain_button(_("Close"), "close", "", self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(buttons, 1)
        bottom.addWidget(self._count)
        bottom.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(S)
        column.addWidget(self.filters)
        self._parts = self._make_parts()
        column.addWidget(self._parts, 1)
        column.addLayout(bottom)

    def _make_parts(self) -> QSplitter:
        """Return the log above and its check below, which share the room as somebody wants."""
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty)
        self.view.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(above)
        parts.addWidget(self._scrolled_check())
        parts.setStretchFactor(0, 1)
        line = self.fontMetrics().lineSpacing()
        parts.setSizes([HEIGHT * line, CHECK_LINES * line])
        parts.setChildrenCollapsible(False)
        return parts

    def _scrolled_check(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("Check the log"))
        area.setMinimumHeight(CHECK_LINES * self.fontMetrics().lineSpacing())
        area.setWidget(self.check)
        return area

    def _guarded(self) -> Callable[[EditorAppError], None]:
        return while_alive(self, self._fail)

    def _find(self) -> None:
        wanted = self.filters.wanted()
        self._worker.run(
            lambda desk: desk.find_log_entries(wanted), while_alive(self, self._show), self._guarded()
        )

    def _show(self, numbers: Sequence[int]) -> None:
        self.rows.show_numbers(numbers)
        self._empty.setVisible(not numbers)
        words = ngettext("{count} entry", "{count} entries", len(numbers))
        self._count.setText(words.format(count=number(len(numbers))))

    def _fetch(self, numbers: tuple[int, ...]) -> None:
        self._worker.run(
            lambda desk: desk.log_lines(numbers), while_alive(self, self.rows.take), self._guarded()
        )

    def _check(self) -> None:
        self._set_busy(True)
        self.check.show_progress(0, _("Checking the log"))
        kept = tuple(self._kept)
        self._stepping.begin(
            lambda desk: desk.verify_log(kept), while_alive(self, self._checked), self._guarded()
        )

    def _checked(self, report: "LogReport") -> None:
        self._set_busy(False)
        self.check.show_report(report)
        if not report.is_whole:
            # What is wrong is read now, and not a few lines at a time.
            half = self._parts.height() // 2
            self._parts.setSizes([half, half])

    def _choose_site(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("An exported site"))
        if folder:
            self._compare(lambda desk: desk.head_in_site(Path(folder)))

    def _choose_package(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("A package for preservation"), "", _("Packages (*.zip)")
        )
        if path:
            self._compare(lambda desk: desk.head_in_package(Path(path)))

    def _compare(self, read: "Callable[[Desk], KeptHead]") -> None:
        self._worker.run(read, while_alive(self, self._take_kept), self._guarded())

    def _take_kept(self, kept: "KeptHead") -> None:
        self._kept = [*(one for one in self._kept if one.source != kept.source), kept]
        self._check()

    def _save(self) -> None:
        from editor_app.desk.log_reading import LogFormat

        endings = {_("Table (*.csv)"): LogFormat.CSV, _("JSON (*.json)"): LogFormat.JSON}
        path, chosen = QFileDialog.getSaveFileName(
            self, _("Save the log"), f"{_('Audit log')}.csv", ";;".join(endings)
        )
        if not path:
            return
        target = Path(path)
        form = LogFormat.JSON if target.suffix.lower() == ".json" else endings.get(chosen, LogFormat.CSV)
        target = target if target.suffix else target.with_suffix(f".{form}")
        wanted = self.filters.wanted()
        self._set_busy(True)
        self.check.show_progress(0, _("Saving the log"))
        self._stepping.begin(
            lambda desk: desk.write_log(wanted, form, target),
            while_alive(self, partial(self._saved, target)),
            self._guarded(),
        )

    def _saved(self, target: Path, count: int) -> None:
        self._set_busy(False)
        words = ngettext(
            "{count} entry is written to {path}.", "{count} entries are written to {path}.", count
        )
        self.check.show_done(words.format(count=number(count), path=target))

    def _fail(self, error: EditorAppError) -> None:
        self._set_busy(False)
        self.check.show_problem(explained(error))

    def reject(self) -> None:
        """Give up what is under way, or close."""
        if not self._is_busy:
            super().reject()
            return
        self._stepping.give_up()
        self._set_busy(False)
        self.check.show_cancelled()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._stepping.give_up()
        self._is_busy = False
        super().closeEvent(event)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self._close.setText(_("Cancel") if busy else _("Close"))
        for button in (self._check_button, self._site_button, self._package_button, self._save_button):
            button.setEnabled(not busy)
