"""OpenDocument texts, as LibreOffice writes them, become articles."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from editor_app.domain.document import (
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    plain_text,
)
from editor_app.intake.account import LeftOut, Omission
from editor_app.intake.packages import BrokenFile, EncryptedFile
from editor_app.intake.sources import read_data

PATH = Path("utkast.odt")
NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Subtitle"/>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>
"""
TEXT = "<text:p>Arbetet börjar i september och är klart i november.</text:p>"


def odt(text, **members):
    content = (
        f'<?xml version="1.0"?><office:document-content {NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink">'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", content)
        for name, data in members.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_png", ".png"), data)
    return output.getvalue()


def taken(text, **members):
    return read_data(odt(text, **members), PATH)


def test_title_lead_and_headings_are_told_by_style_and_outline():
    read = taken(
        '<text:p text:style-name="Title">Nya träd längs Ågatan</text:p>'
        '<text:p text:style-name="P2">Fyrtio lindar planteras.</text:p>'
        f'<text:h text:outline-level="1">Trafiken</text:h>{TEXT}'
        '<text:h text:style-name="Heading_20_2" text:outline-level="2">Bussar</text:h>'
    )

    assert (read.title, read.lead) == ("Nya träd längs Ågatan", "Fyrtio lindar planteras.")
    assert [block.level for block in read.body.blocks if isinstance(block, Heading)] == [2, 3]


def test_marks_links_and_spaces_are_kept():
    read = taken(
        '<text:h text:outline-level="1">Träd</text:h><text:p>Det är '
        '<text:span text:style-name="T1">bra</text:span>'
        '<text:s text:c="2"/><text:span text:style-name="T2">nu</text:span><text:line-break/>'
        '<text:a xlink:href="https://klarebro.example/">'
        '<text:span text:style-name="T1">Läs</text:span></text:a>'
        '<text:a xlink:href="file:///C:/a">\n här</text:a>.</text:p>'
    )

    assert read.body.blocks[0].spans == (
        Span("Det är "),
        Span("bra", (Strong(),)),
        Span("  "),
        Span("nu", (Emphasis(),)),
        Span("\n"),
        Span("Läs", (Link("https://klarebro.example/"), Strong())),
        Span(" här."),
    )
    assert read.left_out == (LeftOut(Omission.LINKS, 1, ("file:///C:/a",)),)


def test_lists_have_kind_and_depth_and_quotes_lose_their_dash():
    read = taken(
        '<text:list text:style-name="L1"><text:list-item><text:p>Ett</text:p><text:list><text:list-item>'
        "<text:p>Två</text:p></text:list-item></text:list></text:list-item></text:list>"
        '<text:list text:style-name="L2"><text:list-item><text:p>Tre</text:p></text:list-item></text:list>'
        '<text:p text:style-name="Quotations">– Det blir lugnt.</text:p>'
    )

    assert read.body.blocks == (
        ListItem(spans=(Span("Ett"),)),
        ListItem(level=2, spans=(Span("Två"),)),
        ListItem(ordered=True, spans=(Span("Tre"),)),
        Quote((Span("Det blir lugnt."),)),
    )


def test_a_table_knows_its_header_row_and_one_cell_is_a_fact_box():
    read = taken(
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Dag</text:p>"
        "</table:table-cell><table:table-cell><text:p>Tid</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell><text:p>Måndag</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="1"/></table:table-row></table:table>'
        "<table:table><table:table-row><table:table-cell><text:p>Fakta om träden</text:p>"
        "<text:p>De är höga.</text:p></table:table-cell></table:table-row></table:table>"
    )

    table, title, fact = read.body.blocks
    assert isinstance(table, Table)
    assert table.header_row
    assert plain_text(table) == "Dag\tTid\nMåndag\t"
    assert title == FactTitle((Span("Fakta om träden"),))
    assert fact == Paragraph((Span("De är höga."),), boxed=True)


def test_images_have_what_says_what_they_show():
    output = io.BytesIO()
    Image.new("RGB", (3, 2)).save(output, "PNG")
    frame = (
        '<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:title>A</svg:title>'
        "<svg:desc>En rad lindar</svg:desc></draw:frame></text:p>"
        '<text:p><draw:frame><draw:image xlink:href="https://tracker.example/a.png"/></draw:frame></text:p>'
    )

    read = taken(frame, Pictures__a_png=output.getvalue())

    (figure,) = read.body.blocks
    assert isinstance(figure, Figure)
    assert figure.alt == "En rad lindar"
    assert read.images[figure.image_id].data == output.getvalue()
    assert read.left_out == (LeftOut(Omission.IMAGES, 1),)


def test_deletions_comments_contents_and_page_edges_are_out_and_told():
    styles = (
        f"<office:document-styles {NAMESPACES}><style:master-page><style:footer><text:p>Sida 1</text:p>"
        "</style:footer></style:master-page></office:document-styles>"
    )
    read = taken(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:table-of-content><text:index-body>"
        "<text:p>Träd 1</text:p></text:index-body></text:table-of-content>"
        "<text:p>Kvar<office:annotation><text:p>Säkert?</text:p></office:annotation>"
        " är detta i texten.</text:p>",
        styles_xml=styles,
    )

    assert [plain_text(block) for block in read.body.blocks] == ["Kvar är detta i texten."]
    assert read.left_out == (
        LeftOut(Omission.DELETIONS, 1, ("struket",)),
        LeftOut(Omission.COMMENTS, 1, ("Säkert?",)),
        LeftOut(Omission.PAGE_EDGES, 1, ("Sida 1",)),
        LeftOut(Omission.CONTENTS, 1),
    )


def test_footnotes_stand_at_the_end():
    read = taken(
        '<text:h text:outline-level="1">Träd</text:h>'
        "<text:p>Lindar<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"<text:p>Parklind.</text:p></text:note-body></text:note> planteras här i höst.</text:p>{TEXT}"
    )

    assert plain_text(read.body.blocks[0]) == "Lindar planteras här i höst. [1]"
    assert plain_text(read.body.blocks[-1]) == "[1] Parklind."


def test_what_is_encrypted_or_broken_is_refused():
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"

    with pytest.raises(EncryptedFile):
        taken(TEXT, **{"META-INF__manifest_xml": manifest})
    with pytest.raises(BrokenFile):
        taken("<text:p>")
