"""What is done to the open archive as a whole, each kind of work by a part of its own."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from editor_app.translation import _
from ui.archive_words import ArchiveWords
from ui.changes_elsewhere import ChangesElsewhere
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.keeping.kept_archive import KeptArchive
from ui.leaving import Leaving
from ui.messages import Messages
from ui.new_articles import NewArticles
from ui.newsroom import Newsroom
from ui.other_archives import OtherArchives
from ui.publish.due_watch import DueWatch
from ui.publish.recovered_notice import tell_what_was_recovered
from ui.settings.preferences import Preferences
from ui.widgets.message_bar import MessageAction
from ui.widgets.tone import Tone
from ui.window_dialogs import WindowDialogs


class ArchiveWork(QObject):
    """Makes the parts that work on the archive at `path`, and lets them work together over `window`."""

    def __init__(
        self,
        path: Path,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        messages: Messages,
        newsroom: Newsroom,
        words: ArchiveWords,
        preferences: Preferences,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)

        def name() -> str:
            return preferences.name

        self.leaving = Leaving(session, editing.article, window)
        self.changes_elsewhere = ChangesElsewhere(worker, window)
        self.new_articles = NewArticles(worker, editing, name, window)
        self.others = OtherArchives(path, self.leaving, window)
        self.kept = KeptArchive(path, worker, self.leaving, messages, name, window)
        self.dialogs = WindowDialogs(worker, newsroom, words, preferences, path, editing.save_before, window)
        self.due_watch = DueWatch(
            worker, session, messages, self.dialogs.export, self.dialogs.show_planned, window
        )
        newsroom.opened.connect(lambda: tell_what_was_recovered(worker, messages))
        self.dialogs.article_asked.connect(editing.open)
        self.dialogs.site_changed.connect(lambda: self._tell_of_site(messages))
        self.changes_elsewhere.lost.connect(editing.say)

    def _tell_of_site(self, messages: Messages) -> None:
        export = MessageAction(_("Export the site…"), self.dialogs.export)
        words = _("The settings of the website are saved. Readers see them when it has been exported.")
        messages.say_of_archive(Tone.INFO, words, [export])
