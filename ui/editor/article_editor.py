"""Title, lead and body of an article, set as they will be read, with a quiet toolbar."""

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QKeyEvent, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolBar, QToolButton, QVBoxLayout, QWidget

from editor_app.domain.article import Article
from editor_app.domain.article_query import Term
from editor_app.domain.document import Figure
from editor_app.domain.languages import direction
from editor_app.translation import _
from ui.editor.article_search import ArticleSearch
from ui.editor.block_drag import BlockDrag
from ui.editor.body_editor import BodyEditor
from ui.editor.column import column_margin
from ui.editor.corrections import Corrections
from ui.editor.find_bar import FindBar
from ui.editor.foot import Foot
from ui.editor.format_actions import KINDS, FormatActions
from ui.editor.hover_hints import HoverHints
from ui.editor.insertions import Insertions
from ui.editor.language_menu import LanguageMenu
from ui.editor.length_count import LengthCount
from ui.editor.line_field import LineField
from ui.editor.link_following import LinkFollowing
from ui.editor.looked_for import LookedFor
from ui.editor.marks import language_of
from ui.editor.object_words import ObjectWords
from ui.editor.passage_focus import PassageFocus
from ui.editor.typed_keys import TypedKeys
from ui.pickers.image_source import ImageSource
from ui.pickers.title_source import NO_ARTICLES, TitleSource
from ui.theme.font_sizes import resized
from ui.theme.icons import icon
from ui.theme.spacing import XL, XS, L, S
from ui.widgets.icon_button import IconButton

TITLE_SIZE, LEAD_SIZE, BODY_SIZE = 1.9, 1.2, 1.1
ICON_SIZE = 18


class ArticleEditor(QWidget):
    """Edits the title, the lead and the body; `edited` comes with what a person changes.

    `notice` carries a sentence on why something was not done. `language_changed` comes where the words
    that are not marked with another language are in another one.
    """

    edited = Signal()
    notice = Signal(str)
    language_changed = Signal()

    def __init__(
        self, images: ImageSource, articles: TitleSource = NO_ARTICLES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._language = ""
        self._make_fields()
        self._corrections = self._make_corrections()
        self.setFocusProxy(self.title)
        self._field: LineField | BodyEditor = self.body
        ObjectWords(self.body)
        BlockDrag(self.body)
        self.insertions = Insertions(self.body, images, articles, self)
        self.insertions.notice.connect(self.notice)
        self.links = LinkFollowing(self.body, self.insertions)
        self.links.notice.connect(self.notice)
        HoverHints(self.body, articles)
        self.formats = FormatActions(self.body, self.insertions, self)
        self.languages = LanguageMenu(self.body, self)
        self.languages.notice.connect(self.notice)
        self._undo = self._step_action("undo", _("Undo"), "arrow-back-up", QKeySequence.StandardKey.Undo)
        self._undo.triggered.connect(self._undo_in_field)
        self._redo = self._step_action("redo", _("Redo"), "arrow-forward-up", QKeySequence.StandardKey.Redo)
        self._redo.triggered.connect(self._redo_in_field)
        fields = (self.title, self.lead, self.body)
        self._passage = PassageFocus(fields, self)
        self.find_bar = FindBar(ArticleSearch(fields, self))
        self._looked_for = LookedFor(fields, self)
        self.foot = Foot()
        self.comments_button = IconButton("message", _("Comments"), object_name="comments_button")
        self.comments_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._length = LengthCount(fields, lambda: self._field, self.foot, self)
        self._lay_out()
        self._connect()
        self._length.count()
        self._follow_kind()
        self._follow_steps()

    def show_article(self, article: Article) -> None:
        """Show `article` with an empty undo history, without telling anybody."""
        self.insertions.forget_article()
        self._looked_for.clear()
        self.set_language(article.language)
        self.title.show_words(article.title)
        self.lead.show_words(article.lead)
        self.body.set_body(article.body)
        self._length.count()
        self._follow_kind()
        self._follow_steps()

    def make_read_only(self) -> None:
        """Let the words be read, marked, with keys too, and copied, and no more, from now on."""
        for field in (self.title, self.lead, self.body):
            field.setReadOnly(True)
            flags = Qt.TextInteractionFlag
            field.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self._enter(self._field)

    def mark_words(self, terms: Iterable[Term]) -> None:
        """Mark the words that the archive was searched for, until Escape or another article."""
        self._looked_for.mark(terms)

    def apply_to(self, article: Article) -> Article:
        """Return `article` with the title, lead and body that are in the editor now."""
        return msgspec.structs.replace(
            article, title=self.title.words(), lead=self.lead.words(), body=self.body.body()
        )

    def set_language(self, tag: str) -> None:
        """Take the words that are not marked with another language to be in that of `tag`."""
        if tag == self._language:
            return
        self._language = tag
        ways = Qt.LayoutDirection
        for field in (self.title, self.lead, self.body):
            field.set_direction(ways.RightToLeft if direction(tag) == "rtl" else ways.LayoutDirectionAuto)
        self.language_changed.emit()

    def language(self) -> str:
        """Return the tag of the language that the words are in which are not marked with another."""
        return self._language

    def correct_typing(self, enabled: bool) -> None:
        """Put quotation marks and dashes right while they are typed, or leave them."""
        for corrections in self._corrections:
            corrections.enabled = enabled

    def menu_lines(self) -> tuple[Sequence[QAction | None], Sequence[QAction | None]]:
        """Return the actions for the menus Format and Insert, None being a separator."""
        get = self.formats.in_order
        kinds = get("paragraph", "heading_2", "heading_3", "heading_4")
        lists = get("quote", "bulleted", "numbered")
        moves = [self.languages.menuAction(), None, *get("move_up", "move_down")]
        formats = [*get("strong", "emphasis"), None, *kinds, None, *lists, None, *moves]
        boxes = get("fact_box", "leave_box", "remove_box")
        return formats, [*get("link", "unlink", "figure", "table"), None, *boxes]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif event.key() == Qt.Key.Key_Escape and self._looked_for.is_marking:
            self._looked_for.clear()
        elif event.key() == Qt.Key.Key_Escape and self.foot.way_out.isVisible():
            self.foot.way_out.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def set_focus_mode(self, on: bool) -> None:
        """Dim all but the passage that is being written, and say the way out; or end that."""
        self._passage.set_on(on)
        self.foot.way_out.setVisible(on)

    def show_zoomed(self, percent: int) -> None:
        """Show title, lead and body in `percent` of their usual size, which is no edit."""
        scale = percent / 100
        self.title.set_size(TITLE_SIZE * scale)
        self.lead.set_size(LEAD_SIZE * scale)
        self.body.show_scaled(resized(self.font(), BODY_SIZE * scale), scale)
        self.foot.show_zoom(percent)
        self._fit_head()

    def _fit_head(self) -> None:
        # The fields have a small margin of their own inside.
        side = column_margin(self.width(), self.body.scale) + XL - XS
        self._head.setContentsMargins(side, L, side, 0)

    def _make_fields(self) -> None:
        self.title = LineField(_("Title"), _("Title"), TITLE_SIZE, QFont.Weight.Bold)
        self.title.setObjectName("title")
        self.lead = LineField(
            _("Lead"), _("Lead: what has happened, in a sentence or two"), LEAD_SIZE, QFont.Weight.DemiBold
        )
        self.lead.setObjectName("lead")
        self.body = BodyEditor()
        self.body.setFont(resized(self.body.font(), BODY_SIZE))

    def _make_corrections(self) -> list[Corrections]:
        made = []
        for field in (self.title, self.lead, self.body):
            corrections = Corrections(
                field, lambda cursor: language_of(cursor.charFormat()) or self._language
            )
            field.typed.connect(corrections.follow)
            made.append(corrections)
            TypedKeys(field)
        return made

    def _step_action(self, name: str, text: str, icon_name: str, keys: QKeySequence.StandardKey) -> QAction:
        # The keys themselves go to the field that has the focus.
        action = QAction(icon(icon_name), text, self)
        action.setObjectName(name)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})")
        return action

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(S)
        self._head.addWidget(self.title)
        self._head.addWidget(self.lead)
        top = QHBoxLayout()
        top.setContentsMargins(XS, XS, XS, XS)
        top.setSpacing(0)
        top.addWidget(self._make_toolbar(), 1)
        top.addWidget(self.comments_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._head)
        column.addWidget(self.body, 1)
        column.addWidget(self.find_bar)
        column.addWidget(self.foot)

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(_("Format"))
        bar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._kinds = QComboBox()
        self._kinds.setObjectName("kind_of_block")
        self._kinds.setAccessibleName(_("Kind of block"))
        for name in KINDS:
            self._kinds.addItem(self.formats[name].text(), name)
        self._kinds.activated.connect(self._choose_kind)
        # What is used most comes first: the last ones go where there is no room.
        bar.addActions([self._undo, self._redo])
        bar.addWidget(self._kinds)
        bar.addActions(self.formats.in_order("strong", "emphasis", "link"))
        for names in (("bulleted", "numbered", "quote"), ("table", "figure", "fact_box")):
            bar.addSeparator()
            bar.addActions(self.formats.in_order(*names))
        # Qt's own arrows for what does not fit cannot be seen on a dark ground.
        for more in bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
            more.setIcon(icon("chevrons-right"))
            more.setToolTip(_("More"))
            more.setAccessibleName(_("More"))
        return bar

    def _connect(self) -> None:
        for field in (self.title, self.lead, self.body):
            field.edited.connect(self.edited)
            field.entered.connect(partial(self._enter, field))
            field.document().undoAvailable.connect(self._follow_steps)
            field.document().redoAvailable.connect(self._follow_steps)
        self.title.finished.connect(self.lead.setFocus)
        self.lead.finished.connect(self.body.setFocus)
        self.body.notice.connect(self.notice)
        self.body.cursorPositionChanged.connect(self._follow_kind)
        self.body.document().contentsChanged.connect(self._follow_kind)

    def _enter(self, field: LineField | BodyEditor) -> None:
        self._field = field
        has_format = field is self.body and not field.isReadOnly()
        self.formats.set_enabled(has_format)
        self._kinds.setEnabled(has_format)
        self.languages.menuAction().setEnabled(has_format)
        self._follow_steps()

    def _undo_in_field(self) -> None:
        self._field.undo()

    def _redo_in_field(self) -> None:
        self._field.redo()

    def _follow_steps(self) -> None:
        document = self._field.document()
        self._undo.setEnabled(document.isUndoAvailable())
        self._redo.setEnabled(document.isRedoAvailable())

    def _follow_kind(self) -> None:
        self._kinds.setPlaceholderText(self._other_kind())
        self._kinds.setCurrentIndex(self._kinds.findData(self.formats.current_kind()))

    def _other_kind(self) -> str:
        """Return what the current block is, where it is none of KINDS."""
        found = self.body.current_object()
        if found is None:
            return _("Fact box title")
        return _("Image") if isinstance(found, Figure) else _("Table")

    def _choose_kind(self, row: int) -> None:
        if self._kinds.itemData(row) != self.formats.current_kind():
            self.formats[self._kinds.itemData(row)].trigger()
        self.body.setFocus()
