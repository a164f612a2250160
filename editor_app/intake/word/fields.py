"""The fields of a Word document, which run across paragraphs: links among them."""

import re

from msgspec import Struct

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|(?!\\)(\S+))', re.IGNORECASE)


class _Field(Struct):
    code: str = ""
    shows_result: bool = False


class Fields:
    """Follows the begin, middle and end of fields, one inside the other."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def step(self, kind: str) -> None:
        """Take the next mark of a field: begin, separate or end."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].shows_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def add_code(self, text: str) -> None:
        """Take a part of what the innermost field does."""
        if self._open:
            self._open[-1].code += text

    @property
    def hides_text(self) -> bool:
        """Whether text that comes now is the code of a field."""
        return any(not field.shows_result for field in self._open)

    @property
    def link(self) -> str:
        """The address that the text of the fields leads to, empty where it leads nowhere."""
        return next((href for field in reversed(self._open) if (href := link_in(field.code))), "")


def link_in(code: str) -> str:
    """Return the address in the code of a HYPERLINK field, empty where it is another field."""
    match = _HYPERLINK.match(code)
    return "" if match is None else match[1] or match[2] or ""
