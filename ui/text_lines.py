"""The lines of the menus that find their way in the text and set how it is seen."""

from editor_app.translation import _
from ui.window_menus import Entry, Line
from ui.workplace import Workplace


def finding_lines(place: Workplace) -> list[Line]:
    """Return the lines of the menu Edit that go to places in the article."""
    bar = place.editor.find_bar
    return [
        Entry("find", _("Find…"), lambda: bar.open(replacing=False), "Ctrl+F", "search"),
        Entry("replace", _("Find and replace…"), lambda: bar.open(replacing=True), "Ctrl+H", "replace"),
        Entry("find_next", _("Next hit"), lambda: bar.go(1), "F3", "arrow-down"),
        Entry("find_previous", _("Previous hit"), lambda: bar.go(-1), "Shift+F3", "arrow-up"),
    ]
