"""The archive as a table in the place of the article, made when somebody first asks for it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from editor_app.desk.values import ArticleSummary
from ui.archive_browser.bulk_acts import BulkAct
from ui.archive_browser.filter_choices import FilterChoices
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.newsroom import Newsroom
from ui.settings.preferences import Preferences
from ui.widgets.dialogs import show_dialog
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.archive_browser.archive_page import ArchivePage


class ArchiveOverview(QObject):
    """Puts the table into `pages` in front of `place`; `shown` tells whether it stands there.

    `look_again` makes the open article be asked for after something was done to many.
    """

    shown = Signal(bool)

    def __init__(
        self,
        worker: DeskWorker,
        newsroom: Newsroom,
        choices: FilterChoices,
        editing: Editing,
        place: Workplace,
        pages: QStackedWidget,
        preferences: Preferences,
        look_again: Callable[[], Any],
    ) -> None:
        super().__init__(pages)
        self._worker = worker
        self._newsroom = newsroom
        self._choices = choices
        self._editing = editing
        self._place = place
        self._pages = pages
        self._preferences = preferences
        self._look_again = look_again
        self._page: ArchivePage | None = None

    def show(self) -> None:
        """Show the table, with the cursor in its search box."""
        self._editing.save_before(self._show)

    def leave(self) -> None:
        """Go back to the article."""
        if self._page is not None and self._pages.currentWidget() is self._page:
            self._pages.setCurrentWidget(self._place)
            self._place.list.view.setFocus()
            self.shown.emit(False)

    def _show(self) -> None:
        page = self._page or self._make()
        self._pages.setCurrentWidget(page)
        page.begin()
        self.shown.emit(True)

    def _make(self) -> "ArchivePage":
        from ui.archive_browser.archive_page import ArchivePage

        page = self._page = ArchivePage(self._newsroom.finding, self._choices, self._preferences.settings)
        page.opened.connect(self._editing.open)
        page.left.connect(self.leave)
        page.act_asked.connect(self._ask_before)
        self._pages.addWidget(page)
        return page

    def _ask_before(self, act: BulkAct, article_ids: Sequence[str]) -> None:
        """Fetch where the articles stand, and ask before anything is done to them."""
        self._worker.run(lambda desk: desk.rows(article_ids), partial(self._ask, act), self._editing.say)

    def _ask(self, act: BulkAct, articles: Sequence[ArticleSummary]) -> None:
        from ui.archive_browser.bulk_dialog import BulkDialog

        dialog = BulkDialog(
            self._worker,
            act,
            articles,
            self._newsroom.categories,
            self._preferences.name,
            self._pages.window(),
        )
        dialog.ended.connect(self._newsroom.refresh)
        # The open article may have been among them.
        dialog.ended.connect(self._look_again)
        show_dialog(dialog)
