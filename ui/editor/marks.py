"""Marks on text, kept in custom properties of its character format so that undo covers them."""

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QTextCharFormat, QTextFormat

from editor_app.domain.document import Emphasis, Language, Link, Mark, Strong

_FIRST = QTextFormat.Property.UserProperty.value + 11
# In the order in which they nest. The value is what the mark carries; an empty one means no mark,
# because a merge of formats can overwrite a property but not clear it.
_PROPERTIES: Mapping[type[Mark], int] = {
    Link: _FIRST,
    Language: _FIRST + 1,
    Strong: _FIRST + 2,
    Emphasis: _FIRST + 3,
}
_PRESENT = "1"


def char_format(marks: Iterable[Mark]) -> QTextCharFormat:
    """Return the format of text with `marks`; how it looks is BodyStyler's affair."""
    form = QTextCharFormat()
    for mark in marks:
        form.setProperty(_PROPERTIES[type(mark)], _value(mark))
    return form


def without_mark(kind: type[Mark]) -> QTextCharFormat:
    """Return the format that, merged, takes the mark of `kind` off."""
    form = QTextCharFormat()
    form.setProperty(_PROPERTIES[kind], "")
    return form


def has_mark(form: QTextFormat, kind: type[Mark]) -> bool:
    """Tell whether text in `form` has a mark of `kind`."""
    return bool(form.stringProperty(_PROPERTIES[kind]))


def href_of(form: QTextFormat) -> str:
    """Return where text in `form` leads, empty where it is no link."""
    return form.stringProperty(_PROPERTIES[Link])


def language_of(form: QTextFormat) -> str:
    """Return the tag of the language that text in `form` is marked with, empty where it is the article's."""
    return form.stringProperty(_PROPERTIES[Language])


def marks_of(form: QTextFormat) -> tuple[Mark, ...]:
    """Return all marks on `form`, in the order in which they nest."""
    if form.isEmpty():
        return ()
    values = ((kind, form.stringProperty(number)) for kind, number in _PROPERTIES.items())
    return tuple(_mark(kind, value) for kind, value in values if value)


def _value(mark: Mark) -> str:
    match mark:
        case Link(href):
            return href
        case Language(tag):
            return tag
        case _:
            return _PRESENT


def _mark(kind: type[Mark], value: str) -> Mark:
    if kind is Link:
        return Link(value)
    if kind is Language:
        return Language(value)
    return Strong() if kind is Strong else Emphasis()
