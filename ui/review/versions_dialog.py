"""The history of an article: its versions, what differs between any two, and the way back."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QListView,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import WorkingCopy
from editor_app.desk.version_values import VersionSummary
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.review.compare_view import CompareView, LoadImage
from ui.review.events_view import EventsView
from ui.review.version_delegate import VersionDelegate
from ui.review.version_model import VersionModel
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.announce import announce
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.plain_button import plain_button
from ui.widgets.wheel import WheelGuard

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

WIDTH, HEIGHT, LIST_WIDTH = 1080, 720, 320
# What saves a version, which this dialog is without at first.
SAVE_VERSION_KEYS = "Ctrl+Alt+S"


class VersionsDialog(QDialog):
    """Shows the versions of `copy` at `now`, beginning with `first`; `restore_asked` carries a number.

    Versions are given names in the name of `by`.
    """

    restore_asked = Signal(int)

    def __init__(
        self,
        worker: DeskWorker,
        copy: WorkingCopy,
        now: datetime,
        load_image: LoadImage,
        first: int | None = None,
        parent: QWidget | None = None,
        *,
        by: str,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._by = by
        self._copy = copy
        self._now = now
        self._first = first
        self._rows = VersionModel(now, parent=self)
        self._others = VersionModel(now, with_present=True, parent=self)
        self.setWindowTitle(_("Versions"))
        self.resize(WIDTH, HEIGHT)
        self.list = QListView()
        self.list.setObjectName("versions")
        self.list.setAccessibleName(_("Versions"))
        self.list.setModel(self._rows)
        self.list.setItemDelegate(VersionDelegate(now, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.name = named_line("version_name")
        self.name.editingFinished.connect(self._rename)
        self.other = QComboBox()
        self.other.setObjectName("compare_with")
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(20)
        self.other.setModel(self._others)
        WheelGuard(self.other)
        self.other.activated.connect(self._compare)
        self.view = CompareView(load_image)
        self.events = EventsView(now)
        self.events.version_asked.connect(self._show_version)
        self._restore_button = plain_button(_("Restore this version"), "restore", "arrow-back-up")
        self._restore_button.clicked.connect(self._ask_to_restore)
        self._lay_out()
        self._enable(False)
        self._fetch()

    def chosen(self) -> VersionSummary | None:
        """Return the version that the list stands on, None where there is none."""
        return self._rows.version(self.list.currentIndex().row())

    def _fetch(self) -> None:
        article_id = self._copy.article.id
        self._worker.run(
            lambda desk: desk.versions(article_id),
            while_alive(self, self._show),
            while_alive(self, self._fail),
        )
        self._worker.run(
            lambda desk: desk.story(article_id),
            while_alive(self, self.events.show_events),
            while_alive(self, self._fail),
        )

    def _show(self, versions: Sequence[VersionSummary]) -> None:
        self._rows.set_versions(versions)
        self._others.set_versions(versions)
        if not versions:
            keys = QKeySequence(SAVE_VERSION_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
            self._say_empty(_("No version is kept yet. Save one with {keys}.").format(keys=keys))
            return
        row = self._rows.row_of(self._first)
        self.other.setCurrentIndex(self._others.row_of(self._worth_comparing(versions, row)))
        self.list.setCurrentIndex(self._rows.index(row))
        self.list.setFocus()

    def _show_version(self, number: int) -> None:
        self.tabs.setCurrentIndex(0)
        self.list.setCurrentIndex(self._rows.index(self._rows.row_of(number)))
        self.list.setFocus()

    def _say_empty(self, sentence: str) -> None:
        self._split.hide()
        self._empty.setText(sentence)
        self._empty.show()
        announce(self, sentence)

    def _worth_comparing(self, versions: Sequence[VersionSummary], row: int) -> int | None:
        """Return what the version in `row` is compared with at first, None for the present text."""
        chosen = versions[row]
        if not chosen.is_present:
            return None
        return next((one.number for one in versions[row + 1 :] if one.hash != chosen.hash), None)

    def _choose(self, _index: QModelIndex) -> None:
        version = self.chosen()
        self._enable(version is not None)
        if version is not None:
            self.name.setText(version.name)
            self._compare()

    def _compare(self) -> None:
        version = self.chosen()
        if version is None:
            return
        other = self._others.version(self.other.currentIndex())
        old, new = version.number, self._copy.article if other is None else other.number
        if isinstance(new, int) and new < old:
            old, new = new, old
        article_id = self._copy.article.id
        self._worker.run(
            lambda desk: desk.compare(article_id, old, new),
            while_alive(self, self.view.show_comparison),
            while_alive(self, self._fail),
        )

    def _rename(self) -> None:
        version = self.chosen()
        name = " ".join(self.name.text().split())
        if version is None or name == version.name:
            return
        article_id, number, by = self._copy.article.id, version.number, self._by

        def rename(desk: "Desk") -> tuple[VersionSummary, ...]:
            desk.rename_version(article_id, number, name, by=by)
            return desk.versions(article_id)

        self._worker.run(
            rename,
            while_alive(self, self._show_names),
            while_alive(self, self._fail),
        )

    def _show_names(self, versions: Sequence[VersionSummary]) -> None:
        self._rows.set_versions(versions)
        self._others.set_versions(versions)

    def _ask_to_restore(self) -> None:
        version = self.chosen()
        if version is not None:
            self.restore_asked.emit(version.number)
            self.accept()

    def _fail(self, error: EditorAppError) -> None:
        self.view.say(explained(error))

    def _enable(self, enabled: bool) -> None:
        for widget in (self._restore_button, self.name, self.other):
            widget.setEnabled(enabled)

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._list_side())
        self._split.addWidget(self._comparison_side())
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LIST_WIDTH, WIDTH - LIST_WIDTH])
        self._empty = SectionHeading("")
        self._empty.setObjectName("empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.hide()
        versions = QWidget()
        inside = QVBoxLayout(versions)
        inside.setContentsMargins(0, M, 0, 0)
        inside.addWidget(self._split, 1)
        inside.addWidget(self._empty, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(versions, _("&Versions"))
        self.tabs.addTab(self.events, _("&Events"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L, L, L, L)
        whole.setSpacing(M)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(plain_button(_("Close"), "close", act=self.reject), 0, Qt.AlignmentFlag.AlignTrailing)

    def _list_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.list, 1)
        column.addWidget(FormField(_("Name of the version"), self.name))
        column.addWidget(self._restore_button)
        column.addWidget(
            QuietLabel(
                _("The article becomes a draft with these words. The present text is kept as a version.")
            )
        )
        return side

    def _comparison_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(M, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(FormField(_("Compare with"), self.other))
        column.addWidget(self.view, 1)
        return side
