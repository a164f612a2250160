"""The dialogs that belong to the whole window, loaded as they are opened: the first paint does not wait."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMessageBox

from editor_app.desk.clock import utc_now
from editor_app.desk.values import ExportOutlook, ForcedApproval
from editor_app.domain.due import Due
from editor_app.domain.publish_target import PublishTarget
from editor_app.translation import _
from ui.archive_words import ArchiveWords
from ui.desk_worker import DeskWorker
from ui.newsroom import Newsroom
from ui.settings.preferences import Preferences
from ui.widgets.dialogs import show_dialog

if TYPE_CHECKING:
    from ui.settings.settings_dialog import SettingsDialog
    from ui.site.site_dialog import SiteDialog

# Pages that are taken down by rule go after half a year.
PLANNED_AHEAD = timedelta(days=366)


class WindowDialogs(QObject):
    """Opens them over `window`; `save_before` saves what is open and then calls, whether that worked or not.

    `settings_taken` comes when somebody has changed settings, `article_asked` with the id of one to open,
    `site_changed` when the settings of the website were stored, which readers see after an export.
    """

    settings_taken = Signal()
    article_asked = Signal(str)
    site_changed = Signal()

    def __init__(
        self,
        worker: DeskWorker,
        newsroom: Newsroom,
        words: ArchiveWords,
        preferences: Preferences,
        archive_path: Path,
        save_before: Callable[[Callable[[], Any]], None],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._newsroom = newsroom
        self._words = words
        self._preferences = preferences
        self._archive_path = archive_path
        self._save_before = save_before
        self._window = window

    def export(self) -> None:
        """Write the approved articles as a website."""

        def asked(outlook: ExportOutlook) -> None:
            # What the dialog covers is not to lie unsaved below it for as long as a large export takes.
            self._save_before(lambda: self._show_export(outlook))

        self._worker.run(lambda desk: desk.export_outlook(), asked)

    def publish(self, folder: Path | None = None) -> None:
        """Publish the export in `folder`, or the newest one, to a target."""
        self._worker.run(
            lambda desk: desk.publish_targets(), lambda targets: self._show_targets(targets, folder)
        )

    def show_planned(self) -> None:
        """Show what the clock will do to the website."""
        now = utc_now()
        self._worker.run(
            lambda desk: (desk.due_since_export(), desk.due(now, now + PLANNED_AHEAD)), self._list_planned
        )

    def show_settings(self) -> None:
        """Let the person change the settings, and take them over."""
        from ui.settings.approval_page import ApprovalPage
        from ui.settings.settings_dialog import SettingsDialog
        from ui.settings.words_page import WordSource, WordsPage

        newsroom = self._newsroom
        approval = ApprovalPage(newsroom.policy, self._fetch_forced)
        words = WordSource(
            lambda folder, done, failed: self._worker.run(lambda desk: desk.words_in(folder), done, failed),
            lambda folder, done, failed: self._worker.run(
                lambda desk: desk.make_example_words(folder), done, failed
            ),
        )
        dialog = SettingsDialog(
            self._preferences,
            self._words,
            self._window,
            policy=newsroom.policy,
            approval=approval,
            own_words=WordsPage(newsroom.policy.words_folder, words),
        )
        dialog.accepted.connect(lambda: self._take_settings(dialog))
        approval.article_asked.connect(dialog.reject)
        approval.article_asked.connect(self.article_asked)
        show_dialog(dialog)

    def show_site(self) -> "SiteDialog":
        """Let the person change what the website says of its publisher, how it looks, and its notices."""
        from ui.site.site_dialog import SiteDialog

        newsroom = self._newsroom
        dialog = SiteDialog(
            newsroom.profile,
            newsroom.site_settings,
            newsroom.images,
            newsroom.related,
            newsroom.save_site,
            self._window,
        )
        dialog.stored.connect(self.site_changed)
        show_dialog(dialog)
        return dialog

    def begin_notice(self) -> None:
        """Let the person write a new notice for every page of the website."""
        self.show_site().begin_notice()

    def show_contacts(self) -> None:
        """Show all contacts, and let them be changed."""
        self._show_cards("contact")

    def show_categories(self) -> None:
        """Show all categories, and let them be changed."""
        self._show_cards("category")

    def _show_cards(self, kind: str) -> None:
        from editor_app.desk.card_values import CardKind
        from ui.cards.cards_dialog import CardsDialog

        show_dialog(CardsDialog(CardKind(kind), self._newsroom.card_file, self._window))

    def find_action(self) -> None:
        """Offer everything that the menus hold, to be found by its name."""
        from ui.command_search import CommandSearch

        show_dialog(CommandSearch(self._window.menuBar(), self._window))

    def tell_about(self) -> None:
        """Say what the program is, and which archive this is."""
        QMessageBox.about(
            self._window,
            _("About Pressklar"),
            _("Pressklar is a desktop newsroom for municipalities. This archive is {path}.").format(
                path=self._archive_path
            ),
        )

    def _show_export(self, outlook: ExportOutlook) -> None:
        from ui.publish.export_dialog import ExportDialog

        dialog = ExportDialog(self._worker, outlook, self._preferences, self._window)
        dialog.article_asked.connect(self.article_asked)
        dialog.publishing_asked.connect(self.publish)
        show_dialog(dialog)

    def _show_targets(self, targets: Sequence[PublishTarget], folder: Path | None) -> None:
        from ui.publish.targets.publish_dialog import PublishDialog

        show_dialog(PublishDialog(self._worker, targets, self._preferences.name, folder, self._window))

    def _list_planned(self, planned: tuple[Sequence[Due], Sequence[Due]]) -> None:
        from ui.publish.planned_dialog import PlannedDialog

        dialog = PlannedDialog(*planned, self._window)
        dialog.article_asked.connect(self.article_asked)
        show_dialog(dialog)

    def _take_settings(self, dialog: "SettingsDialog") -> None:
        dialog.save_to(self._preferences)
        if dialog.policy() != self._newsroom.policy:
            self._newsroom.save_policy(dialog.policy())
        self.settings_taken.emit()

    def _fetch_forced(self, done: Callable[[Sequence[ForcedApproval]], Any]) -> None:
        self._worker.run(lambda desk: desk.forced_this_year(), done)
