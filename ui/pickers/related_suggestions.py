"""Articles that the archive suggests, each to be taken with one click."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from editor_app.desk.values import ArticleSummary
from editor_app.translation import _
from ui.theme.spacing import XS, S
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import QuietLabel, WrappingLabel


class RelatedSuggestions(QWidget):
    """A line for each suggestion, nothing where there is none; `chosen` carries the id of an article."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles: tuple[ArticleSummary, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(XS)
        self._column.addWidget(QuietLabel(_("Suggestions from the archive")))
        self.hide()

    def titles(self) -> tuple[str, ...]:
        """Return what is suggested, from the top."""
        return tuple(summary.title for summary in self._articles)

    def show_articles(self, articles: Sequence[ArticleSummary]) -> None:
        """Suggest these, in their order."""
        self._articles = tuple(articles)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(summary) for summary in self._articles]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(self._lines))

    def leave_out(self, article_ids: Collection[str]) -> None:
        """Suggest no more what is chosen by now."""
        left = tuple(summary for summary in self._articles if summary.id not in article_ids)
        if left != self._articles:
            self.show_articles(left)

    def _line(self, summary: ArticleSummary) -> QWidget:
        title = summary.title or _("Without a title")
        add = IconButton("plus", _("Add {name}").format(name=title), object_name="add_suggested")
        add.clicked.connect(partial(self.chosen.emit, summary.id))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(WrappingLabel(title), 1)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        return line
