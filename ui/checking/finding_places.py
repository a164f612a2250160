"""From the places of findings to the fields of the article, in Qt's positions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor

from editor_app.checks.findings import Finding, Part, Place
from editor_app.domain.article import Article
from editor_app.domain.document import Block, ObjectBlock, plain_text
from ui.checking.page_findings import is_of_page
from ui.editor.blocks import end_of
from ui.editor.body_editor import BodyEditor
from ui.editor.hits import units
from ui.editor.line_field import LineField

Field = LineField | BodyEditor
# What is wrong with a whole sentence or paragraph is marked beside it: a line below all of it hides more.
BESIDE = frozenset({"A01", "K01", "S10", "S11", "S17"})


@dataclass(frozen=True)
class FindingPlace:
    """A finding that stands in `field`: `cursor` selects the words, the block or the object there."""

    finding: Finding
    field: Field
    cursor: QTextCursor
    beside: bool
    words: str

    @property
    def is_as_checked(self) -> bool:
        """Whether the words are still those in which something was found."""
        return self.cursor.selectedText() == self.words


class FindingPlaces:
    """Finds in the fields what was found in an article that they may have gone on from since."""

    def __init__(self, title: LineField, lead: LineField, body: BodyEditor) -> None:
        self._lines = {Part.TITLE: title, Part.LEAD: lead}
        self._body = body

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields, in reading order."""
        return (*self._lines.values(), self._body)

    def of(self, article: Article, findings: Iterable[Finding]) -> Iterator[FindingPlace]:
        """Yield where `findings` of `article` stand now; those in words that changed meanwhile are not."""
        blocks = _unchanged(article.body.blocks, self._body.blocks())
        texts = {Part.TITLE: article.title, Part.LEAD: article.lead}
        for finding in findings:
            place = finding.place
            line = self._lines.get(place.part)
            if line is not None:
                if line.words() == texts[place.part]:
                    block = line.document().firstBlock()
                    yield _placed(finding, line, block, texts[place.part])
            elif place.block is not None and place.block in blocks:
                value, block = blocks[place.block]
                yield _placed(finding, self._body, block, value)


def _unchanged(
    before: tuple[Block, ...], now: list[tuple[Block, QTextBlock]]
) -> dict[int, tuple[Block, QTextBlock]]:
    """Return the blocks above and below all that changed, by the numbers that they had before."""
    kept: dict[int, tuple[Block, QTextBlock]] = {}
    for number, (value, one) in enumerate(zip(before, now, strict=False)):
        if value != one[0]:
            break
        kept[number] = one
    for number, one in zip(range(len(before) - 1, -1, -1), reversed(now), strict=False):
        if number in kept or before[number] != one[0]:
            break
        kept[number] = one
    return kept


def _placed(finding: Finding, field: Field, block: QTextBlock, value: Block | str) -> FindingPlace:
    place = finding.place
    if isinstance(value, ObjectBlock):
        cursor = _selecting(block, 0, block.length() - 1)
        return FindingPlace(finding, field, cursor, True, cursor.selectedText())
    start, end = _in_units(value if isinstance(value, str) else plain_text(value), place)
    if end > block.length() - 1:
        # Qt holds the text in another normal form: the whole of it is meant.
        start, end = 0, block.length() - 1
    in_margin = isinstance(field, BodyEditor) and (
        finding.rule in BESIDE or is_of_page(finding) or start == end
    )
    cursor = _selecting(block, start, end)
    return FindingPlace(finding, field, cursor, in_margin, cursor.selectedText())


def _in_units(text: str, place: Place) -> tuple[int, int]:
    if place.end is None or place.start == place.end:
        return 0, units(text)
    return units(text[: place.start]), units(text[: place.end])


def _selecting(block: QTextBlock, start: int, end: int) -> QTextCursor:
    cursor = QTextCursor(block)
    # Of words that have gone since they were looked at, nothing is left to select.
    last = end_of(block)
    cursor.setPosition(min(block.position() + start, last))
    cursor.setPosition(min(block.position() + end, last), QTextCursor.MoveMode.KeepAnchor)
    return cursor
