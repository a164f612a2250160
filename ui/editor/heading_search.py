"""Goes to a heading or a fact box of the text."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QWidget

from editor_app.domain.document import HEADING_LEVELS, FactTitle, Heading
from editor_app.translation import _
from ui.editor.block_shapes import shape_of
from ui.editor.body_editor import BodyEditor
from ui.widgets.choice_search import Choice, ChoiceSearch


class HeadingSearch(ChoiceSearch):
    """Lists headings and the titles of fact boxes; Enter puts the cursor at the chosen one."""

    def __init__(self, body: BodyEditor, parent: QWidget | None = None) -> None:
        headings = list(_headings(body))
        nothing = (
            _("No heading is called that. Try fewer words.")
            if headings
            else _("There are no headings in the text yet. Ctrl+Alt+2 makes one of a line.")
        )
        super().__init__(_("Go to heading"), headings, nothing, parent)
        here = body.textCursor().position()
        above = sum(1 for heading in headings if heading.key <= here)
        self.choose(max(above - 1, 0))
        self.picked.connect(lambda position: _go_to(body, position))


def _headings(body: BodyEditor) -> Iterator[Choice]:
    block = body.document().begin()
    while block.isValid():
        shape = shape_of(block)
        if shape.kind is Heading:
            yield Choice(block.position(), _name(block), level=shape.level - HEADING_LEVELS[0])
        elif shape.kind is FactTitle:
            yield Choice(block.position(), _name(block), aside=_("Fact box"))
        block = block.next()


def _name(block: QTextBlock) -> str:
    return block.text().strip() or _("(no words yet)")


def _go_to(body: BodyEditor, position: int) -> None:
    cursor = body.textCursor()
    cursor.setPosition(position)
    # With what follows in sight rather than at the lower edge.
    body.moveCursor(QTextCursor.MoveOperation.End)
    body.setTextCursor(cursor)
    body.ensureCursorVisible()
    body.setFocus()
