"""An OpenDocument text as pieces: what its styles, lists, tables and frames say they are."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from editor_app.domain.document import (
    FactTitle,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Row,
    Span,
    Spans,
    Table,
    TextBlock,
)
from editor_app.intake.account import Account, Omission
from editor_app.intake.boxes import boxed_pieces
from editor_app.intake.dashes import without_dash
from editor_app.intake.open_document.inline import Inline, InlineReader
from editor_app.intake.open_document.styles import Styles
from editor_app.intake.packages import EncryptedFile, Package, read_number
from editor_app.intake.pieces import Piece, Role, SourceText, text_piece
from editor_app.intake.style_names import Meaning

_ROLES = {Meaning.TITLE: Role.TITLE, Meaning.LEAD: Role.LEAD, Meaning.CAPTION: Role.CAPTION}
_CONTENTS = frozenset({"table-of-content", "alphabetical-index", "illustration-index", "table-index"})
_MANIFEST = "META-INF/manifest.xml"
_MOST_REPEATED = 64


def read_open_document(data: bytes, path: Path) -> SourceText:
    """Return what the .odt in `data`, which came from `path`, says.

    Insertions that were tracked are in, deletions are out; so are comments and what stands in the
    margins of the pages. Raises BrokenFile, EncryptedFile and TooLarge.
    """
    package = Package(data, path)
    if _MANIFEST in package.names and next(package.xml(_MANIFEST).iter("encryption-data"), None) is not None:
        raise EncryptedFile(path)
    content = package.xml("content.xml")
    shared = package.xml("styles.xml") if "styles.xml" in package.names else None
    account = Account()
    styles = Styles(content) if shared is None else Styles(shared, content)
    reader = _DocumentReader(package, styles, account)
    text = content.find("body/text")
    if text is None:
        package.fail("no text")
    pieces = tuple(reader.read(text))
    if shared is not None:
        _tell_page_edges(shared, account)
    return SourceText(pieces, reader.images, account.all())


def _tell_page_edges(styles: Element, account: Account) -> None:
    for page in styles.iter("master-page"):
        for tag in ("header", "footer"):
            words = " ".join("".join(edge.itertext()) for edge in page.iterfind(tag)).strip()
            if words:
                account.leave_out(Omission.PAGE_EDGES, words)


class _DocumentReader:
    def __init__(self, package: Package, styles: Styles, account: Account) -> None:
        self._styles = styles
        self._account = account
        self._inline = InlineReader(package, styles, account)
        self._notes: list[Element] = []
        self.images = self._inline.images

    def read(self, text: Element) -> Iterator[Piece]:
        """Yield the pieces of the document, its footnotes last."""
        yield from self._blocks(text)
        for number, note in enumerate(self._notes, start=1):
            spans: list[Span] = [Span(f"[{number}] ")]
            for paragraph in note.iterfind("note-body/p"):
                spans += self._inline.read(paragraph).spans
            yield Piece(Paragraph(tuple(spans)))

    def _blocks(self, parent: Element) -> Iterator[Piece]:
        for child in parent:
            if child.tag in {"p", "h"}:
                yield from self._paragraph(child)
            elif child.tag == "list":
                yield from self._list(child, child.get("style-name", ""), 1)
            elif child.tag == "table":
                yield from self._table(child)
            elif child.tag == "tracked-changes":
                self._tell_deletions(child)
            elif child.tag in _CONTENTS:
                self._account.leave_out(Omission.CONTENTS)
            elif child.tag in {"section", "index-body"}:
                yield from self._blocks(child)
            elif child.tag == "frame":
                # Anchored to the page, it stands outside of every paragraph.
                wrapped = Element("p")
                wrapped.append(child)
                yield from self._paragraph(wrapped)

    def _paragraph(self, paragraph: Element, item: tuple[bool, int] | None = None) -> Iterator[Piece]:
        found = self._inline.read(paragraph)
        spans = self._with_notes(found)
        yield from map(Piece, found.figures)
        if any(span.text.strip() for span in spans):
            yield self._piece(paragraph, spans, item)
        for box in found.boxes:
            inside = list(self._blocks(box))
            # A picture with its caption lies in a frame as well.
            yield from inside if found.figures or _holds_picture(inside) else boxed_pieces(inside, own=False)

    def _with_notes(self, found: Inline) -> Spans:
        self._notes += found.notes
        signs = "".join(f" [{self._notes.index(note) + 1}]" for note in found.notes)
        return (*found.spans, Span(signs)) if signs else tuple(found.spans)

    def _piece(self, paragraph: Element, spans: Spans, item: tuple[bool, int] | None) -> Piece:
        meaning = self._styles.meaning(paragraph.get("style-name", ""))
        kind = None if meaning is None else meaning.meaning
        if kind in _ROLES:
            return text_piece(spans, _ROLES[kind])
        block: TextBlock = Paragraph(spans, boxed=kind is Meaning.FACT)
        if item is not None:
            block = ListItem(item[0], item[1], spans)
        elif paragraph.tag == "h":
            level = paragraph.get("outline-level", "1")
            block = Heading(read_number(level) or 1, spans)
        elif kind is Meaning.HEADING and meaning is not None:
            block = Heading(meaning.level, spans)
        elif kind is Meaning.QUOTE:
            block = Quote(without_dash(spans))
        elif kind is Meaning.FACT_TITLE:
            block = FactTitle(spans)
        return Piece(block)

    def _list(self, parent: Element, style: str, level: int) -> Iterator[Piece]:
        ordered = self._styles.is_ordered(style, level)
        for item in parent:
            for child in item:
                if child.tag == "list":
                    yield from self._list(child, child.get("style-name", style), level + 1)
                elif child.tag == "h":
                    # Numbered headings are written as lists.
                    yield from self._paragraph(child)
                elif child.tag == "p":
                    yield from self._paragraph(child, (ordered, level))

    def _table(self, table: Element) -> Iterator[Piece]:
        rows = list(table.iter("table-row"))
        if len(rows) == 1 and len(rows[0].findall("table-cell")) == 1:
            inside = list(self._blocks(rows[0][0]))
            if len(inside) > 1:
                yield from boxed_pieces(inside, own=False)
                return
        headers = {id(row) for part in table.iter("table-header-rows") for row in part.iter("table-row")}
        made = tuple(self._row(row) for row in rows)
        if any(cell for row in made for cell in row):
            yield Piece(Table(made, header_row=bool(rows) and id(rows[0]) in headers))

    def _row(self, row: Element) -> Row:
        cells: list[Spans] = []
        for cell in row:
            repeated = cell.get("number-columns-repeated", "1")
            count = min(read_number(repeated) or 1, _MOST_REPEATED)
            if cell.tag == "table-cell":
                if (
                    cell.get("number-columns-spanned", "1") != "1"
                    or cell.get("number-rows-spanned", "1") != "1"
                ):
                    self._account.leave_out(Omission.MERGED_CELLS)
                cells += [self._cell(cell)] * count
            elif cell.tag == "covered-table-cell":
                cells += [()] * count
        return tuple(cells)

    def _cell(self, cell: Element) -> Spans:
        spans: list[Span] = []
        for paragraph in cell.iter("p"):
            spans += (Span("\n"),) if spans else ()
            spans += self._with_notes(self._inline.read(paragraph))
        return tuple(spans)

    def _tell_deletions(self, changes: Element) -> None:
        for deletion in changes.iter("deletion"):
            words = " ".join("".join(part.itertext()) for part in deletion if part.tag in {"p", "h"})
            self._account.leave_out(Omission.DELETIONS, words)


def _holds_picture(inside: list[Piece]) -> bool:
    return any(not isinstance(piece.block, TextBlock | Table) for piece in inside)
