"""What the list is filtered by, each as a button that takes it away again."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from editor_app.domain.article_query import ArticleQuery
from editor_app.translation import _
from ui.archive_browser.filters import Chip, chips
from ui.theme.icons import icon
from ui.widgets.flow_layout import FlowLayout


class FilterChips(QWidget):
    """Shows the filters of a query; `changed` carries the query without one of them."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Filters"))
        self._shown: tuple[Chip, ...] = ()
        self._lines = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_query(self, query: ArticleQuery) -> None:
        """Show the filters of `query`; the row goes where there is none."""
        shown = chips(query)
        if shown == self._shown:
            return
        self._shown = shown
        for button in self.findChildren(QToolButton):
            self._lines.removeWidget(button)
            button.hide()
            button.deleteLater()
        for chip in shown:
            self._lines.addWidget(self._button(chip))
        self.setVisible(bool(shown))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _button(self, chip: Chip) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(chip.words)
        button.setIcon(icon("x"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = _("Remove the filter {words}").format(words=chip.words)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.changed.emit(chip.without))
        return button
