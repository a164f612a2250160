"""Tables in plain text."""

import pytest

from editor_app.domain.document import Table
from editor_app.domain.tabbed_rows import with_tables
from tests.tables import table


def test_rows_with_tabs_between_the_cells_are_a_table_among_the_lines():
    lines = ["Så här har vi öppet.", "Dag\tÖppet", "Måndag\t10–18", "Tisdag\t10–20", "Välkommen!"]

    read = list(with_tables(lines))

    assert read == [
        "Så här har vi öppet.",
        table(["Dag", "Öppet"], ["Måndag", "10–18"], ["Tisdag", "10–20"]),
        "Välkommen!",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Dag\tÖppet"],
        ["Dag\tÖppet", "Måndag\t10–18\tsommartid"],
        ["\tEtt indraget stycke.", "\tEtt till."],
        ["ett", "två"],
        ["\t", "\t"],
    ],
    ids=["one row", "rows of different length", "indented", "no tabs", "blank"],
)
def test_what_is_no_table_stays_lines(lines):
    assert list(with_tables(lines)) == lines


def test_empty_cells_stay_and_columns_without_words_at_the_edges_go():
    read = list(with_tables(["\t\tVuxen\tBarn\t", "\tTaxa\t\t40\t", "\tRabatt\t10\t\t"]))

    assert read == [table(["", "Vuxen", "Barn"], ["Taxa", "", "40"], ["Rabatt", "10", ""])]


def test_two_tables_of_different_width_that_follow_each_other_stay_two():
    read = list(with_tables(["a\tb", "c\td", "e\tf\tg", "h\ti\tj"]))

    assert [len(one.rows[0]) for one in read if isinstance(one, Table)] == [2, 3]


@pytest.mark.parametrize(
    ("rows", "header_row", "header_column"),
    [
        ((["Dag", "Öppet"], ["Måndag", "10–18"]), True, False),
        ((["Måndag", "10–18"], ["Tisdag", "10–20"]), False, True),
        ((["1 mars", "10–18"], ["2 mars", "10–20"]), False, False),
    ],
)
def test_the_cells_that_head_the_others_are_those_without_digits(rows, header_row, header_column):
    read = list(with_tables(["\t".join(row) for row in rows]))

    assert read == [table(*rows, header_row=header_row, header_column=header_column)]


@pytest.mark.parametrize("signs", ["••", "oo", ["1.", "2."], ["a)", "b)"]])
def test_a_tab_behind_a_bullet_or_a_number_makes_no_table(signs):
    lines = [f"{sign}\tpunkt" for sign in signs]

    assert list(with_tables(lines)) == lines


def test_places_in_a_competition_are_a_table():
    (table,) = with_tables(["1.\tAnna Ek\t12,3", "2.\tBo Lind\t12,9"])

    assert isinstance(table, Table)
