"""Images as the page shows them: WebP, of bounded size, upright, without EXIF."""

import io
import warnings

from msgspec import Struct
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from editor_app.domain.errors import EditorAppError

LONGEST_SIDE = 1280
QUALITY = 80
# Pillow's names for the formats that an image may come in; of an animation the first picture counts.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
# What Pillow and its codecs raise for data that is no picture, or not a whole one.
_UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError)


class NotAnImage(EditorAppError):
    """`name` cannot be shown as an image; `reason` says why, for the log rather than for people."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name or 'the data'} is not an image: {reason}")
        self.name = name
        self.reason = reason


class PageImage(Struct, frozen=True):
    """A WebP image for the page, with its size in pixels."""

    data: bytes
    width: int
    height: int


def inspect_image(data: bytes, name: str) -> tuple[str, int, int]:
    """Return the media type of the image and the width and height it has when upright, in pixels.

    The whole image is read. Raises NotAnImage where it is broken, cut off, far too large, or
    none of JPEG, PNG, WebP and GIF.
    """
    image, format_name = _open(data, name)
    return Image.MIME[format_name], image.width, image.height


def page_size(width: int, height: int) -> tuple[int, int]:
    """Return the size on the page of an image of this size: the longest side is at most LONGEST_SIDE."""
    longest = max(width, height)
    if longest <= LONGEST_SIDE:
        return width, height
    return max(1, round(width * LONGEST_SIDE / longest)), max(1, round(height * LONGEST_SIDE / longest))


def make_page_image(data: bytes, name: str = "") -> PageImage:
    """Return the image as the page shows it, of `page_size`; raises NotAnImage as `inspect_image`."""
    upright, _ = _open(data, name)
    image = _in_web_colours(upright)
    size = page_size(image.width, image.height)
    if size != image.size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    output = io.BytesIO()
    # Pillow takes metadata from `info` unless told otherwise.
    image.save(output, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b"")
    return PageImage(output.getvalue(), image.width, image.height)


def _open(data: bytes, name: str) -> tuple[Image.Image, str]:
    """Return the upright image, read to its end, and the name of its format."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                format_name = image.format or ""
                image.load()
                return ImageOps.exif_transpose(image), format_name
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise NotAnImage(name, f"too many pixels: {error}") from error
    except _UNREADABLE as error:
        raise NotAnImage(name, str(error)) from error


def _in_web_colours(image: Image.Image) -> Image.Image:
    """Return the image in sRGB, with transparency where it has any."""
    if image.mode.startswith("I"):
        # Sixteen bits a pixel: Pillow would cut off what is above 255, not scale it.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image.convert(mode)
    try:
        converted = ImageCms.profileToProfile(
            image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except ImageCms.PyCMSError:
        # A profile that cannot be read says nothing: the numbers are then taken for sRGB.
        return image.convert(mode)
    return image.convert(mode) if converted is None else converted
