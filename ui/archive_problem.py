"""The page in the place of everything else where an archive could not be opened."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from editor_app.desk.explain import explain
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.archive_work import ArchiveWork
from ui.sentence_page import SentencePage
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone


class ArchiveProblem:
    """Puts a page on what is wrong into `pages`, one at a time, with the ways on.

    `try_again` opens the archive once more, `leave` closes the window.
    """

    def __init__(
        self,
        pages: QStackedWidget,
        work: ArchiveWork,
        try_again: Callable[[], Any],
        leave: Callable[[], Any],
    ) -> None:
        self._pages = pages
        self._work = work
        self._try_again = try_again
        self._leave = leave
        self.page: SentencePage | None = None

    def show(self, error: EditorAppError) -> None:
        """Say what stood in the way, and what to do next."""
        explanation = explain(error)
        page = SentencePage(
            explanation.what,
            explanation.next_step,
            (
                MessageAction(_("Try again"), self._try_again),
                *self._work.kept.ways_on(error),
                MessageAction(_("Open another archive…"), self._work.others.open),
                MessageAction(_("Quit"), self._leave),
            ),
            Tone.ERROR,
        )
        if self.page is not None:
            self._pages.removeWidget(self.page)
        self.page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._work.kept.read_if_damaged(error)
