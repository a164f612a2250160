"""What an export has to tell beside what it wrote, in sentences."""

from collections.abc import Sequence

from editor_app.domain.lost_link import LostLink
from editor_app.translation import _, ngettext


def withdrawn_sentences(pages: int) -> list[str]:
    """Return how many `pages` tell that their article was withdrawn; empty where none does."""
    if not pages:
        return []
    words = ngettext(
        "{n} page tells that its article was withdrawn.",
        "{n} pages tell that their articles were withdrawn.",
        pages,
    )
    return [words.format(n=pages)]


def lost_sentence(lost: Sequence[LostLink]) -> str:
    """Return how many pages have lost links; at least one has."""
    pages = len({one.article_id for one in lost})
    return ngettext(
        "{n} page leads to an article that is no longer on the website. That link is left out:",
        "{n} pages lead to articles that are no longer on the website. Those links are left out:",
        pages,
    ).format(n=pages)


def lost_words(one: LostLink) -> str:
    """Return which page lost a link to which article, as in a list."""
    return _("“{title}” leads to “{gone}”").format(title=one.title, gone=one.gone_title)
