"""What the clock will do to the website: which pages appear, change and are taken down, and which notices."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor_app.desk.due_words import when_words
from editor_app.domain.due import Due, Happening
from editor_app.translation import _
from ui.theme.icons import icon
from ui.theme.spacing import L, M, S
from ui.widgets.labels import QuietLabel, SectionHeading
from ui.widgets.plain_button import plain_button
from ui.widgets.primary_button import PrimaryButton

WIDTH, HEIGHT = 560, 420
ICONS = {
    Happening.APPEARS: "eye",
    Happening.CHANGES: "replace",
    Happening.TAKEN_DOWN: "square-x",
    Happening.NOTICE_SHOWN: "speakerphone",
    Happening.NOTICE_GONE: "x",
}


class PlannedDialog(QDialog):
    """Lists `overdue`, which takes an export, and then `coming`; `article_asked` carries the id of one."""

    article_asked = Signal(str)

    def __init__(self, overdue: Sequence[Due], coming: Sequence[Due], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Planned"))
        self.setMinimumSize(WIDTH, HEIGHT)
        self.list = QListWidget()
        self.list.setObjectName("planned")
        self.list.setAccessibleName(_("Planned"))
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in overdue:
            self._add(one, _("Waits for an export"))
        for one in coming:
            self._add(one, "")
        self._open_button = PrimaryButton(_("Open the article"))
        self._open_button.setObjectName("open")
        self.list.currentItemChanged.connect(lambda item, _before: self._follow(item))
        self._follow(None)
        self._open_button.clicked.connect(self._open)
        self.list.itemDoubleClicked.connect(self._open)
        self.list.setCurrentRow(0)
        self._lay_out()

    def _add(self, one: Due, note: str) -> None:
        words = f"{one.title}\n{when_words(one)}"
        item = QListWidgetItem(icon(ICONS[one.what]), f"{words} · {note}" if note else words, self.list)
        item.setData(Qt.ItemDataRole.UserRole, one.article_id)

    def _open(self) -> None:
        item = self.list.currentItem()
        if _article_id(item):
            self.article_asked.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def _follow(self, item: QListWidgetItem | None) -> None:
        """Lead on from an article; a notice has no page of its own."""
        self._open_button.setEnabled(bool(_article_id(item)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, L, L, L)
        column.setSpacing(M)
        is_empty = self.list.count() == 0
        heading = _("Nothing is planned for the next year.") if is_empty else _("The next year")
        column.addWidget(SectionHeading(heading))
        column.addWidget(self.list, 1)
        self.list.setVisible(not is_empty)
        column.addWidget(QuietLabel(_nothing_planned_words() if is_empty else _planned_words()))
        if is_empty:
            column.addStretch()
        close = plain_button(_("Close"), "close", act=self.reject)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addStretch()
        row.addWidget(self._open_button)
        row.addWidget(close)
        column.addLayout(row)


def _article_id(item: QListWidgetItem | None) -> str:
    return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))


def _planned_words() -> str:
    about = _("The website does not change by itself: export it again when a time has come.")
    extending = _(
        "To keep a page longer, open the article and extend it. The page keeps the time that was "
        "approved until the new one is approved."
    )
    return f"{about} {extending}"


def _nothing_planned_words() -> str:
    return _("Set in an article's details when it is to appear and be taken down, and publish it.")
