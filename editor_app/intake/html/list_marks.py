"""The bullets and numbers that programs write as text before the items of a list."""

import re

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
