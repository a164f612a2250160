"""What class names of known programs say about structure; unknown names say nothing."""

import re
from functools import lru_cache

from msgspec import Struct

from editor_app.intake.html.names import names

# Outlook on the web puts x_ before every class of a mail it shows, once for each forwarding.
_FOREIGN_PREFIX = re.compile(r"^(?:x_)+")
_HEADING = re.compile(r"(?:mso)?(?:heading|rubrik|mellanrubrik)\s*(\d)?", re.IGNORECASE)
_TITLE = re.compile(r"(?:mso)?(?:title|titel|huvudrubrik)", re.IGNORECASE)
_INDENT = re.compile(r"ql-indent-(\d)")
_COMMENT = re.compile(r"msocom(?:anchor|off|txt)?|msocommentreference|commentanchor", re.IGNORECASE)
_FACTS = re.compile(r"facts?|fact-?box|fakta-?ruta|faktaruta|info-?box", re.IGNORECASE)
_HIDDEN = names(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader-text "
    "env-assistive-text u-visually-hidden a11y-hidden element-invisible"
)


class ClassFacts(Struct, frozen=True):
    """`heading` is 1–6, or 0 where no class names one."""

    heading: int = 0
    is_hidden: bool = False
    is_deleted: bool = False
    is_comment: bool = False
    is_list_paragraph: bool = False
    is_quoted_mail: bool = False
    is_fact_box: bool = False
    indent: int = 0


NO_FACTS = ClassFacts()


@lru_cache(maxsize=4_096)
def read_classes(text: str) -> ClassFacts:
    """Return what the class attribute `text` says."""
    facts: dict[str, bool | int] = {}
    for word in text[:500].split()[:20]:
        _read_class(_FOREIGN_PREFIX.sub("", word), facts)
    return ClassFacts(**facts) if facts else NO_FACTS  # type: ignore[arg-type]


def _read_class(name: str, facts: dict[str, bool | int]) -> None:
    heading, indent = _HEADING.fullmatch(name), _INDENT.fullmatch(name)
    if heading is not None and (heading[1] or name.lower().startswith("mso")):
        facts["heading"] = min(max(int(heading[1] or 1), 1), 6)
    elif _TITLE.fullmatch(name) and name.lower().startswith("mso"):
        facts["heading"] = 1
    elif indent is not None:
        facts["indent"] = int(indent[1])
    elif name.lower() == "msodel":
        facts["is_deleted"] = True
    elif name.lower() in _HIDDEN:
        facts["is_hidden"] = True
    elif _COMMENT.fullmatch(name):
        facts["is_comment"] = True
    elif name.startswith("MsoList") and not name.startswith("MsoListContinue"):
        facts["is_list_paragraph"] = True
    elif name in {"gmail_quote", "moz-cite-prefix", "yahoo_quoted"}:
        facts["is_quoted_mail"] = True
    elif _FACTS.fullmatch(name):
        facts["is_fact_box"] = True
