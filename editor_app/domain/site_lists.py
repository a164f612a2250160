"""Which articles a list on the website is of."""

from datetime import datetime

from msgspec import Struct

from editor_app.domain.live_text import ListedText
from editor_app.domain.swedish_time import wall_time

# What puts texts into the order of lists, the oldest first; ties are settled by id.
Place = tuple[datetime, str]


class Mention(Struct, frozen=True):
    """That a text names something: `what` is one of those below, `target_id` which."""

    what: str
    target_id: str


LINKED, RELATED, CONTACT, IMAGE, ORIGINAL = "linked", "related", "contact", "image", "original"


class Listing(Struct, frozen=True):
    """The public articles of a category or of a contact, or all, dated in `months` that begin so.

    `months` is a year, a month as in 2026-11, or empty. Without a category are those of `category_id`
    None.
    """

    category_id: str | None = ""
    contact_id: str = ""
    months: str = ""


def place_in_lists(listed: ListedText) -> Place:
    """Return where a text stands in lists."""
    return listed.dated_at, listed.article_id


def month_of(moment: datetime) -> str:
    """Return the Swedish month of `moment`, as in 2026-11."""
    return f"{wall_time(moment):%Y-%m}"
