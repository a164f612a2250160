"""The links that an export leaves out, and what to do about them; the articles are opened from here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor_app.desk.site_words import lost_advice, lost_sentence, lost_words
from editor_app.domain.lost_link import LostLink
from editor_app.translation import _
from ui.theme.spacing import S
from ui.widgets.labels import QuietLabel, WrappingLabel
from ui.widgets.plain_button import plain_button

MOST_ROWS = 5


class LostLinks(QWidget):
    """Lists lost links, hidden while there are none; `article_asked` carries the id of a page's article."""

    article_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = WrappingLabel("")
        self.list = QListWidget()
        self.list.setObjectName("lost_links")
        self.list.setAccessibleName(_("Links that lead nowhere"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(self._open)
        self.list.currentItemChanged.connect(self._follow)
        self.advice = QuietLabel("")
        self._open_button = plain_button(_("Open the article"), "open_article", "file-text")
        self._open_button.clicked.connect(self._open)
        self._lay_out()
        self.hide()

    def show_links(self, lost: Sequence[LostLink]) -> None:
        """Show `lost` in place of what was shown."""
        self.list.clear()
        for one in lost:
            item = QListWidgetItem(lost_words(one), self.list)
            item.setData(Qt.ItemDataRole.UserRole, one.article_id)
        if lost:
            self.sentence.setText(lost_sentence(lost))
            self.advice.setText(lost_advice(lost))
            self.list.setCurrentRow(0)
            rows = min(len(lost), MOST_ROWS)
            # A long title takes two lines.
            self.list.setFixedHeight(2 * rows * self.fontMetrics().lineSpacing() + 2 * S)
        self.setVisible(bool(lost))

    def _open(self) -> None:
        article_id = _article_id(self.list.currentItem())
        if article_id:
            self.article_asked.emit(article_id)

    def _follow(self, item: QListWidgetItem | None) -> None:
        """Lead on from a page; a notice is none."""
        self._open_button.setEnabled(bool(_article_id(item)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.sentence)
        column.addWidget(self.list)
        column.addWidget(self.advice)
        row = QHBoxLayout()
        row.addWidget(self._open_button)
        row.addStretch()
        column.addLayout(row)


def _article_id(item: QListWidgetItem | None) -> str:
    return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))
