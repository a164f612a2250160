"""The one window of the program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from editor_app.desk.archive_place import default_archive_path
from editor_app.desk.clock import utc_now
from editor_app.domain.errors import EditorAppError
from editor_app.domain.site_settings import Appearance
from editor_app.domain.swedish_time import wall_time
from editor_app.translation import _
from ui.archive_browser.archive_list import ArchiveList
from ui.archive_browser.filter_choices import FilterChoices
from ui.archive_browser.saved_filters import SavedFilters
from ui.archive_overview import ArchiveOverview
from ui.archive_problem import ArchiveProblem
from ui.archive_work import ArchiveWork
from ui.article_work import ArticleWork
from ui.desk_worker import DeskWorker, OpenDesk
from ui.details.details_form import DetailsForm
from ui.dropped_files import documents
from ui.editor.article_editor import ArticleEditor
from ui.editor.session import ArticleSession
from ui.newsroom import Newsroom
from ui.possible_actions import PossibleActions
from ui.preview.phone_preview import PhonePreview
from ui.review.reasons import WORKFLOW
from ui.settings.preferences import Preferences
from ui.spell_checking import SpellChecking
from ui.text_lines import finding_lines, sight_lines, spelling_lines
from ui.widgets.tone import Tone
from ui.window_acts import window_acts
from ui.window_menus import build_menus
from ui.workplace import Workplace

GEOMETRY = "window/geometry"
FIRST_SIZE = (1440, 900)
FRAME_HEIGHT = 40


class MainWindow(QMainWindow):
    """Shows one archive. Nothing of it is read before the window has been painted.

    `painted` comes once, when the window is on the screen; `settings_changed` when the person has
    changed settings; `archive_asked` with what opens another archive, and its path.
    """

    painted = Signal()
    settings_changed = Signal()
    archive_asked = Signal(object, object)

    def __init__(
        self,
        open_desk: OpenDesk,
        archive_path: Path,
        preferences: Preferences,
        article_id: str | None = None,
    ) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._archive_path = archive_path
        self._preferences = preferences
        self._first_article = article_id
        self._was_painted = False
        self._may_close = False
        self.worker = DeskWorker(open_desk, self)
        self.newsroom = Newsroom(self.worker, lambda: preferences.name, self)
        self.session = ArticleSession(self.worker, lambda: preferences.name, parent=self)
        self._choices = FilterChoices(
            SavedFilters(preferences.settings, self), self.newsroom.names, lambda: wall_time(utc_now()).date()
        )
        self.place = self._make_place()
        self.article = ArticleWork(self.worker, self.session, self.place, self.newsroom, preferences, self)
        self.spelling = SpellChecking(self.worker, self.session, self.place.editor, preferences, self)
        self.archive = ArchiveWork(
            archive_path,
            self.worker,
            self.session,
            self.article.editing,
            self.place.messages,
            self.newsroom,
            self.spelling.words,
            preferences,
            self,
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.place)
        self.setCentralWidget(self._pages)
        self.overview = ArchiveOverview(
            self.worker,
            self.newsroom,
            self._choices,
            self.article.editing,
            self.place,
            self._pages,
            preferences,
            self.session.look_again,
        )
        self.setWindowTitle(f"{_archive_name(archive_path)}[*]")
        self.setAcceptDrops(True)
        self.acts = window_acts(self.article, self.archive, self.overview, self.place, self.close)
        self._actions = self._make_menus()
        self._possible = PossibleActions(self._actions)
        self.problem = ArchiveProblem(self._pages, self.archive, self.newsroom.open, self.close)
        self._listen()
        self._restore_geometry()

    def leave_for(self, open_window: Callable[[OpenDesk, Path, str | None], Any]) -> None:
        """Save, and let `open_window` put another window in the place of this one."""
        current = self.session.current
        article_id = None if current is None else current.article.id
        self.archive.leaving.leave(lambda: open_window(self._open_desk, self._archive_path, article_id))

    def tell_of_bug(self, error: BaseException) -> None:
        """Say that the program failed, and save what was typed."""
        self.place.messages.say(
            Tone.ERROR,
            _("Something in the program failed: {error}. Your text is kept; go on, or restart.").format(
                error=type(error).__name__
            ),
        )
        self.session.flush(lambda: None)

    def keep_place(self) -> None:
        """Remember where the window is and how wide its parts are, for the next one."""
        self._preferences.settings.setValue(GEOMETRY, self.saveGeometry())
        self.place.save_sizes()

    def dispose(self) -> None:
        """Close the window and give the archive back; what was typed must have been saved before."""
        self._may_close = True
        self.close()
        self.session.close()
        self.article.checking.close()
        self.archive.kept.close()
        self.worker.close()
        self.spelling.close()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_place()
        if self._may_close:
            self.spelling.close()
            event.accept()
            return
        event.ignore()
        self.archive.leaving.leave(self._close_for_good)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if documents(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.archive.new_articles.take_dropped(event.mimeData())
        event.acceptProposedAction()

    def _make_place(self) -> Workplace:
        newsroom = self.newsroom
        editor = ArticleEditor(newsroom.images, newsroom.related)
        editor.correct_typing(self._preferences.corrects_typing)
        details = DetailsForm(
            add_category=newsroom.add_category,
            save_contact=newsroom.save_contact,
            images=newsroom.images,
            related=newsroom.related,
            originals=newsroom.originals,
        )

        def site_file(path: str) -> tuple[bytes, str] | None:
            return _site_file(path, newsroom.site_settings.appearance)

        preview = PhonePreview(site_file, newsroom.load_page_image, self._preferences.settings)
        newsroom.look_changed.connect(preview.read_anew)
        archive = ArchiveList(newsroom.finding, self._choices)
        return Workplace(editor, details, preview, archive, self._preferences.settings)

    def _make_menus(self) -> dict[str, QAction]:
        article, spelling = self.article, self.spelling
        formats, inserts = self.place.editor.menu_lines()
        return build_menus(
            self,
            self.acts,
            formats,
            [*inserts, *article.commenting.insert_lines(), *article.quoting.lines()],
            [
                *finding_lines(self.place),
                *article.checking.finding_lines(),
                *spelling_lines(spelling.article, spelling.enable),
                *article.commenting.finding_lines(),
            ],
            sight_lines(self.place),
        )

    def _listen(self) -> None:
        place = self.place
        place.list.new_asked.connect(self.archive.new_articles.begin)
        place.list.take_in_asked.connect(self.archive.new_articles.take_in)
        place.bar.offer(self._actions[name] for name in WORKFLOW)
        place.bar.step_asked.connect(lambda step: self._actions[step].trigger())
        self.archive.dialogs.settings_taken.connect(self._take_settings)
        self.archive.others.asked.connect(self.archive_asked)
        self.article.retaining.closed.connect(self._show_nothing)
        self.archive.kept.asked.connect(self.archive_asked)
        self.archive.kept.found_damaged.connect(place.make_read_only)
        self.archive.kept.found_damaged.connect(self._possible.forbid_writing)
        place.focus_changed.connect(self._actions["focus_mode"].setChecked)
        place.focus_changed.connect(self._follow_focus_mode)
        place.panel_shown.connect(lambda name, shown: self._actions[f"show_{name}"].setChecked(shown))
        self.worker.went_wrong.connect(self.article.editing.say)
        # Before the article is read: what somebody changes in between would never be noticed.
        self.newsroom.opened.connect(self.archive.changes_elsewhere.begin)
        self.newsroom.opened.connect(self._archive_opened)
        self.newsroom.opened.connect(self.archive.kept.begin)
        self.newsroom.opened.connect(self.spelling.words.fetch)
        self.archive.changes_elsewhere.changed.connect(self.newsroom.refresh)
        self.archive.changes_elsewhere.changed.connect(self.spelling.words.fetch)
        self.archive.changes_elsewhere.changed.connect(self.session.look_again)
        self.archive.changes_elsewhere.changed.connect(self.article.commenting.refresh)
        self.archive.new_articles.reply_taken.connect(lambda: place.show_panel("comments", True))
        self.archive.changes_elsewhere.changed.connect(self.article.quoting.refresh)
        self.session.opened.connect(self.overview.leave)
        self.overview.shown.connect(self._possible.cover_article)
        place.list.table_asked.connect(self.overview.show)
        for standing in (self.session.opened, self.session.saved, self.session.state_changed):
            standing.connect(self._possible.follow_article)
        self.session.overtaken.connect(self._possible.follow_article)
        self._actions["check_spelling"].setChecked(self._preferences.checks_spelling)
        self.newsroom.not_opened.connect(self._archive_not_opened)
        for name in place.panels:
            self._actions[f"show_{name}"].setChecked(place.is_panel_shown(name))

    def _follow_focus_mode(self, on: bool) -> None:
        for name in self.place.panels:
            self._actions[f"show_{name}"].setEnabled(not on)

    def _restore_geometry(self) -> None:
        # Room for the window's own frame, which is not known before it has been shown.
        room = self.screen().availableSize() - QSize(0, FRAME_HEIGHT)
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        kept = self._preferences.settings.value(GEOMETRY)
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _begin(self) -> None:
        self.painted.emit()
        self.newsroom.open()

    def _archive_opened(self) -> None:
        self._pages.setCurrentWidget(self.place)
        self._possible.follow_archive(True)
        ids = self.newsroom.finding.rows.ids
        wanted = self._first_article or (ids[0] if ids else None)
        if wanted is not None:
            # A list that gets the focus picks its first row, and would open it besides.
            self.place.list.select(wanted)
            # Not a button, which the first press of a key would press, and not the text.
            self.place.list.view.setFocus()
            self.article.editing.open(wanted)

    def _show_nothing(self) -> None:
        """Let the sentence stand where the article stood that is gone."""
        self.place.list.select(None)
        self.place.show_article_parts(False)
        self._possible.follow_archive(True)

    def _archive_not_opened(self, error: EditorAppError) -> None:
        self._possible.follow_archive(False)
        self.problem.show(error)

    def _close_for_good(self) -> None:
        self._may_close = True
        # The request that asked for this may still be under way.
        QTimer.singleShot(0, self, self.close)

    def _take_settings(self) -> None:
        self.place.editor.correct_typing(self._preferences.corrects_typing)
        self.settings_changed.emit()


def _archive_name(path: Path) -> str:
    return _("My archive") if path == default_archive_path() else path.stem


def _site_file(path: str, look: Appearance) -> tuple[bytes, str] | None:
    # Only the browser engine asks, long after the first paint.
    from editor_app.desk.preview import site_file

    return site_file(path, look)
