"""Marks in the text where somebody commented on it: seen, clicked on, never part of the article."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor

from editor_app.desk.values import PlacedComment
from editor_app.domain.comment import Passage
from ui.editor.comment_places import CommentPlaces, Field
from ui.theme.palette import colours

LAYER, CURRENT_LAYER = "comments", "current_comment"


@dataclass(frozen=True)
class CommentMark:
    """An open comment in a field: `cursor` selects its passage, whatever is typed around it."""

    comment_id: str
    field: Field
    cursor: QTextCursor
    words: str


class CommentMarks(QObject):
    """Marks the passages of open comments; `clicked` carries the id of the comment that was clicked on."""

    clicked = Signal(str)

    def __init__(self, places: CommentPlaces, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._marks: list[CommentMark] = []
        self._is_one_missed = False
        self._current = ""
        for field in places.fields:
            field.installEventFilter(self)
            field.viewport().installEventFilter(self)

    def show(self, placed: Sequence[PlacedComment]) -> None:
        """Mark the passages of those that are open, in place of what was marked."""
        wanted = [one for one in placed if one.comment.is_open and one.place is not None]
        texts = self._places.texts() if wanted else {}
        self._marks = []
        for one in wanted:
            found = self._places.cursor_at(one.place, texts) if one.place is not None else None
            if found is not None:
                field, cursor = found
                self._marks.append(CommentMark(one.comment.id, field, cursor, cursor.selectedText()))
        self._is_one_missed = len(self._marks) < len(wanted)
        self._draw()

    def are_stale(self) -> bool:
        """Tell whether the words of a passage were changed since they were looked up in what is saved."""
        return self._is_one_missed or any(mark.cursor.selectedText() != mark.words for mark in self._marks)

    def choose(self, comment_id: str) -> None:
        """Mark one comment as the one that is looked at."""
        if comment_id != self._current:
            self._current = comment_id
            self._draw()

    def go_to(self, comment_id: str) -> bool:
        """Put the cursor to where a comment is about, in sight; tell whether it has such a place."""
        for mark in self._marks:
            if mark.comment_id == comment_id:
                cursor = QTextCursor(mark.cursor)
                cursor.setPosition(mark.cursor.selectionStart())
                mark.field.setTextCursor(cursor)
                mark.field.ensureCursorVisible()
                mark.field.setFocus()
                return True
        return False

    def in_order(self) -> list[str]:
        """Return the ids of the comments that are marked, as the text is read now."""
        return [mark.comment_id for mark in sorted(self._marks, key=self._place)]

    def beside_cursor(self, step: int) -> str:
        """Return the comment after the cursor (`step` 1), or before it (-1); empty where none is there."""
        here = self._here()
        marks = sorted(self._marks, key=self._place)[::step]
        beyond = (
            mark for mark in marks if (self._place(mark) > here if step > 0 else self._place(mark) < here)
        )
        return next((mark.comment_id for mark in beyond), "")

    def selected(self) -> Passage | None:
        """Return the passage that is selected, in the field with the focus where one has it, or None."""
        selecting = (field for field in self._places.fields if field.textCursor().hasSelection())
        field = self._focused() or next(selecting, None)
        return None if field is None else self._places.passage_at(field, field.textCursor())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        elif event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            for field in self._places.fields:
                if watched is field.viewport():
                    self._follow_click(field, event)
        return False

    def _follow_click(self, field: Field, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or field.textCursor().hasSelection():
            return
        place = field.cursorForPosition(event.position().toPoint()).position()
        for mark in self._marks:
            if mark.field is field and mark.cursor.selectionStart() <= place <= mark.cursor.selectionEnd():
                self.clicked.emit(mark.comment_id)
                return

    def _focused(self) -> Field | None:
        return next((field for field in self._places.fields if field.hasFocus()), None)

    def _here(self) -> tuple[int, int]:
        field = self._focused()
        if field is None:
            return -1, -1
        return self._places.fields.index(field), field.textCursor().position()

    def _place(self, mark: CommentMark) -> tuple[int, int]:
        return self._places.fields.index(mark.field), mark.cursor.selectionStart()

    def _draw(self) -> None:
        for field in self._places.fields:
            marked = partial(self._cursors, field)
            scheme = colours(field.palette())
            look, current = QTextCharFormat(), QTextCharFormat()
            # A dashed line beside the ground: what is marked is not told by its colour alone.
            for form, ground in ((look, scheme.warning_ground), (current, scheme.found)):
                form.setBackground(QColor(ground))
                form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
                form.setUnderlineColor(QColor(scheme.warning))
            field.overlays.show(LAYER, marked(current=False), look)
            field.overlays.show(CURRENT_LAYER, marked(current=True), current)

    def _cursors(self, field: Field, *, current: bool) -> list[QTextCursor]:
        return [
            mark.cursor
            for mark in self._marks
            if mark.field is field and (mark.comment_id == self._current) is current
        ]
