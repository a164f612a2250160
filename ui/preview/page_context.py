"""What the page of the open article takes from the archive, fetched when it takes something else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from editor_app.domain.page_needs import PageNeeds, page_needs
from ui.desk_worker import DeskWorker

if TYPE_CHECKING:
    from editor_app.desk.preview import PreviewContext


class PageContext(QObject):
    """Asks the desk for what the preview needs; `renderer_changed` carries a PreviewRenderer."""

    renderer_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._article: Article | None = None
        self._asked: PageNeeds | None = None

    def provide(self, article: Article) -> None:
        """Fetch what the page of `article` needs, unless that has been asked for already."""
        needs = page_needs(article)
        if self._asked is None or not self._asked.hold(needs):
            self._article, self._asked = article, needs
            self._fetch(article)

    def refresh(self) -> None:
        """Fetch it anew: cards, images, the site or what is published have changed."""
        if self._article is not None:
            self._fetch(self._article)

    def _fetch(self, article: Article) -> None:
        self._worker.run(lambda desk: desk.preview_context(article), self._take, self.failed.emit)

    def _take(self, context: "PreviewContext") -> None:
        # The worker has loaded the renderer by now; before the first paint nobody needs it.
        from editor_app.desk.preview import PreviewRenderer

        if context.needs != self._asked:
            return
        try:
            renderer = PreviewRenderer(context)
        except EditorAppError as error:
            # The folder of the newsroom's own templates is gone.
            self.failed.emit(error)
        else:
            self.renderer_changed.emit(renderer)
