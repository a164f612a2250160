"""Images and tables in a Word document."""

import io
from collections.abc import Callable

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Emu
from docx.text.paragraph import Paragraph as WordParagraph

from editor_app.domain.document import Figure, Table, needs_credit_label
from editor_app.rendering.word.pictures import picture_for_word
from editor_app.rendering.word.style_names import CREDIT, CREDIT_LABEL, IMAGE_PREFIX, TABLE_HEAD
from editor_app.rendering.word.text import add_spans

_WIDEST = Cm(15)
_PIXELS_PER_INCH = 96
_EMU_PER_INCH = 914_400
_NO_BANDS, _FIRST_ROW, _FIRST_COLUMN = 0x600, 0x20, 0x80
_DECORATIVE = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def add_figure(document: WordDocument, figure: Figure, image_of: Callable[[str], bytes], label: str) -> None:
    """Add the image with its alternative text, and its caption and credit below; `label` is "Foto: "."""
    data, width = picture_for_word(image_of(figure.image_id), figure.crop)
    has_caption = bool(figure.caption or figure.credit)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = has_caption
    inches = width / _PIXELS_PER_INCH
    inline = paragraph.add_run().add_picture(
        io.BytesIO(data), width=Emu(min(_WIDEST, round(inches * _EMU_PER_INCH)))
    )
    said = inline._inline.docPr
    said.set("name", IMAGE_PREFIX + figure.image_id)
    said.set("descr", figure.alt)
    if figure.decorative:
        said.append(parse_xml(_DECORATIVE))
    if has_caption:
        _add_caption(document, figure, label)


def add_table(document: WordDocument, table: Table) -> None:
    """Add the table, its caption above it and its head repeated on every page."""
    if table.caption:
        caption = document.add_paragraph(table.caption, style="Caption")
        # So Word itself tells that a caption belongs to what is below it.
        caption.paragraph_format.keep_with_next = True
    columns = len(table.rows[0])
    made = document.add_table(len(table.rows), columns, style="Table Grid")
    cells = made._cells
    for row, line in enumerate(table.rows):
        for column, spans in enumerate(line):
            paragraph = cells[row * columns + column].paragraphs[0]
            if (table.header_row and row == 0) or (table.header_column and column == 0):
                paragraph.style = TABLE_HEAD
            add_spans(document, paragraph, spans)
    if table.header_row:
        made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _set_look(made._tbl.tblPr, table)


def _add_caption(document: WordDocument, figure: Figure, label: str) -> None:
    caption = document.add_paragraph(figure.caption, style="Caption")
    if figure.credit:
        caption.add_run(" " if figure.caption else "")
        if needs_credit_label(figure):
            caption.add_run(label, style=CREDIT_LABEL)
        caption.add_run(figure.credit, style=CREDIT)


def _set_look(properties: BaseOxmlElement, table: Table) -> None:
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.append(look)
    value = _NO_BANDS | _FIRST_ROW * table.header_row | _FIRST_COLUMN * table.header_column
    look.attrib.clear()
    look.set(qn("w:val"), f"{value:04X}")


def add_box(document: WordDocument) -> Callable[[], WordParagraph]:
    """Add a fact box, and return what makes the paragraphs in it."""
    cell = document.add_table(1, 1, style="Table Grid").cell(0, 0)
    is_first = True

    def add() -> WordParagraph:
        nonlocal is_first
        if is_first:
            # A cell always has a paragraph.
            is_first = False
            first: WordParagraph = cell.paragraphs[0]
            return first
        next_one: WordParagraph = cell.add_paragraph()
        return next_one

    return add
