"""The parts of the window and where they stand: list, article, details and phone."""

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from editor_app.translation import _
from ui.archive_browser.archive_list import ArchiveList
from ui.checking.findings_panel import FindingsPanel
from ui.comments.comment_panel import CommentPanel
from ui.details.details_form import DetailsForm
from ui.editor.article_editor import ArticleEditor
from ui.editor.zoom import Zoom
from ui.messages import Messages
from ui.preview.phone_preview import PhonePreview
from ui.review.workflow_bar import WorkflowBar
from ui.sentence_page import SentencePage
from ui.widgets.tone import Tone

OUTER, INNER = "window/list_split", "window/parts_beside"
HIDDEN = "window/hidden/"
# They stand in one place: to show one is to hide the others.
SHARED = ("details", "comments", "findings")
LIST_WIDTH, EDITOR_WIDTH, DETAILS_WIDTH, PHONE_WIDTH = 260, 660, 264, 340


class Workplace(QWidget):
    """Puts the parts side by side and remembers how wide they are and which of them are hidden.

    `panel_shown` carries the name of a part and whether it is shown from now on; `focus_changed`
    whether focus mode is on, in which the article stands alone.
    """

    panel_shown = Signal(str, bool)
    focus_changed = Signal(bool)

    def __init__(
        self,
        editor: ArticleEditor,
        details: DetailsForm,
        preview: PhonePreview,
        archive: ArchiveList,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.zoom = Zoom(settings, self)
        self._is_focused = False
        self._sizes: tuple[list[int], list[int]] = ([], [])
        self.list = archive
        self.bar = WorkflowBar()
        self.messages = Messages()
        self.editor = editor
        self.details = details
        self.preview = preview
        self.comments = CommentPanel()
        self.findings = FindingsPanel()
        preview.reading.failed.connect(lambda words: self.messages.say(Tone.WARNING, words))
        self._empty = SentencePage(
            _("Nothing is open"), _("Choose an article in the list, or write a new one."), (), Tone.NEUTRAL
        )
        self._middle = QStackedWidget()
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._outer = QSplitter(Qt.Orientation.Horizontal)
        self._follow_zoom()
        self._lay_out()
        self._restore()
        self.show_article_parts(False)

    @property
    def panels(self) -> Mapping[str, QWidget]:
        """The parts that can be hidden, by the name that the settings keep."""
        return {
            "list": self.list,
            "comments": self.comments,
            "findings": self.findings,
            "details": self.details,
            "preview": self.preview,
        }

    def show_article_parts(self, shown: bool) -> None:
        """Show the article and its details, or the sentence that stands there while nothing is open."""
        self._middle.setCurrentWidget(self.editor if shown else self._empty)
        self._arrange_panels()
        self.bar.setVisible(shown)

    def make_read_only(self, reason: str) -> None:
        """Let all that would change the archive be read alone from now on, and say why."""
        self.editor.make_read_only()
        self.details.make_read_only(reason)
        self.findings.details.make_read_only()
        self.findings.dismissed.make_read_only()
        self.bar.make_read_only(reason)
        self.list.make_read_only(reason)

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide a part, and remember it."""
        if self.is_panel_shown(name) == shown:
            # An action that follows what is shown asks for that again.
            self.set_focus_mode(False)
            return
        told = {name: shown}
        if name in SHARED and shown:
            told |= {other: False for other in SHARED if other != name}
        elif name in SHARED and name != "details":
            # Whoever puts the comments or the findings away goes back to the details.
            told["details"] = True
        for other, is_shown in told.items():
            self._settings.setValue(HIDDEN + other, int(not is_shown))
        self.set_focus_mode(False)
        self._arrange_panels()
        for other, is_shown in told.items():
            self.panel_shown.emit(other, is_shown)

    def set_focus_mode(self, on: bool) -> None:
        """Let the article stand alone, or give the parts beside it back as they were."""
        if on == self._is_focused:
            return
        if on:
            self._sizes = self._outer.sizes(), self._inner.sizes()
        self._is_focused = on
        self._arrange_panels()
        if not on:
            self._outer.setSizes(self._sizes[0])
            self._inner.setSizes(self._sizes[1])
        self.editor.set_focus_mode(on)
        self.focus_changed.emit(on)

    def start_search(self) -> None:
        """Put the cursor into the search of the list, shown for it."""
        self.show_panel("list", True)
        self.list.search.setFocus()
        self.list.search.selectAll()

    def is_panel_shown(self, name: str) -> bool:
        """Tell whether the person wants to see a part; some stand only beside an open article."""
        return str(self._settings.value(HIDDEN + name, int(name in {"comments", "findings"}))) != "1"

    def save_sizes(self) -> None:
        """Remember how wide the parts are."""
        self.set_focus_mode(False)
        self._settings.setValue(OUTER, self._outer.saveState())
        self._settings.setValue(INNER, self._inner.saveState())

    def _arrange_panels(self) -> None:
        article_open = self._middle.currentWidget() is self.editor
        for name, panel in self.panels.items():
            wanted = self.is_panel_shown(name) and not self._is_focused
            panel.setVisible(wanted and (article_open or name not in SHARED))

    def _follow_zoom(self) -> None:
        for field in (self.editor.title, self.editor.lead, self.editor.body):
            self.zoom.watch(field)
        self.zoom.changed.connect(self.editor.show_zoomed)
        self.editor.foot.zoom_reset.connect(self.zoom.reset)
        self.editor.show_zoomed(self.zoom.percent)
        self.editor.foot.way_out_asked.connect(lambda: self.set_focus_mode(False))

    def _lay_out(self) -> None:
        self._middle.addWidget(self.editor)
        self._middle.addWidget(self._empty)
        for part in (self._middle, self.comments, self.findings, self.details, self.preview):
            self._inner.addWidget(part)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.messages)
        column.addWidget(self._inner, 1)
        self._outer.addWidget(self.list)
        self._outer.addWidget(right)
        # In a wider window the article gets most of the room, and the phone what it takes to be life-size.
        self._outer.setStretchFactor(1, 1)
        self._inner.setStretchFactor(0, 2)
        self._inner.setStretchFactor(4, 1)
        for splitter in (self._outer, self._inner):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for place in range(1, splitter.count()):
                splitter.handle(place).setAutoFillBackground(True)
                splitter.handle(place).setBackgroundRole(QPalette.ColorRole.Mid)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)

    def _restore(self) -> None:
        self._outer.setSizes([LIST_WIDTH, EDITOR_WIDTH + DETAILS_WIDTH + PHONE_WIDTH])
        self._inner.setSizes([EDITOR_WIDTH, *(DETAILS_WIDTH for _part in SHARED), PHONE_WIDTH])
        for key, splitter in ((OUTER, self._outer), (INNER, self._inner)):
            kept = self._settings.value(key)
            if isinstance(kept, QByteArray):
                splitter.restoreState(kept)
        for name, panel in self.panels.items():
            panel.setVisible(self.is_panel_shown(name))
