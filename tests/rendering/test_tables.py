"""Tables on the page."""

from functools import partial

import pytest

from editor_app.domain.document import Table
from editor_app.rendering.inline import render_spans
from editor_app.rendering.tables import render_table
from tests.tables import table


def html(some: Table) -> str:
    words = partial(render_spans, article_address=lambda _id: None)
    return str(render_table(some, words, lambda text: text))


def test_a_table_stands_in_a_frame_that_can_be_reached_by_key_and_says_what_it_is():
    assert html(table(["Dag"], ["Måndag"], caption="Öppet & stängt")) == (
        '<div class="table" role="group" aria-label="Table: Öppet &amp; stängt" tabindex="0"><table>'
        "<caption>Öppet &amp; stängt</caption>"
        '<thead><tr><th scope="col">Dag</th></tr></thead>'
        "<tbody><tr><td>Måndag</td></tr></tbody></table></div>"
    )


@pytest.mark.parametrize(
    ("header_row", "header_column", "rows"),
    [
        (True, False, '<th scope="col">a</th><th scope="col">b</th>|<td>c</td><td>d</td>'),
        (False, True, '<th scope="row">a</th><td>b</td>|<th scope="row">c</th><td>d</td>'),
        (True, True, '<th scope="col">a</th><th scope="col">b</th>|<th scope="row">c</th><td>d</td>'),
        (False, False, "<td>a</td><td>b</td>|<td>c</td><td>d</td>"),
    ],
)
def test_header_cells_say_what_they_head(header_row, header_column, rows):
    page = html(table(["a", "b"], ["c", "d"], header_row=header_row, header_column=header_column))

    for cells in rows.split("|"):
        assert f"<tr>{cells}</tr>" in page


def test_an_empty_corner_is_no_header_without_a_name():
    page = html(table(["", "Vuxen"], ["Bad", "90 kr"], header_column=True))

    assert '<tr><td></td><th scope="col">Vuxen</th></tr>' in page
