"""HTML from elsewhere becomes blocks, and nothing but blocks."""

from hashlib import sha256

import pytest

from editor_app.domain.document import (
    Emphasis,
    FactTitle,
    Figure,
    Heading,
    Language,
    Link,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Strong,
    Table,
    paragraph,
)
from editor_app.intake.html.read_text import LeftOut
from editor_app.intake.html.reading import read_html

# One white pixel.
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="


def blocks(html, **more):
    return read_html(html, **more).document.blocks


def words(text, *marks):
    return (Span(text, marks),)


def test_marks_come_from_tags_and_from_styles():
    html = (
        "<p>Ett <b>två</b> <span style='font-weight:700'>tre</span> <i>fyra</i> "
        "<b style='font-weight:normal'>fem</b> <b style='mso-bidi-font-weight:normal'>sex</b></p>"
    )

    assert blocks(html) == (
        Paragraph(
            (
                Span("Ett "),
                Span("två", (Strong(),)),
                Span(" "),
                Span("tre", (Strong(),)),
                Span(" "),
                Span("fyra", (Emphasis(),)),
                Span(" fem "),
                Span("sex", (Strong(),)),
            )
        ),
    )


@pytest.mark.parametrize(
    ("tags", "levels"),
    [("h1 h2 h3", [2, 3, 4]), ("h2 h3", [2, 3]), ("h3 h5", [2, 4]), ("h1 h6", [2, 4]), ("h2 h1", [3, 2])],
)
def test_the_highest_heading_becomes_the_highest_of_an_article(tags, levels):
    html = "".join(f"<{tag}>Rubrik</{tag}>" for tag in tags.split())

    assert [block.level for block in blocks(html)] == levels


def test_two_breaks_in_a_row_part_paragraphs_and_one_breaks_the_line():
    assert blocks("Ett<br>två<br> <br>tre<br>") == (paragraph("Ett\ntvå"), paragraph("tre"))


def test_lists_nest_in_an_item_or_beside_it():
    inside = "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"
    beside = "<ul><li>a</li><ol><li>b</li></ol><li>c</li></ul>"

    expected = (
        ListItem(False, 1, words("a")),
        ListItem(True, 2, words("b")),
        ListItem(False, 1, words("c")),
    )
    assert blocks(inside) == blocks(beside) == expected


def test_paragraphs_in_an_item_are_lines_of_it():
    assert blocks("<ul><li><p>ett</p><p>två</p></li></ul>") == (ListItem(False, 1, words("ett\ntvå")),)


def test_what_is_said_is_a_quote_and_dashes_in_a_row_are_a_list():
    html = "<p>Ingress.</p><p>– Det blir bra, säger Ylva Ek.</p><p>Och:</p><p>- bro</p><p>- torg</p>"

    assert blocks(html) == (
        paragraph("Ingress."),
        Quote(words("Det blir bra, säger Ylva Ek.")),
        paragraph("Och:"),
        ListItem(False, 1, words("bro")),
        ListItem(False, 1, words("torg")),
    )


def test_typed_items_parted_by_line_breaks_are_a_list_with_their_marks():
    html = "<div>Ta med:<br>• <b>mössa</b><br>• vantar</div>"

    assert blocks(html) == (
        paragraph("Ta med:"),
        ListItem(False, 1, words("mössa", Strong())),
        ListItem(False, 1, words("vantar")),
    )


def test_one_paragraph_alone_is_words_whatever_it_begins_with():
    assert blocks("<p>– Hej</p>") == (paragraph("– Hej"),)


def test_a_table_has_its_head_and_cells_that_reach_down_are_repeated():
    html = (
        "<table><tr><td><b>Dag</b></td><td><b>Tid</b></td></tr>"
        "<tr><td rowspan=2>måndag</td><td>9–12</td></tr><tr><td>13–16</td></tr></table>"
    )

    assert blocks(html) == (
        Table(
            (
                (words("Dag"), words("Tid")),
                (words("måndag"), words("9–12")),
                (words("måndag"), words("13–16")),
            )
        ),
    )


def test_a_table_that_lays_out_a_page_is_read_through():
    html = "<table><tr><td><h1>Nytt</h1><p>Ett.</p></td><td><p>Två.</p></td></tr></table>"

    assert blocks(html) == (Heading(2, words("Nytt")), paragraph("Ett."), paragraph("Två."))


def test_an_aside_with_a_heading_is_a_fact_box():
    html = "<article><p>Text.</p><aside><h2>Fakta</h2><ul><li>ett</li></ul></aside></article>"

    assert blocks(html) == (
        paragraph("Text."),
        FactTitle(words("Fakta")),
        ListItem(False, 1, words("ett"), boxed=True),
    )


def test_what_surrounds_the_main_part_of_a_page_stays_behind():
    html = (
        "<header>Klarebro kommun</header><nav><a href='/a'>Start</a></nav>"
        "<main><h1>Bron öppnar</h1><p>I dag.</p><button>Dela</button></main><footer>Kakor</footer>"
    )

    assert blocks(html) == (Heading(2, words("Bron öppnar")), paragraph("I dag."))


def test_a_menu_copied_alone_is_what_was_meant():
    assert blocks("<nav><ul><li>Start</li></ul></nav>") == (ListItem(False, 1, words("Start")),)


def test_an_image_in_the_text_comes_with_its_bytes_and_one_elsewhere_is_counted():
    html = (
        f"<figure><img alt='En bro' src='data:image/png;base64,{PNG}'>"
        "<figcaption>Bron. Foto: Ylva Ek</figcaption></figure>"
        "<p>Slut <img src='https://example.se/bild.jpg' alt='Torget'>"
        "<img src='https://example.se/p.gif' width=1 height=1></p>"
    )

    read = read_html(html)

    (name, data), *others = read.images.items()
    assert not others and name == sha256(data).hexdigest()
    assert read.document.blocks == (
        Figure(name, alt="En bro", caption="Bron", credit="Ylva Ek"),
        paragraph("Slut"),
    )
    assert read.left_out == LeftOut(images=1)


def test_struck_words_and_hidden_ones_do_not_arrive():
    html = "<p>Avgiften är <del>500</del> <ins>600</ins> kronor<span style='display:none'>!</span>.</p>"

    read = read_html(html)

    assert read.document.blocks == (paragraph("Avgiften är 600 kronor."),)
    assert read.left_out == LeftOut(deletions=1)


def test_the_language_of_a_passage_is_marked_where_it_is_not_that_of_the_text():
    html = "<p lang=sv>Det heter <i lang=fi>tervetuloa</i> på finska, och <span lang=SV>så</span>.</p>"

    assert blocks(html) == (
        Paragraph(
            (
                Span("Det heter "),
                Span("tervetuloa", (Language("fi"), Emphasis())),
                Span(" på finska, och så."),
            )
        ),
    )


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "java\tscript:x", "data:text/html,x", "file:///a", "/a", "#b"]
)
def test_a_link_that_cannot_be_followed_keeps_its_words(href):
    assert blocks(f'<p><a href="{href}">Läs mer</a></p>') == (paragraph("Läs mer"),)


def test_a_relative_link_leads_from_the_address_of_the_page():
    read = blocks('<p><a href="../b">Läs</a></p>', base="https://example.se/a/c")

    assert read == (Paragraph(words("Läs", Link("https://example.se/b"))),)
