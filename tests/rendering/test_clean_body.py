"""What another content management system gets of an article."""

import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from editor_app.domain.article import Contact, Correction, Phone
from editor_app.domain.document import (
    Document,
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
    plain_text,
)
from editor_app.domain.normalize import normalize
from editor_app.rendering.body import PlacedImage
from editor_app.rendering.clean_body import (
    ATTRIBUTES,
    ELEMENTS,
    ForeignWords,
    in_language,
    render_clean_body,
    render_contacts,
    render_corrections,
)
from tests.strategies import documents

VOID = {"img"}
# Without these around them, cells and items would not be read as what they are.
PARENTS = {
    "li": {"ul", "ol"},
    "tr": {"thead", "tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "caption": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "figcaption": {"figure"},
    "img": {"figure"},
}


def same(text):
    return text


def clean(*blocks, image=lambda _: PlacedImage("bilder/01.jpg", 30, 20), address=lambda _: None):
    body = normalize(Document(blocks))
    return render_clean_body(body, image=image, article_address=address, gettext=same)


class Elements(HTMLParser):
    """Takes down the elements, each with its parent and its attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.open = [""]
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, self.open[-1], dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@given(documents)
def test_any_document_gives_nothing_but_what_every_system_takes(document):
    html = render_clean_body(
        normalize(document), image=lambda _: PlacedImage("a.jpg", 3, 2), article_address=str, gettext=same
    ).html

    elements = Elements(html)
    assert elements.open == [""]
    for tag, parent, attributes in elements.found:
        assert tag in ELEMENTS
        assert attributes.keys() <= ATTRIBUTES["*"] | ATTRIBUTES.get(tag, frozenset())
        assert parent in PARENTS.get(tag, {parent})
        assert attributes.get("href", "https:").partition(":")[0] in {"http", "https", "mailto", "tel", "1"}


@given(documents)
def test_a_browser_reads_the_same_as_was_written(document):
    html = render_clean_body(
        normalize(document), image=lambda _: PlacedImage("a.jpg", 3, 2), article_address=str, gettext=same
    ).html

    assert LexborHTMLParser(html).body.inner_html.rstrip("\n") == html


@given(documents)
def test_what_marks_words_is_all_that_it_adds(document):
    plain, marked = (
        render_clean_body(
            normalize(document),
            image=lambda _: PlacedImage("a.jpg", 3, 2),
            article_address=str,
            gettext=same,
            marks_words=marks_words,
        ).html
        for marks_words in (False, True)
    )

    assert re.sub(r'<span lang="[\w-]+" dir="(ltr|rtl)">|</span>', "", marked) == plain


@given(documents)
def test_no_word_is_lost(document):
    body = normalize(document)
    html = render_clean_body(
        body, image=lambda _: PlacedImage("a.jpg", 3, 2), article_address=str, gettext=same
    ).html

    words = "".join((LexborHTMLParser(html).body.text() or "").split())
    for block in body.blocks:
        for piece in plain_text(block).split():
            assert piece in words


def test_a_fact_box_becomes_a_heading_and_what_stands_below_it():
    body = clean(
        FactTitle((Span("Fakta"),)),
        Paragraph((Span("Fyra meter bred"),), boxed=True),
        ListItem(spans=(Span("Belysning"),), boxed=True),
    )

    assert body.html == "<h2>Fakta</h2><p>Fyra meter bred</p><ul><li>Belysning</li></ul>"


def test_a_line_break_makes_a_new_paragraph_and_in_a_quote_a_space():
    body = clean(
        Paragraph((Span("Ett\n"), Span("Två\nTre", (Strong(),)))), Quote((Span("Bra.\nMycket bra."),))
    )

    assert body.html == (
        "<p>Ett</p>\n<p><strong>Två</strong></p>\n<p><strong>Tre</strong></p>\n"
        "<blockquote><p>–&nbsp;Bra. Mycket bra.</p></blockquote>"
    )


def test_a_table_keeps_what_its_cells_head():
    row = ((Span("Zon"),), (Span("Avgift"),))
    body = clean(Table((row, row), header_row=True, header_column=True, caption="Avgifter"))

    assert body.html == (
        '<table><caption>Avgifter</caption><thead><tr><th scope="col">Zon</th><th scope="col">Avgift</th>'
        '</tr></thead><tbody><tr><th scope="row">Zon</th><td>Avgift</td></tr></tbody></table>'
    )


def test_an_image_has_its_alternative_text_and_its_credit_and_no_class():
    body = clean(Figure("a" * 64, alt="En bro", caption="Bron.", credit="Ylva Ek"))

    assert body.html == (
        '<figure><img src="bilder/01.jpg" width="30" height="20" alt="En bro">'
        "<figcaption>Bron. Photo: Ylva Ek</figcaption></figure>"
    )


def test_an_image_without_a_file_is_left_out():
    assert clean(Figure("a" * 64, alt="En bro"), paragraph("Text."), image=lambda _: None).html == (
        "<p>Text.</p>"
    )


def test_a_link_to_an_article_is_a_whole_address_or_plain_words():
    linked = Paragraph((Span("förra nyheten", (Link("article:1"),)),))

    there = clean(linked, address=lambda one: f"https://klarebro.example/{one}/")

    assert there.html == '<p><a href="https://klarebro.example/1/">förra nyheten</a></p>'
    assert clean(linked).html == "<p>förra nyheten</p>"


def test_what_is_in_another_language_inside_a_text_is_told():
    body = clean(
        Paragraph((Span("Ordet "), Span("tervetuloa", (Language("fi"), Emphasis())), Span(" betyder."))),
        Paragraph((Span("مرحبا", (Language("ar"),)),)),
        Heading(2, (Span("Meän kieli", (Language("fit"),)), Span(" idag"))),
    )

    assert body.foreign == (ForeignWords("fi", "tervetuloa"), ForeignWords("fit", "Meän kieli"))
    assert "<span" not in body.html
    assert '<p lang="ar" dir="rtl">مرحبا</p>' in body.html


def test_words_in_another_language_stay_marked_where_that_is_asked_for():
    body = normalize(
        Document(
            (
                Paragraph((Span("Ordet "), Span("مرحبا", (Language("ar"), Emphasis())), Span("."))),
                Figure("a", alt="Ån", caption="Ån", credit="Siv Ek"),
            )
        )
    )

    marked = render_clean_body(
        body,
        image=lambda _: PlacedImage("a.jpg", 3, 2),
        article_address=str,
        gettext=same,
        marks_words=True,
    )

    assert marked.foreign == ()
    assert marked.html.splitlines() == [
        '<p dir="auto">Ordet <span lang="ar" dir="rtl"><em>مرحبا</em></span>.</p>',
        '<figure><img src="a.jpg" width="3" height="2" alt="Ån">'
        "<figcaption>Ån Photo: Siv Ek</figcaption></figure>",
    ]


def test_each_element_tells_the_language_of_the_article_on_a_page_in_another():
    body = clean(
        Heading(2, (Span("The park"),)),
        ListItem(spans=(Span("Trees"),)),
        Paragraph((Span("Parken", (Language("sv"),)),)),
        FactTitle((Span("Facts"),)),
        Paragraph((Span("Three hectares & more."),), boxed=True),
    ).html

    assert in_language(body, "en", "sv").splitlines() == [
        '<h2 lang="en">The park</h2>',
        '<ul lang="en"><li>Trees</li></ul>',
        '<p lang="sv" dir="ltr">Parken</p>',
        '<h2 lang="en">Facts</h2>',
        '<p lang="en">Three hectares &amp; more.</p>',
    ]
    assert in_language(body, "sv", "sv") == body
    assert in_language(body, "ingen aning", "sv") == body


def test_an_article_from_right_to_left_runs_so_on_a_page_from_left_to_right():
    body = clean(Table(((((Span("يوم"),)), ((Span("ساعة"),))),)), paragraph("أهلا"), paragraph("112")).html

    told = in_language(body, "ar", "sv").splitlines()

    assert told[0].startswith('<table lang="ar" dir="rtl">')
    assert told[1:] == ['<p dir="auto" lang="ar">أهلا</p>', '<p lang="ar" dir="rtl">112</p>']


def test_contacts_stand_below_a_heading_with_numbers_to_dial():
    contact = Contact(
        "1",
        "Ylva Ek",
        roles=("Projektledare",),
        phones=(Phone("070-174 06 05", "mobil"),),
        emails=("ylva.ek@klarebro.example",),
    )

    assert render_contacts((contact,), same) == (
        "<h2>Contact</h2>\n<h3>Ylva Ek</h3>\n<p>Projektledare</p>\n"
        '<p>Mobil: <a href="tel:+46-70-174-06-05">070-174 06 05</a></p>\n'
        '<p><a href="mailto:ylva.ek@klarebro.example">ylva.ek@klarebro.example</a></p>'
    )
    assert render_contacts((), same) == ""


def test_corrections_say_when_and_what():
    corrections = (Correction(date(2026, 3, 5), "Bron är 40 & inte 30 meter."),)

    assert render_corrections(corrections, "sv", same) == (
        "<p><strong>Correction 5 mars 2026:</strong> Bron är 40 &amp; inte 30 meter.</p>"
    )
