"""One walk over a parsed HTML text; nothing in the tree is changed.

What an element becomes is told by `elements.READERS`; what is in none of them is a run of words.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from selectolax.lexbor import LexborNode

from editor_app.domain.document import Block
from editor_app.intake.html.classes import NO_FACTS, ClassFacts, read_classes
from editor_app.intake.html.flow import Flow
from editor_app.intake.html.places import Place, marked
from editor_app.intake.html.styles import PLAIN, Style, read_style

Attributes = Mapping[str, str | None]
# Deeper markup is read as its words alone; what tames the markup keeps above this.
_DEEPEST = 220
_STRUCK = frozenset({"del", "s", "strike"})
_FURNITURE = frozenset({"navigation", "search", "menu", "menubar", "toolbar"})
_AROUND = frozenset({"banner", "contentinfo", "complementary"})
_AROUND_TAGS = frozenset({"header", "footer", "aside"})
# Without attributes, only these can be left out.
_LEFT_OUT_BARE = _STRUCK | _AROUND_TAGS | {"nav"}
_INLINE_ICONS = frozenset({"span", "i", "em", "b", "a"})


class Element(Struct, frozen=True):
    """An element with what its attributes say."""

    node: LexborNode
    tag: str
    attributes: Attributes
    style: Style = PLAIN
    facts: ClassFacts = NO_FACTS

    def get(self, name: str) -> str:
        """Return the value of an attribute, empty where it is not there."""
        return self.attributes.get(name) or ""

    def number(self, name: str, default: int = 0) -> int:
        """Return the whole number that an attribute starts with."""
        digits = self.get(name).strip()[:6]
        return int(digits) if digits.isascii() and digits.isdecimal() else default


ReadElement = Callable[["Reader", Element, Place], None]


class Source(Struct, frozen=True):
    """What an HTML text refers to: the images in it, those in files, its own address.

    `file_images` has the bytes of the images that are shown from files, by the node that shows them.
    """

    data: Sequence[str] = ()
    file_images: Mapping[int, bytes] = {}
    base: str = ""


class Reader:
    """Reads elements into `flow` and counts in `left_out` what has no place there.

    With `keeps_furniture` the menus, heads and feet of a page are read as well.
    """

    def __init__(
        self, readers: Mapping[str, ReadElement], source: Source, *, has_main: bool, keeps_furniture: bool
    ) -> None:
        self.flow = Flow()
        self.source = source
        self.images: dict[str, bytes] = {}
        self.left_out: Counter[str] = Counter()
        self.captions: list[list[Block]] = []
        self._readers = readers
        self._has_main = has_main
        self._keeps_furniture = keeps_furniture
        self._depth = 0

    def children(self, node: LexborNode, place: Place) -> None:
        """Read what `node` holds."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.flow.words(node.text(), place.marks, place.kind)
        else:
            self._read_children(node, place)
        self._depth -= 1

    def inside(self, node: LexborNode, place: Place) -> list[Block]:
        """Return what `node` holds as blocks of their own."""
        outer, self.flow = self.flow, Flow()
        self.children(node, place)
        self.flow.end()
        blocks, self.flow = self.flow.blocks, outer
        return blocks

    def apart(self, place: Place) -> None:
        """Let what follows stand apart from what was read."""
        if place.is_whole:
            self.flow.part()
        else:
            self.flow.end()

    def _read_children(self, node: LexborNode, place: Place) -> None:
        marks = place.marks
        child = node.child
        while child is not None:
            tag = child.tag
            if tag == "-text":
                text = child.text_content
                if text:
                    self.flow.words(text, marks, place.kind, keeps_breaks=place.keeps_breaks)
            elif tag is not None:
                self._read_element(child, tag, place)
            child = child.next

    def _read_element(self, node: LexborNode, tag: str, place: Place) -> None:
        attributes = node.attributes
        if attributes:
            style, names = attributes.get("style"), attributes.get("class")
            element = Element(
                node,
                tag,
                attributes,
                read_style(style) if style else PLAIN,
                read_classes(names) if names else NO_FACTS,
            )
            if self._is_left_out(element, place):
                return
        else:
            element = Element(node, tag, attributes)
            if tag in _LEFT_OUT_BARE and self._is_left_out(element, place):
                return
        place = marked(place, tag, element.style, attributes.get("lang"))
        read = self._readers.get(tag)
        if read is None:
            self.children(node, place)
        else:
            read(self, element, place)

    def _is_left_out(self, element: Element, place: Place) -> bool:
        style, facts = element.style, element.facts
        if style.is_hidden or facts.is_hidden or "hidden" in element.attributes or style.is_marker:
            return True
        if element.tag in _STRUCK or style.is_struck or facts.is_deleted:
            if element.node.text().strip():
                self.left_out["deletions"] += 1
            return True
        if facts.is_comment or style.part.startswith("comment"):
            self._count_comments(element)
            return True
        if element.get("aria-hidden") == "true" and element.tag in _INLINE_ICONS:
            return True
        return not self._keeps_furniture and self._is_furniture(element, place)

    def _count_comments(self, element: Element) -> None:
        """Word has a mark in the text for each comment, and the comments at its end."""
        if element.style.part == "comment-list":
            bodies = len(element.node.css(".msocomtxt") or element.node.css(".MsoCommentText")) or 1
            self.left_out["comment bodies"] += bodies
        elif element.style.part == "comment" or element.node.tag in {"div", "p"}:
            self.left_out["comment bodies"] += 1
        else:
            self.left_out["comment marks"] += 1

    def _is_furniture(self, element: Element, place: Place) -> bool:
        role = element.get("role")
        if element.tag == "nav" or role in _FURNITURE:
            return True
        around = element.tag in _AROUND_TAGS or role in _AROUND
        return around and self._has_main and not place.in_content
