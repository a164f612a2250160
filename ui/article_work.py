"""What is done to the open article, each kind of work by a part of its own."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ui.approving import Approving
from ui.checking.checking import Checking
from ui.comments.commenting import Commenting
from ui.comments.review_sending import ReviewSending
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.handing_over import HandingOver
from ui.newsroom import Newsroom
from ui.quoting import Quoting
from ui.retaining import Retaining
from ui.returned_notice import ReturnedNotice
from ui.settings.preferences import Preferences
from ui.translating import Translating
from ui.versions import Versions
from ui.word_export import WordExport
from ui.workplace import Workplace


class ArticleWork(QObject):
    """Makes the parts that follow `session`, and lets them work together over `window`."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        place: Workplace,
        newsroom: Newsroom,
        preferences: Preferences,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)

        def name() -> str:
            return preferences.name

        messages = place.messages
        self.editing = editing = Editing(session, place, newsroom, window)
        self.checking = Checking(worker, session, editing, place, newsroom, name, window)
        self.versions = Versions(worker, session, newsroom, messages, name, window)
        self.commenting = Commenting(worker, session, place, name, window)
        self.quoting = Quoting(worker, session, editing, place, newsroom, name, window)
        selected = self.commenting.marks.selected
        self.approving = Approving(worker, session, place, newsroom, name, selected, window)
        self.word_export = WordExport(worker, session, editing, messages, preferences, window)
        self.handing_over = HandingOver(worker, session, editing, preferences, window)
        self.retaining = Retaining(worker, session, place, newsroom, preferences, window)
        self.review_sending = ReviewSending(worker, session, editing, messages, name, window)
        self.translating = Translating(worker, session, editing, name, window)
        ReturnedNotice(worker, session, messages, name, window)
        editing.comparison_asked.connect(self.versions.compare_conflict)
        self.approving.comparison_asked.connect(self.versions.compare_with)
