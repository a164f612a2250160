"""Long lists as pages that are numbered from the oldest, so that what is added changes few of them."""

from msgspec import Struct

from editor_app.rendering.page_paths import FRONT_PAGE

PAGE_LENGTH = 50


class ListPage(Struct, frozen=True):
    """One page of a list: from the place `first` to before `last`, the oldest at 0.

    `number` is 0 for the landing page, which has the newest.
    """

    number: int
    first: int
    last: int

    @property
    def name(self) -> str:
        """What the file is called beside the other pages of the list."""
        return f"sida-{self.number}.html" if self.number else FRONT_PAGE


def list_pages(count: int) -> tuple[ListPage, ...]:
    """Return the pages of a list of `count`, the newest first.

    The oldest PAGE_LENGTH are on the first page for good, and so on; the landing page has what is left,
    up to twice as many, so that it never looks empty and one more changes it alone, or with one new page.
    """
    full = max(0, count // PAGE_LENGTH - 1)
    landing = ListPage(0, full * PAGE_LENGTH, count)
    numbered = (ListPage(n, (n - 1) * PAGE_LENGTH, n * PAGE_LENGTH) for n in range(full, 0, -1))
    return (landing, *numbered)
