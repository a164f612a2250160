"""The open article as a Word document, saved where the person says."""

import re
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from editor_app.translation import _
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.messages import Messages
from ui.settings.preferences import Preferences
from ui.widgets.tone import Tone

FOLDER = "word/folder"
LONGEST_NAME = 80
# What some system or other does not allow in the name of a file.
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


class WordExport(QObject):
    """Asks for a place and writes the article there, as it stands in the window."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        messages: Messages,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._editing = editing
        self._messages = messages
        self._settings = preferences.settings
        self._window = window

    def begin(self) -> None:
        """Ask where the open article is to be saved, and save it there."""
        article = self._editing.article()
        if article is None:
            return
        folder = Path(str(self._settings.value(FOLDER, "") or Path.home()))
        suggested = folder / f"{file_name(article.title)}.docx"
        path, _filter = QFileDialog.getSaveFileName(
            self._window, _("Export to Word"), str(suggested), _("Word documents (*.docx)")
        )
        if path:
            target = Path(path)
            self._write(article.id, target if target.suffix else target.with_suffix(".docx"))

    def _write(self, article_id: str, target: Path) -> None:
        self._settings.setValue(FOLDER, str(target.parent))
        # What was typed a moment ago is to be in it.
        self._session.flush(
            lambda: self._worker.run(
                lambda desk: desk.export_word(article_id, target),
                lambda _done: self._messages.say(
                    Tone.SUCCESS,
                    _(
                        "{path} is written. When it comes back from your colleague, take it in: you will see "
                        "what was changed."
                    ).format(path=target),
                ),
                self._editing.say,
            )
        )


def file_name(title: str) -> str:
    """Return what a file with the article of this title may be called, without its ending."""
    tidy = " ".join(_NOT_IN_NAMES.sub(" ", title).split())[:LONGEST_NAME].strip(". ")
    return tidy or _("Article")
