"""A small button that is an icon alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from ui.theme.icons import icon


class IconButton(QToolButton):
    """Shows the icon `name` of the set; `words`, the tooltip unless there is another, say what it does."""

    def __init__(
        self,
        name: str,
        words: str,
        *,
        tooltip: str = "",
        object_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setIcon(icon(name))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        self.setToolTip(tooltip or words)
