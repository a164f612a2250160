"""Drafts in Word become articles by what their styles and their structure say."""

import io
from datetime import date
from hashlib import sha256

import docx
import pytest

from editor_app.domain.article import Kind
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
from editor_app.intake.sources import read_data
from tests.intake.word.conftest import PATH, with_members

LEAD = "Kommunen planterar fyrtio lindar längs gatan i höst."
TEXT = "Arbetet börjar i september och är klart i november."


def outline(taken):
    return [(type(block).__name__, plain_text(block)) for block in taken.body.blocks]


def test_a_title_a_lead_and_headings_are_told_by_their_styles(draft):
    draft.say("Nya träd längs Ågatan", "Title")
    draft.say(LEAD, "Subtitle")
    draft.say(TEXT)
    draft.say("Så påverkas trafiken", "Heading 1")
    draft.say("Gatan stängs av.")
    draft.say("Bussar", "Heading 2")

    taken = draft.taken()

    assert (taken.title, taken.lead) == ("Nya träd längs Ågatan", LEAD)
    assert [block.level for block in taken.body.blocks if isinstance(block, Heading)] == [2, 3]
    assert taken.origin is None


@pytest.mark.parametrize(
    "names",
    [
        {"Heading 1": "Rubrik 1", "Heading 2": "Rubrik 2", "Quote": "Citat"},
        {"Heading 1": "heading 1", "Heading 2": "HEADING 2", "Quote": "Starkt citat"},
    ],
)
def test_swedish_and_english_names_mean_the_same(draft, names):
    draft.say("Nya träd längs Ågatan", "Heading 1")
    draft.say(TEXT)
    draft.say("Trafiken", "Heading 2")
    draft.say("– Det blir lugnt.", "Quote")
    for name, new in names.items():
        draft.rename_style(name, new)

    taken = draft.taken()

    assert taken.title == "Nya träd längs Ågatan"
    assert outline(taken) == [("Paragraph", TEXT), ("Heading", "Trafiken"), ("Quote", "Det blir lugnt.")]


def test_a_style_of_the_municipalitys_own_is_what_it_is_based_on(draft):
    style = draft.document.styles.add_style("Klarebro mellanrubrik", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = draft.document.styles["Heading 2"]
    draft.say("Nya träd längs Ågatan", "Title")
    draft.say(TEXT)
    draft.say("Trafiken", "Klarebro mellanrubrik")
    draft.say(TEXT)

    assert outline(draft.taken())[1] == ("Heading", "Trafiken")


def test_a_draft_without_styles_is_read_by_its_structure(draft):
    draft.say("Nya träd längs Ågatan", bold=True)
    draft.say("2026-05-03")
    draft.say("Kategori: Bygga och bo")
    draft.say(LEAD, bold=True)
    draft.say(TEXT)

    taken = draft.taken()

    assert taken.title == "Nya träd längs Ågatan"
    assert taken.publish_at == date(2026, 5, 3)
    assert taken.category_name == "Bygga och bo"
    assert taken.lead == LEAD
    assert outline(taken) == [("Paragraph", TEXT)]


def test_the_first_paragraph_is_a_lead_only_where_something_says_so(draft):
    draft.say("Nya träd längs Ågatan", "Heading 1")
    draft.say(LEAD)
    draft.say(TEXT)

    taken = draft.taken()

    assert taken.lead == ""
    assert outline(taken) == [("Paragraph", LEAD), ("Paragraph", TEXT)]


def test_a_label_above_the_text_is_the_kind(draft):
    draft.say("Pressmeddelande")
    draft.say("Nya träd längs Ågatan", "Title")
    draft.say(TEXT)

    assert draft.taken().kind is Kind.PRESS_RELEASE


def test_typed_dashes_are_speech_and_their_marks_are_kept(draft):
    draft.say("Nya träd", "Title")
    paragraph = draft.say("– Det blir ")
    paragraph.add_run("mycket").italic = True
    paragraph.add_run(" lugnare, säger Ylva Ek.")

    (quote,) = draft.taken().body.blocks

    assert quote == Quote(
        (Span("Det blir "), Span("mycket", (Emphasis(),)), Span(" lugnare, säger Ylva Ek."))
    )


def test_lists_keep_their_kind_and_their_depth(draft):
    for style in ("List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2"):
        draft.say(style, style)

    items = draft.taken().body.blocks

    assert [(item.ordered, item.level) for item in items if isinstance(item, ListItem)] == [
        (False, 1),
        (False, 2),
        (False, 3),
        (True, 1),
        (True, 2),
    ]


def test_a_list_made_with_the_button_has_the_depth_of_its_indent(draft):
    draft.say("Först", "List Bullet")
    item = draft.say("Under", "List Bullet")
    place = item._p.get_or_add_pPr().get_or_add_numPr()
    place.get_or_add_ilvl().val = 1
    place.get_or_add_numId().val = 1

    assert [block.level for block in draft.taken().body.blocks] == [1, 2]


def test_a_table_knows_its_header_row(draft):
    table = draft.document.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.text = f"cell {number}"
    unmarked = draft.taken().body.blocks[0]
    table.rows[0]._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))

    marked = draft.taken().body.blocks[0]

    assert isinstance(marked, Table)
    assert (unmarked.header_row, marked.header_row) == (False, True)
    assert plain_text(marked) == "cell 0\tcell 1\ncell 2\tcell 3"


def test_a_bold_first_row_is_a_header_row_and_no_longer_bold(draft):
    table = draft.document.add_table(2, 2)
    for number, cell in enumerate(table._cells):
        cell.paragraphs[0].add_run(f"cell {number}").bold = number < 2

    (read,) = draft.taken().body.blocks

    assert read.header_row
    assert read.rows[0] == ((Span("cell 0"),), (Span("cell 1"),))


def test_merged_cells_become_cells_and_it_is_told(draft):
    table = draft.document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Över två"
    table.cell(0, 2).text = "Sist"

    taken = draft.taken()

    assert plain_text(taken.body.blocks[0]).split("\n")[0] == "Över två\t\tSist"
    assert taken.left_out == (LeftOut(Omission.MERGED_CELLS, 1),)


def test_a_table_with_one_cell_is_a_fact_box(draft):
    cell = draft.document.add_table(1, 1).cell(0, 0)
    cell.text = "Fakta om träden"
    cell.add_paragraph("Lindarna är tre meter höga.")
    cell.add_paragraph("Fyrtio lindar", style="List Bullet")

    assert draft.taken().body.blocks == (
        FactTitle((Span("Fakta om träden"),)),
        Paragraph((Span("Lindarna är tre meter höga."),), boxed=True),
        ListItem(spans=(Span("Fyrtio lindar"),), boxed=True),
    )


def test_an_image_has_its_alternative_text_its_caption_and_its_credit(draft, picture):
    inline = draft.document.add_paragraph().add_run().add_picture(io.BytesIO(picture))
    inline._inline.docPr.set("descr", "En rad lindar")
    draft.say("Ågatan i maj. Foto: Ylva Ek", "Caption")

    taken = draft.taken()

    image_id = sha256(picture).hexdigest()
    assert taken.body.blocks == (
        Figure(image_id, alt="En rad lindar", caption="Ågatan i maj.", credit="Ylva Ek"),
    )
    assert taken.images[image_id].data == picture


def test_an_image_that_cannot_be_shown_is_told(draft, picture):
    draft.document.add_paragraph().add_run().add_picture(io.BytesIO(picture))
    draft.say(TEXT)
    broken = {"word/media/image1.png": b"\x01\x00\x00\x00 a drawing of Windows"}
    taken = read_data(with_members(draft.data(), broken), PATH)

    assert outline(taken) == [("Paragraph", TEXT)]
    assert taken.left_out == (LeftOut(Omission.IMAGES, 1, ("image1.png",)),)


def test_links_lead_where_they_led(draft):
    part = draft.document.part
    kind = docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK
    relation = part.relate_to("https://klarebro.example/trad", kind, is_external=True)
    draft.xml(
        f'<w:p><w:hyperlink r:id="{relation}"><w:r><w:t>om träden</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> HYPERLINK "mailto:park@klarebro.example" </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Skriv</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:hyperlink w:anchor="_Toc1"><w:r><w:t>Längre ner</w:t></w:r></w:hyperlink></w:p>'
    )

    first, second, third = (block.spans for block in draft.taken().body.blocks)

    assert first == (Span("om träden", (Link("https://klarebro.example/trad"),)),)
    assert second == (Span("Skriv", (Link("mailto:park@klarebro.example"),)),)
    assert third == (Span("Längre ner"),)


def test_a_link_to_a_file_or_a_script_is_text_and_is_told(draft):
    kind = docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK
    for address in ("file:///C:/utkast.docx", "javascript:alert(1)"):
        relation = draft.document.part.relate_to(address, kind, is_external=True)
        draft.xml(f'<w:p><w:hyperlink r:id="{relation}"><w:r><w:t>Planen</w:t></w:r></w:hyperlink></w:p>')

    taken = draft.taken()

    assert [block.spans for block in taken.body.blocks] == [(Span("Planen"),)] * 2
    assert taken.left_out == (LeftOut(Omission.LINKS, 2, ("file:///C:/utkast.docx", "javascript:alert(1)")),)


def test_tracked_insertions_are_in_and_deletions_and_hidden_words_are_out_and_told(draft):
    draft.xml(
        '<w:p><w:r><w:t xml:space="preserve">Fyrtio </w:t></w:r>'
        '<w:del w:id="1" w:author="A"><w:r><w:delText>höga</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="A"><w:r><w:t>gamla</w:t></w:r></w:ins>'
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> lindar.</w:t></w:r></w:p>'
    )

    taken = draft.taken()

    assert outline(taken) == [("Paragraph", "Fyrtio gamla lindar.")]
    assert taken.left_out == (
        LeftOut(Omission.DELETIONS, 1, ("höga",)),
        LeftOut(Omission.HIDDEN, 1, ("hemligt",)),
    )


def test_comments_and_page_edges_are_told(draft):
    paragraph = draft.say(TEXT)
    draft.document.add_comment(paragraph.runs, text="Stämmer det?", author="Bo")
    draft.document.sections[0].header.paragraphs[0].text = "Utkast 3"

    taken = draft.taken()

    assert outline(taken) == [("Paragraph", TEXT)]
    assert taken.left_out == (
        LeftOut(Omission.COMMENTS, 1, ("Stämmer det?",)),
        LeftOut(Omission.PAGE_EDGES, 1, ("Utkast 3",)),
    )


def test_a_text_box_is_a_fact_box(draft):
    draft.xml(
        "<w:p><w:r><w:t>Före rutan.</w:t></w:r>"
        "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'>"
        "<v:textbox><w:txbxContent><w:p><w:r><w:t>Bra att veta</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Träden vattnas.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r></w:p>"
    )

    assert outline(draft.taken()) == [
        ("Paragraph", "Före rutan."),
        ("FactTitle", "Bra att veta"),
        ("Paragraph", "Träden vattnas."),
    ]


def test_contacts_under_their_heading_are_contacts(draft):
    draft.say("Nya träd längs Ågatan", "Title")
    draft.say(TEXT)
    draft.say("Kontakt", "Heading 2")
    draft.say("Ylva Ek, stadsträdgårdsmästare")
    draft.say("08-465 004 10, ylva.ek@klarebro.example")

    taken = draft.taken()

    assert outline(taken) == [("Paragraph", TEXT)]
    assert [(one.name, *one.emails) for one in taken.contacts] == [("Ylva Ek", "ylva.ek@klarebro.example")]


def test_bold_and_italics_of_the_text_are_marks_and_those_of_styles_are_not(draft):
    draft.say("Nya träd", "Title")
    paragraph = draft.say("Obs: ", bold=True)
    paragraph.add_run("snart").italic = True
    draft.say("Trafiken", "Heading 1")
    draft.say(TEXT)

    first, heading, _text = draft.taken().body.blocks

    assert first.spans == (Span("Obs: ", (Strong(),)), Span("snart", (Emphasis(),)))
    assert heading.spans == (Span("Trafiken"),)
