"""What somebody is quoted as saying, and who has approved it.

Each block is a quote of its own, also where several follow each other: an approval covers exactly
the words that its speaker saw, whoever speaks in the block beside it.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256

from msgspec import Struct

from editor_app.domain.document import Block, Document, Paragraph, Quote, plain_text
from editor_app.domain.normalize import normalize
from editor_app.domain.speakers import suggest_speaker

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_DOUBLE_MARKS = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033]")
_SINGLE_MARKS = re.compile("[\u2018\u2019\u201a\u201b\u2032\u00b4`]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069]")
_LEADING_DASH = re.compile(r"^[\s-]+")


class QuoteWay(StrEnum):
    """How a speaker approved; the values are what the archive holds."""

    EMAIL = "email"
    PHONE = "phone"
    IN_PERSON = "in_person"
    MESSAGE = "message"


class QuoteApproval(Struct, frozen=True):
    """That `speaker` approved the words whose `quote_hash` this is.

    `approved_on` is the day in Sweden; `recorded_by` noted it at `recorded_at`.
    """

    article_id: str
    quote: str
    speaker: str
    approved_on: date
    way: QuoteWay
    recorded_by: str
    recorded_at: datetime


class ArticleQuote(Struct, frozen=True):
    """A quote as it stands: `block` is its index in the normalised body, `number` counts from 1.

    `speaker` is who seems to say it, empty where nobody is named. `approval` is there while the words
    are those that were approved.
    """

    number: int
    block: int
    text: str
    hash: str
    speaker: str = ""
    approval: QuoteApproval | None = None


def quote_text(words: str) -> str:
    """Return what two settings of one quote have in common.

    Kinds of dashes, quotation marks and spaces, soft hyphens, and a dash of speech before the words
    make no difference. Every letter and every other sign does.
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    text = _SINGLE_MARKS.sub("'", _DOUBLE_MARKS.sub('"', _DASHES.sub("-", text)))
    text = " ".join(text.replace("…", "...").split())
    return _LEADING_DASH.sub("", text)


# The editor asks with each time it paints a quote.
@lru_cache(1024)
def quote_hash(words: str) -> str:
    """Return the identity of a quote: the SHA-256 of its `quote_text`, in hex."""
    return sha256(quote_text(words).encode()).hexdigest()


def quotes_in(
    body: Document, approvals: Iterable[QuoteApproval] = (), names: Iterable[str] = ()
) -> tuple[ArticleQuote, ...]:
    """Return the quotes of `body` in reading order, with the approvals that hold for them.

    `names` are people who may be speaking, whole as contacts have them.
    """
    by_hash: Mapping[str, QuoteApproval] = {approval.quote: approval for approval in approvals}
    blocks = normalize(body).blocks
    known = tuple(names)
    found: list[ArticleQuote] = []
    for index, block in enumerate(blocks):
        words = plain_text(block)
        if isinstance(block, Quote) and quote_text(words):
            around = (words, *_beside(blocks, index))
            hash_ = quote_hash(words)
            found.append(
                ArticleQuote(
                    len(found) + 1, index, words, hash_, suggest_speaker(around, known), by_hash.get(hash_)
                )
            )
    return tuple(found)


def _beside(blocks: Sequence[Block], index: int) -> Iterator[str]:
    """Yield the paragraphs that may say who speaks: the one right after the quote, and the one before."""
    for place in (index + 1, index - 1):
        if 0 <= place < len(blocks):
            block = blocks[place]
            if isinstance(block, Paragraph):
                yield plain_text(block)
