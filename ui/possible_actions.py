"""Which actions there is something to do for: some need an open archive, most an open article."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

ON_ARCHIVE = ("new_article", "take_in", "export", "find_article", "show_table")
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
        self._has_article = False
        self._is_covered = False
        self.follow_archive(False)

    def follow_archive(self, is_open: bool) -> None:
        """Take it that an archive has been opened, no article of it yet; or that none is open."""
        self._has_article = False
        self._enable(ON_ARCHIVE, is_open)
        self._enable(ON_ARTICLE, False)

    def follow_article(self) -> None:
        """Take it that an article has been opened."""
        self._has_article = True
        self._enable(ON_ARTICLE, not self._is_covered)

    def cover_article(self, covered: bool) -> None:
        """Take it that something else stands in the place of the article, or does so no longer."""
        self._is_covered = covered
        self._enable(ON_ARTICLE, self._has_article and not covered)

    def _enable(self, names: tuple[str, ...], enabled: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(enabled)
