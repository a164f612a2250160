"""The kinds of image file that can be taken in."""

from collections.abc import Mapping

# By the name that Pillow knows a format by: what people call it, and how its files end.
IMAGE_FORMATS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "JPEG": ("JPEG", (".jpg", ".jpeg")),
    "PNG": ("PNG", (".png",)),
    "WEBP": ("WebP", (".webp",)),
    "GIF": ("GIF", (".gif",)),
    "AVIF": ("AVIF", (".avif",)),
    "TIFF": ("TIFF", (".tif", ".tiff")),
}
IMAGE_SUFFIXES = tuple(suffix for _name, suffixes in IMAGE_FORMATS.values() for suffix in suffixes)
