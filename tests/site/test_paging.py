"""Pages of lists are numbered from the oldest, and most of them stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.site.paging import PAGE_LENGTH, list_pages

counts = st.integers(0, 2000)


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (0, [("index.html", 0)]),
        (1, [("index.html", 1)]),
        (99, [("index.html", 99)]),
        (100, [("index.html", 50), ("sida-1.html", 50)]),
        (149, [("index.html", 99), ("sida-1.html", 50)]),
        (150, [("index.html", 50), ("sida-2.html", 50), ("sida-1.html", 50)]),
    ],
)
def test_full_pages_hold_the_oldest_and_the_landing_page_the_rest(count, pages):
    assert [(page.name, page.last - page.first) for page in list_pages(count)] == pages


@given(counts)
def test_everything_is_on_one_page(count):
    pages = list_pages(count)

    places = [place for page in reversed(pages) for place in range(page.first, page.last)]
    assert places == list(range(count))


@given(counts)
def test_one_more_changes_the_landing_page_and_makes_at_most_one_new(count):
    before, after = set(list_pages(count)), set(list_pages(count + 1))

    assert len(before - after) == 1
    assert {page.number for page in before - after} == {0}
    assert len(after - before) <= 2


@given(counts.filter(lambda count: count >= PAGE_LENGTH))
def test_the_landing_page_is_never_nearly_empty(count):
    landing = list_pages(count)[0]

    assert PAGE_LENGTH <= landing.last - landing.first < 2 * PAGE_LENGTH
