"""Spelling in the window: the process that knows the words, the archive's own words, and the marks."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ui.archive_words import ArchiveWords
from ui.desk_worker import DeskWorker
from ui.editor.article_editor import ArticleEditor
from ui.editor.session import ArticleSession
from ui.editor.spelling import ArticleSpelling
from ui.editor.spelling_process import SpellingProcess
from ui.settings.preferences import Preferences


class SpellChecking(QObject):
    """Checks what stands in `editor`, as the person has set it."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editor: ArticleEditor,
        preferences: Preferences,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._process = SpellingProcess(window)
        self.words = ArchiveWords(worker, self._process, lambda: preferences.name, window)
        self.article = ArticleSpelling(editor, self._process, self.words.add)
        session.opened.connect(self.article.forget_article)

    def enable(self, checks: bool) -> None:
        """Check spelling or leave it alone, from now on."""
        self._preferences.checks_spelling = checks
        self.article.set_enabled(checks)

    def close(self) -> None:
        """Let the process end."""
        self._process.close()
