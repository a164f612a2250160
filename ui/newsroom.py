"""What the window knows of the archive, fetched by the worker: the list, the cards and the site."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from editor_app.desk.values import ArticleSummary
from editor_app.domain.article import Category, Contact
from editor_app.domain.site_profile import SiteProfile
from ui.desk_worker import DeskWorker, Failed
from ui.pickers.image_source import ImageSource, as_png, decoded
from ui.widgets.timers import once_after

if TYPE_CHECKING:
    from editor_app.desk.desk import Desk
    from editor_app.desk.preview import PreviewContext

# Autosaves come often; the list need not run after each of them.
LIST_PAUSE_MS = 200
# Enough pixels of an image for the window, on a sharp screen too.
EDITOR_WIDTH, SMALL_WIDTH = 1280, 320


class Newsroom(QObject):
    """Asks the desk again when something has changed and tells the views what it said.

    `choices_changed` carries the categories, the contacts and the summaries, `renderer_changed` a
    PreviewRenderer.
    """

    opened = Signal()
    not_opened = Signal(object)
    summaries_changed = Signal(object)
    choices_changed = Signal(object, object, object)
    renderer_changed = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: DeskWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._summaries: tuple[ArticleSummary, ...] = ()
        self._context: PreviewContext | None = None
        self._list_timer = once_after(LIST_PAUSE_MS, self.refresh_list, self)

    @property
    def summaries(self) -> tuple[ArticleSummary, ...]:
        """The articles, the newest edit first."""
        return self._summaries

    @property
    def profile(self) -> SiteProfile:
        """What the site says of its publisher."""
        return SiteProfile() if self._context is None else self._context.profile

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts, by name."""
        return () if self._context is None else self._context.contacts

    @property
    def images(self) -> ImageSource:
        """Where the editor and the forms get images from."""
        return ImageSource(
            add_file=lambda path, done, failed: self._worker.run(
                lambda desk: desk.add_image_file(path), self._then_refresh(done), failed
            ),
            stored=lambda done, failed: self._worker.run(lambda desk: desk.images(), done, failed),
            load=lambda image_id, done, failed: self._worker.run(
                lambda desk: decoded(desk.shown_image(image_id, EDITOR_WIDTH)), done, failed
            ),
            add_data=lambda data, name, done, failed: self._worker.run(
                lambda desk: desk.add_image(data, name=name), self._then_refresh(done), failed
            ),
            add_picture=lambda picture, name, done, failed: self._worker.run(
                lambda desk: desk.add_image(as_png(picture), name=name), self._then_refresh(done), failed
            ),
            load_small=lambda image_id, done, failed: self._worker.run(
                lambda desk: decoded(desk.shown_image(image_id, SMALL_WIDTH)), done, failed
            ),
            describe=lambda image_id, details, done, failed: self._worker.run(
                lambda desk: desk.describe_image(image_id, details), done, failed
            ),
            uses=lambda image_id, done, failed: self._worker.run(
                lambda desk: desk.image_uses(image_id), done, failed
            ),
        )

    def open(self) -> None:
        """Open the archive and fetch everything; ends in `opened` or in `not_opened` with the error."""
        self._fetch_all(self.opened.emit, self.not_opened.emit)

    def refresh_list_soon(self) -> None:
        """Fetch the list once the archive has been left alone for a moment."""
        self._list_timer.start()

    def refresh_list(self) -> None:
        """Fetch the list of articles."""
        self._list_timer.stop()
        self._worker.run(lambda desk: desk.articles(), self._take_summaries, self.failed.emit)

    def refresh_context(self) -> None:
        """Fetch what pages take besides their article: cards, images, the site, what is published."""
        self._worker.run(lambda desk: desk.preview_context(), self._take_context, self.failed.emit)

    def refresh(self) -> None:
        """Fetch everything."""
        self._fetch_all(lambda: None, self.failed.emit)

    def refresh_before(self, then: Callable[[], Any]) -> None:
        """Fetch everything, and call `then` once the views know it."""
        self._fetch_all(then, self.failed.emit)

    def load_page_image(self, path: str, done: Callable[[bytes], Any], failed: Failed) -> None:
        """Give `done` the bytes of the WebP that is at `path` on the site."""
        # The browser engine may still ask while the window goes.
        if not self._worker.is_closed:
            self._worker.run(lambda desk: desk.page_image(path), done, failed)

    def make_images_ready(self, article_id: str) -> None:
        """Let the worker make what pages show of an article's images, before an export asks for it."""
        self._worker.run(lambda desk: desk.make_images_ready(article_id), None, self.failed.emit)

    def add_category(self, name: str, done: Callable[[Category], Any], failed: Failed) -> None:
        """Make a category; `done` gets it."""
        self._worker.run(lambda desk: desk.add_category(name), done, failed)

    def save_contact(self, contact: Contact, done: Callable[[Contact], Any], failed: Failed) -> None:
        """Store a contact; `done` gets it as it was stored."""
        self._worker.run(lambda desk: desk.save_contact(contact), done, failed)

    def save_profile(self, profile: SiteProfile) -> None:
        """Store what the site says of its publisher."""
        self._worker.run(lambda desk: desk.save_site_profile(profile), self._then_refresh(), self.failed.emit)

    def _then_refresh(self, done: Callable[[Any], Any] | None = None) -> Callable[[Any], None]:
        def both(result: Any) -> None:
            # The page shows it at once only if the renderer knows of it before.
            self.refresh_context()
            if done is not None:
                done(result)

        return both

    def _fetch_all(self, then: Callable[[], Any], failed: Failed) -> None:
        def take(fetched: "tuple[tuple[ArticleSummary, ...], PreviewContext]") -> None:
            summaries, context = fetched
            self._take_context(context)
            self._take_summaries(summaries)
            then()

        self._worker.run(_everything, take, failed)

    def _take_summaries(self, summaries: tuple[ArticleSummary, ...]) -> None:
        self._summaries = summaries
        self.summaries_changed.emit(summaries)
        self._tell_choices()

    def _take_context(self, context: "PreviewContext") -> None:
        # The worker has loaded the renderer by now; before the first paint nobody needs it.
        from editor_app.desk.preview import PreviewRenderer

        self._context = context
        self._tell_choices()
        self.renderer_changed.emit(PreviewRenderer(context))

    def _tell_choices(self) -> None:
        if self._context is not None:
            self.choices_changed.emit(self._context.categories, self._context.contacts, self._summaries)


def _everything(desk: "Desk") -> "tuple[tuple[ArticleSummary, ...], PreviewContext]":
    return desk.articles(), desk.preview_context()
