"""Which actions there is something to do for: some need an open archive, most an open article."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from editor_app.desk.values import WorkingCopy
from ui.review.reasons import WORKFLOW, reason_against
from ui.review.standing import publish_words

ON_ARCHIVE = ("new_article", "take_in", "export", "planned", "find_article", "show_table", "log", "due")
# Those in the menus Format and Insert go with their menus.
ON_ARTICLE = (
    "format_menu",
    "insert_menu",
    "export_word",
    "hand_over",
    "translate",
    "preserve",
    "delete",
    "export_review",
    "versions",
    "save_version",
    "since_approved",
    "find",
    "replace",
    "find_next",
    "find_previous",
    "go_to_heading",
    "comment",
    "quotes",
    "next_comment",
    "previous_comment",
    "next_finding",
    "previous_finding",
    "fix_finding",
    "next_misspelling",
    "previous_misspelling",
    "focus_mode",
    "zoom_in",
    "zoom_out",
    "zoom_reset",
)
# What writes to the archive, beside the steps of the workflow.
WRITING = (
    "new_article",
    "take_in",
    "export",
    "format_menu",
    "insert_menu",
    "save_version",
    "translate",
    "preserve",
    "delete",
    "export_review",
    "hand_over",
    "replace",
    "comment",
    "fix_finding",
)


class PossibleActions:
    """Enables those of `actions`, by their names, that can be done; nothing is open at first.

    One that cannot be done to an article as it stands says why in its tooltip.
    """

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        self._actions = actions
        self._copy: WorkingCopy | None = None
        self._is_covered = False
        self._reason_to_read = ""
        self.follow_archive(False)

    def follow_archive(self, is_open: bool) -> None:
        """Take it that an archive has been opened, no article of it yet; or that none is open."""
        self._copy = None
        self._enable(ON_ARCHIVE, is_open)
        self._follow()

    def follow_article(self, copy: WorkingCopy) -> None:
        """Take it that `copy` is open, and stands where it says."""
        self._copy = copy
        self._actions["publish"].setText(publish_words(copy))
        self._follow()

    def cover_article(self, covered: bool) -> None:
        """Take it that something else stands in the place of the article, or does so no longer."""
        self._is_covered = covered
        self._follow()

    def forbid_writing(self, reason: str) -> None:
        """Enable nothing that writes to the archive from now on; menus say `reason`."""
        self._reason_to_read = reason
        for name in (*WRITING, *WORKFLOW):
            for menu in self._actions[name].associatedObjects():
                if isinstance(menu, QMenu):
                    menu.setToolTipsVisible(True)
        self._follow()

    def _follow(self) -> None:
        copy = None if self._is_covered else self._copy
        self._enable(ON_ARTICLE, copy is not None)
        for name, action in WORKFLOW.items():
            reason = "" if copy is None else reason_against(copy, action)
            self._actions[name].setEnabled(copy is not None and not reason)
            self._actions[name].setToolTip(reason)
        if self._reason_to_read:
            self._enable((*WRITING, *WORKFLOW), False)
            for name in (*WRITING, *WORKFLOW):
                self._actions[name].setToolTip(self._reason_to_read)

    def _enable(self, names: Iterable[str], enabled: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(enabled)
