"""Links of the website that lead to articles which have no page there."""

from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct


class Lost(NamedTuple):
    """That the public text of `article_id` leads to `gone_id`, as related or by a link in it."""

    article_id: str
    gone_id: str


class Gone(StrEnum):
    """Why an article has no page; of what is UNKNOWN neither the archive nor its log tells anything."""

    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    REMOVED = "removed"
    NOT_PUBLISHED = "not_published"
    NOT_DUE = "not_due"
    UNKNOWN = "unknown"


class LostLink(Struct, frozen=True):
    """What leads to an article that has no page, and why that has none.

    That is the live page of `article_id` or, where that is empty, the notice whose text is `title`.
    """

    article_id: str
    title: str
    gone_id: str
    gone_title: str
    why: Gone
