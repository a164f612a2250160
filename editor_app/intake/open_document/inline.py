"""What stands in one paragraph of an OpenDocument text: marked text, pictures, boxes and notes."""

import re
from collections.abc import Iterator
from hashlib import sha256
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from editor_app.domain.addresses import is_allowed_href
from editor_app.domain.document import Emphasis, Figure, Link, Mark, Span, Strong
from editor_app.intake.account import Account, Omission
from editor_app.intake.open_document.styles import Styles
from editor_app.intake.packages import Package, read_number
from editor_app.intake.taken_text import SourceImage
from editor_app.rendering.images import NotAnImage, inspect_image

_LAYOUT = re.compile(r"[ \t\r\n]+")


class Place(Struct, frozen=True):
    """The marks of words at one place."""

    strong: bool = False
    emphasis: bool = False
    href: str = ""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The same as marks of a span."""
        link: tuple[Mark, ...] = (Link(self.href),) if self.href else ()
        return (*link, *((Strong(),) if self.strong else ()), *((Emphasis(),) if self.emphasis else ()))


class Inline(Struct):
    """The content of a paragraph."""

    spans: list[Span] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)

    def add(self, text: str, place: Place) -> None:
        """Put `text` at the end."""
        if text:
            self.spans.append(Span(text, place.marks))


class InlineReader:
    """Reads paragraphs; `images` has the bytes of the pictures by the ids of the figures."""

    def __init__(self, package: Package, styles: Styles, account: Account) -> None:
        self._package = package
        self._styles = styles
        self._account = account
        self.images: dict[str, SourceImage] = {}

    def read(self, paragraph: Element) -> Inline:
        """Return what `paragraph` holds."""
        found = Inline()
        bold, italic = self._styles.own_marks(paragraph.get("style-name", ""))
        is_text = paragraph.tag == "p"
        self._walk(paragraph, found, Place(bold and is_text, italic and is_text))
        return found

    def _walk(self, parent: Element, found: Inline, place: Place) -> None:
        found.add(_one_space(parent.text), place)
        for child in parent:
            self._element(child, found, place)
            found.add(_one_space(child.tail), place)

    def _element(self, child: Element, found: Inline, place: Place) -> None:
        match child.tag:
            case "span":
                self._walk(child, found, self._spanned(child, place))
            case "a":
                self._walk(child, found, self._linked(child, place))
            case "s":
                found.add(" " * min(read_number(child.get("c", "")) or 1, 100), place)
            case "tab":
                found.add(" ", place)
            case "line-break":
                found.add("\n", place)
            case "note":
                found.notes.append(child)
            case "annotation":
                self._account.leave_out(Omission.COMMENTS, " ".join(_paragraph_words(child)))
            case "frame" | "custom-shape":
                self._frame(child, found)
            case "ruby-text" | "annotation-end" | "tracked-changes" | "soft-page-break":
                pass
            case _:
                self._walk(child, found, place)

    def _spanned(self, span: Element, place: Place) -> Place:
        bold, italic = self._styles.marks(span.get("style-name", ""))
        return Place(
            place.strong if bold is None else bold, place.emphasis if italic is None else italic, place.href
        )

    def _linked(self, link: Element, place: Place) -> Place:
        href = link.get("href", "").strip()
        if href and not href.startswith("#") and not is_allowed_href(href):
            self._account.leave_out(Omission.LINKS, href)
        return Place(place.strong, place.emphasis, href if is_allowed_href(href) else "")

    def _frame(self, frame: Element, found: Inline) -> None:
        box = frame.find("text-box")
        image = frame.find("image")
        if box is not None:
            found.boxes.append(box)
        elif image is None:
            self._account.leave_out(Omission.DRAWINGS)
        else:
            figure = self._figure(frame, image.get("href", "").removeprefix("./"))
            found.figures += () if figure is None else (figure,)

    def _figure(self, frame: Element, member: str) -> Figure | None:
        alt = next((words for tag in ("desc", "title") if (words := frame.findtext(tag, "").strip())), "")
        if member not in self._package.names:
            self._account.leave_out(Omission.IMAGES, alt)
            return None
        data = self._package.read(member)
        name = member.rpartition("/")[2]
        try:
            inspect_image(data, name)
        except NotAnImage:
            self._account.leave_out(Omission.IMAGES, alt or name)
            return None
        image_id = sha256(data).hexdigest()
        self.images[image_id] = SourceImage(data, name)
        return Figure(image_id, alt=alt)


def _paragraph_words(element: Element) -> Iterator[str]:
    for paragraph in element.iter("p"):
        yield "".join(paragraph.itertext())


def _one_space(text: str | None) -> str:
    """Spaces beyond the first have an element of their own; line ends are the file's layout."""
    return _LAYOUT.sub(" ", text or "")
