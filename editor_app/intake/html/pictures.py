"""Images in a text: those whose bytes are at hand become figures, the others are counted."""

import re

from editor_app.domain.document import Figure
from editor_app.intake.html.images import image_name, read_data_uri
from editor_app.intake.html.places import Place
from editor_app.intake.html.reader import Element, Reader

_FILE_NAME = re.compile(r"[\w .()%+-]{1,120}\.(?:png|jpe?g|gif|webp|bmp|tiff?|svg|emz|wmz)", re.IGNORECASE)
_LONGEST_EMOJI = 12
_TRACKER_SIZE = 2
_ICON_SIZE = 24


def read_image(reader: Reader, element: Element, place: Place) -> None:
    """Read img: as the sign it stands for, as a figure, or as one that is left out."""
    alt = element.get("alt").strip()
    source = element.get("src").strip()
    if _is_emoji(alt):
        reader.flow.words(alt, place.marks, place.kind)
        return
    if _is_ornament(element, alt):
        return
    data = _bytes_of(reader, element, source)
    if data is None:
        if source:
            reader.left_out["images"] += 1
        return
    name = image_name(data)
    reader.images[name] = data
    reader.flow.add(Figure(name, alt="" if _FILE_NAME.fullmatch(alt) else alt))


def _bytes_of(reader: Reader, element: Element, source: str) -> bytes | None:
    if source.startswith("data:,"):
        number = source[6:]
        known = number.isdecimal() and int(number) < len(reader.source.data)
        return read_data_uri(reader.source.data[int(number)]) if known else None
    return reader.source.file_images.get(element.node.mem_id) or None


def _is_emoji(alt: str) -> bool:
    return (
        0 < len(alt) <= _LONGEST_EMOJI
        and not any(sign.isalnum() and sign.isascii() for sign in alt)
        and (max(alt) >= "\u2190" and not any(sign.isalpha() for sign in alt))
    )


def _is_ornament(element: Element, alt: str) -> bool:
    """Tell whether an image is a pixel that counts readers, or a sign of a button or a list."""
    width, height = element.number("width", -1), element.number("height", -1)
    sizes = [size for size in (width, height) if size >= 0]
    if sizes and max(sizes) <= _TRACKER_SIZE:
        return True
    if element.get("role") in {"presentation", "none"} or element.get("aria-hidden") == "true":
        return not alt
    return not alt and bool(sizes) and max(sizes) <= _ICON_SIZE
