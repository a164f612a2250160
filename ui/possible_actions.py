"""Which actions there is something to do for: some need an open archive, most an open article."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

ON_ARCHIVE = ("new_article", "take_in", "export", "find_article")
# Those in the menus Format and Insert go with their menus.
ON_ARTICLE = (
    "format_menu",
    "insert_menu",
    "export_word",
    "submit",
    "take_back",
    "approve",
    "versions",
    "save_version",
    "since_approved",
    "find",
    "replace",
    "find_next",
    "find_previous",
    "go_to_heading",
    "next_misspelling",
    "previous_misspelling",
    "focus_mode",
    "zoom_in",
    "zoom_out",
    "zoom_reset",
)


class PossibleActions:
    """Enables those of `actions`, by their names, that can be done; nothing is open at first."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        self._actions = actions
        self.follow_archive(False)

    def follow_archive(self, is_open: bool) -> None:
        """Take it that an archive has been opened, no article of it yet; or that none is open."""
        self._enable(ON_ARCHIVE, is_open)
        self._enable(ON_ARTICLE, False)

    def follow_article(self) -> None:
        """Take it that an article has been opened."""
        self._enable(ON_ARTICLE, True)

    def _enable(self, names: tuple[str, ...], enabled: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(enabled)
