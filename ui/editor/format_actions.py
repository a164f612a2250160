"""The actions on the body, once each: for the toolbar, the menus and the keyboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from editor_app.domain.document import Emphasis, Heading, ListItem, Mark, Paragraph, Quote, Strong
from editor_app.translation import _
from ui.editor.block_shapes import BlockShape, shape_of
from ui.editor.blocks import is_object, selected_blocks
from ui.editor.body_editor import BodyEditor
from ui.editor.commands import (
    has_mark,
    remove_link,
    set_kind,
    toggle_kind,
    toggle_mark,
)
from ui.editor.fact_boxes import (
    insert_fact_box,
    is_in_fact_box,
    leave_fact_box,
    remove_fact_box,
    take_out_of_fact_box,
)
from ui.editor.insertions import Insertions
from ui.editor.moving import move_blocks
from ui.theme.icons import icon

KINDS: Mapping[str, BlockShape] = {
    "paragraph": BlockShape(Paragraph),
    "heading_2": BlockShape(Heading, level=2),
    "heading_3": BlockShape(Heading, level=3),
    "heading_4": BlockShape(Heading, level=4),
    "quote": BlockShape(Quote),
    "bulleted": BlockShape(ListItem, level=1),
    "numbered": BlockShape(ListItem, level=1, ordered=True),
}
_TOGGLED = ("quote", "bulleted", "numbered")
_MARKS: Mapping[str, Mark] = {"strong": Strong(), "emphasis": Emphasis()}


@dataclass(frozen=True)
class _Spec:
    name: str
    text: str
    icon: str
    keys: str
    more_keys: str = ""
    checkable: bool = True


def _specs() -> Sequence[_Spec]:
    return (
        _Spec("paragraph", _("Paragraph"), "pilcrow", "Ctrl+0", "Ctrl+Alt+0"),
        _Spec("heading_2", _("Heading 2"), "h-2", "Ctrl+2", "Ctrl+Alt+2"),
        _Spec("heading_3", _("Heading 3"), "h-3", "Ctrl+3", "Ctrl+Alt+3"),
        _Spec("heading_4", _("Heading 4"), "h-4", "Ctrl+4", "Ctrl+Alt+4"),
        _Spec("quote", _("Quote"), "quote", "Ctrl+Shift+9"),
        _Spec("bulleted", _("Bulleted list"), "list", "Ctrl+Shift+8"),
        _Spec("numbered", _("Numbered list"), "list-numbers", "Ctrl+Shift+7"),
        _Spec("strong", _("Bold"), "bold", "Ctrl+B"),
        _Spec("emphasis", _("Italic"), "italic", "Ctrl+I"),
        _Spec("link", _("Link…"), "link", "Ctrl+K"),
        _Spec("unlink", _("Remove link"), "unlink", "Ctrl+Shift+K", checkable=False),
        _Spec("fact_box", _("Fact box"), "info-square", "Ctrl+Shift+B"),
        _Spec("leave_box", _("Leave the fact box"), "square-arrow-down", "Alt+Return", checkable=False),
        _Spec(
            "remove_box",
            _("Remove the fact box, keep the text"),
            "square-x",
            "Alt+Shift+Return",
            checkable=False,
        ),
        _Spec("figure", _("Image…"), "photo", "Ctrl+Shift+I", checkable=False),
        _Spec("table", _("Table…"), "table", "Ctrl+Shift+T", checkable=False),
        _Spec("move_up", _("Move up"), "arrow-up", "Alt+Up", checkable=False),
        _Spec("move_down", _("Move down"), "arrow-down", "Alt+Down", checkable=False),
    )


class FormatActions(QObject):
    """Makes the actions and keeps their marks of state up with the cursor in `body`."""

    def __init__(self, body: BodyEditor, insertions: Insertions, parent: QWidget) -> None:
        super().__init__(parent)
        self._body = body
        self._actions = {spec.name: self._make(spec, parent) for spec in _specs()}
        for name in KINDS:
            self[name].triggered.connect(lambda _checked, name=name: self._set_kind(name))
        for name, mark in _MARKS.items():
            self[name].triggered.connect(lambda _checked, mark=mark: self._toggle_mark(mark))
        # The press has turned the mark of state over before anything is linked.
        self["link"].triggered.connect(self.follow_cursor)
        self["link"].triggered.connect(insertions.ask_link)
        self["unlink"].triggered.connect(lambda: body.run(remove_link))
        self["figure"].triggered.connect(insertions.ask_figure)
        self["table"].triggered.connect(insertions.ask_table)
        for name, steps in (("move_up", -1), ("move_down", 1)):
            self[name].triggered.connect(lambda _checked, steps=steps: self._move(steps))
        self["fact_box"].triggered.connect(self._toggle_fact_box)
        self["leave_box"].triggered.connect(lambda: body.run(leave_fact_box))
        self["remove_box"].triggered.connect(lambda: body.run(remove_fact_box))
        body.menu_asked.connect(self._add_to_menu)
        body.cursorPositionChanged.connect(self.follow_cursor)
        body.currentCharFormatChanged.connect(self.follow_cursor)
        body.document().contentsChanged.connect(self.follow_cursor)
        self.follow_cursor()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def in_order(self, *names: str) -> list[QAction]:
        """Return the actions of `names`."""
        return [self[name] for name in names]

    def set_enabled(self, enabled: bool) -> None:
        """Let the actions be used, or not: titles and leads have no format."""
        for action in self._actions.values():
            action.setEnabled(enabled)
        self._follow_boxes(self._body.textCursor())

    def current_kind(self) -> str:
        """Return which of KINDS the cursor's block is, empty for another kind."""
        shape = shape_of(self._body.textCursor().block())
        for name, kind in KINDS.items():
            is_heading = kind.kind is Heading
            if (kind.kind, kind.ordered) == (shape.kind, shape.ordered) and (
                not is_heading or kind.level == shape.level
            ):
                return name
        return ""

    def follow_cursor(self) -> None:
        """Mark what holds where the cursor is."""
        cursor = self._body.textCursor()
        current = self.current_kind()
        for name in KINDS:
            self[name].setChecked(name == current)
        for name, mark in _MARKS.items():
            self[name].setChecked(has_mark(cursor, type(mark)))
        self["link"].setChecked(self._body.current_link() is not None)
        self._follow_boxes(cursor)

    def _follow_boxes(self, cursor: QTextCursor) -> None:
        inside = is_in_fact_box(cursor)
        self["fact_box"].setChecked(inside)
        wraps = cursor.hasSelection() and not inside
        self["fact_box"].setText(_("Wrap in a fact box") if wraps else _("Fact box"))
        for action in self.in_order("leave_box", "remove_box"):
            action.setEnabled(inside and self["fact_box"].isEnabled())

    def _add_to_menu(self, menu: QMenu) -> None:
        cursor = self._body.textCursor()
        if is_in_fact_box(cursor):
            menu.addSeparator()
            menu.addActions(self.in_order("leave_box", "remove_box"))
        elif cursor.hasSelection():
            menu.addSeparator()
            menu.addAction(self["fact_box"])

    def _make(self, spec: _Spec, parent: QWidget) -> QAction:
        action = QAction(icon(spec.icon), spec.text, parent)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        keys = QKeySequence(spec.keys)
        # Menus show the first. TypedKeys lets AltGr type what Windows takes for the others.
        action.setShortcuts([keys, *([QKeySequence(spec.more_keys)] if spec.more_keys else [])])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        name = spec.text.rstrip("…")
        action.setToolTip(f"{name} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
        parent.addAction(action)
        return action

    def _set_kind(self, name: str) -> None:
        command = toggle_kind if name in _TOGGLED else set_kind
        self._body.run(lambda cursor: command(cursor, KINDS[name]))
        self.follow_cursor()

    def _toggle_mark(self, mark: Mark) -> None:
        change = toggle_mark(self._body.textCursor(), mark)
        if not self._body.textCursor().hasSelection():
            self._body.mergeCurrentCharFormat(change)
        self.follow_cursor()

    def _move(self, steps: int) -> None:
        self._body.run(lambda cursor: move_blocks(cursor, steps))

    def _toggle_fact_box(self) -> None:
        cursor = self._body.textCursor()
        inside = is_in_fact_box(cursor)
        has_objects = cursor.hasSelection() and any(map(is_object, selected_blocks(cursor)))
        if has_objects and not inside:
            self._body.notice.emit(_("A fact box cannot hold images or tables. They stay outside of it."))
        self._body.run(take_out_of_fact_box if inside else insert_fact_box)
        self.follow_cursor()
