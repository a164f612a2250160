"""The sizes in which the page gets an image, and where each is on the site."""

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from editor_app.domain.document import Crop, Figure
from editor_app.domain.image_parts import part_around, shown_part
from editor_app.domain.live_text import ImageSize

IMAGES_FOLDER = "bilder"
WIDTHS = (320, 480, 640, 960, 1280, 1600)
TEASER_WIDTHS = (320, 640, 960)
TEASER_RATIO = 3 / 2
# What a browser takes that knows nothing of several widths.
USUAL_WIDTH = 960
# WebP ends at 16,383 pixels, and nobody scrolls through more than some screens of one image.
GREATEST_HEIGHT = 4800
# A width this near to the largest one would save nothing worth a file.
_CLOSE = 0.85

# The pixels of an image's original, upright, or None for an unknown image.
SizeOfImage = Callable[[str], ImageSize | None]
_PATH = re.compile(IMAGES_FOLDER + r"/([0-9a-f]{64})(?:-(\d+)-(\d+)-(\d+)-(\d+))?-(\d+)\.webp")


class Rendition(Struct, frozen=True):
    """An image as one file of the site: what `crop` leaves of it, all without one, `width` pixels wide."""

    image_id: str
    crop: Crop | None
    width: int

    @property
    def path(self) -> str:
        """The path on the site, as in `bilder/HASH-LEFT-TOP-WIDTH-HEIGHT-960.webp`."""
        crop = self.crop
        part = "" if crop is None else f"-{crop.left}-{crop.top}-{crop.width}-{crop.height}"
        return f"{IMAGES_FOLDER}/{self.image_id}{part}-{self.width}.webp"


class Shown(Struct, frozen=True):
    """A part of an image as pages show it, in each of `widths`, the smallest first."""

    image_id: str
    crop: Crop | None
    part: Crop
    widths: tuple[int, ...]

    @property
    def renditions(self) -> Iterator[Rendition]:
        """The files that it takes, the smallest first."""
        return (Rendition(self.image_id, self.crop, width) for width in self.widths)

    @property
    def usual(self) -> Rendition:
        """The file for browsers that cannot choose."""
        width = max((width for width in self.widths if width <= USUAL_WIDTH), default=self.widths[0])
        return Rendition(self.image_id, self.crop, width)

    def height_at(self, width: int) -> int:
        """Return the height in pixels of the rendition that is `width` wide."""
        return scaled_height(self.part, width)


def shown_figure(figure: Figure, size: ImageSize) -> Shown:
    """Return how the page of its article shows `figure`; `size` is that of the upright original."""
    part = shown_part(*size, figure.crop)
    return Shown(figure.image_id, _crop(part, size), part, _widths(part, WIDTHS))


def shown_teaser(figure: Figure, size: ImageSize) -> Shown:
    """Return how lists of articles show `figure`: less of it, around its focus."""
    part = part_around(shown_part(*size, figure.crop), figure.focus, TEASER_RATIO)
    return Shown(figure.image_id, _crop(part, size), part, _widths(part, TEASER_WIDTHS))


def shown_whole(image_id: str, size: ImageSize, width: int) -> Rendition:
    """Return the rendition of the whole image that is at most `width` wide, the widest there is."""
    widths = _widths(Crop(0, 0, *size), WIDTHS)
    return Rendition(image_id, None, max((one for one in widths if one <= width), default=widths[0]))


def rendition_at(path: str) -> Rendition | None:
    """Return the rendition that is at `path` on the site, None where no rendition can be."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    image_id, left, top, width, height, shown_width = match.groups()
    crop = None if left is None else Crop(int(left), int(top), int(width), int(height))
    return Rendition(image_id, crop, int(shown_width))


def scaled_height(part: Crop, width: int) -> int:
    """Return the height in pixels of `part` when it is `width` wide."""
    return max(1, round(part.height * width / part.width))


def _crop(part: Crop, size: ImageSize) -> Crop | None:
    return None if (part.width, part.height) == size else part


def _widths(part: Crop, offered: tuple[int, ...]) -> tuple[int, ...]:
    highest = max(1, GREATEST_HEIGHT * part.width // part.height)
    largest = min(part.width, offered[-1], highest)
    return (*(width for width in offered if width < largest * _CLOSE), largest)
