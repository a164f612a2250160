"""A Word document as pieces: what its styles, lists, tables and text boxes say they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from editor_app.domain.document import (
    FactTitle,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Spans,
    TextBlock,
    plain_text,
)
from editor_app.intake.account import Account, Omission
from editor_app.intake.boxes import boxed_pieces
from editor_app.intake.dashes import without_dash
from editor_app.intake.packages import Package
from editor_app.intake.pieces import Piece, Role, SourceText, text_piece
from editor_app.intake.style_names import Meaning, StyleMeaning
from editor_app.intake.word.comments import read_comments
from editor_app.intake.word.inline import COMMENT_MARKS, Inline, InlineReader, spans_in
from editor_app.intake.word.numbering import ListPlace, Numbering
from editor_app.intake.word.parts import Parts
from editor_app.intake.word.pictures import Pictures
from editor_app.intake.word.styles import Styles, outline_level, switched, value
from editor_app.intake.word.tables import commented_cells, make_table

_CONTAINERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})


def read_word(data: bytes, path: Path) -> SourceText:
    """Return what the .docx in `data`, which came from `path`, says.

    Insertions that were tracked are in, deletions are out; so is what stands in the margins of the
    pages. Raises BrokenFile, EncryptedFile and TooLarge.
    """
    account = Account()
    parts = Parts(Package(data, path))
    reader = _DocumentReader(parts, account)
    pieces = tuple(reader.read())
    parts.tell_left_out(account)
    comments = read_comments(parts.root("comments"), parts.root("commentsExtended"), reader.comments)
    return SourceText(pieces, reader.images, account.all(), parts.origin, comments=tuple(comments))


class _DocumentReader:
    def __init__(self, parts: Parts, account: Account) -> None:
        self._parts = parts
        self._account = account
        self._own = parts.origin is not None
        self._styles = Styles(parts.root("styles"))
        self._numbering = Numbering(parts.root("numbering"))
        self._pictures = Pictures(parts.package, parts.relations, account)
        self._inline = InlineReader(self._styles, parts.relations, self._pictures, account, own=self._own)
        self._notes: list[tuple[str, str]] = []
        self.images = self._pictures.images
        self.comments = self._inline.comments

    def read(self) -> Iterator[Piece]:
        """Yield the pieces of the document, its footnotes last."""
        body = self._parts.document.find("body")
        if body is None:
            self._parts.package.fail("no body")
        yield from self._blocks(body)
        for number, note in enumerate(self._notes, start=1):
            yield from self._note(number, *note)

    def _blocks(self, parent: Element) -> Iterator[Piece]:
        for child in parent:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag in COMMENT_MARKS:
                self.comments.step(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag == "sdt" and _is_contents(child):
                self._account.leave_out(Omission.CONTENTS)
            elif child.tag in _CONTAINERS:
                yield from self._blocks(child)
            elif child.tag == "AlternateContent":
                choice = child.find("Choice")
                yield from self._blocks(child if choice is None else choice)

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        properties = paragraph.find("pPr")
        style_id = value(properties, "pStyle")
        meaning = self._meaning(properties, style_id)
        found = self._inline.read(paragraph)
        if meaning is not None and meaning.meaning is Meaning.CONTENTS:
            self._account.leave_out(Omission.CONTENTS)
            return
        place = self._list_place(properties, style_id, meaning)
        about = found.figures_commented
        yield from (Piece(figure, commented=about) for figure in found.figures_above)
        yield from self._text(found, meaning, place, bool(switched(properties, "keepNext")))
        yield from (Piece(figure, commented=about) for figure in found.figures_below)
        for box in found.boxes:
            yield from boxed_pieces(list(self._blocks(box)), own=self._own)

    def _text(
        self, found: Inline, meaning: StyleMeaning | None, place: ListPlace | None, leads_on: bool
    ) -> Iterator[Piece]:
        spans = spans_in(found)
        self._notes += found.notes
        if found.notes:
            spans = (*spans, Span("".join(f" [{self._notes.index(note) + 1}]" for note in found.notes)))
        has_pictures = bool(found.figures_above or found.figures_below)
        if not spans and not found.credit and (has_pictures or not self._own):
            return
        kind = None if meaning is None else meaning.meaning
        if kind in _ROLES:
            piece = replace(text_piece(spans, _ROLES[kind]), leads_on=leads_on, credit=found.credit)
            yield replace(piece, commented=found.commented)
        else:
            block = _block(spans, meaning, place)
            # The dash of a quote is not among its words.
            gone = len(plain_text(block)) - sum(len(span.text) for span in spans)
            yield Piece(block, commented=tuple(one.moved(gone) for one in found.commented))

    def _meaning(self, properties: Element | None, style_id: str) -> StyleMeaning | None:
        level = outline_level(properties)
        return self._styles.meaning(style_id) or (
            None if level is None else StyleMeaning(Meaning.HEADING, level)
        )

    def _list_place(
        self, properties: Element | None, style_id: str, meaning: StyleMeaning | None
    ) -> ListPlace | None:
        by_style = meaning if meaning and meaning.meaning in {Meaning.BULLET, Meaning.NUMBER} else None
        level = 1 if by_style is None else by_style.level
        own = None if properties is None else properties.find("numPr")
        if own is not None:
            # A paragraph may also take itself out of the list that its style is in.
            return self._numbering.place(own, level)
        if by_style is not None:
            return ListPlace(by_style.meaning is Meaning.NUMBER, level)
        return self._numbering.place(self._styles.numbering(style_id))

    def _table(self, table: Element) -> Iterator[Piece]:
        cells = [list(row.iterfind("tc")) for row in table.iterfind("tr")]
        if len(cells) == 1 and len(cells[0]) == 1:
            inside = list(self._blocks(cells[0][0]))
            if _is_box(inside, own=self._own):
                yield from boxed_pieces(inside, own=self._own)
                return
        inlines: list[Inline] = []

        def read_cell(cell: Element) -> tuple[Spans, list[Figure]]:
            found, figures = self._cell(cell)
            inlines.append(found)
            return spans_in(found), figures

        made, figures = make_table(table, read_cell, self._account, own=self._own)
        yield Piece(made, commented=tuple(commented_cells(made, inlines)))
        yield from map(Piece, figures)

    def _cell(self, cell: Element) -> tuple[Inline, list[Figure]]:
        """Return the text of a cell, a line for each paragraph, and the pictures in it."""
        whole = Inline()
        figures: list[Figure] = []
        for number, paragraph in enumerate(cell.iter("p")):
            found = self._inline.read(paragraph)
            figures += (*found.figures_above, *found.figures_below)
            self._notes += found.notes
            if number and whole.spans:
                whole.add(Span("\n"), ())
            whole.add_all(found)
        return whole, figures

    def _note(self, number: int, kind: str, note_id: str) -> Iterator[Piece]:
        spans: list[Span] = [Span(f"[{number}] ")]
        for paragraph in self._parts.note(kind, note_id):
            spans += spans_in(self._inline.read(paragraph))
        yield Piece(Paragraph(tuple(spans)))


_ROLES = {
    Meaning.TITLE: Role.TITLE,
    Meaning.LEAD: Role.LEAD,
    Meaning.CAPTION: Role.CAPTION,
    Meaning.CONTACT: Role.CONTACT,
    Meaning.CORRECTION: Role.CORRECTION,
}


def _block(spans: Spans, meaning: StyleMeaning | None, place: ListPlace | None) -> TextBlock:
    kind = None if meaning is None else meaning.meaning
    if kind is Meaning.HEADING and meaning is not None:
        return Heading(meaning.level, spans)
    if kind is Meaning.QUOTE:
        return Quote(without_dash(spans))
    if kind is Meaning.FACT_TITLE:
        return FactTitle(spans)
    boxed = kind is Meaning.FACT
    if place is not None:
        return ListItem(place.ordered, place.level, spans, boxed)
    return Paragraph(spans, boxed)


def _is_box(inside: Iterable[Piece], *, own: bool) -> bool:
    """Tell a fact box from a table with one cell."""
    pieces = list(inside)
    if own:
        return any(isinstance(piece.block, FactTitle) for piece in pieces)
    return len(pieces) > 1


def _is_contents(element: Element) -> bool:
    """Tell whether `element` is a table of contents."""
    gallery = next(element.iter("docPartGallery"), None)
    return gallery is not None and gallery.get("val", "") == "Table of Contents"
