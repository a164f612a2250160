"""What the checks know besides the article."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from editor_app.domain.article import Contact
from editor_app.domain.image_details import ImageDetails
from editor_app.domain.quotes import QuoteApproval


class OwnRule(Struct, frozen=True):
    """What a municipality says instead of a word, and why; `why` may be empty."""

    suggestion: str
    why: str = ""


class WordLists(Struct, frozen=True):
    """Words that the rules go by, those of the municipality among them; see resources/words.

    `acronyms` need no explanation, and `names` are spelt as they should be; `passives` are verbs in -s
    that hide who does something. Of the others the value says in running text what the key does:
    `abbreviations` spelt out, `plainer` words, each form by the same form, and `rules`, which are those
    of the municipality. `empty_link_texts` lead nowhere in particular, and `common` are words by which a
    language is known, by its tag.
    """

    acronyms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = {}
    plainer: Mapping[str, str] = {}
    rules: Mapping[str, OwnRule] = {}
    empty_link_texts: frozenset[str] = frozenset()
    common: Mapping[str, frozenset[str]] = {}


class Context(Struct, frozen=True):
    """What is known of the archive and of the day.

    `today` is the day in Sweden, `contacts` those of the article in its order, `images` what is noted
    of its images by id. `live_ids` are the articles that are, or will be, on the site; None where that
    is not known, as for a file. `positioned_images` are those whose originals say where they were
    taken. `quote_approvals` are None where nobody keeps them. `approver` is who would approve, empty
    where that is not asked, and `writers` are those who began, submitted and last edited the article.
    `original_words` are the hashes of the words that a translation may follow, None where the archive
    has no original of it.
    """

    today: date
    contacts: tuple[Contact, ...] = ()
    images: Mapping[str, ImageDetails] = {}
    positioned_images: frozenset[str] = frozenset()
    category_is_retired: bool = False
    live_ids: frozenset[str] | None = None
    quote_approvals: tuple[QuoteApproval, ...] | None = None
    quotes_must_be_approved: bool = False
    approver: str = ""
    writers: frozenset[str] = frozenset()
    approver_must_be_another: bool = False
    words: WordLists = WordLists()
    original_words: frozenset[str] | None = None
