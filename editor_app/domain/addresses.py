"""Addresses on the web: an article's own, and those that links may lead to."""

import re
from collections.abc import Collection
from functools import lru_cache
from urllib.parse import quote

from editor_app.domain.contact_details import tel_href

ARTICLE_SCHEME = "article"
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", ARTICLE_SCHEME})
SLUG_LENGTH = 80

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# Browsers skip these inside a scheme, so "java\tscript:" would act.
_IGNORED_BY_BROWSERS = re.compile("[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")


def make_slug(title: str, taken: Collection[str] = ()) -> str:
    """Return the part of the page address that `title` gives, other than those `taken`.

    å and ä become a, ö becomes o; never empty.
    """
    slug = _slug(title)
    candidate, number = slug, 2
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate


# Those of contacts and sections are asked for again by each export.
@lru_cache(maxsize=1024)
def _slug(title: str) -> str:
    # The window knows addresses before it is painted, and needs no slug until somebody submits.
    from slugify import slugify

    return slugify(title, max_length=SLUG_LENGTH, word_boundary=True) or "artikel"


def link_scheme(href: str) -> str | None:
    """Return the scheme of `href` in lower case, or None where it has none."""
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", href))
    return match[1].lower() if match else None


def is_allowed_href(href: str) -> bool:
    """Tell whether a link on the page may lead to `href`."""
    return link_scheme(href) in LINK_SCHEMES and href == href.strip()


def href_from_typing(text: str) -> str | None:
    """Return the address that somebody who typed `text` meant, or None where none is to be seen.

    `www.example.se` gets https, `namn@example.se` mailto and a phone number tel.
    """
    typed = text.strip()
    if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+", typed):
        return "mailto:" + typed
    if is_allowed_href(typed):
        return quote(typed, safe="%/:?#[]@!$&'()*+,;=~-._")
    if re.fullmatch(r"(?:[^\s/:@.]+\.)+[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?", typed):
        return "https://" + quote(typed, safe="%/:?#[]@!$&'()*+,;=~-._")
    return tel_href(typed)
