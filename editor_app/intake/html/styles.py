"""What a style attribute says about structure; how things look is of no interest."""

import re
from functools import lru_cache

from msgspec import Struct

_LONGEST_STYLE = 4_000
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|cm|mm|in|em|rem)?")
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "mm": 2.835, "in": 72.0, "em": 12.0, "rem": 12.0, None: 0.75}
_LIST_LEVEL = re.compile(r"\blevel\s*(\d)")
_BOLD_WEIGHT = 600


class Style(Struct, frozen=True):
    """`strong` and `emphasis` are None where nothing is said; `margin` is to the left, in points.

    `list_level` is that of a paragraph in one of Word's lists, 0 outside of them; `is_marker` stands
    on its bullet or number. `part` is what Word calls mso-element.
    """

    strong: bool | None = None
    emphasis: bool | None = None
    is_struck: bool = False
    is_hidden: bool = False
    keeps_breaks: bool = False
    breaks_page: bool = False
    list_level: int = 0
    is_marker: bool = False
    margin: float = 0.0
    outline_level: int = 0
    part: str = ""


PLAIN = Style()


@lru_cache(maxsize=4_096)
def read_style(text: str) -> Style:
    """Return what the style attribute `text` says."""
    facts: dict[str, bool | int | float | str] = {}
    for declaration in text[:_LONGEST_STYLE].split(";"):
        name, _, value = declaration.partition(":")
        read = _PROPERTIES.get(name.strip().lower())
        if read is not None:
            read(value.replace("!important", "").strip().lower(), facts)
    return Style(**facts) if facts else PLAIN  # type: ignore[arg-type]


Facts = dict[str, bool | int | float | str]


def _weight(value: str, facts: Facts) -> None:
    if value in {"bold", "bolder"} or value.isdecimal():
        facts["strong"] = not value.isdecimal() or int(value[:5]) >= _BOLD_WEIGHT
    elif value in {"normal", "lighter"}:
        facts["strong"] = False


def _slant(value: str, facts: Facts) -> None:
    if value.startswith(("italic", "oblique")):
        facts["emphasis"] = True
    elif value == "normal":
        facts["emphasis"] = False


def _font(value: str, facts: Facts) -> None:
    words = value.split()
    if "bold" in words or "700" in words:
        facts["strong"] = True
    if "italic" in words:
        facts["emphasis"] = True


def _decoration(value: str, facts: Facts) -> None:
    if "line-through" in value:
        facts["is_struck"] = True


def _display(value: str, facts: Facts) -> None:
    if value == "none":
        facts["is_hidden"] = True


def _visibility(value: str, facts: Facts) -> None:
    if value in {"hidden", "collapse"}:
        facts["is_hidden"] = True


def _hide(value: str, facts: Facts) -> None:
    if value == "all":
        facts["is_hidden"] = True


def _white_space(value: str, facts: Facts) -> None:
    if value in {"pre", "pre-wrap", "pre-line", "break-spaces"}:
        facts["keeps_breaks"] = True


def _page_break(value: str, facts: Facts) -> None:
    if value not in {"auto", "avoid", "avoid-page", ""}:
        facts["breaks_page"] = True


def _word_list(value: str, facts: Facts) -> None:
    if value == "ignore":
        facts["is_marker"] = True
    elif value and not value.startswith("none"):
        level = _LIST_LEVEL.search(value)
        facts["list_level"] = max(int(level[1]), 1) if level else 1


def _margin(value: str, facts: Facts) -> None:
    length = _LENGTH.match(value)
    if length is not None:
        facts["margin"] = float(length[1]) * _POINTS[length[2]]


def _margins(value: str, facts: Facts) -> None:
    sides = value.split()
    if len(sides) == 4:
        _margin(sides[3], facts)
    elif len(sides) in {2, 3}:
        _margin(sides[1], facts)


def _outline(value: str, facts: Facts) -> None:
    if value[:1].isdecimal():
        facts["outline_level"] = int(value[0])


def _part(value: str, facts: Facts) -> None:
    facts["part"] = value


_PROPERTIES = {
    # mso-bidi-font-weight is another property, and says nothing about these letters.
    "font-weight": _weight,
    "font-style": _slant,
    "font": _font,
    "text-decoration": _decoration,
    "text-decoration-line": _decoration,
    "display": _display,
    "visibility": _visibility,
    "mso-hide": _hide,
    "white-space": _white_space,
    "page-break-before": _page_break,
    "break-before": _page_break,
    "mso-list": _word_list,
    "margin-left": _margin,
    "margin": _margins,
    "mso-outline-level": _outline,
    "mso-element": _part,
}
