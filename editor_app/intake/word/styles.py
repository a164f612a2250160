"""The styles of a Word document: what they mean and what they give."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from editor_app.intake.packages import read_number
from editor_app.intake.style_names import Meaning, StyleMeaning, meaning_of

_OFF = frozenset({"0", "false", "off", "none"})
# Outline levels are counted from 0; 9 is running text.
_BODY_LEVEL = 9


class Style(Struct, frozen=True):
    """One style; `based_on` is the id of the style that it changes, empty where there is none."""

    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {} if root is None else dict(map(_read_style, root.iter("style")))

    def name(self, style_id: str) -> str:
        """Return the name of a style, empty where the document has no such style."""
        style = self._styles.get(style_id)
        return "" if style is None else style.name

    def meaning(self, style_id: str) -> StyleMeaning | None:
        """Return what the style, or the nearest that it is based on, means."""
        chain = tuple(self.chain(style_id))
        for style in chain:
            meaning = meaning_of(style.name)
            if meaning is not None:
                return meaning
        for style in chain:
            level = outline_level(style.paragraph)
            if level is not None:
                return StyleMeaning(Meaning.HEADING, level)
        # An id without a style, as some programs write: the id itself may tell.
        return None if style_id in self._styles else meaning_of(style_id)

    def numbering(self, style_id: str) -> Element | None:
        """Return the list that the style puts its paragraphs into."""
        for style in self.chain(style_id):
            found = None if style.paragraph is None else style.paragraph.find("numPr")
            if found is not None:
                return found
        return None

    def has(self, style_id: str, switch: str) -> bool:
        """Tell whether the style turns the property `switch` of its text on."""
        for style in self.chain(style_id):
            state = switched(style.run, switch)
            if state is not None:
                return state
        return False

    def chain(self, style_id: str) -> Iterator[Style]:
        """Yield the style and those that it is based on, each once."""
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            yield style
            style_id = style.based_on


def switched(properties: Element | None, switch: str) -> bool | None:
    """Tell whether `properties` turn `switch` on or off; None where they leave it as it is."""
    found = None if properties is None else properties.find(switch)
    return None if found is None else found.get("val", "1") not in _OFF


def value(properties: Element | None, name: str) -> str:
    """Return what `properties` say for `name`, empty where they say nothing."""
    found = None if properties is None else properties.find(name)
    return "" if found is None else found.get("val", "")


def outline_level(properties: Element | None) -> int | None:
    """Return the heading level, from 1, that `properties` give their paragraph by themselves."""
    level = read_number(value(properties, "outlineLvl"), _BODY_LEVEL)
    return level + 1 if level is not None and level < _BODY_LEVEL else None


def _read_style(element: Element) -> tuple[str, Style]:
    style = Style(
        name=value(element, "name"),
        based_on=value(element, "basedOn"),
        paragraph=element.find("pPr"),
        run=element.find("rPr"),
    )
    return element.get("styleId", ""), style
