"""How blocks and marks look in the editor, laid over the text without being part of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QPalette, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from editor_app.domain.block_specs import BLOCK_SPECS
from editor_app.domain.document import Emphasis, FactTitle, Heading, Language, Link, Mark, Strong
from ui.editor.block_shapes import BlockKind, BlockShape, shape_of
from ui.editor.blocks import fragments
from ui.editor.marks import has_mark


@dataclass(frozen=True)
class _Type:
    """Size as a share of the running text's, and weight."""

    size: float
    weight: QFont.Weight


_TYPES: Mapping[tuple[BlockKind, int], _Type] = {
    (Heading, 2): _Type(1.4, QFont.Weight.Bold),
    (Heading, 3): _Type(1.2, QFont.Weight.Bold),
    (Heading, 4): _Type(1.0, QFont.Weight.Bold),
    (FactTitle, 0): _Type(1.1, QFont.Weight.Bold),
}


class BodyStyler(QSyntaxHighlighter):
    """Gives headings their size and marks their look.

    The look is derived from what is stored and never stored itself, so that a change of palette
    is no edit and cannot be undone.
    """

    def __init__(self, document: QTextDocument, palette: QPalette) -> None:
        super().__init__(document)
        self._looks = mark_looks(palette)

    def wear(self, palette: QPalette) -> None:
        """Take the colours of `palette` from now on."""
        self._looks = mark_looks(palette)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        block = self.currentBlock()
        shape = shape_of(block)
        base = base_look(shape, self.document().defaultFont())
        if base is not None:
            self.setFormat(0, block.length() - 1, base)
        allowed = BLOCK_SPECS[shape.kind].marks
        for fragment in fragments(block):
            form = fragment.charFormat()
            shown = [mark for mark in self._looks if mark in allowed and has_mark(form, mark)]
            if shown:
                look = QTextCharFormat() if base is None else QTextCharFormat(base)
                for mark in shown:
                    look.merge(self._looks[mark])
                self.setFormat(fragment.position() - block.position(), fragment.length(), look)


def base_look(shape: BlockShape, font: QFont) -> QTextCharFormat | None:
    """Return size and weight of a block that differs from running text in `font`, else None."""
    kind = _TYPES.get((shape.kind, shape.level))
    if kind is None:
        return None
    form = QTextCharFormat()
    if font.pixelSize() > 0:
        form.setProperty(QTextCharFormat.Property.FontPixelSize, round(font.pixelSize() * kind.size))
    else:
        form.setFontPointSize(font.pointSizeF() * kind.size)
    form.setFontWeight(kind.weight)
    return form


def mark_looks(palette: QPalette) -> Mapping[type[Mark], QTextCharFormat]:
    """Return how each mark is shown in the colours of `palette`."""
    link, strong, emphasis, language = (QTextCharFormat() for _ in range(4))
    link.setForeground(palette.color(QPalette.ColorRole.Link))
    link.setFontUnderline(True)
    strong.setFontWeight(QFont.Weight.Bold)
    emphasis.setFontItalic(True)
    language.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    language.setUnderlineColor(palette.color(QPalette.ColorRole.PlaceholderText))
    return {Language: language, Link: link, Strong: strong, Emphasis: emphasis}
