"""Images that come inside the text, as bytes."""

import binascii
import re
from base64 import b64decode
from hashlib import sha256
from urllib.parse import unquote_to_bytes

_DATA = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|tiff?)[^,]{0,200},", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


def image_name(data: bytes) -> str:
    """Return the id under which the archive knows an image of these bytes."""
    return sha256(data).hexdigest()


def read_data_uri(uri: str) -> bytes | None:
    """Return the bytes of the raster image in `uri`, or None where it holds none."""
    head = _DATA.match(uri)
    if head is None:
        return None
    body = uri[head.end() :]
    if ";base64" not in head[0].lower():
        return unquote_to_bytes(body) or None
    coded = _SPACES.sub("", unquote_to_bytes(body).decode("ascii", "replace"))
    try:
        return b64decode(coded + "=" * (-len(coded) % 4), validate=True) or None
    except (binascii.Error, ValueError):
        return None
