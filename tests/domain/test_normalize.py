"""The canonical form: what looks the same is the same."""

import pytest
from hypothesis import given

from editor_app.domain.document import (
    Document,
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
    paragraph,
)
from editor_app.domain.normalize import normalize, normalize_text
from tests.strategies import documents


@given(documents)
def test_normalizing_twice_changes_nothing_more(document):
    once = normalize(document)

    assert normalize(once) == once


def test_adjacent_spans_with_equal_marks_merge_and_empty_ones_vanish():
    document = Document((Paragraph((Span("Ny "), Span(""), Span("bro"), Span("!", (Strong(),)))),))

    assert normalize(document) == Document((Paragraph((Span("Ny bro"), Span("!", (Strong(),)))),))


def test_marks_have_one_order_and_come_once():
    typed = (Emphasis(), Strong(), Link("https://a.example"), Strong(), Link("https://b.example"))

    (block,) = normalize(Document((Paragraph((Span("bro", typed),)),))).blocks

    assert block.spans == (Span("bro", (Link("https://a.example"), Strong(), Emphasis())),)


def test_an_accent_typed_apart_joins_its_letter_across_spans():
    document = Document((Paragraph((Span("Age\N{COMBINING ACUTE ACCENT}"), Span("n"))),))

    assert normalize(document) == Document((paragraph("Agén"),))


def test_blank_paragraphs_vanish_but_empty_headings_stay_to_be_found():
    document = Document((paragraph(" \N{NO-BREAK SPACE}"), Heading(2), Paragraph(), ListItem()))

    assert normalize(document).blocks == (Heading(2), ListItem())


def test_only_blocks_right_below_a_fact_title_are_boxed():
    inside = Paragraph((Span("Bron är 42 meter."),), boxed=True)
    outside = paragraph("Bron öppnar i maj.")

    blocks = normalize(Document((inside, FactTitle((Span("Fakta"),)), inside, outside, inside))).blocks

    assert [getattr(block, "boxed", None) for block in blocks] == [False, None, True, False, False]


def test_a_blank_paragraph_does_not_end_a_fact_box():
    inside = Paragraph((Span("Bron är 42 meter."),), boxed=True)

    blocks = normalize(Document((FactTitle((Span("Fakta"),)), Paragraph(), inside))).blocks

    assert blocks == (FactTitle((Span("Fakta"),)), inside)


def test_a_figure_ends_a_fact_box():
    inside = Paragraph((Span("Bron är 42 meter."),), boxed=True)

    blocks = normalize(Document((FactTitle((Span("Fakta"),)), Figure("ab", "En bro"), inside))).blocks

    assert blocks[-1] == paragraph("Bron är 42 meter.")


def test_list_levels_start_at_one_and_go_down_a_step_at_a_time():
    typed = Document(tuple(ListItem(level=level, spans=(Span("x"),)) for level in (3, 3, 1, 3, 2)))

    assert [block.level for block in normalize(typed).blocks] == [1, 2, 1, 2, 2]


def test_a_heading_and_a_fact_title_hold_no_line_breaks_and_no_links():
    words = (Span("Ny\nbro", (Link("https://a.example"), Emphasis())),)

    blocks = normalize(Document((Heading(2, words), FactTitle(words), Quote(words)))).blocks

    assert blocks[0].spans == blocks[1].spans == (Span("Ny bro", (Emphasis(),)),)
    assert blocks[2].spans == words


def test_a_decorative_figure_has_no_alt_text():
    (figure,) = normalize(Document((Figure("ab", alt="En bro", decorative=True),))).blocks

    assert figure == Figure("ab", decorative=True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\tb", "a b"),
        ("a\r\nb\u2028c\rd", "a\nb\nc\nd"),
        ("\x00a\x07\ufffcb\ufeff", "ab"),
        ("\ud800a\U0001ffff", "a"),
        ("\N{NO-BREAK SPACE}10\N{NO-BREAK SPACE}%", "\N{NO-BREAK SPACE}10\N{NO-BREAK SPACE}%"),
        ("👩\u200d🔧", "👩\u200d🔧"),
    ],
)
def test_text_keeps_what_can_be_read(typed, kept):
    assert normalize_text(typed) == kept


def test_the_rows_of_a_table_are_equally_long():
    table = Table(rows=(((Span("a"),), (Span("b"),)), ((Span("c"),),)))

    normal = normalize(Document((table,)))

    assert normal.blocks[0].rows == (((Span("a"),), (Span("b"),)), ((Span("c"),), ()))


def test_a_table_without_cells_vanishes():
    assert normalize(Document((Table(rows=((), ())),))) == Document()
