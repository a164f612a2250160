"""Finds an action by its name: everything that the menus hold, in one list."""

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from editor_app.translation import _
from ui.widgets.choice_search import Choice, ChoiceSearch


class CommandSearch(ChoiceSearch):
    """Lists the actions that can be taken now and match what is typed; Enter takes the chosen one."""

    def __init__(self, menu_bar: QMenuBar, parent: QWidget | None = None) -> None:
        nothing = _("No action is called that. Try fewer words.")
        super().__init__(_("Find an action"), _choices(menu_bar), nothing, parent)
        self.found.setAccessibleName(_("Actions"))
        self.picked.connect(lambda action: action.trigger())


def _choices(menu_bar: QMenuBar) -> Iterator[Choice]:
    """Yield the enabled actions of all menus, each with its path as in `File › New article`."""
    for top in menu_bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu) and top.isEnabled():
            yield from _in_menu(menu, _bare(top.text()))


def _in_menu(menu: QMenu, path: str) -> Iterator[Choice]:
    for action in menu.actions():
        inner = action.menu()
        name = f"{path} › {_bare(action.text())}"
        if isinstance(inner, QMenu):
            yield from _in_menu(inner, name)
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            yield Choice(action, name, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))


def _bare(text: str) -> str:
    return text.replace("&", "")
