"""Pages that were to lead to articles which are no longer on the website."""

from msgspec import Struct


class LostLink(Struct, frozen=True):
    """That the live page of `article_id` was to lead to `gone_id`, as related or by a link in its text."""

    article_id: str
    title: str
    gone_id: str
    gone_title: str
