"""The elements and attributes that structure is read from; nothing else reaches the reader.

nh3 parses in memory-safe code and writes well-formed markup, so that the second parser, in C, meets
nothing that was made to upset it. The styles that tell what is a list, a comment or bold stay.
"""

import nh3

from editor_app.intake.html.names import names
from editor_app.intake.html.taming import KEPT_ATTRIBUTES, UNSEEN

_TAGS = names(
    "a abbr acronym address article aside b big blockquote br button caption center cite code dd del "
    "details dfn dir div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 "
    "header hgroup hr i img ins kbd li main mark menu nav nobr ol p pre q s samp section small span "
    "strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var"
)
_cleaner = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(UNSEEN),
    attributes={"*": set(KEPT_ATTRIBUTES)},
    url_schemes={"http", "https", "mailto", "tel", "data", "file", "cid"},
    link_rel=None,
)


def sanitize(html: str) -> str:
    """Return well-formed HTML with the allowed elements of `html` alone, and the words of the others."""
    return _cleaner.clean(html)
