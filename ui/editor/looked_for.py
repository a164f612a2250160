"""The words that the archive was searched for, marked in the article that was opened from what was found."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor

from editor_app.domain.article_query import Term
from editor_app.domain.article_words import block_text
from editor_app.domain.wanted_words import WantedWords, found_ranges, wanted_words
from ui.editor.body_editor import BodyEditor
from ui.editor.hits import Hit, hits_where, units
from ui.editor.line_field import LineField
from ui.theme.palette import colours

LAYER = "looked_for"


class LookedFor(QObject):
    """Marks words in `fields` until somebody has seen enough of them; the marks move with the text."""

    def __init__(self, fields: Sequence[LineField | BodyEditor], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = fields
        self._is_marking = False

    @property
    def is_marking(self) -> bool:
        """Tell whether any word is marked."""
        return self._is_marking

    def mark(self, terms: Iterable[Term]) -> None:
        """Mark what of `terms` stands in the fields, in place of what was marked before."""
        wanted = wanted_words(terms)
        self._is_marking = False
        for field in self._fields:
            hits = _hits(field, wanted) if wanted else []
            self._is_marking = self._is_marking or bool(hits)
            look = QTextCharFormat()
            look.setBackground(QColor(colours(field.palette()).found))
            field.overlays.show(LAYER, [_selecting(field, hit) for hit in hits], look)

    def clear(self) -> None:
        """Mark nothing any more."""
        self.mark(())


def _hits(field: LineField | BodyEditor, wanted: Sequence[WantedWords]) -> list[Hit]:
    def places(text: str) -> list[tuple[int, int]]:
        return [(units(text[:start]), units(text[:end])) for start, end in found_ranges(text, wanted)]

    return list(
        hits_where(field.document(), places, lambda value: bool(found_ranges(block_text(value), wanted)))
    )


def _selecting(field: LineField | BodyEditor, hit: Hit) -> QTextCursor:
    cursor = QTextCursor(field.document())
    cursor.setPosition(hit.start)
    cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor
