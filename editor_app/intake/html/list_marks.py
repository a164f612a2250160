"""The bullets and numbers that programs write as text before the items of a list."""

import re

from editor_app.domain.document import Span, Spans

_BULLETS = "·•●▪■‣∙○◦▫➢►▶✓✔§Øüvqo*\uf0a7\uf0b7\uf0d8\uf0fc–-"
_NUMBER = (
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[a-zA-ZåäöÅÄÖ]{1,2})[.):]"
    r"|\d{1,3}(?:\.\d{1,3})+"
)
_ORDERED = re.compile(rf"(?:{_NUMBER}|\d{{1,3}})")
# A mark and the wide gap behind it, which nobody types before running text.
LIST_MARK = re.compile(rf"\s*([{_BULLETS}]|{_NUMBER})(?:[ \t\n\r]*\xa0[\s\xa0]*|\t\s*|\s{{3,}})")


def is_ordered_mark(mark: str) -> bool:
    """Tell whether `mark` is a number or a letter rather than a bullet."""
    return _ORDERED.fullmatch(mark) is not None


def without_mark(spans: Spans, mark: str) -> Spans:
    """Return `spans` without the `mark` that they may begin with; a word that begins alike is none."""
    text = "".join(span.text for span in spans)
    if not mark or not text.startswith(mark) or not text[len(mark) :][:1].isspace():
        return spans
    return words_from(spans, len(text) - len(text[len(mark) :].lstrip()))


def words_from(spans: Spans, start: int) -> Spans:
    """Return `spans` without their first `start` characters."""
    kept = []
    for span in spans:
        kept.append(Span(span.text[start:], span.marks))
        start = max(start - len(span.text), 0)
    return tuple(kept)
