"""The numbers of list items, as a page counts them."""

from editor_app.domain.document import ListItem, Span, paragraph
from editor_app.domain.list_numbers import item_numbers


def item(level=1, *, ordered=True, boxed=False):
    return ListItem(ordered=ordered, level=level, spans=(Span("Ta med hjälm"),), boxed=boxed)


def test_items_that_follow_each_other_are_counted():
    assert list(item_numbers([item(), item(), item()])) == [1, 2, 3]


def test_deeper_items_do_not_interrupt_the_list_around_them():
    blocks = [item(), item(2), item(2), item(), item(2)]

    assert list(item_numbers(blocks)) == [1, 1, 2, 2, 1]


def test_a_paragraph_ends_a_list():
    assert list(item_numbers([item(), paragraph("Sedan:"), item()])) == [1, 0, 1]


def test_bullets_have_no_number_and_end_a_numbered_list():
    assert list(item_numbers([item(), item(ordered=False), item()])) == [1, 0, 1]


def test_a_list_in_a_fact_box_is_its_own():
    assert list(item_numbers([item(), item(boxed=True), item(boxed=True)])) == [1, 1, 2]
