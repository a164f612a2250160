"""Rows with tabs between the cells, as browsers copy tables, come out of a copied page as tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.domain.article import Phone
from editor_app.domain.document import Heading, ListItem, Table, plain_text
from editor_app.intake.lines import read_lines
from editor_app.intake.news_page import take_in

HEAD = """Nyhet
Avgifterna för badet ändras
3 mars 2026
Från den 1 april kostar det mer att bada i Klarebro badhus, men barn badar gratis.
"""
TABLE = "Biljett\tI dag\tFrån 1 april\nVuxen\t60 kr\t70 kr\nBarn\t30 kr\t0 kr\n"
REST = "Så betalar du\nDu betalar med kort i receptionen, eller på webben innan du kommer till badet.\n"


def cells(table):
    return [[plain_text_of(cell) for cell in row] for row in table.rows]


def plain_text_of(cell):
    return "".join(span.text for span in cell)


def tables_in(taken):
    return [block for block in taken.body.blocks if isinstance(block, Table)]


@pytest.mark.parametrize(
    "page", [HEAD + TABLE + REST, HEAD + "\n" + TABLE.replace("\t", " \t ") + "\n" + REST]
)
def test_the_rows_of_a_price_list_are_a_table_between_the_words(page):
    taken = take_in(page)

    (table,) = tables_in(taken)
    assert cells(table) == [
        ["Biljett", "I dag", "Från 1 april"],
        ["Vuxen", "60 kr", "70 kr"],
        ["Barn", "30 kr", "0 kr"],
    ]
    assert taken.title == "Avgifterna för badet ändras"
    assert taken.lead.startswith("Från den 1 april")
    assert any(isinstance(block, Heading) for block in taken.body.blocks)


def test_a_page_that_begins_with_its_table_keeps_it():
    taken = take_in("Nyhet\nPriser på badet\n3 mars 2026\n" + TABLE + REST)

    (table,) = tables_in(taken)

    assert len(table.rows) == 3


def test_an_empty_corner_stays_empty():
    (table,) = tables_in(take_in(HEAD + "\t2025\t2026\nBesök\t100\t200\n" + REST))

    assert cells(table) == [["", "2025", "2026"], ["Besök", "100", "200"]]


def test_contacts_in_rows_are_contacts_still():
    page = HEAD + "Kontakt\nAnna Berg\nTelefon:\t070-174 06 05\nE-post:\tanna.berg@klarebro.example\n"

    taken = take_in(page)

    assert [(one.name, one.phones) for one in taken.contacts] == [("Anna Berg", (Phone("070-174 06 05"),))]
    assert tables_in(taken) == []


def test_bullets_with_tabs_are_a_list_still():
    taken = take_in(HEAD + "Ta med:\n•\tbadkläder\n•\thandduk\n")

    assert sum(isinstance(block, ListItem) for block in taken.body.blocks) == 2
    assert tables_in(taken) == []


row = st.lists(st.sampled_from(["Vuxen", "60 kr", "", "Barn", "x"]), min_size=1, max_size=4).map("\t".join)


@given(
    st.lists(st.one_of(row, st.sampled_from(["Ord i en mening.", "", "• punkt"])), max_size=12).map("\n".join)
)
def test_no_word_in_rows_is_lost(rows):
    taken = take_in(HEAD + rows)

    said = " ".join((taken.title, taken.lead, *taken.furniture, *(plain_text(b) for b in taken.body.blocks)))
    for line in read_lines(rows):
        for word in line.text.replace("•", "").split():
            assert said.count(word) >= rows.count(word)
