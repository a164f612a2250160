"""The styles of an OpenDocument text: what they mean and what they give."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from editor_app.intake.style_names import StyleMeaning, meaning_of

_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_ITALIC = frozenset({"italic", "oblique"})


class Style(Struct, frozen=True):
    """One style; `parent` is the name of the one that it changes; None is what it leaves as it is."""

    name: str
    parent: str
    bold: bool | None
    italic: bool | None


class Styles:
    """The styles and the lists of a document by their names."""

    def __init__(self, *roots: Element) -> None:
        self._styles = {
            element.get("name", ""): _read_style(element) for root in roots for element in root.iter("style")
        }
        self._automatic = {
            style.get("name", "") for root in roots for style in root.iterfind("automatic-styles/style")
        }
        self._ordered = {
            (element.get("name", ""), level.get("level", ""))
            for root in roots
            for element in root.iter("list-style")
            for level in element.iterfind("list-level-style-number")
        }

    def meaning(self, name: str) -> StyleMeaning | None:
        """Return what the style, or the nearest that it is based on, means."""
        for style in self._chain(name):
            meaning = meaning_of(style.name)
            if meaning is not None:
                return meaning
        return None

    def marks(self, name: str) -> tuple[bool | None, bool | None]:
        """Return whether the style makes text bold and italic; None where it leaves that as it is."""
        chain = tuple(self._chain(name))
        bold = next((style.bold for style in chain if style.bold is not None), None)
        return bold, next((style.italic for style in chain if style.italic is not None), None)

    def own_marks(self, name: str) -> tuple[bool, bool]:
        """Return whether somebody made all of a paragraph bold or italic by hand, in no named style."""
        style = self._styles.get(name) if name in self._automatic else None
        return (False, False) if style is None else (bool(style.bold), bool(style.italic))

    def is_ordered(self, list_style: str, level: int) -> bool:
        """Tell whether the list counts its items at this level."""
        return (list_style, str(level)) in self._ordered

    def _chain(self, name: str) -> Iterator[Style]:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            name = style.parent
        if name and name not in self._styles:
            # LibreOffice writes only those of its own styles that somebody changed.
            yield Style(_spelt(name), "", None, None)


def _read_style(element: Element) -> Style:
    text = element.find("text-properties")
    weight = None if text is None else text.get("font-weight")
    slant = None if text is None else text.get("font-style")
    return Style(
        name=element.get("display-name") or _spelt(element.get("name", "")),
        parent=element.get("parent-style-name", ""),
        bold=None if weight is None else weight in _BOLD,
        italic=None if slant is None else slant in _ITALIC,
    )


def _spelt(name: str) -> str:
    """Return the name that "Heading_20_1" stands for, where no display name is given."""
    return name.replace("_20_", " ")
