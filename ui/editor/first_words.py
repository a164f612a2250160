"""What an empty text says in the place of its first words."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit

from editor_app.translation import _
from ui.editor.block_shapes import PARAGRAPH, shape_of


class FirstWords(QObject):
    """Asks for words in an empty `text`, as long as it is a plain paragraph."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        text.document().contentsChanged.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        # Qt would write it over the bullet, the dash or the edge of a box.
        is_plain = shape_of(self._text.document().firstBlock()) == PARAGRAPH
        self._text.setPlaceholderText(_("Write the article here…") if is_plain else "")
