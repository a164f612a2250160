"""A figure or a table in the text: one object replacement character that carries it in its format."""

from collections.abc import Mapping
from functools import lru_cache

import msgspec
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextFormat

from editor_app.domain.document import Figure, ObjectBlock, Table

_FIRST_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
# What Qt asks for the handler that draws the object.
OBJECT_TYPES: Mapping[type[ObjectBlock], int] = {Figure: _FIRST_TYPE, Table: _FIRST_TYPE + 1}
OBJECT_CHARACTER = "\ufffc"

_OBJECT = QTextFormat.Property.UserProperty.value + 21


def object_format(block: ObjectBlock) -> QTextCharFormat:
    """Return the format that makes OBJECT_CHARACTER stand for `block`."""
    form = QTextCharFormat()
    form.setObjectType(OBJECT_TYPES[type(block)])
    form.setProperty(_OBJECT, msgspec.json.encode(block).decode())
    return form


def object_of_format(form: QTextFormat) -> ObjectBlock | None:
    """Return the figure or the table that text in `form` stands for, or None."""
    data = form.stringProperty(_OBJECT)
    return _decode(data) if data else None


# Each step through the text asks whether a block is an object, and a table takes long to decode.
@lru_cache(maxsize=256)
def _decode(data: str) -> ObjectBlock:
    block: ObjectBlock = msgspec.json.decode(data, type=ObjectBlock)
    return block


def object_of(block: QTextBlock) -> ObjectBlock | None:
    """Return the figure or the table that is the whole of `block`, or None."""
    if block.length() != 2:
        return None
    fragments = block.begin()
    return None if fragments.atEnd() else object_of_format(fragments.fragment().charFormat())
