"""A figure in the text: one object replacement character that carries the figure in its format."""

import msgspec
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextFormat

from editor_app.domain.document import Figure

FIGURE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
FIGURE_CHARACTER = "\ufffc"

_FIGURE = QTextFormat.Property.UserProperty.value + 21


def figure_format(figure: Figure) -> QTextCharFormat:
    """Return the format that makes FIGURE_CHARACTER stand for `figure`."""
    form = QTextCharFormat()
    form.setObjectType(FIGURE_OBJECT)
    form.setProperty(_FIGURE, msgspec.json.encode(figure).decode())
    return form


def figure_of_format(form: QTextFormat) -> Figure | None:
    """Return the figure that text in `form` stands for, or None."""
    data = form.stringProperty(_FIGURE)
    return msgspec.json.decode(data, type=Figure) if data else None


def figure_of(block: QTextBlock) -> Figure | None:
    """Return the figure that is the whole of `block`, or None."""
    if block.length() != 2:
        return None
    fragments = block.begin()
    return None if fragments.atEnd() else figure_of_format(fragments.fragment().charFormat())
