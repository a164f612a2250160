"""Image files read, and made into what is shown: WebP or JPEG, upright, in sRGB, without metadata."""

import io
import warnings
from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from editor_app.domain.document import Crop
from editor_app.domain.errors import EditorAppError
from editor_app.domain.image_formats import IMAGE_FORMATS
from editor_app.domain.image_parts import shown_part
from editor_app.rendering.renditions import scaled_height

QUALITY = 80
JPEG_QUALITY = 88
_OPAQUE = 255
# The largest that phones and cameras give; beyond, a file is a mistake or a bomb.
MOST_BYTES = 50 * 1024 * 1024
MOST_PIXELS = 110_000_000
# What Pillow and its codecs raise for data that is no picture, or not a whole one.
_UNREADABLE = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError)
_ORIENTATION, _GPS_DIRECTORY = 0x0112, 0x8825
_ON_THEIR_SIDE = range(5, 9)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})


class ImageProblem(StrEnum):
    """Why a file cannot be shown as an image."""

    BROKEN = "broken"
    TOO_MANY_BYTES = "too many bytes"
    TOO_MANY_PIXELS = "too many pixels"
    HEIC = "heic"
    SVG = "svg"
    PDF = "pdf"
    OTHER_FORMAT = "other format"


class NotAnImage(EditorAppError):
    """`name` cannot be shown as an image for `problem`; `reason` is for the log rather than for people."""

    def __init__(self, name: str, problem: ImageProblem, reason: str = "") -> None:
        super().__init__(f"{name or 'the data'} is not an image: {reason or problem}")
        self.name = name
        self.problem = problem
        self.reason = reason


class ImageFacts(Struct, frozen=True):
    """What a file says of itself; width and height are those of the upright image, in pixels."""

    media_type: str
    width: int
    height: int
    has_position: bool
    is_animated: bool


class PlainFile(Struct, frozen=True):
    """An image as JPEG, or as PNG where something shines through; `suffix` has its dot."""

    data: bytes
    suffix: str
    width: int
    height: int


def inspect_image(data: bytes, name: str) -> ImageFacts:
    """Return what the file says of itself; the whole image is read.

    Raises NotAnImage where it is broken, cut off, far too large, or in none of IMAGE_FORMATS.
    """
    with _opened(data, name) as image:
        # A JPEG with a depth map or a second picture, as phones make it, is a JPEG to everybody else.
        is_jpeg = image.format == "MPO"
        is_on_its_side = image.getexif().get(_ORIENTATION, 1) in _ON_THEIR_SIDE
        width, height = image.size[::-1] if is_on_its_side else image.size
        return ImageFacts(
            media_type="image/jpeg" if is_jpeg else Image.MIME[image.format or ""],
            width=width,
            height=height,
            has_position=_has_position(image),
            is_animated=not is_jpeg and image.format != "TIFF" and getattr(image, "n_frames", 1) > 1,
        )


def make_renditions(
    data: bytes, crop: Crop | None, widths: Iterable[int], name: str = ""
) -> dict[int, bytes]:
    """Return what `crop` leaves of the image as WebP, in each of `widths`; the same bytes each time.

    Raises NotAnImage as `inspect_image` does.
    """
    with _opened(data, name) as image:
        upright = _with_full_pixels(ImageOps.exif_transpose(image))
    part = shown_part(*upright.size, crop)
    return {width: _web_file(upright, part, width) for width in widths}


def make_plain_file(data: bytes, crop: Crop | None, longest: int, name: str = "") -> PlainFile:
    """Return what `crop` leaves of the image for programs that take no WebP; the same bytes each time.

    No side is longer than `longest`. Raises NotAnImage as `inspect_image` does.
    """
    with _opened(data, name) as image:
        upright = _with_full_pixels(ImageOps.exif_transpose(image))
    part = shown_part(*upright.size, crop)
    width = max(1, min(part.width, longest, longest * part.width // part.height))
    scaled = _in_web_colours(_scaled(upright, part, width), upright.info.get("icc_profile"))
    output = io.BytesIO()
    if scaled.mode == "RGBA" and scaled.getchannel("A").getextrema()[0] != _OPAQUE:
        scaled.save(output, "PNG", optimize=True, exif=b"", icc_profile=b"")
        return PlainFile(output.getvalue(), ".png", *scaled.size)
    scaled.convert("RGB").save(
        output,
        "JPEG",
        quality=JPEG_QUALITY,
        optimize=True,
        progressive=True,
        exif=b"",
        icc_profile=b"",
        xmp=b"",
    )
    return PlainFile(output.getvalue(), ".jpg", *scaled.size)


def _scaled(image: Image.Image, part: Crop, width: int) -> Image.Image:
    box = (part.left, part.top, part.left + part.width, part.top + part.height)
    return image.resize((width, scaled_height(part, width)), Image.Resampling.LANCZOS, box, reducing_gap=3.0)


def _web_file(image: Image.Image, part: Crop, width: int) -> bytes:
    scaled = _scaled(image, part, width)
    output = io.BytesIO()
    # Pillow takes metadata from `info` unless told otherwise.
    _in_web_colours(scaled, image.info.get("icc_profile")).save(
        output, "WEBP", quality=QUALITY, method=4, exif=b"", icc_profile=b"", xmp=b""
    )
    return output.getvalue()


def _opened(data: bytes, name: str) -> Image.Image:
    """Return the image, read to its end."""
    if len(data) > MOST_BYTES:
        raise NotAnImage(name, ImageProblem.TOO_MANY_BYTES, f"{len(data)} bytes")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=tuple(IMAGE_FORMATS))
            if image.width * image.height > MOST_PIXELS:
                raise NotAnImage(name, ImageProblem.TOO_MANY_PIXELS, f"{image.width} × {image.height} pixels")
            image.load()
    except Image.DecompressionBombError as error:
        raise NotAnImage(name, ImageProblem.TOO_MANY_PIXELS, str(error)) from error
    except _UNREADABLE as error:
        raise NotAnImage(name, _problem_with(data), str(error)) from error
    return image


def _problem_with(data: bytes) -> ImageProblem:
    """Return what is wrong with data that cannot be read as an image, by how it begins."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return ImageProblem.HEIC
    if start.startswith(b"%PDF-"):
        return ImageProblem.PDF
    if start.startswith(b"<") and b"<svg" in start.lower():
        return ImageProblem.SVG
    return ImageProblem.BROKEN if _begins_as_image(data) else ImageProblem.OTHER_FORMAT


def _begins_as_image(data: bytes) -> bool:
    beginnings = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*")
    is_avif = data[4:8] == b"ftyp" and data[8:12] in {b"avif", b"avis"}
    return data.startswith(beginnings) or data[8:12] == b"WEBP" or is_avif


def _has_position(image: Image.Image) -> bool:
    xmp = image.info.get("xmp", b"")
    return bool(image.getexif().get_ifd(_GPS_DIRECTORY)) or b"GPSLatitude" in bytes(xmp)


def _with_full_pixels(image: Image.Image) -> Image.Image:
    """Return the image in a mode that can be scaled: no palette, and eight bits for each channel."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith(("I", "F")):
        # Pillow would cut off what is above 255, not scale it.
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    elif image.mode in {"1", "P", "PA"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        # A profile of the palette holds for the colours that came out of it.
        image.info["icc_profile"] = profile
    elif image.has_transparency_data and image.mode not in {"RGBA", "LA"}:
        image = image.convert("RGBA")
        image.info["icc_profile"] = profile
    return image


def _in_web_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return the image in sRGB, with transparency where it has any."""
    mode = "RGBA" if image.has_transparency_data else "RGB"
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
