"""The open article goes into another content management system, as far as it is approved."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from editor_app.domain.errors import EditorAppError
from ui.desk_worker import DeskWorker
from ui.editing import Editing
from ui.editor.session import ArticleSession
from ui.settings.preferences import Preferences
from ui.widgets.alive import while_alive
from ui.widgets.dialogs import show_dialog

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.desk.handover_values import Kit

FOLDER = "handover/folder"
Shown = tuple["Kit", list[QImage]]


class HandingOver(QObject):
    """Opens the dialog over `window`, and notes in the log that something was taken from it."""

    def __init__(
        self,
        worker: DeskWorker,
        session: ArticleSession,
        editing: Editing,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._worker = worker
        self._session = session
        self._editing = editing
        self._preferences = preferences
        self._window = window

    def begin(self) -> None:
        """Show the fields of what is published of the open article, or approved."""
        current = self._session.current
        if current is None:
            return
        article_id = current.article.id
        # An approval given a moment ago is in it, whatever is still being saved.
        self._session.flush(
            lambda: self._worker.run(
                lambda desk: _with_thumbnails(desk, article_id), self._show, self._editing.say
            )
        )

    def _show(self, shown: Shown) -> None:
        # What copies and shows fields, and tells of them, is large.
        from ui.publish.handover_dialog import HandoverDialog

        kit, thumbnails = shown

        def save_images(
            folder: Path, done: Callable[[Path], Any], failed: Callable[[EditorAppError], Any]
        ) -> None:
            self._preferences.settings.setValue(FOLDER, str(folder))
            self._worker.run(lambda desk: desk.save_kit_images(kit, folder), done, failed)

        kept = Path(str(self._preferences.settings.value(FOLDER, "") or Path.home()))
        dialog = HandoverDialog(kit, thumbnails, save_images, kept, self._window)
        by = self._preferences.name
        dialog.taken.connect(
            lambda: self._worker.run(
                lambda desk: desk.note_handover(kit, by=by),
                failed=while_alive(dialog, dialog.show_error),
            )
        )
        show_dialog(dialog)


def _with_thumbnails(desk: "Desk", article_id: str) -> Shown:
    from ui.publish.handover_image import thumbnail

    kit = desk.kit(article_id)
    return kit, [thumbnail(image) for image in kit.images]
