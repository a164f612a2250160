"""The history of an article: its versions, what differs between any two, and the way back."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.values import VersionSummary, WorkingCopy
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.review.compare_view import CompareView, LoadImage
from ui.review.version_words import version_line, version_name
from ui.theme.icons import icon
from ui.theme.spacing import L, M, S
from ui.widgets.alive import while_alive
from ui.widgets.explained import explained
from ui.widgets.form_field import FormField, named_line
from ui.widgets.labels import QuietLabel
from ui.widgets.wheel import WheelGuard

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk

WIDTH, HEIGHT, LIST_WIDTH = 1080, 720, 300


class VersionsDialog(QDialog):
    """Shows the versions of `copy` at `now`, beginning with `first`; `restore_asked` carries a number."""

    restore_asked = Signal(int)

    def __init__(
        self,
        worker: DeskWorker,
        copy: WorkingCopy,
        now: datetime,
        load_image: LoadImage,
        first: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._copy = copy
        self._now = now
        self._first = first
        self._versions: tuple[VersionSummary, ...] = ()
        self.setWindowTitle(_("Versions"))
        self.resize(WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setObjectName("versions")
        self.list.setAccessibleName(_("Versions"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._choose)
        self.name = named_line("version_name")
        self.name.editingFinished.connect(self._rename)
        self.other = QComboBox()
        self.other.setObjectName("compare_with")
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.other.setMinimumContentsLength(20)
        WheelGuard(self.other)
        self.other.activated.connect(self._compare)
        self.view = CompareView(load_image)
        self._restore_button = QPushButton(icon("arrow-back-up"), _("Restore this version"))
        self._restore_button.setObjectName("restore")
        self._restore_button.setAutoDefault(False)
        self._restore_button.clicked.connect(self._ask_to_restore)
        self._lay_out()
        self._enable(False)
        self._fetch()

    def chosen(self) -> VersionSummary | None:
        """Return the version that the list stands on, None where there is none."""
        row = self.list.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _fetch(self) -> None:
        article_id = self._copy.article.id
        self._worker.run(
            lambda desk: desk.versions(article_id),
            while_alive(self, self._show),
            while_alive(self, self._fail),
        )

    def _show(self, versions: Sequence[VersionSummary]) -> None:
        self._versions = tuple(versions)
        self.other.addItem(_("The present text"), None)
        for version in self._versions:
            self.other.addItem(
                f"{version_name(version)} · {version_line(version, self._now)}", version.number
            )
        self.list.addItems([self._item(version) for version in self._versions])
        if not self._versions:
            self.view.say(_("There are no versions yet. Save one, or submit the article."))
            return
        numbers = [version.number for version in self._versions]
        self.list.setCurrentRow(numbers.index(self._first) if self._first in numbers else 0)
        self.list.setFocus()

    def _item(self, version: VersionSummary) -> str:
        return f"{version_name(version)}\n{version_line(version, self._now)}"

    def _choose(self, _row: int) -> None:
        version = self.chosen()
        self._enable(version is not None)
        if version is not None:
            self.name.setText(version.name)
            self._compare()

    def _compare(self) -> None:
        version = self.chosen()
        if version is None:
            return
        other: int | None = self.other.currentData()
        old, new = version.number, self._copy.article if other is None else other
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
        article_id, number, row = self._copy.article.id, version.number, self.list.currentRow()

        def rename(desk: "Desk") -> tuple[VersionSummary, ...]:
            desk.rename_version(article_id, number, name)
            return desk.versions(article_id)

        self._worker.run(
            rename,
            while_alive(self, lambda versions: self._renamed(versions, row)),
            while_alive(self, self._fail),
        )

    def _renamed(self, versions: Sequence[VersionSummary], row: int) -> None:
        self._versions = tuple(versions)
        version = self._versions[row]
        self.list.item(row).setText(self._item(version))
        line = f"{version_name(version)} · {version_line(version, self._now)}"
        self.other.setItemText(row + 1, line)

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
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
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
        beside = QVBoxLayout(right)
        beside.setContentsMargins(M, 0, 0, 0)
        beside.setSpacing(S)
        beside.addWidget(FormField(_("Compare with"), self.other))
        beside.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([LIST_WIDTH, WIDTH - LIST_WIDTH])
        close = QPushButton(_("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L, L, L, L)
        whole.setSpacing(M)
        whole.addWidget(split, 1)
        whole.addLayout(buttons)
