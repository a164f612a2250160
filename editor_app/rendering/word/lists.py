"""Lists in Word: bullets and numbers in three levels, each numbered list counted from one."""

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph

from editor_app.domain.document import LIST_LEVELS, ListItem

_BULLETS = ("•", "–", "•")
_INDENT = 360


class Lists:
    """Puts the items of one document into lists; what is no item ends the lists above it."""

    def __init__(self, document: WordDocument) -> None:
        self._root: BaseOxmlElement = document.part.numbering_part.element
        self._bullets = self._add_number(self._add_kind(ordered=False))
        self._ordered = self._add_kind(ordered=True)
        self._open: dict[int, int] = {}

    def end(self) -> None:
        """End the lists that are open."""
        self._open.clear()

    def add(self, paragraph: WordParagraph, item: ListItem) -> None:
        """Make `paragraph` the next item."""
        self._open = {level: number for level, number in self._open.items() if level <= item.level}
        if not item.ordered:
            self._open.pop(item.level, None)
            number = self._bullets
        else:
            number = self._open.setdefault(item.level, 0) or self._add_number(self._ordered, restart=True)
            self._open[item.level] = number
        place = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_ilvl().val = item.level - 1
        place.get_or_add_numId().val = number

    def _add_kind(self, *, ordered: bool) -> int:
        kind_id = 1 + max((int(one.get(qn("w:abstractNumId"))) for one in self._kinds()), default=0)
        levels = "".join(_level(level - 1, ordered=ordered) for level in LIST_LEVELS)
        kind = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind_id}">'
            f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        )
        # The format wants all kinds of lists before the lists.
        self._kinds()[-1].addnext(kind)
        return kind_id

    def _kinds(self) -> list[BaseOxmlElement]:
        return list(self._root.findall(qn("w:abstractNum")))

    def _add_number(self, kind_id: int, *, restart: bool = False) -> int:
        number = self._root.add_num(kind_id)
        for level in LIST_LEVELS if restart else ():
            number.add_lvlOverride(ilvl=level - 1).add_startOverride(1)
        return int(number.numId)


def _level(depth: int, *, ordered: bool) -> str:
    number_format, text = ("decimal", f"%{depth + 1}.") if ordered else ("bullet", _BULLETS[depth])
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_INDENT * (depth + 1)}" w:hanging="{_INDENT}"/></w:pPr></w:lvl>'
    )
