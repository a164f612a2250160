"""The archive as a table in the place of the article, made when somebody first asks for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QStackedWidget

from ui.archive_browser.filter_choices import FilterChoices
from ui.editing import Editing
from ui.newsroom import Newsroom
from ui.workplace import Workplace

if TYPE_CHECKING:
    from ui.archive_browser.archive_page import ArchivePage


class ArchiveOverview(QObject):
    """Puts the table into `pages` in front of `place`; `shown` tells whether it stands there."""

    shown = Signal(bool)

    def __init__(
        self,
        newsroom: Newsroom,
        choices: FilterChoices,
        editing: Editing,
        place: Workplace,
        pages: QStackedWidget,
        settings: QSettings,
    ) -> None:
        super().__init__(pages)
        self._newsroom = newsroom
        self._choices = choices
        self._editing = editing
        self._place = place
        self._pages = pages
        self._settings = settings
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

        page = self._page = ArchivePage(self._newsroom.finding, self._choices, self._settings)
        page.opened.connect(self._editing.open)
        page.left.connect(self.leave)
        self._pages.addWidget(page)
        return page
