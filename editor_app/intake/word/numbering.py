"""The lists of a Word document: bullets or numbers, and how deep."""

from xml.etree.ElementTree import Element

from msgspec import Struct

from editor_app.intake.packages import read_number
from editor_app.intake.word.styles import value

_BULLET_FORMATS = frozenset({"bullet", "none", ""})


class ListPlace(Struct, frozen=True):
    """The place of a paragraph in a list; `level` counts from 1."""

    ordered: bool
    level: int


class Numbering:
    """Tells what list a paragraph is in."""

    def __init__(self, root: Element | None) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        if root is not None:
            abstract = {element.get("abstractNumId", ""): element for element in root.iter("abstractNum")}
            for number in root.iter("num"):
                self._read(number, abstract.get(value(number, "abstractNumId")))

    def place(self, number: Element | None, level_by_style: int = 1) -> ListPlace | None:
        """Return the place that `number`, a numPr, gives; None where it is in no list."""
        number_id = value(number, "numId")
        if not number_id or number_id == "0":
            return None
        depth = value(number, "ilvl") or "0"
        level = read_number(depth)
        if level is None:
            return None
        text_format = self._formats.get((number_id, depth), "bullet")
        return ListPlace(text_format not in _BULLET_FORMATS, max(level + 1, level_by_style))

    def _read(self, number: Element, abstract: Element | None) -> None:
        number_id = number.get("numId", "")
        overrides = number.iterfind("lvlOverride/lvl")
        for level in (*(() if abstract is None else abstract.iterfind("lvl")), *overrides):
            self._formats[(number_id, level.get("ilvl", ""))] = value(level, "numFmt")
