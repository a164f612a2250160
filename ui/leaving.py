"""Closing without losing a word: saved first, else to a file, else the window stays."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from editor_app.domain.article import Article
from editor_app.domain.codec import encode
from editor_app.domain.document import plain_text
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.editor.session import ArticleSession
from ui.widgets.explained import explained


class Leaving(QObject):
    """Saves what is open and then lets go of it; where that fails, asks what to do."""

    def __init__(
        self, session: ArticleSession, article: Callable[[], Article | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._article = article
        self._window = window
        self._reason = ""
        session.save_failed.connect(self._note_reason)

    def leave(self, then: Callable[[], Any]) -> None:
        """Call `then` once nothing can be lost any more; it is not called if somebody wants to stay."""
        self._reason = ""
        self._session.flush(then, lambda: self._ask(then))

    def _note_reason(self, error: EditorAppError) -> None:
        self._reason = explained(error)

    def _ask(self, then: Callable[[], Any]) -> None:
        article = self._article()
        if article is None:
            then()
            return
        box = QMessageBox(self._window)
        box.setObjectName("not_saved")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Not saved"))
        box.setText(_("Your last changes are not in the archive."))
        box.setInformativeText(self._reason or _("The article was changed in another window."))
        keep = box.addButton(_("Save the text to a file…"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
        copy = None
        if self._session.is_in_conflict:
            copy = box.addButton(_("Keep my text as a copy"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("Leave without them"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(copy or keep)
        box.setEscapeButton(stay)
        box.exec()
        if copy is not None and box.clickedButton() is copy:
            self._session.keep_mine_as_copy(then)
        elif box.clickedButton() is leave or (box.clickedButton() is keep and self._keep(article)):
            then()

    def _keep(self, article: Article) -> bool:
        """Write the article where the person says; False where they changed their mind or it failed."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window,
            _("Save the text to a file"),
            str(Path.home() / f"{article.title.strip().replace('/', '-') or 'text'}.txt"),
            ";;".join((_("Text (*.txt)"), _("Whole article (*.json)"))),
        )
        if not name:
            return False
        try:
            write_article(article, Path(name))
        except OSError as error:
            QMessageBox.warning(
                self._window,
                _("Not saved"),
                _("The file could not be written: {reason}").format(reason=error.strerror),
            )
            return False
        return True


def write_article(article: Article, path: Path) -> None:
    """Write the words of `article` to `path`, or all of it where the name ends in .json; raises OSError."""
    if path.suffix.lower() == ".json":
        path.write_bytes(encode(article))
        return
    parts = (article.title, article.lead, *(plain_text(block) for block in article.body.blocks))
    path.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")
