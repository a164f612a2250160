"""What the checks know besides the article."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from editor_app.domain.article import Contact
from editor_app.domain.image_details import ImageDetails


class WordLists(Struct, frozen=True):
    """Words that the rules go by, those of the municipality among them; see resources/words.

    `acronyms` need no explanation; `plainer` are words by what says the same more plainly.
    """

    acronyms: frozenset[str] = frozenset()
    plainer: Mapping[str, tuple[str, ...]] = {}


class Context(Struct, frozen=True):
    """What is known of the archive and of the day.

    `today` is the day in Sweden, `contacts` those of the article in its order, `images` what is noted
    of its images by id. `live_ids` are the articles that are, or will be, on the site; None where that
    is not known, as for a file.
    """

    today: date
    contacts: tuple[Contact, ...] = ()
    images: Mapping[str, ImageDetails] = {}
    live_ids: frozenset[str] | None = None
    words: WordLists = WordLists()
