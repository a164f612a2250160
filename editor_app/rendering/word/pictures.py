"""Images in the formats that every Word can show."""

import io

from PIL import Image, ImageOps

from editor_app.domain.document import Crop

LONGEST_SIDE = 1600
_JPEG_QUALITY = 88


def picture_for_word(original: bytes, crop: Crop | None) -> tuple[bytes, int]:
    """Return an image of the archive as JPEG, or as PNG where it has transparency, and its width in pixels.

    It is upright, cropped, of bounded size, and says nothing of where it was taken.
    """
    with Image.open(io.BytesIO(original)) as opened:
        image = ImageOps.exif_transpose(opened)
    if crop is not None:
        image = image.crop((crop.left, crop.top, crop.left + crop.width, crop.top + crop.height))
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    output = io.BytesIO()
    profile = image.info.get("icc_profile") or b""
    if image.has_transparency_data:
        image.convert("RGBA").save(output, "PNG")
    else:
        kept = image if image.mode in {"RGB", "L"} else image.convert("RGB")
        kept.save(
            output, "JPEG", quality=_JPEG_QUALITY, exif=b"", icc_profile=profile if kept is image else b""
        )
    return output.getvalue(), image.width
