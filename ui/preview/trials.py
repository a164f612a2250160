"""Ways to try the page out in the phone: larger text, other colours, what sticks out, what is read when."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.translation import N_, _, ngettext
from ui.widgets.number_words import number

# By the names that resources/preview/trials.js knows them by.
TRIALS: Mapping[str, str] = {
    "text": N_("Text twice as large"),
    "spacing": N_("More room between lines, words and letters"),
    "dark": N_("Dark colours"),
    "grey": N_("Without colours"),
    "order": N_("Numbers in the order of reading"),
    "overflow": N_("Outline what is wider than the screen"),
}


class Trials(QObject):
    """The actions that try the page out, all off at first; `changed` comes when others are on.

    `accessibility_asked` comes when the page is to be looked at for faults.
    """

    changed = Signal()
    accessibility_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.actions = {name: self._make(name, words) for name, words in TRIALS.items()}
        self.menu = QMenu(_("Try the page out"), parent)
        self.menu.addActions(list(self.actions.values()))
        self.menu.addSeparator()
        look = self.menu.addAction(_("Look for accessibility faults"))
        look.setObjectName("try_accessibility")
        look.triggered.connect(self.accessibility_asked)
        self.read_aloud = self.menu.addAction(_("Read aloud"))
        self.read_aloud.setObjectName("read_aloud")
        self.read_aloud.setCheckable(True)

    def names(self) -> tuple[str, ...]:
        """Return the names of what is tried."""
        return tuple(name for name, action in self.actions.items() if action.isChecked())

    def _make(self, name: str, words: str) -> QAction:
        action = QAction(_(words), self)
        action.setObjectName(f"try_{name}")
        action.setCheckable(True)
        action.toggled.connect(self.changed)
        return action


def overflow_words(count: int) -> str:
    """Return how many parts of the page are wider than the screen."""
    if not count:
        return _("Nothing is wider than the screen")
    return ngettext(
        "{count} part is wider than the screen", "{count} parts are wider than the screen", count
    ).format(count=number(count))
