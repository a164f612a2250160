"""The lines of the menus that find their way in the text and set how it is seen."""

from collections.abc import Callable
from typing import Any

from editor_app.translation import _
from ui.editor.spelling import ArticleSpelling
from ui.widgets.dialogs import show_dialog
from ui.window_menus import Entry, Keys, Line
from ui.workplace import Workplace


def finding_lines(place: Workplace) -> list[Line]:
    """Return the lines of the menu Edit that go to places in the article."""
    bar = place.editor.find_bar
    return [
        Entry("find", _("Find…"), lambda: bar.open(replacing=False), "Ctrl+F", "search"),
        Entry("replace", _("Find and replace…"), lambda: bar.open(replacing=True), "Ctrl+H", "replace"),
        Entry("find_next", _("Next hit"), lambda: bar.go(1), "F3", "arrow-down"),
        Entry("find_previous", _("Previous hit"), lambda: bar.go(-1), "Shift+F3", "arrow-up"),
        None,
        Entry("go_to_heading", _("Go to heading…"), lambda: _go_to_heading(place), "Ctrl+G", "list-tree"),
    ]


def spelling_lines(spelling: ArticleSpelling, enable: Callable[[bool], Any]) -> list[Line]:
    """Return the lines of the menu Edit that are about spelling."""
    return [
        None,
        Entry("check_spelling", _("Check spelling"), enable, "Ctrl+F7", checkable=True),
        Entry("next_misspelling", _("Next misspelled word"), lambda: spelling.go(1), "F7"),
        Entry("previous_misspelling", _("Previous misspelled word"), lambda: spelling.go(-1), "Shift+F7"),
    ]


def sight_lines(place: Workplace) -> list[Line]:
    """Return the lines of the menu View that set how the text is seen."""
    zoom = place.zoom
    return [
        Entry(
            "focus_mode",
            _("Focus mode"),
            place.set_focus_mode,
            "F12",
            "focus-centered",
            checkable=True,
        ),
        None,
        Entry("zoom_in", _("Larger text"), lambda: zoom.step(1), Keys.ZoomIn, "zoom-in"),
        Entry("zoom_out", _("Smaller text"), lambda: zoom.step(-1), Keys.ZoomOut, "zoom-out"),
        Entry("zoom_reset", _("Usual text size"), zoom.reset, "Ctrl+Shift+0", "zoom-reset"),
        None,
        place.preview.trials.menu.menuAction(),
    ]


def _go_to_heading(place: Workplace) -> None:
    from ui.editor.heading_search import HeadingSearch

    show_dialog(HeadingSearch(place.editor.body, place.window()))
