"""The images in rich text, which Word puts on the clipboard beside HTML that only names files."""

import re
from binascii import unhexlify

MOST_IMAGES = 500
_LONGEST_PICTURE = 60_000_000
_PICTURE = re.compile(rb"\{(?:\\\*)?\\pict(?![a-z])")
_TOKEN = re.compile(
    rb"\\bin(\d{1,9}) ?|\\(pngblip|jpegblip)(?![a-z])|\\[a-z]+-?\d* ?|\\.|[{}]|([0-9A-Fa-f\s]+)|[^\\{}]"
)
_SECOND_COPY = re.compile(rb"\\nonshppict\s*$")
# Word lists the pictures that serve as bullets before the text.
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def images_in_rtf(rtf: bytes) -> list[bytes]:
    """Return the PNG and JPEG images of `rtf` in its order; an image of another kind is empty.

    Word writes each image twice, for old programs too, and the second copy is passed over.
    """
    images: list[bytes] = []
    position = 0
    while len(images) < MOST_IMAGES:
        found = _PICTURE.search(rtf, position)
        if found is None:
            break
        data, position = _read_picture(rtf, found.end())
        before = rtf[max(found.start() - 40, 0) : found.start()].rstrip(b"{\r\n ")
        if not _SECOND_COPY.search(before) and not _is_bullet(rtf, found.start()):
            images.append(data if data.startswith(_SIGNATURES) else b"")
    return images


def _is_bullet(rtf: bytes, position: int) -> bool:
    """Tell whether the picture is the bullet of a list, which the text does not show as an image."""
    start = rtf.rfind(b"{\\*\\listpicture", 0, position)
    return (
        start >= 0
        and rtf.find(b"\\listtext", start, position) < 0
        and rtf.find(b"\\pard", start, position) < 0
    )


def _read_picture(rtf: bytes, start: int) -> tuple[bytes, int]:
    """Return the bytes of the picture whose group is open at `start`, and where it ends."""
    depth, position = 1, start
    is_wanted = False
    coded: list[bytes] = []
    limit = min(len(rtf), start + _LONGEST_PICTURE)
    while depth and position < limit:
        token = _TOKEN.match(rtf, position)
        if token is None:
            break
        position = token.end()
        if token[1] is not None:
            raw = rtf[position : position + int(token[1])]
            position += len(raw)
            if depth == 1 and is_wanted and raw:
                return raw, _end_of_group(rtf, position)
        elif token[2] is not None:
            is_wanted = True
        elif token[0] in b"{}":
            depth += 1 if token[0] == b"{" else -1
        elif token[3] is not None and depth == 1:
            coded.append(token[3])
    return (_from_hex(b"".join(coded)) if is_wanted else b""), position


def _end_of_group(rtf: bytes, position: int) -> int:
    end = rtf.find(b"}", position)
    return len(rtf) if end < 0 else end + 1


def _from_hex(coded: bytes) -> bytes:
    digits = b"".join(coded.split())
    return unhexlify(digits[: len(digits) // 2 * 2])
