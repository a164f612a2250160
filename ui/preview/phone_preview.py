"""The preview pane: a phone that shows the article as the public will see it."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings, Qt, QUrl, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor_app.domain.article import Article
from editor_app.domain.errors import EditorAppError
from editor_app.translation import _
from ui.preview.accessibility import Accessibility
from ui.preview.changes import Page
from ui.preview.phone_frame import BEZEL, PhoneFrame
from ui.preview.reading_aloud import ReadingAloud, load_speech
from ui.preview.trials import Trials, overflow_words
from ui.preview.width_choice import WIDTHS, WidthChoice
from ui.theme.spacing import M, S
from ui.widgets.explained import explained
from ui.widgets.icon_button import IconButton
from ui.widgets.labels import ElidedLabel, QuietLabel, SectionHeading
from ui.widgets.timers import once_after

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

    # The browser engine takes longer to load than the whole window: it comes after the first paint.
    from ui.preview.page_source import ImageLoader, SiteFiles
    from ui.preview.page_view import PageView

PAUSE_MS = 20
LONGEST_WAIT_MS = 90


class Renderer(Protocol):
    """What turns an article into the page that would be exported.

    It is made for one article, and lacks what that one came to show or lead to afterwards. Of one
    that was withdrawn it also has the page that readers find in its place.
    """

    def is_for(self, article: Article) -> bool: ...
    def lacks(self, article: Article) -> bool: ...
    def page(self, article: Article) -> Page: ...
    def withdrawn_page(self) -> Page | None: ...


class PhonePreview(QWidget):
    """Shows an article on a phone, and follows its editing.

    The browser engine starts once the pane has been painted for the first time; what is asked for
    before is shown then. `updated` comes when a change has reached the page, and `renderer_asked`
    with the article as it stands where the renderer is for another one, or lacks something of it.
    """

    updated = Signal()
    renderer_asked = Signal(object)

    def __init__(
        self,
        site_files: "SiteFiles",
        load_image: "ImageLoader",
        settings: QSettings,
        parent: QWidget | None = None,
        *,
        speech: "Callable[[], type[QTextToSpeech]]" = load_speech,
    ) -> None:
        super().__init__(parent)
        self._site_files = site_files
        self._load_image = load_image
        self._renderer: Renderer | None = None
        self._read: Callable[[], Article | None] | None = None
        self._view: PageView | None = None
        self._is_seen = False
        self._starting = once_after(0, self._start_engine, self)
        self._first_edit = 0.0
        self._timer = once_after(PAUSE_MS, self.refresh, self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._widths = WidthChoice(settings)
        self._frame = PhoneFrame()
        self.trials = Trials(self)
        self.trials.changed.connect(self._try_out)
        self.accessibility = Accessibility(self._make_view, self)
        self.trials.accessibility_asked.connect(self.accessibility.look)
        self._is_pointed = False
        self.reading = ReadingAloud(speech, self)
        self.reading.speaking.connect(self.trials.read_aloud.setChecked)
        self.trials.read_aloud.triggered.connect(self._read_aloud)
        self._tried = QuietLabel()
        self._tried.setObjectName("tried")
        self._tried.hide()
        self._link = ElidedLabel()
        self._empty = _screen_of_words(_("Choose an article to see it here."))
        self._trouble = _screen_of_words("")
        self._trouble.setObjectName("page_trouble")
        self._withdrawn: Page | None = None
        self.as_readers_see = QCheckBox(_("Show what readers see now"))
        self.as_readers_see.setObjectName("as_readers_see")
        self.as_readers_see.setToolTip(_("The article is withdrawn: its page tells readers so."))
        self.as_readers_see.hide()
        self.as_readers_see.toggled.connect(self.refresh)
        self._lay_out()

    @property
    def view(self) -> "PageView | None":
        """The browser engine's view, None until the pane was painted with an article to show."""
        return self._view

    @property
    def frame(self) -> PhoneFrame:
        return self._frame

    @property
    def widths(self) -> WidthChoice:
        return self._widths

    def set_renderer(self, renderer: Renderer) -> None:
        """Render with `renderer` from now on: another article is open, or the archive has changed."""
        self._renderer = renderer
        self._withdrawn = None
        try:
            self._withdrawn = renderer.withdrawn_page()
        except EditorAppError as error:
            self._tell_trouble(error)
            return
        self.refresh()

    def follow(self, read: Callable[[], Article | None]) -> None:
        """Show the article that `read` gives now and after each `note_edit`; None leaves the phone empty."""
        self._read = read
        self.refresh()

    def article(self) -> Article | None:
        """Return the article that is followed, as it stands."""
        return self._read() if self._read else None

    def note_edit(self) -> None:
        """Show the article soon: after a pause in the typing, and now and then while there is none."""
        self.point_at("")
        now = monotonic()
        if not self._timer.isActive():
            self._first_edit = now
        left = LONGEST_WAIT_MS - round((now - self._first_edit) * 1000)
        self._timer.start(max(0, min(PAUSE_MS, left)))

    def refresh(self) -> None:
        """Show the article as it is at this moment."""
        self._timer.stop()
        article = self.article()
        self.reading.keep_to(article)
        if self._view is None:
            # The engine takes its time: not before there is a page to show, nor where nobody sees it.
            if article is not None and self._is_seen:
                self._starting.start()
            return
        if article is None:
            self.accessibility.forget()
            self._offer(None)
            self._frame.set_screen(self._empty)
            return
        if self._renderer is None or self._renderer.lacks(article):
            self.renderer_asked.emit(article)
        # What was shown stays for the moment that it takes: nothing blinks.
        if self._renderer is None or not self._renderer.is_for(article):
            self._offer(None)
            return
        self._offer(self._withdrawn)
        shown = self._withdrawn if self.as_readers_see.isChecked() else None
        try:
            page = shown or self._renderer.page(article)
        except EditorAppError as error:
            self._tell_trouble(error)
            return
        if self._view.isHidden():
            self._frame.set_screen(self._view)
        self._view.show_page(page)
        self.accessibility.note(article, page)

    def _tell_trouble(self, error: EditorAppError) -> None:
        """Say on the phone why there is no page, as where a template of the newsroom's own is broken."""
        self.accessibility.forget()
        self._trouble.setText(explained(error))
        self._frame.set_screen(self._trouble)

    def point_at(self, target: str) -> None:
        """Outline what the selector `target` selects in the page; nothing where that is empty."""
        if self._view is not None and (target or self._is_pointed):
            self._is_pointed = bool(target)
            self._view.point_at(target)

    def read_anew(self) -> None:
        """Show the page in the look that the site has now."""
        if self._view is not None:
            self._view.read_anew()

    def _offer(self, withdrawn: Page | None) -> None:
        """Let the page that readers see be chosen where there is one; what was chosen ends with it."""
        self.as_readers_see.setVisible(withdrawn is not None)
        if withdrawn is None:
            self.as_readers_see.blockSignals(True)
            self.as_readers_see.setChecked(False)
            self.as_readers_see.blockSignals(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_seen:
            self._is_seen = True
            self.refresh()

    def _read_aloud(self, on: bool) -> None:
        if on:
            self.reading.read(self.article())
        else:
            self.reading.stop()

    def _make_view(self, parent: QWidget) -> "PageView":
        from ui.preview.page_view import PageView

        return PageView(self._site_files, self._load_image, parent)

    def _start_engine(self) -> None:
        self._view = self._make_view(self._frame)
        self._view.hide()
        self._view.setAccessibleName(_("The article on a phone"))
        self._view.shown.connect(self._try_out_shown)
        self._view.shown.connect(self.updated)
        self._view.tried.connect(self._tell_tried)
        self._view.link_followed.connect(self._tell_where)
        self._view.link_touched.connect(self._link.set_text)
        self._fit()
        self.refresh()

    def _lay_out(self) -> None:
        self.setMinimumWidth(260)
        self.setMaximumWidth(max(WIDTHS) + 2 * (BEZEL + M))
        self._frame.set_screen(self._empty)
        self._widths.chosen.connect(self._fit)
        self._frame.resized.connect(self._fit)
        self._link.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        top = QHBoxLayout()
        top.addWidget(SectionHeading(_("On a phone")), 1)
        top.addWidget(self._trial_button())
        top.addWidget(self._widths)
        column = QVBoxLayout(self)
        column.setContentsMargins(M, S, M, S)
        column.setSpacing(S)
        column.addLayout(top)
        column.addWidget(self.as_readers_see)
        column.addWidget(self._frame, 1)
        column.addWidget(self._tried)
        column.addWidget(self._link)

    def _trial_button(self) -> IconButton:
        button = IconButton("eye", self.trials.menu.title(), object_name="try_out")
        button.setMenu(self.trials.menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _try_out(self) -> None:
        if self._view is not None:
            self._view.try_out(self.trials.names())

    def _try_out_shown(self) -> None:
        # A page that was read anew, or patched, is as readers see it by itself.
        if self.trials.names():
            self._try_out()

    def _tell_tried(self, outlined: int) -> None:
        self._tried.setVisible("overflow" in self.trials.names())
        self._tried.setText(overflow_words(outlined))

    def _fit(self) -> None:
        self._frame.set_width_in_points(self._widths.width_in_points())
        if self._view is not None:
            self._view.setZoomFactor(self._frame.scale)

    def _tell_where(self, url: QUrl) -> None:
        shown = url.toDisplayString()
        self._link.set_text(_("The link leads to {address}").format(address=shown))


def _screen_of_words(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setMargin(M)
    label.setAutoFillBackground(True)
    label.setBackgroundRole(QPalette.ColorRole.Base)
    return label
