"""The notices on every page: a list of them, and the one that is chosen to be written."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from editor_app.desk.clock import utc_now
from editor_app.domain.site_settings import Notice, NoticeLevel
from editor_app.domain.swedish_time import minute_text
from editor_app.domain.words import NOTICE_WORDS
from editor_app.translation import _
from ui.site.notice_form import NoticeForm
from ui.theme.icons import icon
from ui.theme.spacing import M, S
from ui.widgets.labels import QuietLabel

MOST_LINES = 5
_ICONS = {
    NoticeLevel.CRISIS: "alert-circle",
    NoticeLevel.WARNING: "alert-triangle",
    NoticeLevel.INFORMATION: "info-circle",
}


class NoticesPage(QWidget):
    """Shows `notices` to be changed, added and taken away."""

    def __init__(self, notices: Iterable[Notice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = list(notices)
        self.list = QListWidget()
        self.list.setObjectName("notices")
        self.list.setAccessibleName(_("Notices"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QuietLabel(_("There are no notices."))
        self.add_button = QPushButton(icon("plus"), _("New notice"))
        self.add_button.setObjectName("add_notice")
        self.remove_button = QPushButton(icon("trash"), _("Take away"))
        self.remove_button.setObjectName("remove_notice")
        for button in (self.add_button, self.remove_button):
            button.setAutoDefault(False)
        self.form = NoticeForm()
        self.setFocusProxy(self.add_button)
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.form.changed.connect(self._take_from_form)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self._remove)
        self._fill(0)

    def notices(self) -> tuple[Notice, ...]:
        """Return the notices as they are filled in."""
        return tuple(self._notices)

    def add(self) -> None:
        """Begin a new notice before the others, and go to its text."""
        self._notices.insert(0, Notice())
        self._fill(0)
        self.form.text.setFocus()

    def show_problems(self) -> QWidget | None:
        """Say what is wrong with the first notice with which something is; return where, else None."""
        for row in range(len(self._notices)):
            self.form.show_notice(self._notices[row])
            field = self.form.show_problems()
            if field is not None:
                self.list.blockSignals(True)
                self.list.setCurrentRow(row)
                self.list.blockSignals(False)
                return field
        self._choose(self.list.currentRow())
        return None

    def _choose(self, row: int) -> None:
        is_there = 0 <= row < len(self._notices)
        self.form.setVisible(is_there)
        self.remove_button.setEnabled(is_there)
        if is_there:
            self.form.show_notice(self._notices[row])

    def _take_from_form(self) -> None:
        row = self.list.currentRow()
        self._notices[row] = self.form.notice()
        _describe(self.list.item(row), self._notices[row])

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._notices[row]
        self._fill(min(row, len(self._notices) - 1))
        (self.list if self._notices else self.add_button).setFocus()

    def _fill(self, row: int) -> None:
        self.list.clear()
        for notice in self._notices:
            _describe(QListWidgetItem(self.list), notice)
        lines = min(len(self._notices), MOST_LINES) + 1
        self.list.setFixedHeight(lines * (self.list.fontMetrics().lineSpacing() + S))
        self.list.setVisible(bool(self._notices))
        self._empty.setVisible(not self._notices)
        self.list.setCurrentRow(row)
        self._choose(self.list.currentRow())

    def _lay_out(self) -> None:
        about = _(
            "At the top of every page, the most urgent first. Readers see a change when the site has been"
            " exported."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(QuietLabel(about))
        column.addWidget(self._empty)
        column.addWidget(self.list)
        column.addLayout(buttons)
        column.addWidget(self.form)


def _describe(item: QListWidgetItem, notice: Notice) -> None:
    words = " ".join(notice.text.split()) or _("Without text")
    parts = [_(NOTICE_WORDS[notice.level]), words, _when(notice)]
    item.setText(" · ".join(filter(None, parts)))
    item.setToolTip(item.text())
    item.setIcon(icon(_ICONS[notice.level]))


def _when(notice: Notice) -> str:
    now = utc_now()
    if notice.ends_at is not None and notice.ends_at <= now:
        return _("over since {moment}").format(moment=minute_text(notice.ends_at))
    if notice.begins_at is not None and notice.begins_at > now:
        return _("from {moment}").format(moment=minute_text(notice.begins_at))
    if notice.ends_at is not None:
        return _("until {moment}").format(moment=minute_text(notice.ends_at))
    return ""
